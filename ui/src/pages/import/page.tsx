// Bringing in the tracker that an authority keeps today, or the children-in-need census: tried first, then brought in.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { call } from '../../api/call';
import { chooseFile } from '../../api/desk';
import type { ImportView } from '../../api/types';
import { Button } from '../../components/button';
import { Radios, Tick } from '../../components/form/choice';
import { useForm } from '../../components/form/form';
import { FormPage } from '../../components/form/form_page';
import { PathField } from '../../components/form/path';
import { Details } from '../../components/details';
import { ImportResult } from './result';
import { mayBringIn, presentImport } from './presenter';

interface ImportValues { from: 'tracker' | 'census'; path: string; mapping_path: string; key_list_path: string; skip_bad_rows: boolean }

const SOURCES = [
  { value: 'tracker', label: 'A tracker', hint: 'The workbook or CSV file in which cases are kept today' },
  { value: 'census', label: 'The children-in-need census', hint: 'The XML file; children with factor 11A become cases' },
];

export function ImportPage(): JSX.Element {
  const form = useForm<ImportValues>({ from: 'tracker', path: '', mapping_path: '', key_list_path: '', skip_bad_rows: false });
  // The outcome belongs to one file and one set of choices; typing another path makes it stale.
  const [outcome, setOutcome] = useState<{ of: string; view: ImportView; turn: number } | null>(null);
  const { values } = form;
  const current = `${values.from} ${values.path} ${values.mapping_path}`;
  const found = outcome && (outcome.of === current || !outcome.view.dry_run) ? outcome : null;
  const tried = found?.view.dry_run ? presentImport(found.view) : null;
  const blocked = tried ? mayBringIn(tried, values.skip_bad_rows) : null;

  const run = (dryRun: boolean) => async (asked: ImportValues) => {
    const { from, path, mapping_path, key_list_path, skip_bad_rows } = asked;
    const view = from === 'tracker'
      // A dry run looks at every row, so that all that is wrong is seen at once, and writes no file of keys.
      ? await call('import_tracker', { path, mapping_path, key_list_path: dryRun ? '' : key_list_path, dry_run: dryRun, skip_bad_rows })
      : await call('import_census', { path, dry_run: dryRun, skip_bad_rows });
    return () => setOutcome({ of: `${from} ${path} ${mapping_path}`, view, turn: (outcome?.turn ?? 0) + 1 });
  };

  const bringIn = tried && !blocked;
  return (
    <FormPage
      form={form} title="Bring in cases" wide onSubmit={run(!bringIn)} working="Reading the file…"
      before={<p class="govuk-body">Names, dates of birth and other ids are read to match children and are never kept. The file is tried first; nothing changes until you bring it in.</p>}
      buttons={bringIn
        ? <><Button type="submit" busy={form.busy}>Bring in the cases</Button><Button kind="secondary" busy={form.busy} onClick={() => void form.send(run(true))}>Try the file again</Button></>
        : <Button type="submit" busy={form.busy}>Try the file first</Button>}
    >
      <Radios name="from" label="What do you bring in?" choices={SOURCES} />
      <PathField name="path" label="File" choose={{ by: () => chooseFile(values.from), text: 'Choose a file' }} />
      {values.from === 'tracker' && (
        <Details summary="Columns that cannot be guessed, and a list of keys" open={values.mapping_path !== '' || values.key_list_path !== ''}>
          <PathField name="mapping_path" label="Mapping file (optional)" hint="Says which column is which, where the headings do not." choose={{ by: () => chooseFile('mapping'), text: 'Choose a file' }} />
          <PathField name="key_list_path" label="Write child ids beside references to (optional)" hint="A new file, to keep outside the register and under lock." choose={{ by: () => chooseFile('key_list'), text: 'Choose where' }} />
        </Details>
      )}
      <Tick name="skip_bad_rows" label="Leave out the bad rows" hint="Otherwise one bad row refuses the whole file." />
      {found && <ImportResult key={found.turn} shown={presentImport(found.view)} dryRun={found.view.dry_run} />}
      {blocked && <p class="govuk-body">{blocked}</p>}
    </FormPage>
  );
}
