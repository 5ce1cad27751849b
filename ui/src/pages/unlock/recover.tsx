// A passphrase was lost: the printed recovery code opens the register, and the person chooses a new passphrase.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { call } from '../../api/call';
import type { RecoverAccess, RegisterCreated, RegisterStatusView, SessionView } from '../../api/types';
import { Button } from '../../components/button';
import { BareFrame } from '../../components/frame';
import { Radios, Select } from '../../components/form/choice';
import { useForm } from '../../components/form/form';
import { FormPage } from '../../components/form/form_page';
import { PassphraseField, TextField } from '../../components/form/text';
import { RecoveryCode } from '../first_run/recovery_code';

export function Recover({ status, back, enter }: {
  status: RegisterStatusView;
  back: () => void;
  enter: (session: SessionView) => Promise<void>;
}): JSX.Element {
  const people = status.people.map(({ id, name }) => ({ value: id, label: name }));
  const [opened, setOpened] = useState<RegisterCreated | null>(null);
  const form = useForm<RecoverAccess>({ person_id: people[0]?.value ?? '', recovery_code: '', passphrase: '' });
  const send = async (values: RecoverAccess) => {
    const made = await call('recover_access', values);
    return () => setOpened(made);
  };
  if (opened) return <RecoveryCode code={opened.recovery_code} done={() => void enter(opened.session)} />;
  const who = { name: 'person_id', label: 'Who are you?', choices: people };
  return (
    <BareFrame>
      <FormPage
        form={form} title="Open the register with the recovery code" caption={status.authority ?? ''} onSubmit={send} working="Opening…"
        before={<p class="govuk-body">The code was printed when the register was made. It works once: you are shown a new one to
          print and lock away. Nothing in the register is lost.</p>}
        buttons={<><Button type="submit" busy={form.busy}>Open the register</Button><Button kind="secondary" onClick={back}>Back</Button></>}
      >
        {people.length <= 7 ? <Radios {...who} /> : <Select {...who} />}
        <TextField name="recovery_code" label="Recovery code" hint="Nine groups of four. Capitals, spaces and hyphens do not matter." />
        <PassphraseField name="passphrase" label="New passphrase" fresh hint="At least 12 characters. Your old one stops working." />
      </FormPage>
    </BareFrame>
  );
}
