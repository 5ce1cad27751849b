// The decision itself: the level in the manager's own judgement, whether the plan progresses, or what to do instead.
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { call, refusal } from '../../api/call';
import type { DecisionPageView, DecisionRecorded } from '../../api/types';
import { Button } from '../../components/button';
import { Radios } from '../../components/form/choice';
import { useForm } from '../../components/form/form';
import { FormBody } from '../../components/form/form_page';
import { TextArea } from '../../components/form/text';
import { Warning } from '../../components/notice';
import { sayOnNextPage } from '../../components/page';
import { go } from '../../router';
import { useDesk } from '../../session';
import { levelsOffered } from '../../words/choices';
import { count } from '../../words/dates';
import { PROGRESSING, sayLevel } from '../../words/labels';
import { draft } from '../start/draft_route';
import { askReason, warnOf, type DecisionShown } from './presenter';

interface DecisionValues { level: string; plan_progressing: string; reason: string; returning: boolean }

export function DecisionForm({ view, shown, queue, onMeanwhile }: {
  view: DecisionPageView;
  shown: DecisionShown;
  /** Where a decision leads back to. */
  queue: string;
  /** Somebody else was faster: what Rust says of it, and the reason that was typed. */
  onMeanwhile: (message: string, typed: string) => void;
}): JSX.Element {
  const { version_id, hash } = view.version;
  const form = useForm<DecisionValues>(
    { level: '', plan_progressing: '', reason: '', returning: false },
    draft.decision(version_id, `the ${shown.what} of ${shown.reference}`),
  );
  const { returning } = form.values;
  const began = useRef(false);
  useEffect(() => {
    // The fields change under the person's hands, so the focus moves to the first of the new ones.
    if (began.current) document.getElementById(returning ? 'reason' : 'level')?.focus();
    began.current = form.ready;
  }, [returning, form.ready]);
  const after = (words: string) => (recorded: DecisionRecorded) => () => {
    const flags = recorded.flags === 0 ? 'No flag stands on the case now.' : `${count(recorded.flags, 'flag')} still ${recorded.flags === 1 ? 'stands' : 'stand'} on the case.`;
    sayOnNextPage(`${words} ${flags}`);
    go(queue);
  };
  const overtaken = (thrown: unknown): never => {
    const refused = refusal(thrown);
    if (refused.code === 'changed') onMeanwhile(refused.message, form.values.reason);
    throw refused;
  };
  const signOff = ({ level, plan_progressing, reason }: DecisionValues) => call('record_sign_off', { version_id, hash, level, plan_progressing, reason })
    .then(after(`The ${shown.what} of ${shown.reference} was signed off at ${sayLevel(level).toLowerCase()}.`), overtaken);
  const giveBack = ({ reason }: DecisionValues) => call('return_item', { version_id, hash, reason })
    .then(after(`The ${shown.what} of ${shown.reference} was returned.`), overtaken);

  const signButtons = (
    <>
      <Button type="submit" busy={form.busy}>Sign off</Button>
      <Button kind="secondary" onClick={() => form.set('returning', true)}>Return</Button>
    </>
  );
  const returnButtons = (
    <>
      <Button type="submit" kind="warning" busy={form.busy}>Return to the author</Button>
      <Button kind="secondary" onClick={() => form.set('returning', false)}>Do not return it</Button>
    </>
  );
  return (
    <section class="cw-section" aria-labelledby="decision">
      <h2 class="govuk-heading-m" id="decision">Your decision</h2>
      {shown.asDeputy && <p class="govuk-body"><strong>{shown.asDeputy}</strong></p>}
      <FormBody form={form} onSubmit={returning ? giveBack : signOff} buttons={returning ? returnButtons : signButtons}>
        {returning
          ? <TextArea name="reason" label="What should be done instead?" hint="The author reads this. Say what is missing or wrong and what would put it right." />
          : <SignFields view={view} shown={shown} values={form.values} />}
      </FormBody>
    </section>
  );
}

function SignFields({ view, shown, values }: { view: DecisionPageView; shown: DecisionShown; values: DecisionValues }): JSX.Element {
  const { choices } = useDesk();
  const reason = askReason(values.level, view.practitioners_level, view.level?.level ?? null);
  const warnings = warnOf(values.level, view, choices);
  return (
    <>
      <Radios
        name="level" label="Level of risk, in your own judgement" choices={levelsOffered(choices, view.practitioners_level ?? '')} inline
        hint={(
          <>
            {shown.practitionersLevel ? `The author’s level is ${shown.practitionersLevel.toLowerCase()}.` : 'The author states no level here.'}
            {shown.floors.map((floor) => <span key={floor} class="cw-floor">{floor}</span>)}
          </>
        )}
      />
      <div aria-live="polite">
        {warnings.map((said) => <Warning key={said}>{said} You may still sign it; say why.</Warning>)}
      </div>
      <Radios name="plan_progressing" label="Is the child’s plan progressing?" choices={Object.entries(PROGRESSING).map(([value, label]) => ({ value, label }))} inline />
      <TextArea name="reason" label={reason.label} hint={reason.needed ? 'Needed, because your level differs.' : undefined} rows={2} />
    </>
  );
}
