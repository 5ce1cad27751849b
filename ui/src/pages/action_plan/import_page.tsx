// Bringing in the action plan that an authority circulates as a workbook: tried first, then brought in.
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { call } from '../../api/call';
import { chooseFile } from '../../api/desk';
import type { PlanImportView } from '../../api/types';
import { Button } from '../../components/button';
import { Details } from '../../components/details';
import { Tick } from '../../components/form/choice';
import { useForm } from '../../components/form/form';
import { FormPage } from '../../components/form/form_page';
import { PathField } from '../../components/form/path';
import { Table } from '../../components/table';
import { count } from '../../words/dates';
import { mayBringPlanIn, presentPlanImport, type CellLine, type PlanImportShown } from './import';

interface Values { path: string; skip_bad_rows: boolean }

export function ImportPlanPage(): JSX.Element {
  const form = useForm<Values>({ path: '', skip_bad_rows: false });
  // The outcome belongs to one file; typing another path makes it stale.
  const [outcome, setOutcome] = useState<{ of: string; view: PlanImportView; turn: number } | null>(null);
  const { values } = form;
  const found = outcome && (outcome.of === values.path || !outcome.view.dry_run) ? outcome : null;
  const shown = found ? presentPlanImport(found.view) : null;
  const tried = found?.view.dry_run ? shown : null;
  const blocked = tried ? mayBringPlanIn(tried, values.skip_bad_rows) : null;
  const run = (dryRun: boolean) => async ({ path, skip_bad_rows }: Values) => {
    const view = await call('import_action_plan', { path, dry_run: dryRun, skip_bad_rows });
    return () => setOutcome({ of: path, view, turn: (outcome?.turn ?? 0) + 1 });
  };
  const bringIn = tried && !blocked;
  return (
    <FormPage
      form={form} title="Bring in an action plan" wide back={{ to: '#/action-plan', text: 'the action plan' }} onSubmit={run(!bringIn)} working="Reading the file…"
      before={<p class="govuk-body">The workbook that you circulate: objective, action, outcome, when, lead, progress, status, in any order. Names of people are left out; roles stay. The file is tried first; nothing changes until you bring it in. A later edition adds its updates and moved dates to what is here.</p>}
      buttons={bringIn
        ? <><Button type="submit" busy={form.busy}>Bring in the plan</Button><Button kind="secondary" busy={form.busy} onClick={() => void form.send(run(true))}>Try the file again</Button></>
        : <Button type="submit" busy={form.busy}>Try the file first</Button>}
    >
      <PathField name="path" label="File" choose={{ by: () => chooseFile('action_plan'), text: 'Choose a file' }} />
      <Tick name="skip_bad_rows" label="Leave out the bad rows" hint="Otherwise one bad row refuses the whole file." />
      {found && shown && <Result key={found.turn} shown={shown} dryRun={found.view.dry_run} />}
      {blocked && <p class="govuk-body">{blocked}</p>}
    </FormPage>
  );
}

function Result({ shown, dryRun }: { shown: PlanImportShown; dryRun: boolean }): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="cw-section">
      <h2 class="govuk-heading-m" tabIndex={-1} ref={heading}>{dryRun ? 'What would happen' : 'The plan was brought in'}</h2>
      <ul class="govuk-list govuk-list--bullet">{shown.says.map((said) => <li key={said}>{said}</li>)}</ul>
      {shown.refused.length > 0 && <Cells caption={`${count(shown.refusedRows, 'refused row')}, with each wrong cell`} why="Why it is refused" lines={shown.refused} />}
      {shown.notes.length > 0 && (
        <Details summary={`${count(shown.notes.length, 'note')}: how dates, leads and states were read`} open={shown.notes.length < 20}>
          <Cells caption="Notes on the file" why="Note" lines={shown.notes} />
        </Details>
      )}
      {shown.rows.length > 0 && (
        <Details summary={`${count(shown.rows.length, 'action')} of the file`}>
          <Table
            caption="Actions of the file" hideCaption rows={shown.rows} rowKey={(line) => line.key}
            columns={[
              { heading: 'Row', numeric: true, cell: (line) => line.row },
              { heading: 'Action', names: true, cell: (line) => <>{line.title}<span class="cw-why">{line.objective}</span></> },
              { heading: 'Due', cell: (line) => line.due },
              { heading: 'State', cell: (line) => line.state },
              { heading: 'What happens', cell: (line) => line.outcome },
            ]}
          />
        </Details>
      )}
      {shown.absent.length > 0 && (
        <Details summary={`${count(shown.absent.length, 'action')} of the plan ${shown.absent.length === 1 ? 'is' : 'are'} not in the file`}>
          <p class="govuk-body">They stay as they are. Withdraw one under Change if it was dropped.</p>
          <ul class="govuk-list govuk-list--bullet">{shown.absent.map((title) => <li key={title}>{title}</li>)}</ul>
        </Details>
      )}
    </section>
  );
}

function Cells({ caption, why, lines }: { caption: string; why: string; lines: CellLine[] }): JSX.Element {
  return (
    <Table
      caption={caption} rows={lines} rowKey={(line) => line.key}
      columns={[
        { heading: 'Row', names: true, numeric: true, cell: (line) => line.row },
        { heading: 'Column', cell: (line) => line.column },
        { heading: why, wide: true, cell: (line) => line.reason },
      ]}
    />
  );
}
