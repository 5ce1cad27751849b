// Changing the facts of a case, or who works it and why.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { call } from '../../api/call';
import type { CaseView } from '../../api/types';
import { Button, Link } from '../../components/button';
import { Lines } from '../../components/content';
import { Select } from '../../components/form/choice';
import { useForm } from '../../components/form/form';
import { FormPage } from '../../components/form/form_page';
import { Loading, useLoad } from '../../components/load';
import { Inset } from '../../components/notice';
import { Page, sayOnNextPage } from '../../components/page';
import { SummaryList } from '../../components/summary_list';
import { go, href } from '../../router';
import { useDesk } from '../../session';
import { offered } from '../../words/choices';
import { changeCase, changeForm, type ChangeCaseForm } from '../../words/facts';
import type { PageProps } from '..';
import { draft } from '../start/draft_route';
import { factLines, placeLines } from './facts';
import { FactsFields, WorkerFields } from './facts_fields';

const TITLE = 'Change the facts of the case';

export function ChangeCasePage({ at }: PageProps): JSX.Element {
  const reference = at.reference ?? '';
  const load = useLoad('view_case', { reference });
  if (load.view) return <ChangeForm view={load.view} />;
  return <Page title={TITLE} caption={reference}><Loading of={load} what="the case">{() => null}</Loading></Page>;
}

function ChangeForm({ view }: { view: CaseView }): JSX.Element {
  const { choices } = useDesk();
  const start = changeForm(view);
  const [now, setNow] = useState<CaseView | null>(null);
  const form = useForm<ChangeCaseForm>(start, draft.changeCase(view.reference));
  const back = href(`/cases/${view.reference}`);
  const send = async (values: ChangeCaseForm) => {
    await call('change_case', changeCase(values));
    return () => {
      sayOnNextPage('The facts of the case were saved.');
      go(back);
    };
  };
  const load = async () => {
    const fresh = await call('view_case', { reference: view.reference });
    form.set('version', fresh.version);
    setNow(fresh);
  };
  const moved = form.values.practitioner !== start.practitioner || form.values.manager !== start.manager;
  return (
    <FormPage
      form={form} title={TITLE} caption={view.reference} back={{ to: back, text: 'the case' }} onSubmit={send} onChanged={() => void load()}
      before={now && <ThereNow view={now} />}
      buttons={<><Button type="submit" busy={form.busy}>Save the facts</Button><Link to={back} quiet>Leave, and finish later</Link></>}
    >
      <WorkerFields choices={choices} standing={start} />
      {(moved || form.values.worker_change_reason !== '') && (
        <Select name="worker_change_reason" label="Why did the practitioner or manager change?" choices={offered(choices, 'worker_change_reason')} />
      )}
      <FactsFields standing={view.facts} />
    </FormPage>
  );
}

function ThereNow({ view }: { view: CaseView }): JSX.Element {
  const { choices } = useDesk();
  const lines = [...placeLines(view), ...factLines(view.facts, choices)];
  return (
    <Inset>
      <h2 class="govuk-heading-s">What is there now</h2>
      <SummaryList compact lines={lines.map(({ label, value }) => ({ key: label, value: <Lines value={value} /> }))} />
    </Inset>
  );
}
