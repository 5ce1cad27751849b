// Drawing a sample: from which cases, in which strata, how many, with which seed, and who is left out for which reason.
import type { JSX } from 'preact';
import { call } from '../../api/call';
import type { DrawSample } from '../../api/types';
import { Button, Link } from '../../components/button';
import { Checkboxes, Radios } from '../../components/form/choice';
import { useForm } from '../../components/form/form';
import { FormPage } from '../../components/form/form_page';
import { Rows } from '../../components/form/rows';
import { DateField, TextField } from '../../components/form/text';
import { sayOnNextPage } from '../../components/page';
import { go, href } from '../../router';
import { useDesk } from '../../session';
import { count, typedDate } from '../../words/dates';
import { ALLOCATIONS, POPULATIONS, STRATA, isOnADay, sampleForm } from './presenter';

const BACK = { to: '#/samples', text: 'the samples' };

export function DrawSamplePage(): JSX.Element {
  const { session } = useDesk();
  const form = useForm<DrawSample>(sampleForm(typedDate(session.today)));
  const send = async (values: DrawSample) => {
    const drawn = await call('draw_sample', values);
    return () => {
      sayOnNextPage(`${count(drawn.size, 'case was', 'cases were')} drawn.`);
      go(href(`/samples/${drawn.id}`));
    };
  };
  return (
    <FormPage
      form={form} title="Draw a sample" back={BACK} onSubmit={send} working="Drawing the sample…"
      buttons={<><Button type="submit" busy={form.busy}>Draw the sample</Button><Link to={BACK.to} quiet>Leave it</Link></>}
    >
      <TextField name="title" label="What is the sample for?" hint="For example, Quality of plans, autumn 2026." width={30} />
      <Radios name="cases" label="Which cases is it drawn from?" choices={POPULATIONS} />
      {isOnADay(form.values.cases) ? <DateField name="on" label="On which day?" /> : (
        <div class="cw-row__fields">
          <DateField name="from" label="First day" />
          <DateField name="to" label="Last day" />
        </div>
      )}
      <Checkboxes name="stratify_by" label="Divide the cases into strata by" hint="Select all that apply, or none." choices={STRATA} />
      <Radios name="allocation" label="How many from each stratum?" choices={ALLOCATIONS} />
      <TextField name="size" label="How many cases in all?" width={4} numeric />
      <TextField name="seed" label="Seed" hint="Any words or numbers that were agreed before anybody knew the list, such as the date of the inspection. With the same seed anybody draws the same cases." width={30} />
      <DateField name="not_sampled_since" label="Leave out cases of samples drawn since" hint="Leave empty to leave out none." />
      <Rows name="left_out" title="Cases that are left out" one="case" atLeast={0} blank={() => ({ reference: '', reason: '' })}>
        {(name) => (
          <>
            <TextField name={`${name}.reference`} label="Case" plain width={10} />
            <TextField name={`${name}.reason`} label="Why is it left out?" plain width={30} />
          </>
        )}
      </Rows>
    </FormPage>
  );
}
