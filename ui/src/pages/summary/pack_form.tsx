// Making a pack of what is shown, with how far that is and a way to stop it, and saying which files there are.
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { call, type Refused } from '../../api/call';
import { chooseFolder } from '../../api/desk';
import type { PackMade } from '../../api/types';
import { Button, LinkButton } from '../../components/button';
import { useForm } from '../../components/form/form';
import { FormBody } from '../../components/form/form_page';
import { PathField } from '../../components/form/path';
import { Done } from '../../components/notice';
import { href } from '../../router';
import type { Chosen } from './presenter';

export function PackForm({ chosen, made, refused }: {
  chosen: Chosen;
  made: () => void;
  /** Told why it was refused, for the fields that stand outside this form; null once it is not. */
  refused: (refused: Refused | null) => void;
}): JSX.Element {
  const [pack, setPack] = useState<PackMade | null>(null);
  const form = useForm({ directory: '' });
  useEffect(() => {
    refused(form.refused);
    return () => refused(null);
  }, [form.refused]);
  const send = async ({ directory }: { directory: string }) => {
    setPack(null);
    const written = await call('make_pack', { ...chosen, directory });
    return () => {
      setPack(written);
      made();
    };
  };
  return (
    <div class="cw-export">
      {pack && (
        <Done>
          <p class="govuk-notification-banner__heading">The pack was made</p>
          <ul class="govuk-list">{pack.files.map((file) => <li key={file} class="cw-path">{file}</li>)}</ul>
          <LinkButton to={href('/sharing/record', { pack: pack.pack_id, recipient: chosen.recipient })} kind="secondary" small>Record that it was shared</LinkButton>
        </Done>
      )}
      <FormBody form={form} onSubmit={send} working="Making the pack…" buttons={<Button type="submit" busy={form.busy}>Make the pack</Button>}>
        <PathField
          name="directory" label="Folder to write to" choose={{ by: chooseFolder, text: 'Choose a folder' }}
          hint="Every format of the pack holds the same numbers. What is made is kept in the register of packs."
        />
      </FormBody>
    </div>
  );
}
