// The box for what the meeting decides on one case. Leaving the case by a key or a button saves it; a decision that
// somebody else recorded meanwhile is shown beside it, and neither is lost.
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { call } from '../../api/call';
import { Button, Link } from '../../components/button';
import { useForm, type Action } from '../../components/form/form';
import { FormBody } from '../../components/form/form_page';
import { TextArea } from '../../components/form/text';
import { sayOnNextPage } from '../../components/page';
import { go, href } from '../../router';
import { sayDate } from '../../words/dates';
import { draft } from '../start/draft_route';
import type { CaseProps } from './case_on_screen';
import { useMoveKeys } from './move_keys';
import { besides, sayDecided, toMeeting } from './presenter';

/** The version that was on the page when one began to type stays with what was typed, in a draft too. */
interface Values { version: number; decision: string }

export function DecisionBox({ view, found, setView, say }: CaseProps): JSX.Element {
  const recorded: Values = { version: found.version, decision: found.decision };
  const form = useForm<Values>(recorded, draft.meetingDecision(view.id, found.reference));
  const { before, after, isLast } = besides(view, found);
  const left = useRef(false);
  const overtaken = form.ready && !left.current && form.values.version !== found.version && form.values.decision.trim() !== found.decision.trim();

  const moveTo = (to: string): Action<Values> => async ({ version, decision }) => {
    const isSame = decision.trim() === found.decision.trim();
    const saved = isSame ? view : await call('record_meeting_decision', { id: view.id, reference: found.reference, version, decision });
    return () => {
      left.current = true;
      const words = isSame ? '' : `The decision on ${found.reference} was saved.`;
      if (to === toMeeting(view.id)) sayOnNextPage(words);
      say(words);
      setView(saved);
      go(to);
    };
  };
  const move = (to: string) => {
    // A draft that is still being looked for must not be taken for an empty box.
    if (form.ready) void form.send(moveTo(to));
  };
  useMoveKeys(() => move(after), before === null ? null : () => move(before));

  const look = () => form.ask(async () => setView(await call('view_meeting', { id: view.id })));
  // Both answers take the notice away, so the focus goes back to the box.
  const answer = (decision: string) => {
    form.set('decision', decision);
    form.set('version', found.version);
    document.getElementById('decision')?.focus();
  };
  const next = isLast ? 'Save, and see all decisions (F8)' : 'Save, and next case (F8)';
  return (
    <FormBody
      form={form} onSubmit={moveTo(after)} onChanged={() => void look()}
      before={overtaken && <Overtaken decision={found.decision} by={found.decided_by} keepTheirs={() => answer(found.decision)} replace={() => answer(form.values.decision)} />}
      buttons={(
        <>
          <Button type="submit" busy={form.busy}>{next}</Button>
          {before !== null && <Button kind="secondary" busy={form.busy} onClick={() => move(before)}>Save, and previous case (F7)</Button>}
          {!isLast && <Button kind="secondary" busy={form.busy} onClick={() => move(toMeeting(view.id))}>Save, and see all decisions</Button>}
        </>
      )}
    >
      <TextArea name="decision" label="What does the meeting decide on this case?" hint="No names, addresses or numbers. Left empty, the case has no decision." rows={8} />
      <p class="govuk-body-s">
        {found.decision && found.decided_by ? `Recorded by ${found.decided_by}. ` : ''}{sayDecided(view)}{' '}
        <Link to={href(`/cases/${found.reference}`)} quiet>Open the whole case</Link>
      </p>
    </FormBody>
  );
}

/** What stands in the register is newer than what the person began to write on. */
function Overtaken({ decision, by, keepTheirs, replace }: { decision: string; by: string | null; keepTheirs: () => void; replace: () => void }): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div class="cw-refused cw-overtaken" ref={box} tabIndex={-1} role="group" aria-label="Recorded meanwhile">
      <p class="govuk-body"><strong>{by ?? 'Somebody'} recorded a decision after you began to write. What you wrote is still in the box.</strong></p>
      <p class="govuk-body cw-lines">{decision === '' ? 'The decision was taken away.' : `Recorded now: ${decision}`}</p>
      <div class="cw-add">
        <Button kind="secondary" small onClick={replace}>Replace it with mine</Button>
        <Button kind="secondary" small onClick={keepTheirs}>Keep what is recorded</Button>
      </div>
    </div>
  );
}

/** Before its day a meeting has decided nothing; its cases can be read all the same. */
export function NotYet({ view, found }: CaseProps): JSX.Element {
  const { before, after, isLast } = besides(view, found);
  useMoveKeys(() => go(after), before === null ? null : () => go(before));
  return (
    <>
      <p class="govuk-body">This meeting is on {sayDate(view.held_on)}. What it decides can be recorded from that day on.</p>
      <div class="govuk-button-group">
        <Button onClick={() => go(after)}>{isLast ? 'All decisions (F8)' : 'Next case (F8)'}</Button>
        {before !== null && <Button kind="secondary" onClick={() => go(before)}>Previous case (F7)</Button>}
      </div>
      <p class="govuk-body-s"><Link to={href(`/cases/${found.reference}`)} quiet>Open the whole case</Link></p>
    </>
  );
}
