// The progress summary as the window shows it: tables as Rust made them, numbers in words where there is none.
import type { Cell, Chart, Summary, Table } from '../../api/types';
import { sayDate, sayInstant, sayNumber } from '../../words/dates';

export interface TableShown {
  id: string;
  title: string;
  finding: string;
  headings: string[];
  rows: { label: string; total: boolean; cells: string[] }[];
  notes: string[];
  charts: Chart[];
}
export interface SummaryShown { title: string; marking: string; period: string; made: string; method: string[]; auditHead: string; tables: TableShown[] }

export function presentSummary(summary: Summary): SummaryShown {
  return {
    title: summary.title,
    period: `${sayDate(summary.from)} to ${sayDate(summary.to)}`,
    marking: summary.marking,
    made: `${summary.authority}, made ${sayInstant(summary.made_at)}. Exact numbers, for use inside the authority.`,
    method: [...summary.method, '[z] stands where a number does not apply.'],
    auditHead: summary.audit_head,
    tables: summary.tables.map((table) => presentTable(table, summary.charts)),
  };
}

function presentTable(table: Table, charts: Chart[]): TableShown {
  return {
    id: table.id,
    title: table.title,
    finding: table.finding,
    headings: table.columns,
    rows: table.rows.map(({ label, total, cells }) => ({ label, total, cells: cells.map(sayCell) })),
    notes: table.notes,
    charts: charts.filter((chart) => chart.table === table.id),
  };
}

/** As the exported files show it, so that window and paper read the same. */
const NOT_APPLICABLE = '[z]';

export function sayCell(cell: Cell): string {
  switch (cell.cell) {
    case 'count': return sayNumber(cell.value);
    case 'percent': return cell.value === null ? NOT_APPLICABLE : `${cell.value.toFixed(1)}%`;
    case 'days': return cell.value === null ? NOT_APPLICABLE : sayNumber(cell.value);
    case 'hidden': return '[c]';
    case 'blank': return NOT_APPLICABLE;
  }
}

/** The picture as an address that a strict policy lets an image have. */
export function imageOf(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
