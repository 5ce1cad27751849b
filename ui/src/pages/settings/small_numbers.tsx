// Up to which number children are hidden from partners and from the public, to what the rest is rounded, and changing that.
import type { JSX } from 'preact';
import { call } from '../../api/call';
import type { ThresholdView } from '../../api/types';
import { Button, Link } from '../../components/button';
import { useForm } from '../../components/form/form';
import { FormPage } from '../../components/form/form_page';
import { TextArea, TextField } from '../../components/form/text';
import { Loading, useLoad } from '../../components/load';
import { Page, sayOnNextPage } from '../../components/page';
import { Table } from '../../components/table';
import { go } from '../../router';
import { useDesk } from '../../session';
import { sayProfile } from '../../words/profiles';
import type { PageProps } from '..';
import { Settings } from './settings_page';
import { presentThresholds, thresholdForm, thresholdRequest, type ThresholdLine, type ThresholdValues } from './thresholds';

const BACK = { to: '#/settings/small-numbers', text: 'small numbers' };

export function SmallNumbersPage(): JSX.Element {
  const { may } = useDesk();
  const load = useLoad('list_packs', {});
  return (
    <Settings>
      <Page title="Small numbers">
        <p class="govuk-body">A number of children can be so small that somebody could tell who they are. In what partners or the public are given, [c] stands in its place.</p>
        <p class="govuk-body">A number that is not small is hidden too where a hidden one could be worked out from it. 0 is always shown. Inside the authority every number is shown.</p>
        <Loading of={load} what="what is hidden now">{(view) => <Now lines={presentThresholds(view.thresholds)} mayChange={may.decide} />}</Loading>
        {!may.decide && <p class="govuk-body">Only a manager can change this.</p>}
      </Page>
    </Settings>
  );
}

function Now({ lines, mayChange }: { lines: ThresholdLine[]; mayChange: boolean }): JSX.Element {
  return (
    <Table
      caption="How small numbers are shown now" rows={lines} rowKey={({ profile }) => profile}
      columns={[
        { heading: 'To', names: true, tight: true, cell: ({ who }) => who },
        { heading: 'Hidden', tight: true, cell: ({ hidden }) => hidden },
        { heading: 'Rounded', cell: ({ rounded }) => rounded },
        ...(mayChange ? [{ heading: 'Next', forHand: true, cell: ({ toChange, who }: ThresholdLine) => <Link to={toChange} quiet about={`how small numbers are shown to ${who.toLowerCase()}`}>Change</Link> }] : []),
      ]}
    />
  );
}

export function ChangeSmallNumbersPage({ at }: PageProps): JSX.Element {
  const { may } = useDesk();
  const load = useLoad('list_packs', {});
  const now = load.view?.thresholds.find(({ profile }) => profile === at.profile);
  if (now && may.decide) return <Settings><ThresholdForm key={now.profile} now={now} /></Settings>;
  return (
    <Settings>
      <Page title="Change how small numbers are shown" back={BACK}>
        <Loading of={load} what="what is hidden now">
          {() => <p class="govuk-body">{may.decide ? 'There is nothing to change here. Go back and choose partners or public.' : 'Only a manager can change this.'}</p>}
        </Loading>
      </Page>
    </Settings>
  );
}

function ThresholdForm({ now }: { now: ThresholdView }): JSX.Element {
  const form = useForm<ThresholdValues>(thresholdForm(now));
  const send = async (values: ThresholdValues) => {
    await call('record_thresholds', thresholdRequest(now.profile, values));
    return () => {
      sayOnNextPage('How small numbers are shown was saved. It holds for every pack made from now on.');
      go(BACK.to);
    };
  };
  return (
    <FormPage
      form={form} title="Change how small numbers are shown" caption={sayProfile(now.profile)} back={BACK} onSubmit={send}
      before={<p class="govuk-body">Packs that were made already stay as they are.</p>}
      buttons={<><Button type="submit" busy={form.busy}>Save</Button><Link to={BACK.to} quiet>Leave it</Link></>}
    >
      <TextField name="hidden_to" label="Up to which number are children hidden?" hint="For example, 5: then 1 to 5 is shown as [c]." width={3} numeric />
      <TextField name="rounded_to" label="To what is the rest rounded?" hint="For example, 5: then the rest is rounded to the nearest 5. Enter 1 to round nothing." width={3} numeric />
      <TextArea name="reason" label="Why they are changed" rows={3} />
    </FormPage>
  );
}
