// The action plan as the workbook that authorities circulate.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { call } from '../../api/call';
import { chooseFile } from '../../api/desk';
import type { ExportActionPlan, PlanExported } from '../../api/types';
import { Button } from '../../components/button';
import { useForm } from '../../components/form/form';
import { FormPage } from '../../components/form/form_page';
import { PathField } from '../../components/form/path';
import { DateField } from '../../components/form/text';
import { Inset } from '../../components/notice';
import { count } from '../../words/dates';
import type { PageProps } from '..';

export function ExportPlanPage({ query }: PageProps): JSX.Element {
  const form = useForm<ExportActionPlan & { as_at: string }>({ path: '', as_at: query.as_at ?? '' });
  const [written, setWritten] = useState<PlanExported | null>(null);
  const send = async (values: ExportActionPlan) => {
    const done = await call('export_action_plan', values);
    return () => setWritten(done);
  };
  return (
    <FormPage
      form={form} title="Save the action plan as a workbook" back={{ to: '#/action-plan', text: 'the action plan' }} onSubmit={send} working="Writing the workbook…"
      before={<p class="govuk-body">One table with real dates and no formulas, which others can fill in and you can bring in again. It holds the plan and nothing about any child.</p>}
      buttons={<Button type="submit" busy={form.busy}>Save the workbook</Button>}
    >
      <PathField name="path" label="File to save" hint="Its name ends in .xlsx" choose={{ by: () => chooseFile('action_plan_copy'), text: 'Choose where' }} />
      <DateField name="as_at" label="As at (optional)" hint="Today if left empty." />
      {written && <Inset>{written.file} was saved, with {count(written.actions, 'action')}.</Inset>}
    </FormPage>
  );
}
