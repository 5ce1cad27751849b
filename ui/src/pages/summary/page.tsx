// The progress summary for a period: its findings, tables and charts, and the files that carry it out of the window.
import type { JSX } from 'preact';
import { Button } from '../../components/button';
import { Details } from '../../components/details';
import { FilterText, Filters } from '../../components/filters';
import { Loading, useLoad } from '../../components/load';
import { Page } from '../../components/page';
import { printOpened } from '../../components/print';
import { Table } from '../../components/table';
import { useDesk } from '../../session';
import { lastFullQuarter, typedDate } from '../../words/dates';
import type { Chart } from '../../api/types';
import type { PageProps } from '..';
import { ExportForm } from './export_form';
import { imageOf, presentSummary, type TableShown } from './presenter';

export function SummaryPage({ query }: PageProps): JSX.Element {
  const { session } = useDesk();
  const quarter = lastFullQuarter(session.today);
  const [from, to] = [query.from ?? typedDate(quarter.from), query.to ?? typedDate(quarter.to)];
  const load = useLoad('view_summary', { from, to, profile: 'internal', leave_out: [] });
  const wrong = (name: string) => load.refused?.fields.find(({ field }) => field === name)?.message ?? null;
  return (
    <Page title="Progress summary" wide>
      <Filters path="/summary" label="Period of the summary" apply="Show the summary" clear="Last full quarter">
        <FilterText name="from" label="From" value={from} error={wrong('from')} />
        <FilterText name="to" label="To" value={to} error={wrong('to')} />
      </Filters>
      <Loading of={load} what="the summary">
        {(view) => {
          const shown = presentSummary(view);
          return (
            <>
              <p class="cw-marking">{shown.marking}</p>
              <p class="govuk-body-l">{shown.period}</p>
              <p class="govuk-body-s cw-quiet">{shown.made}</p>
              <div class="cw-bar">
                <ExportForm from={from} to={to} />
                <Button kind="secondary" small onClick={() => void printOpened()}>Print this summary</Button>
              </div>
              {shown.tables.map((table) => <TableSection key={table.id} table={table} />)}
              <h2 class="govuk-heading-m">How it was made</h2>
              <ul class="govuk-list govuk-list--bullet">{shown.method.map((line) => <li key={line}>{line}</li>)}</ul>
              <p class="govuk-body-s cw-quiet">Audit head <span class="cw-path">{shown.auditHead}</span></p>
            </>
          );
        }}
      </Loading>
    </Page>
  );
}

export function TableSection({ table }: { table: TableShown }): JSX.Element {
  return (
    <section class="cw-section cw-table-section">
      <h2 class="govuk-heading-m">{table.title}</h2>
      <p class="govuk-body">{table.finding}</p>
      {table.charts.map((chart) => <ChartFigure key={chart.id} chart={chart} />)}
      <Table<TableShown['rows'][number]>
        caption={table.title} hideCaption narrow rows={table.rows} rowKey={(row) => row.label}
        columns={table.headings.map((heading, place) => (place === 0
          ? { heading, names: true, cell: (row) => (row.total ? <strong>{row.label}</strong> : row.label) }
          : { heading, numeric: true, cell: (row) => (row.total ? <strong>{row.cells[place - 1]}</strong> : row.cells[place - 1]) }))}
      />
      {table.notes.map((note) => <p key={note} class="govuk-hint">{note}</p>)}
    </section>
  );
}

function ChartFigure({ chart }: { chart: Chart }): JSX.Element {
  return (
    <figure class="cw-chart">
      <figcaption class="govuk-body govuk-!-font-weight-bold">{chart.title}. {chart.finding}</figcaption>
      <img src={imageOf(chart.svg)} alt={chart.description} />
      <Details summary={<>The picture in words<span class="govuk-visually-hidden">: {chart.title}</span></>}>{chart.description}</Details>
    </figure>
  );
}
