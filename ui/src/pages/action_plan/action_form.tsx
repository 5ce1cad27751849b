// An action of the action plan: who does what by when, and how it will be known to have worked.
import type { JSX } from 'preact';
import { call } from '../../api/call';
import type { ActionView, ObjectiveView, RecordAction, RequirementView } from '../../api/types';
import { Button, Link } from '../../components/button';
import { Checkboxes } from '../../components/form/choice';
import { Details } from '../../components/details';
import { useForm } from '../../components/form/form';
import { FormPage } from '../../components/form/form_page';
import { DateField, TextArea, TextField } from '../../components/form/text';
import { Loading, useLoad } from '../../components/load';
import { Page, sayOnNextPage } from '../../components/page';
import { go } from '../../router';
import { count, sayDate, typedDate } from '../../words/dates';
import type { PageProps } from '..';
import { draft } from '../start/draft_route';
import { CATALOGUE } from './presenter';

const BACK = { to: '#/action-plan', text: 'the action plan' };

export function ActionFormPage({ at }: PageProps): JSX.Element {
  const load = useLoad('view_action_plan', { as_at: null });
  const objective = load.view?.objectives.find(({ id }) => id === at.objective);
  const action = objective?.actions.find(({ id }) => id === at.action) ?? null;
  if (load.view && objective && (at.action === 'new' || action)) {
    return <ActionForm objective={objective} action={action} requirements={load.view.requirements} />;
  }
  return <Page title="Action" back={BACK}><Loading of={load} what="the action plan">{() => <p class="govuk-body">There is no such action.</p>}</Loading></Page>;
}

function ActionForm({ objective, action, requirements }: {
  objective: ObjectiveView;
  action: ActionView | null;
  requirements: RequirementView[];
}): JSX.Element {
  const form = useForm<RecordAction>(startOf(objective, action), draft.action(objective.id, action?.id ?? 'new'));
  const send = async (values: RecordAction) => {
    await call('record_action', values);
    return () => {
      sayOnNextPage('The action was saved.');
      go(BACK.to);
    };
  };
  const was = typedDate(action?.due_on ?? null);
  const isMoved = was !== '' && form.values.due_on.trim() !== was;
  return (
    <FormPage
      form={form} title={action ? 'Change the action' : 'Add an action'} caption={objective.title} back={BACK} onSubmit={send}
      buttons={<><Button type="submit" busy={form.busy}>Save the action</Button><Link to={BACK.to} quiet>Leave, and finish later</Link></>}
    >
      <TextField name="number" label="Number (optional)" hint="As the plan numbers it, such as 2.4" width={5} />
      <TextArea name="title" label="What will be done" rows={2} />
      <TextField name="owner_role" label="Owner, by role" hint="For example, head of safeguarding" width={30} />
      <TextField name="organisation" label="Organisation of the owner" width={30} />
      <TextField name="partners" label="Partners" width={30} />
      <DateField name="start_on" label="Start" />
      <DateField name="due_on" label="Due" hint={action ? 'For work that goes on, the day on which it is looked at next. A moved date is kept beside the old one.' : 'For work that goes on, the day on which it is looked at next.'} />
      {isMoved && <TextField name="why" label={`Why did the date move from ${sayDate(action?.due_on ?? '')}?`} />}
      <TextField name="measure" label="How will it be known to have worked?" hint="For example, return interviews held in 72 hours" />
      <div class="cw-row__fields">
        <TextField name="baseline" label="Baseline" width={10} plain />
        <TextField name="target" label="Target" width={10} plain />
      </div>
      {requirements.length > 0 && (
        <Details summary={`Which lines of guidance does it answer? ${count(form.values.requirements.length, 'line')} chosen`} open={form.values.requirements.length > 0}>
          {[...new Set(requirements.map(({ catalogue }) => catalogue))].map((catalogue, place) => (
            <Checkboxes
              key={catalogue} name="requirements" label={CATALOGUE[catalogue]} part={place === 0 ? undefined : catalogue}
              choices={requirements.filter((line) => line.catalogue === catalogue).map(({ id, text }) => ({ value: id, label: `${id} ${text}` }))}
            />
          ))}
        </Details>
      )}
      {action && <DateField name="withdrawn_on" label="Withdrawn from the plan on (optional)" hint="It stays to be read, and covers no line of guidance any more." />}
    </FormPage>
  );
}

function startOf(objective: ObjectiveView, action: ActionView | null): RecordAction {
  return {
    id: action?.id ?? null,
    objective_id: objective.id,
    number: action?.number ?? '',
    title: action?.title ?? '',
    owner_role: action?.owner_role ?? '',
    organisation: action?.organisation ?? '',
    partners: action?.partners ?? '',
    start_on: typedDate(action?.start_on ?? null),
    due_on: typedDate(action?.due_on ?? null),
    why: '',
    withdrawn_on: typedDate(action?.withdrawn_on ?? null),
    measure: action?.measure ?? '',
    baseline: action?.baseline ?? '',
    target: action?.target ?? '',
    requirements: action?.requirements ?? [],
  };
}
