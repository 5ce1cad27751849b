// Writing files to a folder that somebody chooses, with how far that is, and saying which files there are.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { call, type Request } from '../../api/call';
import { chooseFolder } from '../../api/desk';
import { Button } from '../../components/button';
import { useForm } from '../../components/form/form';
import { FormBody } from '../../components/form/form_page';
import { PathField } from '../../components/form/path';
import { Done } from '../../components/notice';

/** The verbs that write files to a folder. */
type Writes = 'export_sample' | 'export_inspection_pack' | 'remake_pack';

export function ToFolder<V extends Writes>({ title, verb, request, button, working, hint }: {
  title: string;
  verb: V;
  /** Without the folder. */
  request: Omit<Request<V>, 'directory'>;
  button: string;
  working: string;
  hint: string;
}): JSX.Element {
  const [files, setFiles] = useState<string[]>([]);
  const form = useForm({ directory: '' });
  const send = async ({ directory }: { directory: string }) => {
    setFiles([]);
    const written = await call(verb, { ...request, directory } as unknown as Request<V>);
    return () => setFiles(written.files);
  };
  return (
    <section class="cw-section cw-export" aria-label={title}>
      <h2 class="govuk-heading-m">{title}</h2>
      {files.length > 0 && <Written files={files} />}
      <FormBody form={form} onSubmit={send} working={working} buttons={<Button type="submit" busy={form.busy}>{button}</Button>}>
        <PathField name="directory" label="Folder to write to" choose={{ by: chooseFolder, text: 'Choose a folder' }} hint={hint} />
      </FormBody>
    </section>
  );
}

export function Written({ files }: { files: string[] }): JSX.Element {
  return (
    <Done>
      <p class="govuk-notification-banner__heading">The files were written</p>
      <ul class="govuk-list">{files.map((file) => <li key={file} class="cw-path">{file}</li>)}</ul>
    </Done>
  );
}
