// The facts of a case as fields. Nothing but the opening date must be known; a blank is shown as not recorded.
import type { JSX } from 'preact';
import type { CaseFacts, ChoicesView } from '../../api/types';
import { Checkboxes, OneOf, Radios, Select } from '../../components/form/choice';
import { Rows } from '../../components/form/rows';
import { DateField, TextField } from '../../components/form/text';
import { useDesk } from '../../session';
import { offered, peopleWith, teamsOffered } from '../../words/choices';

const YES_NO = [{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }];
const NOT_RECORDED = 'Not recorded';

export function FactsFields({ standing }: { standing: CaseFacts | null }): JSX.Element {
  const { choices } = useDesk();
  const one = (list: string, code: string | null | undefined) => offered(choices, list, code ? [code] : []);
  const many = (list: string, codes: string[] | undefined) => offered(choices, list, codes ?? []);
  return (
    <>
      <h2 class="govuk-heading-m">The child</h2>
      <p class="govuk-hint">Never type a name, date of birth, address, UPN or NHS number anywhere.</p>
      <TextField name="facts.age_at_referral" label="Age at referral, in whole years" width={2} numeric />
      <Radios name="facts.sex" label="Sex" choices={one('sex', standing?.sex)} blank={NOT_RECORDED} />
      <Select name="facts.ethnicity" label="Ethnicity" choices={one('ethnicity', standing?.ethnicity)} blank={NOT_RECORDED} />
      <Checkboxes name="facts.disabilities" label="Disabilities" choices={many('disability', standing?.disabilities)} />
      <Rows name="facts.statuses" title="Social-care status" one="status" atLeast={0} blank={() => ({ status: '', from: '', to: '' })}>
        {(name) => (
          <div class="cw-row__fields">
            <Select name={`${name}.status`} label="Status" choices={many('care_status', standing?.statuses.map(({ status }) => status))} plain />
            <DateField name={`${name}.from`} label="From" plain />
            <DateField name={`${name}.to`} label="To, if it ended" plain />
          </div>
        )}
      </Rows>
      <h2 class="govuk-heading-m">The concern</h2>
      <Select name="facts.referral_source" label="Who referred the child" choices={one('referral_source', standing?.referral_source)} blank={NOT_RECORDED} />
      <OneOf name="facts.evidence_of_harm" label="Evidence of harm" hint="A fact of its own, apart from the level of risk." choices={one('evidence_of_harm', standing?.evidence_of_harm)} blank={NOT_RECORDED} />
      <Checkboxes name="facts.models" label="Models of exploitation" choices={many('exploitation_model', standing?.models)} />
      <Checkboxes name="facts.contexts" label="Contexts" choices={many('exploitation_context', standing?.contexts)} />
      <Checkboxes name="facts.factors" label="Factors found at assessment" choices={many('assessment_factor', standing?.factors)} />
      <Radios name="facts.placed_out_of_area" label="Is the child placed out of the area?" choices={YES_NO} blank={NOT_RECORDED} inline />
      <DateField name="facts.school_absence_checked_on" label="When school absence was last checked against this case" />
    </>
  );
}

/** Team, practitioner and manager. `standing` are those who hold the case now. */
export function WorkerFields({ choices, standing }: {
  choices: ChoicesView;
  standing?: { team: string; practitioner: string; manager: string };
}): JSX.Element {
  return (
    <>
      <h2 class="govuk-heading-m">Who works the case</h2>
      <Select name="team" label="Team" choices={teamsOffered(choices, standing?.team)} blank="None" />
      <Select name="practitioner" label="Practitioner" choices={peopleWith(choices, 'practitioner', standing?.practitioner ?? null)} blank="Nobody yet" />
      <Select name="manager" label="Manager" choices={peopleWith(choices, 'manager', standing?.manager ?? null)} blank="Nobody yet" />
    </>
  );
}
