// Making a meeting, or changing one: its name, its day, and its cases in the order in which the panel takes them.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { call, refusal } from '../../api/call';
import type { MeetingView, RecordMeeting } from '../../api/types';
import { Button, Link } from '../../components/button';
import { useForm, type Form } from '../../components/form/form';
import { FormPage } from '../../components/form/form_page';
import { DateField, LinesField, TextField } from '../../components/form/text';
import { Loading, useLoad } from '../../components/load';
import { Page, sayOnNextPage } from '../../components/page';
import { go } from '../../router';
import { useDesk } from '../../session';
import { count } from '../../words/dates';
import type { Whose } from '../../words/labels';
import type { PageProps } from '..';
import { draft } from '../start/draft_route';
import { askFlags } from '../worklist/presenter';
import { WORST, meetingForm, nameLines, toMeeting, worstCases } from './presenter';

export function MeetingFormPage({ at }: PageProps): JSX.Element {
  return at.meeting ? <Change id={at.meeting} /> : <MeetingForm view={null} />;
}

function Change({ id }: { id: string }): JSX.Element {
  const load = useLoad('view_meeting', { id });
  if (load.view) return <MeetingForm view={load.view} />;
  return <Page title="Change the meeting" back={{ to: '#/meetings', text: 'the meetings' }}><Loading of={load} what="the meeting">{() => null}</Loading></Page>;
}

function MeetingForm({ view }: { view: MeetingView | null }): JSX.Element {
  const form = useForm<RecordMeeting>(meetingForm(view), draft.meeting(view?.id ?? 'new'));
  const back = view ? { to: toMeeting(view.id), text: 'the meeting' } : { to: '#/meetings', text: 'the meetings' };
  const send = async (values: RecordMeeting) => {
    const saved = await call('record_meeting', values).catch((thrown: unknown) => { throw nameLines(refusal(thrown), values.references); });
    return () => {
      sayOnNextPage(`The meeting was saved with ${count(saved.cases.length, 'case')}.`);
      go(toMeeting(saved.id));
    };
  };
  return (
    <FormPage
      form={form} title={view ? 'Change the meeting' : 'Make a meeting'} caption={view?.name} back={back} onSubmit={send}
      buttons={<><Button type="submit" busy={form.busy}>Save the meeting</Button><Link to={back.to} quiet>Leave, and finish later</Link></>}
    >
      <TextField name="name" label="Name" hint="For example, Missing and exploitation panel. No child’s name." width={30} />
      <DateField name="held_on" label="Day" />
      <LinesField name="references" label="Cases, in the order in which they are taken" hint="One reference a line, for example CW-7K3M-9QXD." rows={10} />
      <AddWorst form={form} />
    </FormPage>
  );
}

/** Fills the box from the worklist, below what stands there already. */
function AddWorst({ form }: { form: Form<RecordMeeting> }): JSX.Element {
  const { session, may } = useDesk();
  const [said, setSaid] = useState('');
  const add = async (whose: Whose | '') => {
    try {
      const flags = await call('list_flags', { ...askFlags({ whose }), limit: 500 });
      const listed = form.values.references.filter((line) => line.trim() !== '');
      const worst = worstCases(flags.rows, listed);
      if (worst.length > 0) form.set('references', [...listed, ...worst]);
      setSaid(worst.length === 0 ? 'No other case has a flag.' : `${count(worst.length, 'case was', 'cases were')} added at the end of the list.`);
    } catch (thrown) {
      setSaid(refusal(thrown).message);
    }
  };
  const buttons: [Whose | '', string, boolean][] = [['mine', 'my cases', may.work], ['my_team', 'my team’s cases', session.person.team !== null], ['', 'all cases', true]];
  return (
    <div class="cw-row" role="group" aria-labelledby="add-worst">
      <p class="govuk-body govuk-!-margin-bottom-2" id="add-worst">Add the {WORST} cases with the worst flags of the worklist, of:</p>
      <div class="cw-add">
        {buttons.filter(([, , shown]) => shown).map(([whose, text]) => <Button key={whose} kind="secondary" small onClick={() => void add(whose)}>{text.charAt(0).toUpperCase() + text.slice(1)}</Button>)}
      </div>
      <p role="status" class="govuk-body-s cw-said">{said}</p>
    </div>
  );
}
