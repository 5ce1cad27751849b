// One's own passphrase.
import type { JSX } from 'preact';
import { atField, call } from '../../api/call';
import type { ChangePassphrase } from '../../api/types';
import { Button } from '../../components/button';
import { useForm } from '../../components/form/form';
import { FormPage } from '../../components/form/form_page';
import { PassphraseField } from '../../components/form/text';
import { sayOnNextPage } from '../../components/page';
import { go } from '../../router';
import { Settings } from './settings_page';

export function PassphrasePage(): JSX.Element {
  const form = useForm<ChangePassphrase>({ old: '', new: '' });
  const send = async (values: ChangePassphrase) => {
    await call('change_passphrase', values).catch(atField('old'));
    return () => {
      sayOnNextPage('Your passphrase was changed. Use the new one from now on.');
      go('#/');
    };
  };
  return (
    <Settings>
      <FormPage form={form} title="Your passphrase" onSubmit={send} buttons={<Button type="submit" busy={form.busy}>Change my passphrase</Button>}>
        <PassphraseField name="old" label="Passphrase now" />
        <PassphraseField name="new" label="New passphrase" fresh hint="At least 12 characters. Nobody can look it up for you." />
      </FormPage>
    </Settings>
  );
}
