// The wording of a line of guidance, and who checked it against its source.
import type { JSX } from 'preact';
import { call } from '../../api/call';
import type { RecordRequirement, RequirementView } from '../../api/types';
import { Button, Link } from '../../components/button';
import { useForm } from '../../components/form/form';
import { FormPage } from '../../components/form/form_page';
import { DateField, TextArea, TextField } from '../../components/form/text';
import { Loading, useLoad } from '../../components/load';
import { Page, sayOnNextPage } from '../../components/page';
import { go } from '../../router';
import { typedDate } from '../../words/dates';
import type { PageProps } from '..';
import { CATALOGUE } from './presenter';

export function RequirementFormPage({ at }: PageProps): JSX.Element {
  const load = useLoad('view_action_plan', { as_at: null });
  const line = load.view?.requirements.find(({ id }) => id === at.requirement);
  if (line) return <RequirementForm line={line} />;
  const back = { to: '#/action-plan/coverage', text: 'coverage' };
  return <Page title="Line of guidance" back={back}><Loading of={load} what="the guidance">{() => <p class="govuk-body">There is no such line.</p>}</Loading></Page>;
}

function RequirementForm({ line }: { line: RequirementView }): JSX.Element {
  const back = { to: `#/action-plan/coverage?catalogue=${line.catalogue}`, text: 'coverage' };
  const form = useForm<RecordRequirement>({
    id: line.id, theme: line.theme, text: line.text, checked_by: line.checked_by, checked_on: typedDate(line.checked_on || null),
  });
  const send = async (values: RecordRequirement) => {
    await call('record_requirement', values);
    return () => {
      sayOnNextPage(`${line.id} was saved.`);
      go(back.to);
    };
  };
  return (
    <FormPage
      form={form} title={`Change line ${line.id}`} caption={CATALOGUE[line.catalogue]} back={back} onSubmit={send}
      before={<p class="govuk-body">The wording that came with the program rests on: {line.basis}. Read the source, put the wording right, and say who did so.</p>}
      buttons={<><Button type="submit" busy={form.busy}>Save the line</Button><Link to={back.to} quiet>Leave it as it is</Link></>}
    >
      <TextArea name="text" label="What it asks, in a sentence" rows={3} />
      <TextField name="theme" label="Theme" width={20} />
      <TextField name="checked_by" label="Checked against the source by (optional)" hint="By role" width={30} />
      <DateField name="checked_on" label="Checked on" />
    </FormPage>
  );
}
