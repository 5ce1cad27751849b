// What bringing in a plan would do, or did.
import type { PlanImportView, PlanRowOutcome } from '../../api/types';
import { count, sayDate, sayNumber } from '../../words/dates';
import { ACTION } from '../../words/labels';

export interface CellLine { key: string; row: string; column: string; reason: string }
export interface PlanImportShown {
  says: string[];
  refused: CellLine[];
  refusedRows: number;
  notes: CellLine[];
  rows: { key: string; row: string; title: string; objective: string; due: string; state: string; outcome: string }[];
  absent: string[];
  /** Whether bringing it in would change anything. */
  changes: boolean;
}

const OUTCOME: Record<PlanRowOutcome, [would: string, did: string]> = {
  added: ['Would be added', 'Added'], changed: ['Would be changed', 'Changed'], unchanged: ['Unchanged', 'Unchanged'],
};

export function presentPlanImport(view: PlanImportView): PlanImportShown {
  const would = view.dry_run;
  const sheets = new Set([...view.rows, ...view.refused, ...view.notes].map(({ sheet }) => sheet));
  const place = (sheet: string, row: number | null) => {
    const at = row === null ? 'All' : sayNumber(row);
    return sheets.size > 1 && sheet ? `${sheet}, ${at.toLowerCase()}` : at;
  };
  const verb = (many: number, did: string) => `${would ? 'would be' : many === 1 ? 'was' : 'were'} ${did}`;
  return {
    says: [
      `${count(view.added, 'action')} ${verb(view.added, 'added')}`,
      `${count(view.changed, 'action')} ${verb(view.changed, 'changed')}, with ${count(view.moved, 'moved date')}`,
      `${count(view.updates, 'dated update')} ${verb(view.updates, 'added')}`,
      `${count(view.unchanged, 'action')} unchanged`,
      `${count(view.refused.length, 'row')} refused`,
    ],
    refusedRows: view.refused.length,
    refused: view.refused.flatMap(({ sheet, row, cells }) => cells.map(({ column, reason }, at) => ({
      key: `${sheet} ${row} ${at}`, row: place(sheet, row), column, reason,
    }))),
    notes: view.notes.map(({ sheet, row, column, note }, at) => ({ key: `${at}`, row: place(sheet, row), column, reason: note })),
    rows: view.rows.map(({ sheet, row, number, title, objective, due_on, state, outcome }) => ({
      key: `${sheet} ${row}`,
      row: place(sheet, row),
      title: [number, title].filter(Boolean).join(' '),
      objective,
      due: due_on ? sayDate(due_on) : 'No date',
      state: ACTION[state].text,
      outcome: OUTCOME[outcome][would ? 0 : 1],
    })),
    absent: view.absent,
    changes: view.added + view.changed > 0,
  };
}

/** Whether a file that was tried may now be brought in, and if not, what to do. */
export function mayBringPlanIn(shown: PlanImportShown, skipBadRows: boolean): string | null {
  if (shown.refusedRows > 0 && !skipBadRows) {
    return `${count(shown.refusedRows, 'row')} would be refused, so nothing of the file can be brought in. Mend the file and try it again, or tick “Leave out the bad rows”.`;
  }
  return shown.changes ? null : 'The plan here says all of this already, so there is nothing to bring in.';
}
