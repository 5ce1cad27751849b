// An objective of the action plan: what is to be reached, under which theme.
import type { JSX } from 'preact';
import { call } from '../../api/call';
import type { ActionPlanView, ObjectiveView, RecordObjective } from '../../api/types';
import { Button, Link } from '../../components/button';
import { Select } from '../../components/form/choice';
import { useForm } from '../../components/form/form';
import { FormPage } from '../../components/form/form_page';
import { TextArea } from '../../components/form/text';
import { Loading, useLoad } from '../../components/load';
import { Page, sayOnNextPage } from '../../components/page';
import { go } from '../../router';
import type { PageProps } from '..';
import { draft } from '../start/draft_route';
import { themesOf } from './presenter';

const BACK = { to: '#/action-plan', text: 'the action plan' };

export function ObjectiveFormPage({ at }: PageProps): JSX.Element {
  const asked = at.objective ?? 'new';
  const load = useLoad('view_action_plan', { as_at: null });
  const objective = load.view?.objectives.find(({ id }) => id === asked) ?? null;
  if (load.view && (asked === 'new' || objective)) return <ObjectiveForm view={load.view} objective={objective} />;
  return <Page title="Objective" back={BACK}><Loading of={load} what="the action plan">{() => <p class="govuk-body">There is no such objective.</p>}</Loading></Page>;
}

function ObjectiveForm({ view, objective }: { view: ActionPlanView; objective: ObjectiveView | null }): JSX.Element {
  const form = useForm<RecordObjective>(
    { id: objective?.id ?? null, theme: objective?.theme ?? '', title: objective?.title ?? '' },
    draft.objective(objective?.id ?? 'new'),
  );
  const send = async (values: RecordObjective) => {
    await call('record_objective', values);
    return () => {
      sayOnNextPage('The objective was saved.');
      go(BACK.to);
    };
  };
  return (
    <FormPage
      form={form} title={objective ? 'Change the objective' : 'Add an objective'} back={BACK} onSubmit={send}
      buttons={<><Button type="submit" busy={form.busy}>Save the objective</Button><Link to={BACK.to} quiet>Leave, and finish later</Link></>}
    >
      <Select name="theme" label="Theme" choices={themesOf(view).map((theme) => ({ value: theme, label: theme }))} />
      <TextArea name="title" label="What is to be reached" rows={3} />
    </FormPage>
  );
}
