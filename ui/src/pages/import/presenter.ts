// What an import would do, or did.
import type { ImportView } from '../../api/types';
import { href } from '../../router';
import { count, sayNumber } from '../../words/dates';

export interface RefusedLine { key: string; row: string; column: string; reason: string }
export interface NoteLine { key: string; row: string; column: string; note: string }
export interface ImportShown {
  says: string[];
  refused: RefusedLine[];
  refusedRows: number;
  notes: NoteLine[];
  brought: { row: string; reference: string; to: string }[];
}

export function presentImport(view: ImportView): ImportShown {
  const would = view.dry_run;
  const says = [
    `${count(view.created, 'case')} ${would ? 'would be opened' : view.created === 1 ? 'was opened' : 'were opened'}`,
    `${count(view.matched, 'case')} here already ${would ? 'would be matched and added to' : 'matched and added to'}`,
    `${count(view.unchanged, 'case')} unchanged`,
    `${count(view.refused.length, 'row')} refused`,
  ];
  if (view.withheld_comments > 0) {
    says.push(`${count(view.withheld_comments, 'comment')} ${would ? 'would be ' : ''}left out, because ${view.withheld_comments === 1 ? 'it seems' : 'they seem'} to hold personal data`);
  }
  return {
    says,
    refusedRows: view.refused.length,
    // One line for each wrong cell, so that whoever mends the file can tick them off.
    refused: view.refused.flatMap(({ row, cells }) => cells.map(({ column, reason }, place) => ({
      key: `${row} ${place}`, row: sayNumber(row), column, reason,
    }))),
    notes: view.notes.map(({ row, column, note }, place) => ({ key: `${place}`, row: row === null ? 'All' : sayNumber(row), column, note })),
    brought: view.rows.map(({ row, reference }) => ({ row: sayNumber(row), reference, to: href(`/cases/${reference}`) })),
  };
}

/** Whether a file that was tried may now be brought in, and if not, what to do. */
export function mayBringIn(shown: ImportShown, skipBadRows: boolean): string | null {
  if (shown.refusedRows === 0 || skipBadRows) return null;
  return `${count(shown.refusedRows, 'row')} would be refused, so nothing of the file can be brought in. Mend the file and try it again, or tick “Leave out the bad rows”.`;
}
