// The inspection pack: every case with its last sign-off, its reviews and its levels, in one action.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { call } from '../../api/call';
import { chooseFolder } from '../../api/desk';
import type { ExportInspectionPack, InspectionPackWritten } from '../../api/types';
import { Button } from '../../components/button';
import { useForm } from '../../components/form/form';
import { FormBody } from '../../components/form/form_page';
import { PathField } from '../../components/form/path';
import { DateField } from '../../components/form/text';
import { Warning } from '../../components/notice';
import { Page } from '../../components/page';
import { useDesk } from '../../session';
import { count, typedDate } from '../../words/dates';
import { Written } from '../summary/to_folder';

export function InspectionPage(): JSX.Element {
  const { session } = useDesk();
  const [written, setWritten] = useState<InspectionPackWritten | null>(null);
  const form = useForm<ExportInspectionPack>({ as_at: typedDate(session.today), directory: '' });
  const send = async (values: ExportInspectionPack) => {
    setWritten(null);
    const made = await call('export_inspection_pack', values);
    return () => setWritten(made);
  };
  return (
    <Page title="Inspection pack">
      <p class="govuk-body">For the inspector’s list: every case, open or closed, with its last sign-off, every review and every level of risk, what was late on the day, and the method. A workbook, and the same tables as CSV files.</p>
      <Warning>OFFICIAL-SENSITIVE. Children stand under their references, but whoever holds the authority’s key can tell who they are.</Warning>
      {written && (
        <>
          <Written files={written.files} />
          <p class="govuk-body">{count(written.cases, 'case')}.{written.workbook ? '' : ' There are too many for a workbook, so the tables are CSV files alone.'}</p>
        </>
      )}
      <FormBody form={form} onSubmit={send} working="Writing the pack…" buttons={<Button type="submit" busy={form.busy}>Write the inspection pack</Button>}>
        <DateField name="as_at" label="As at which day?" />
        <PathField name="directory" label="Folder to write to" choose={{ by: chooseFolder, text: 'Choose a folder' }} />
      </FormBody>
    </Page>
  );
}
