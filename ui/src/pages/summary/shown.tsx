// A summary on the screen, as it would be or as it was: what it is of, its tables and pictures, and how it was made.
import type { ComponentChildren, JSX } from 'preact';
import type { Chart } from '../../api/types';
import { Details } from '../../components/details';
import { Table } from '../../components/table';
import { imageOf, type SummaryShown, type TableShown } from './presenter';

export function SummaryBody({ shown, own = false, children }: {
  shown: SummaryShown;
  /** What is printed of it carries its marking, and not that of the register. */
  own?: boolean;
  /** What can be done with it. */
  children: ComponentChildren;
}): JSX.Element {
  return (
    <>
      <p class={own ? 'cw-marking cw-marking--own' : 'cw-marking'}>{shown.marking}</p>
      <p class="govuk-body-l">{shown.period}</p>
      <p class="govuk-body-s cw-quiet">{shown.made}</p>
      {children}
      {shown.suppression.length > 0 && (
        <Details summary="What is hidden, and why"><ul class="govuk-list govuk-list--bullet">{shown.suppression.map((line) => <li key={line}>{line}</li>)}</ul></Details>
      )}
      {shown.tables.map((table) => <TableSection key={table.id} table={table} />)}
      <h2 class="govuk-heading-m">How it was made</h2>
      <ul class="govuk-list govuk-list--bullet">{shown.method.map((line) => <li key={line}>{line}</li>)}</ul>
      <p class="govuk-body-s cw-quiet">Audit head <span class="cw-path">{shown.auditHead}</span></p>
    </>
  );
}

/** What nobody may print, because nobody has been given it: numbers that leave are remembered first. */
export function Preview({ instead, children }: {
  /** What to do first, in words for whoever printed it. */
  instead: string;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <>
      <p class="cw-print-only govuk-body">{instead}</p>
      <div class="cw-no-print">{children}</div>
    </>
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
