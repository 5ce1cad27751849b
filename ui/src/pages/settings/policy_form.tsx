// A new policy from a day on. It begins as a copy of the one in force.
import type { JSX } from 'preact';
import { call } from '../../api/call';
import type { Policy } from '../../api/types';
import { Button, Link } from '../../components/button';
import { useForm } from '../../components/form/form';
import { FormPage } from '../../components/form/form_page';
import { Rows } from '../../components/form/rows';
import { DateField, TextField } from '../../components/form/text';
import { Loading, useLoad } from '../../components/load';
import { Page, sayOnNextPage } from '../../components/page';
import { go } from '../../router';
import { useDesk } from '../../session';
import { CLOCK, CLOCKS } from './presenter';
import { policyForm, policyRequest, type PolicyValues } from './policy_values';
import { Settings } from './settings_page';

const BACK = { to: '#/settings/policy', text: 'the time limits' };

export function PolicyFormPage(): JSX.Element {
  const load = useLoad('view_policy', {});
  const inForce = load.view?.policies.find(({ effective_from: from }) => from === load.view?.in_force);
  if (inForce) return <Settings><PolicyForm inForce={inForce} /></Settings>;
  return <Settings><Page title="Set a new policy" back={BACK}><Loading of={load} what="the policy">{() => null}</Loading></Page></Settings>;
}

function PolicyForm({ inForce }: { inForce: Policy }): JSX.Element {
  const { reloadChoices } = useDesk();
  const form = useForm<PolicyValues>(policyForm(inForce));
  const send = async (values: PolicyValues) => {
    await call('record_policy', policyRequest(values));
    return () => {
      void reloadChoices();
      sayOnNextPage('The policy was saved.');
      go(BACK.to);
    };
  };
  return (
    <FormPage
      form={form} title="Set a new policy" back={BACK} onSubmit={send}
      buttons={<><Button type="submit" busy={form.busy}>Save the policy</Button><Link to={BACK.to} quiet>Cancel</Link></>}
    >
      <DateField name="effective_from" label="From which day does it hold?" hint="Today or later." />
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
      <h2 class="govuk-heading-m">Time limits</h2>
      {CLOCKS.map((clock) => <TextField key={clock} name={`clocks.${clock}`} label={`${CLOCK[clock].label} (${CLOCK[clock].unit})`} width={4} numeric />)}
    </FormPage>
  );
}
