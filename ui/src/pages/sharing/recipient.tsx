// Somebody with whom progress is shared: how often, how much they are usually shown, and whether that has ended.
import type { JSX } from 'preact';
import { call } from '../../api/call';
import type { RecipientView } from '../../api/types';
import { Button, Link } from '../../components/button';
import { Radios, Tick } from '../../components/form/choice';
import { useForm } from '../../components/form/form';
import { FormPage } from '../../components/form/form_page';
import { TextField } from '../../components/form/text';
import { Loading, useLoad } from '../../components/load';
import { Page, sayOnNextPage } from '../../components/page';
import { go } from '../../router';
import { PROFILES } from '../../words/profiles';
import type { PageProps } from '..';
import { recipientForm, recipientRequest, type RecipientValues } from './presenter';

const BACK = { to: '#/sharing', text: 'the sharing log' };

export function RecipientPage({ at }: PageProps): JSX.Element {
  const asked = at.recipient ?? 'new';
  const load = useLoad('list_recipients', {});
  const found = load.view?.recipients.find(({ code }) => code === asked) ?? null;
  if (asked === 'new' || found) return <RecipientForm key={asked} recipient={found} />;
  return <Page title="Recipient" back={BACK}><Loading of={load} what="the recipients">{() => <p class="govuk-body">There is no such recipient.</p>}</Loading></Page>;
}

function RecipientForm({ recipient }: { recipient: RecipientView | null }): JSX.Element {
  const form = useForm<RecipientValues>(recipientForm(recipient));
  const send = async (values: RecipientValues) => {
    await call('record_recipient', recipientRequest(values));
    return () => {
      sayOnNextPage('The recipient was saved.');
      go(BACK.to);
    };
  };
  return (
    <FormPage
      form={form} title={recipient ? 'Change the recipient' : 'Add a recipient'} caption={recipient?.name} back={BACK} onSubmit={send}
      buttons={<><Button type="submit" busy={form.busy}>Save the recipient</Button><Link to={BACK.to} quiet>Leave it</Link></>}
    >
      <TextField name="name" label="Name" hint="The part, not a person. For example, Chief Executive." width={30} />
      <TextField name="organisation" label="Organisation" width={30} />
      <TextField name="interval_months" label="Every how many months is progress shared with them?" width={2} numeric />
      <Radios name="profile" label="How much are they usually shown?" choices={PROFILES} />
      {recipient && <Tick name="ended" label="Progress is no longer shared with them" hint="What was shared stays in the log." />}
    </FormPage>
  );
}
