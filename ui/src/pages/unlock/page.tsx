// Unlocking the register: who, and their own passphrase.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { atField, call } from '../../api/call';
import type { RegisterStatusView, SessionView, SignIn } from '../../api/types';
import { Button } from '../../components/button';
import { BareFrame } from '../../components/frame';
import { Radios, Select } from '../../components/form/choice';
import { useForm } from '../../components/form/form';
import { FormPage } from '../../components/form/form_page';
import { PassphraseField } from '../../components/form/text';
import { Inset } from '../../components/notice';
import { Recover } from './recover';

export function Unlock({ status, why, lastPerson, enter }: {
  status: RegisterStatusView;
  /** Why the register is locked, when it locked itself. */
  why: string;
  lastPerson: string;
  enter: (session: SessionView) => Promise<void>;
}): JSX.Element {
  const people = status.people.map(({ id, name }) => ({ value: id, label: name }));
  const first = people.find(({ value }) => value === lastPerson) ?? people[0];
  const form = useForm<SignIn>({ person_id: first?.value ?? '', passphrase: '' });
  const [lost, setLost] = useState(false);
  const send = async (values: SignIn) => {
    const session = await call('sign_in', values).catch(atField('passphrase'));
    return () => void enter(session);
  };
  const who = { name: 'person_id', label: 'Who are you?', choices: people };
  if (lost) return <Recover status={status} back={() => setLost(false)} enter={enter} />;
  return (
    <BareFrame>
      <FormPage
        form={form} title="Unlock the register" caption={status.authority ?? ''} onSubmit={send} working="Unlocking…"
        before={why && <Inset>{why}</Inset>}
        buttons={<><Button type="submit" busy={form.busy}>Unlock</Button><Button kind="secondary" onClick={() => setLost(true)}>I have lost my passphrase</Button></>}
      >
        {people.length <= 7 ? <Radios {...who} /> : <Select {...who} />}
        <PassphraseField name="passphrase" label="Passphrase" />
      </FormPage>
    </BareFrame>
  );
}
