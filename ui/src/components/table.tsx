// Tables: always a caption and scopes; a wide one scrolls inside a region that the keyboard can reach.
import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

export interface Column<Row> {
  heading: string;
  cell: (row: Row) => ComponentChildren;
  numeric?: boolean;
  /** The cell names its row: a `th` with row scope. */
  names?: boolean;
  /** Keeps dates and references on one line. */
  tight?: boolean;
  /** Buttons and links to what is next: left off paper. */
  forHand?: boolean;
  /** Sentences: on paper, where every row is laid out alone, it takes three times the width of the others. */
  wide?: boolean;
}

export function Table<Row>({ caption, hideCaption = false, columns, rows, rowKey, narrow = false }: {
  caption: string;
  hideCaption?: boolean;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row, place: number) => string;
  /** A short table of numbers is read across, so it does not use the whole width. */
  narrow?: boolean;
}): JSX.Element {
  const id = useId();
  const captionStyle = hideCaption ? 'govuk-visually-hidden' : 'govuk-table__caption govuk-table__caption--s';
  return (
    <div class={narrow ? 'cw-scroll cw-scroll--narrow' : 'cw-scroll'} role="region" aria-labelledby={id} tabIndex={0}>
      <table class="govuk-table cw-table">
        <caption id={id} class={captionStyle}>{caption}</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {columns.map((column) => (
              <th key={column.heading} scope="col" class={`govuk-table__header ${classOf(column)}`}>{column.heading}</th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {rows.map((row, place) => (
            <tr key={rowKey(row, place)} class="govuk-table__row">
              {columns.map((column) => column.names
                ? <th key={column.heading} scope="row" class={`govuk-table__header ${classOf(column)}`}>{column.cell(row)}</th>
                : <td key={column.heading} class={`govuk-table__cell ${classOf(column)}`}>{column.cell(row)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function classOf<Row>({ numeric, tight, names, forHand, wide = names && !tight }: Column<Row>): string {
  return [numeric && 'govuk-table__cell--numeric', tight && 'cw-tight', wide && 'cw-wide', forHand && 'cw-no-print'].filter(Boolean).join(' ');
}
