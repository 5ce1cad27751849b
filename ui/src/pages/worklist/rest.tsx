// A manager lets a flag rest until a day, and says why it is late: a pause with a name and an end, not a way to make it go.
import type { JSX } from 'preact';
import { call } from '../../api/call';
import type { FlagView } from '../../api/types';
import { Button, Link } from '../../components/button';
import { Radios } from '../../components/form/choice';
import { useForm } from '../../components/form/form';
import { FormPage } from '../../components/form/form_page';
import { DateField, TextArea } from '../../components/form/text';
import { Loading, useLoad } from '../../components/load';
import { Inset } from '../../components/notice';
import { Page, sayOnNextPage } from '../../components/page';
import { SeverityTag } from '../../components/tag';
import { go, type Query } from '../../router';
import { useDesk } from '../../session';
import { offered } from '../../words/choices';
import type { PageProps } from '..';
import { draft } from '../start/draft_route';
import { NOT_KNOWN, flagToRest, snoozeRequest, type RestValues } from './rest_values';
import { backFromRest, presentFlag } from './presenter';

const TITLE = 'Let a flag rest';

export function RestPage({ query }: PageProps): JSX.Element {
  const load = useLoad('view_case', { reference: query.reference ?? '' });
  const flag = load.view && flagToRest(load.view.flags, query);
  const back = backFromRest(query);
  if (flag) return <RestForm flag={flag} query={query} />;
  return (
    <Page title={TITLE} caption={query.reference} back={back}>
      <Loading of={load} what="the case">
        {() => <p class="govuk-body">This flag no longer stands, or rests already. <Link to={back.to}>Go to {back.text}</Link></p>}
      </Loading>
    </Page>
  );
}

function RestForm({ flag, query }: { flag: FlagView; query: Query }): JSX.Element {
  const { choices } = useDesk();
  const back = backFromRest(query);
  const shown = presentFlag(flag, 0);
  const form = useForm<RestValues>({ cause: '', reason: '', until: '' }, draft.rest(flag));
  const send = async (values: RestValues) => {
    await call('snooze_flag', snoozeRequest(flag, values));
    return () => {
      sayOnNextPage(`“${flag.says}” of ${flag.reference} is at rest. It is counted under “At rest” until then.`);
      go(back.to);
    };
  };
  return (
    <FormPage
      form={form} title={TITLE} caption={flag.reference} back={back} onSubmit={send}
      before={<Inset><strong>{flag.says}</strong> <SeverityTag severity={flag.severity} /> {shown.late}<br />{flag.explanation}</Inset>}
      buttons={<><Button type="submit" busy={form.busy}>Let it rest</Button><Link to={back.to} quiet>Leave, and finish later</Link></>}
    >
      <Radios name="cause" label="Why is it late?" choices={[...offered(choices, 'cause'), { value: NOT_KNOWN, label: 'Not known' }]} />
      <TextArea name="reason" label="Why it may rest, and who looks after the child meanwhile" hint="No names, addresses or numbers. Practitioners and managers read it in the worklist." rows={4} />
      <DateField name="until" label="The last day on which it rests" hint="Tomorrow to 92 days ahead." />
    </FormPage>
  );
}
