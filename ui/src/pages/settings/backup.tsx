// A copy of the register and its key file in another folder, checked.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { call } from '../../api/call';
import { chooseFolder } from '../../api/desk';
import type { BackupView } from '../../api/types';
import { Button } from '../../components/button';
import { useForm } from '../../components/form/form';
import { FormPage } from '../../components/form/form_page';
import { PathField } from '../../components/form/path';
import { Done } from '../../components/notice';
import { sayNumber } from '../../words/dates';
import { Settings } from './settings_page';

export function BackupPage(): JSX.Element {
  const [made, setMade] = useState<BackupView | null>(null);
  const form = useForm({ directory: '' });
  const send = async (values: { directory: string }) => {
    setMade(null);
    const view = await call('backup_register', values);
    return () => setMade(view);
  };
  return (
    <Settings>
      <FormPage
        form={form} title="Back up the register" onSubmit={send} working="Copying and checking…"
        before={(
          <>
            <p class="govuk-body">The copy is encrypted like the register and opens with the same passphrases. Keep it on another disk.</p>
            {made && (
              <Done>
                <p class="govuk-notification-banner__heading">The backup was made and checked</p>
                <p class="govuk-body cw-path">{made.path}</p>
                <p class="govuk-body">{sayNumber(Math.ceil(made.bytes / 1024))} KB</p>
              </Done>
            )}
          </>
        )}
        buttons={<Button type="submit" busy={form.busy}>Back up now</Button>}
      >
        <PathField name="directory" label="Folder for the backup" choose={{ by: chooseFolder, text: 'Choose a folder' }} />
      </FormPage>
    </Settings>
  );
}
