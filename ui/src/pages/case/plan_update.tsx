// Progress on one action of a child's plan.
import type { JSX } from 'preact';
import { call } from '../../api/call';
import type { PlanActionView, RecordPlanUpdate } from '../../api/types';
import { Button, Link } from '../../components/button';
import { Radios } from '../../components/form/choice';
import { useForm } from '../../components/form/form';
import { FormPage } from '../../components/form/form_page';
import { DateField, TextArea } from '../../components/form/text';
import { Loading, useLoad } from '../../components/load';
import { Inset } from '../../components/notice';
import { Page, sayOnNextPage } from '../../components/page';
import { go, href } from '../../router';
import { useDesk } from '../../session';
import { sayDate, typedDate } from '../../words/dates';
import { PLAN_ACTION } from '../../words/labels';
import type { PageProps } from '..';
import { draft } from '../start/draft_route';

const TITLE = 'Update an action of the plan';

export function PlanUpdatePage({ at }: PageProps): JSX.Element {
  const reference = at.reference ?? '';
  const load = useLoad('view_case', { reference });
  const action = load.view?.plan?.actions.find(({ id }) => id === at.action);
  if (action) return <UpdateForm reference={reference} action={action} />;
  return (
    <Page title={TITLE} caption={reference}>
      <Loading of={load} what="the case">{() => <p class="govuk-body">There is no such action in the plan of this case. <Link to={href(`/cases/${reference}`)}>Go to the case</Link></p>}</Loading>
    </Page>
  );
}

function UpdateForm({ reference, action }: { reference: string; action: PlanActionView }): JSX.Element {
  const { session } = useDesk();
  const back = href(`/cases/${reference}`);
  const form = useForm<RecordPlanUpdate>(
    { reference, action_id: action.id, on: typedDate(session.today), state: action.state, note: '' },
    draft.planUpdate(reference, action.id),
  );
  const send = async (values: RecordPlanUpdate) => {
    await call('record_plan_update', values);
    return () => {
      sayOnNextPage('The progress of the plan was saved.');
      go(back);
    };
  };
  return (
    <FormPage
      form={form} title={TITLE} caption={reference} back={{ to: back, text: 'the case' }} onSubmit={send}
      before={<Inset>{action.what}<br />{action.owner_role}, {action.agency}. Due {sayDate(action.due_on)}.</Inset>}
      buttons={<><Button type="submit" busy={form.busy}>Save the update</Button><Link to={back} quiet>Leave, and finish later</Link></>}
    >
      <DateField name="on" label="Day of the progress" />
      <Radios name="state" label="Where the action stands" choices={Object.entries(PLAN_ACTION).map(([value, { text }]) => ({ value, label: text }))} />
      <TextArea name="note" label="What was done, or why not" rows={4} />
    </FormPage>
  );
}
