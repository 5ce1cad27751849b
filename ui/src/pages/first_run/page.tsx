// No register yet: make one, and lock its recovery code away before anything is entered.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { call } from '../../api/call';
import type { CreateRegister, RegisterCreated, SessionView } from '../../api/types';
import { Button } from '../../components/button';
import { BareFrame } from '../../components/frame';
import { useForm } from '../../components/form/form';
import { FormPage } from '../../components/form/form_page';
import { PassphraseField, TextField } from '../../components/form/text';
import { RecoveryCode } from './recovery_code';

export function FirstRun({ directory, enter }: {
  directory: string;
  enter: (session: SessionView) => Promise<void>;
}): JSX.Element {
  const [created, setCreated] = useState<RegisterCreated | null>(null);
  const form = useForm<CreateRegister>({ authority: '', person_name: '', passphrase: '' });
  const send = async (values: CreateRegister) => {
    const made = await call('create_register', values);
    return () => setCreated(made);
  };
  if (created) return <RecoveryCode code={created.recovery_code} done={() => void enter(created.session)} />;
  return (
    <BareFrame>
      <FormPage
        form={form} title="Make the register" onSubmit={send} working="Making the register…"
        before={<p class="govuk-body">There is no register yet. It will be made in <strong class="cw-path">{directory}</strong> and
          encrypted. You are its first person and hold every role until you add others; your own work still needs another
          manager’s sign-off.</p>}
        buttons={<Button type="submit" busy={form.busy}>Make the register</Button>}
      >
        <TextField name="authority" label="Name of the authority" hint="For example, Northshire County Council" />
        <TextField name="person_name" label="Your name" />
        <PassphraseField
          name="passphrase" label="Passphrase" fresh
          hint="At least 12 characters. Four words that have nothing to do with each other are easy to remember and hard to guess. Nobody can look it up for you."
        />
      </FormPage>
    </BareFrame>
  );
}
