// Recording that a pack was shared: with whom, given to whom there, when, and by what means.
import type { JSX } from 'preact';
import { call } from '../../api/call';
import type { PacksView, RecipientsView, RecordSharing } from '../../api/types';
import { Button, Link, LinkButton } from '../../components/button';
import { OneOf, Select } from '../../components/form/choice';
import { useForm } from '../../components/form/form';
import { FormPage } from '../../components/form/form_page';
import { DateField, TextArea, TextField } from '../../components/form/text';
import { Loading, useLoad } from '../../components/load';
import { Empty, Warning } from '../../components/notice';
import { Page, sayOnNextPage } from '../../components/page';
import { go, type Query } from '../../router';
import { useDesk } from '../../session';
import { offered } from '../../words/choices';
import { typedDate } from '../../words/dates';
import type { PageProps } from '..';
import { needsReason, packChoices, recipientChoices, sharingRequest } from './presenter';

const BACK = { to: '#/sharing', text: 'the sharing log' };
const TITLE = 'Record that a pack was shared';

export function RecordSharingPage({ query }: PageProps): JSX.Element {
  const packs = useLoad('list_packs', {});
  const recipients = useLoad('list_recipients', {});
  if (packs.view && recipients.view && packs.view.packs.length > 0) return <RecordForm packs={packs.view} recipients={recipients.view} query={query} />;
  return (
    <Page title={TITLE} back={BACK}>
      <Loading of={recipients} what="the recipients">{() => null}</Loading>
      <Loading of={packs} what="the packs">
        {(view) => (view.packs.length === 0 ? <><Empty>No pack was made yet. Make one first: only what was made here can be recorded as shared.</Empty><LinkButton to="#/summary">Make a pack</LinkButton></> : null)}
      </Loading>
    </Page>
  );
}

function RecordForm({ packs, recipients, query }: { packs: PacksView; recipients: RecipientsView; query: Query }): JSX.Element {
  const { choices, session } = useDesk();
  const chosen = packs.packs.find(({ pack_id: id }) => id === query.pack);
  const form = useForm<RecordSharing>({
    pack_id: chosen?.pack_id ?? (packs.packs.length === 1 ? (packs.packs[0]?.pack_id ?? '') : ''),
    recipient: query.recipient ?? chosen?.recipient ?? '',
    shared_on: typedDate(session.today),
    to_role: '',
    means: '',
    reason: '',
  });
  const wider = needsReason(form.values, packs.packs, recipients.recipients);
  const send = async (values: RecordSharing) => {
    await call('record_sharing', sharingRequest(wider ? values : { ...values, reason: '' }));
    return () => {
      sayOnNextPage('That the pack was shared is recorded.');
      go(BACK.to);
    };
  };
  return (
    <FormPage
      form={form} title={TITLE} back={BACK} onSubmit={send}
      buttons={<><Button type="submit" busy={form.busy}>Record it</Button><Link to={BACK.to} quiet>Leave it</Link></>}
    >
      <Select name="pack_id" label="Which pack?" choices={packChoices(packs.packs)} />
      <Select name="recipient" label="With whom was it shared?" choices={recipientChoices(recipients.recipients)} />
      {wider && (
        <>
          <Warning>This pack shows more than this recipient is usually shown.</Warning>
          <TextArea name="reason" label="Why may they see more?" rows={3} />
        </>
      )}
      <TextField name="to_role" label="Who was given it?" hint="Their part, not a name. For example, Chair of the board." width={30} />
      <DateField name="shared_on" label="When?" />
      <OneOf name="means" label="By what means?" choices={offered(choices, 'sharing_means')} />
    </FormPage>
  );
}
