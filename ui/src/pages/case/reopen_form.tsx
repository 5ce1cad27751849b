// Opening a closed case again, from a day on. The earlier period stays as it was.
import type { JSX } from 'preact';
import { call } from '../../api/call';
import type { CaseView, ReopenCase } from '../../api/types';
import { Button, Link } from '../../components/button';
import { useForm } from '../../components/form/form';
import { FormPage } from '../../components/form/form_page';
import { DateField, TextArea } from '../../components/form/text';
import { Loading, useLoad } from '../../components/load';
import { Inset } from '../../components/notice';
import { Page, sayOnNextPage } from '../../components/page';
import { go, href } from '../../router';
import { sayDate } from '../../words/dates';
import type { PageProps } from '..';
import { draft } from '../start/draft_route';

const TITLE = 'Open this case again';

export function ReopenPage({ at }: PageProps): JSX.Element {
  const reference = at.reference ?? '';
  const load = useLoad('view_case', { reference });
  if (load.view?.closed_on) return <ReopenForm view={load.view} closedOn={load.view.closed_on} />;
  return (
    <Page title={TITLE} caption={reference}>
      <Loading of={load} what="the case">{() => <p class="govuk-body">This case is open. <Link to={href(`/cases/${reference}`)}>Go to the case</Link></p>}</Loading>
    </Page>
  );
}

function ReopenForm({ view, closedOn }: { view: CaseView; closedOn: string }): JSX.Element {
  const { reference } = view;
  const back = href(`/cases/${reference}`);
  const form = useForm<ReopenCase>({ reference, version: view.version, reopened_on: '', reason: '' }, draft.reopen(reference));
  const send = async (values: ReopenCase) => {
    await call('reopen_case', values);
    return () => {
      sayOnNextPage('The case is open again. What is owed on it is counted from that day.');
      go(back);
    };
  };
  const loadNow = async () => form.set('version', (await call('view_case', { reference })).version);
  return (
    <FormPage
      form={form} title={TITLE} caption={reference} back={{ to: back, text: 'the case' }} onSubmit={send} onChanged={() => void loadNow()}
      before={<Inset>It closed on {sayDate(closedOn)}. What was written and signed until then stays as it was, and nothing is owed for the time between.</Inset>}
      buttons={<><Button type="submit" busy={form.busy}>Open the case again</Button><Link to={back} quiet>Leave, and finish later</Link></>}
    >
      <DateField name="reopened_on" label="From which day is it open again?" hint={`On or after ${sayDate(closedOn)}, and not in the future.`} />
      <TextArea name="reason" label="Why is it opened again?" hint="No names, addresses, dates of birth or numbers." rows={4} />
    </FormPage>
  );
}
