// Progress on an action of the action plan. The last state is an effect confirmed by a sample, not "done".
import type { JSX } from 'preact';
import { call } from '../../api/call';
import type { ActionView, RecordActionUpdate } from '../../api/types';
import { Button, Link } from '../../components/button';
import { Radios } from '../../components/form/choice';
import { useForm } from '../../components/form/form';
import { FormPage } from '../../components/form/form_page';
import { DateField, TextArea, TextField } from '../../components/form/text';
import { Loading, useLoad } from '../../components/load';
import { Inset } from '../../components/notice';
import { Page, sayOnNextPage } from '../../components/page';
import { go } from '../../router';
import { useDesk } from '../../session';
import { sayDate, typedDate } from '../../words/dates';
import { ACTION } from '../../words/labels';
import type { PageProps } from '..';
import { draft } from '../start/draft_route';

const BACK = { to: '#/action-plan', text: 'the action plan' };
const HINT: Partial<Record<string, string>> = {
  complete: 'It was done; whether it changed anything is not yet known.',
  effect_confirmed: 'A sample shows that it changed what it was meant to change. Its reference, its date and who checked it are asked below.',
};

export function ActionUpdatePage({ at }: PageProps): JSX.Element {
  const load = useLoad('view_action_plan', { as_at: null });
  const action = load.view?.objectives.flatMap(({ actions }) => actions).find(({ id }) => id === at.action);
  if (action) return <UpdateForm action={action} />;
  return <Page title="Update an action" back={BACK}><Loading of={load} what="the action plan">{() => <p class="govuk-body">There is no such action.</p>}</Loading></Page>;
}

function UpdateForm({ action }: { action: ActionView }): JSX.Element {
  const { session } = useDesk();
  const form = useForm<RecordActionUpdate>(
    { action_id: action.id, on: typedDate(session.today), state: action.state, text: '', evidence: '', checked_by: '', now: '', sample: '', sampled_on: '' },
    draft.actionUpdate(action.id),
  );
  const send = async (values: RecordActionUpdate) => {
    await call('record_action_update', values);
    return () => {
      sayOnNextPage('The update was saved.');
      go(BACK.to);
    };
  };
  return (
    <FormPage
      form={form} title="Update an action" back={BACK} onSubmit={send}
      before={<Inset><strong>{action.title}</strong><br />{action.owner_role}, {action.organisation}. {action.due_on ? `Due ${sayDate(action.due_on)}.` : 'It has no date yet.'}{action.measure && <><br />{action.measure}: target {action.target || 'none'}, now {action.now || 'not known'}.</>}</Inset>}
      buttons={<><Button type="submit" busy={form.busy}>Save the update</Button><Link to={BACK.to} quiet>Leave, and finish later</Link></>}
    >
      <DateField name="on" label="Day of the progress" />
      <Radios name="state" label="Where the action stands" choices={Object.entries(ACTION).map(([value, { text }]) => ({ value, label: text, hint: HINT[value] }))} />
      <TextArea name="text" label="What happened" rows={3} />
      <TextField name="now" label="Where the measure stood on that day" hint="As a number where it is one, such as 62%, 9 of 14 or 17. Leave it empty if it was not measured." width={10} />
      <TextArea name="evidence" label="Evidence" hint="What shows it, and of which date." rows={3} />
      <TextField name="checked_by" label="Who checked the evidence" hint={`By role, and not the owner${action.owner_role ? ` (${action.owner_role})` : ''}.`} width={30} />
      {form.values.state === 'effect_confirmed' && (
        <>
          <TextField name="sample" label="Reference of the sample" hint="As it stands in the list of samples" width={20} />
          <DateField name="sampled_on" label="Day of the sample" />
        </>
      )}
    </FormPage>
  );
}
