// Writing the summary to files, and saying which.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { call } from '../../api/call';
import { chooseFolder } from '../../api/desk';
import type { PackMade } from '../../api/types';
import { Button } from '../../components/button';
import { useForm } from '../../components/form/form';
import { FormBody } from '../../components/form/form_page';
import { PathField } from '../../components/form/path';
import { Done } from '../../components/notice';

export function ExportForm({ from, to }: { from: string; to: string }): JSX.Element {
  const [written, setWritten] = useState<PackMade | null>(null);
  const form = useForm({ directory: '' });
  const send = async ({ directory }: { directory: string }) => {
    setWritten(null);
    const exported = await call('make_pack', { from, to, profile: 'internal', recipient: '', directory, leave_out: [] });
    return () => setWritten(exported);
  };
  return (
    <div class="cw-export">
      {written && (
        <Done>
          <p class="govuk-notification-banner__heading">The summary was written</p>
          <ul class="govuk-list">{written.files.map((file) => <li key={file} class="cw-path">{file}</li>)}</ul>
        </Done>
      )}
      <FormBody form={form} onSubmit={send} working="Writing the files…" buttons={<Button type="submit" busy={form.busy}>Export the summary</Button>}>
        <PathField
          name="directory" label="Folder to write to" choose={{ by: chooseFolder, text: 'Choose a folder' }}
          hint="For a workbook, a CSV file and a page for a browser."
        />
      </FormBody>
    </div>
  );
}
