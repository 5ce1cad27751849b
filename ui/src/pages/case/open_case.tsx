// Opening a case: one child's CSE concern, under a random reference.
import type { JSX } from 'preact';
import { call } from '../../api/call';
import { Button, Link } from '../../components/button';
import { Radios } from '../../components/form/choice';
import { useForm } from '../../components/form/form';
import { FormPage } from '../../components/form/form_page';
import { DateField, TextField } from '../../components/form/text';
import { sayOnNextPage } from '../../components/page';
import { go, href } from '../../router';
import { useDesk } from '../../session';
import { levelsOffered } from '../../words/choices';
import { blankCase, openCase, type OpenCaseForm } from '../../words/facts';
import { draft } from '../start/draft_route';
import { FactsFields, WorkerFields } from './facts_fields';

export function OpenCasePage(): JSX.Element {
  const { choices, session } = useDesk();
  const me = session.person.roles.includes('practitioner') ? session.person.id : '';
  const form = useForm<OpenCaseForm>(blankCase(me), draft.openCase());
  const send = async (values: OpenCaseForm) => {
    const { reference } = await call('open_case', openCase(values));
    return () => {
      sayOnNextPage(`The case is open as ${reference}. Write that reference on the child’s own file.`);
      go(href(`/cases/${reference}`));
    };
  };
  return (
    <FormPage
      form={form} title="Open a case" back={{ to: '#/cases', text: 'cases' }} onSubmit={send}
      before={<p class="govuk-body">The case gets a random reference. Only the date must be known today; anything left out is shown as not recorded and can be added later.</p>}
      buttons={<><Button type="submit" busy={form.busy}>Open the case</Button><Link to="#/cases" quiet>Leave, and finish later</Link></>}
    >
      <DateField name="opened_on" label="When was the case opened?" />
      <Radios name="level" label="Level of risk, in your judgement" hint="A manager confirms it at sign-off." choices={levelsOffered(choices)} blank="Not yet judged" />
      <TextField
        name="child_id" label="The authority’s own id for the child (optional)" width={20}
        hint="Lets lists be matched later. The id is turned into a code that cannot be turned back, and is not kept."
      />
      <WorkerFields choices={choices} />
      <FactsFields standing={null} />
    </FormPage>
  );
}
