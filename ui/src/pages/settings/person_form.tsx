// Adding a person, changing their roles, giving them a passphrase, ending their access.
import type { JSX } from 'preact';
import { call } from '../../api/call';
import type { AddPerson, PersonView, Role } from '../../api/types';
import { Button, Link } from '../../components/button';
import { Checkboxes, Select } from '../../components/form/choice';
import { Details } from '../../components/details';
import { useForm } from '../../components/form/form';
import { FormPage } from '../../components/form/form_page';
import { PassphraseField, TextField } from '../../components/form/text';
import { Loading, useLoad } from '../../components/load';
import { Page, sayOnNextPage } from '../../components/page';
import { go } from '../../router';
import { useDesk } from '../../session';
import { teamsOffered } from '../../words/choices';
import { ROLE, ROLE_MAY } from '../../words/labels';
import type { PageProps } from '..';
import { Settings } from './settings_page';

const BACK = { to: '#/settings', text: 'people' };
const ROLES = (Object.keys(ROLE) as Role[]).map((role) => ({ value: role, label: `${ROLE[role]}: ${ROLE_MAY[role].charAt(0).toLowerCase()}${ROLE_MAY[role].slice(1)}` }));

export function PersonPage({ at }: PageProps): JSX.Element {
  const load = useLoad('list_people', {});
  const person = load.view?.people.find(({ id }) => id === at.person) ?? null;
  if (load.view && (at.person === 'new' || person)) return <Settings><PersonForm person={person} /></Settings>;
  return <Settings><Page title="Person" back={BACK}><Loading of={load} what="the people">{() => <p class="govuk-body">There is no such person.</p>}</Loading></Page></Settings>;
}

function PersonForm({ person }: { person: PersonView | null }): JSX.Element {
  const { choices, reloadChoices, session } = useDesk();
  const form = useForm<AddPerson>({ id: person?.id ?? null, name: person?.name ?? '', roles: person?.roles ?? [], passphrase: '', team: person?.team ?? '' });
  const saved = (words: string) => () => {
    void reloadChoices();
    sayOnNextPage(words);
    go(BACK.to);
  };
  const send = async (values: AddPerson) => {
    if (person && (person.can_sign_in || values.passphrase === '')) {
      await call('change_person', { id: person.id, name: values.name, roles: values.roles, team: values.team, active: true });
    } else {
      await call('add_person', values);
    }
    return saved(`${values.name} was saved.`);
  };
  const end = async (values: AddPerson) => {
    if (person) await call('change_person', { id: person.id, name: values.name, roles: values.roles, team: values.team, active: false });
    return saved(`The access of ${values.name} has ended, and the register has a new key.`);
  };
  return (
    <FormPage
      form={form} title={person ? `Change ${person.name}` : 'Add a person'} back={BACK} onSubmit={send}
      buttons={<><Button type="submit" busy={form.busy}>{person && !person.active ? 'Give access again' : 'Save the person'}</Button><Link to={BACK.to} quiet>Cancel</Link></>}
    >
      <TextField name="name" label="Name" width={30} />
      <Checkboxes name="roles" label="Roles" choices={ROLES} />
      <Select name="team" label="Team" hint="What “my team” means on their start page and worklist." choices={teamsOffered(choices, person?.team ?? '')} blank="None" />
      {!person?.can_sign_in && (
        <PassphraseField
          name="passphrase" label="First passphrase" fresh
          hint="At least 12 characters. Tell it to them in person; they change it when they first sign in. Leave empty for someone who works cases and does not sign in."
        />
      )}
      {person?.active && person.id !== session.person.id && (
        <Details summary="End this person’s access">
          <p class="govuk-body">They can no longer sign in, and the register gets a new key. Their work and their sign-offs stay.</p>
          <Button kind="warning" busy={form.busy} onClick={() => void form.send(end)}>End the access of {person.name}</Button>
        </Details>
      )}
    </FormPage>
  );
}
