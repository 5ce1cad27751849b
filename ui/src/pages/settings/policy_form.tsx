// A new policy from a day on, or a change to one that is to come. It is read as what would fall due before it is saved.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { call } from '../../api/call';
import type { Policy, PolicyPreview } from '../../api/types';
import { Button, Link } from '../../components/button';
import { Select } from '../../components/form/choice';
import { FieldSet, useField } from '../../components/form/field';
import { useForm } from '../../components/form/form';
import { FormPage } from '../../components/form/form_page';
import { Rows } from '../../components/form/rows';
import { DateField, TextField } from '../../components/form/text';
import { Loading, useLoad } from '../../components/load';
import { Page, sayOnNextPage } from '../../components/page';
import { go } from '../../router';
import { useDesk } from '../../session';
import { offered, type Choice } from '../../words/choices';
import { sayDate } from '../../words/dates';
import { sayLevel } from '../../words/labels';
import type { PageProps } from '..';
import { draft } from '../start/draft_route';
import { PolicyPreviewPage } from './policy_preview_page';
import { BLANK_FLOOR, levelCode, policyForm, policyRequest, type Fact, type FloorValues, type PolicyValues } from './policy_values';
import { CLOCK, CLOCKS } from './presenter';
import { Settings } from './settings_page';

const BACK = { to: '#/settings/policy', text: 'the time limits' };

export function PolicyFormPage({ query }: PageProps): JSX.Element {
  const load = useLoad('view_policy', {});
  const from = query.from ?? '';
  const policies = load.view?.policies ?? [];
  const toCome = policies.find(({ effective_from: day }) => day === from) ?? null;
  const begin = toCome ?? policies.find(({ effective_from: day }) => day === load.view?.in_force);
  if (begin) return <Settings><PolicyForm key={from} begin={begin} changing={toCome !== null} /></Settings>;
  return <Settings><Page title={titleOf(from !== '')} back={BACK}><Loading of={load} what="the policy">{() => null}</Loading></Page></Settings>;
}

function PolicyForm({ begin, changing }: { begin: Policy; changing: boolean }): JSX.Element {
  const { reloadChoices } = useDesk();
  const form = useForm<PolicyValues>(policyForm(begin, changing), draft.policy(changing ? begin.effective_from : ''));
  const [preview, setPreview] = useState<PolicyPreview | null>(null);
  const look = async (values: PolicyValues) => {
    const found = await call('preview_policy', policyRequest(values));
    return () => setPreview(found);
  };
  const save = async (values: PolicyValues) => {
    try {
      await call('record_policy', policyRequest(values));
    } catch (thrown) {
      // What is wrong belongs to its field, and the fields are on the form.
      setPreview(null);
      throw thrown;
    }
    return () => {
      void reloadChoices();
      sayOnNextPage(`The policy was saved. It holds from ${preview ? sayDate(preview.effective_from) : values.effective_from}.`);
      go(BACK.to);
    };
  };
  if (preview) return <PolicyPreviewPage key="preview" preview={preview} busy={form.busy} save={() => void form.send(save)} change={() => setPreview(null)} />;
  return (
    <FormPage
      key="form" form={form} title={titleOf(changing)} back={BACK} wide onSubmit={look} asks working="Working out what would fall due…"
      buttons={<><Button type="submit" busy={form.busy}>Preview what would fall due</Button><Link to={BACK.to} quiet>Leave, and finish later</Link></>}
    >
      <DateField name="effective_from" label="From which day does it hold?" hint="Tomorrow or later, so that nothing that was due before it changes." />
      <Rows name="levels" title="Levels of risk, most serious first" one="level" blank={() => ({ level: '', review_every_days: '', ceiling_months: '', critical_after_days: '' })}>
        {(name) => (
          <div class="cw-row__fields">
            <TextField name={`${name}.level`} label="Level" width={10} plain />
            <TextField name={`${name}.review_every_days`} label="A review every (days)" width={4} numeric plain />
            <TextField name={`${name}.ceiling_months`} label="Never later than (months)" width={4} numeric plain />
            <TextField name={`${name}.critical_after_days`} label="Critical after (days late)" width={4} numeric plain />
          </div>
        )}
      </Rows>
      <Clocks />
      <Floors levels={levelsTyped(form.values)} />
    </FormPage>
  );
}

function Clocks(): JSX.Element {
  const field = useField('clocks', undefined);
  return (
    <div id="clocks">
      <FieldSet field={field} label="Time limits" hint={undefined} size="m">
        <div class="cw-clocks">
          {CLOCKS.map((clock) => <TextField key={clock} name={`clocks.${clock}`} label={`${CLOCK[clock].label} (${CLOCK[clock].unit})`} width={4} numeric plain />)}
        </div>
      </FieldSet>
    </div>
  );
}

const FACTS: Record<Fact, string> = {
  age_under: 'Younger at referral than',
  evidence_of_harm: 'Evidence of harm is recorded as',
  missing_within: 'Missing in the last',
  out_of_area: 'Placed out of the area',
};

function Floors({ levels }: { levels: Choice[] }): JSX.Element {
  return (
    <>
      <Rows<FloorValues> name="floors" title="Floors: levels that are warned of where they are lower" one="floor" atLeast={0} blank={() => BLANK_FLOOR}>
        {(name) => <Floor name={name} levels={levels} />}
      </Rows>
      <p class="govuk-hint">A floor warns whoever reads or signs. It sets no level, and a lower one can still be signed.</p>
    </>
  );
}

function Floor({ name, levels }: { name: string; levels: Choice[] }): JSX.Element {
  const { choices } = useDesk();
  const fact = useField(`${name}.fact`, undefined).value;
  const code = useField(`${name}.code`, undefined).value;
  return (
    <div class="cw-row__fields">
      <Select name={`${name}.fact`} label="Where this holds" choices={Object.entries(FACTS).map(([value, label]) => ({ value, label }))} plain />
      {fact === 'age_under' && <TextField name={`${name}.number`} label="Years" width={3} numeric plain />}
      {fact === 'missing_within' && <TextField name={`${name}.number`} label="Days" width={3} numeric plain />}
      {fact === 'evidence_of_harm' && <Select name={`${name}.code`} label="Recorded as" choices={offered(choices, 'evidence_of_harm', typeof code === 'string' ? [code] : [])} plain />}
      <Select name={`${name}.at_least`} label="The level is at least" choices={levels} plain />
    </div>
  );
}

/** The levels that the form names, to choose a floor from. */
function levelsTyped(values: PolicyValues): Choice[] {
  const codes = values.levels.map(({ level }) => levelCode(level)).filter((code) => code !== '');
  return [...new Set(codes)].map((code) => ({ value: code, label: sayLevel(code) }));
}

function titleOf(changing: boolean): string {
  return changing ? 'Change a policy that is to come' : 'Set a new policy';
}
