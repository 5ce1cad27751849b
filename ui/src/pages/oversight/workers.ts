// Stability: each change of worker with its reason, because for a child a change of worker is a loss.
import type { ChoicesView, WorkerChangeRow, WorkerChangesPage } from '../../api/types';
import { href, type Query } from '../../router';
import { labelOf } from '../../words/choices';
import { count, sayDate, sayNumber } from '../../words/dates';
import { countOf, sayAtLeast, sayRate, type Measure } from '../../words/rate';
import { sayPeriod } from './period';

export interface WorkerLine { key: string; reference: string; to: string; on: string; practitioner: Moved; manager: Moved; reason: string; team: string }
/** Who had the case, and who has it since: one name where nobody changed. */
export interface Moved { from: string; to: string | null }
export interface WorkersShown { finding: string; measures: Measure[]; rows: WorkerLine[]; total: number; offset: number; what: string }

export function presentWorkers(page: WorkerChangesPage, query: Query, choices: ChoicesView): WorkersShown {
  return {
    finding: sayFinding(page, query),
    measures: [
      sayRate('Open cases that kept their practitioner', page.stable),
      sayAtLeast('Changes with a reason recorded', page.reasoned),
      { title: 'Changed more than once', number: sayNumber(page.cases_more_than_once), words: 'cases with two changes of practitioner or more in the period.' },
    ],
    rows: page.rows.map((row, place) => presentRow(row, place, choices)),
    total: page.total,
    offset: page.offset,
    what: `${page.total === 1 ? 'change' : 'changes'} of worker, newest first`,
  };
}

function sayFinding(page: WorkerChangesPage, query: Query): string {
  const known = page.stable.hits + page.stable.misses;
  const changes = `${sayPeriod(page, query)}, ${page.total === 0 ? 'no worker changed' : `workers changed ${page.total === 1 ? 'once' : `${sayNumber(page.total)} times`}`}.`;
  if (countOf(page.stable) === 0) return `${changes} No case was open on ${sayDate(page.to)}.`;
  if (known === 0) return `${changes} None of the cases open on ${sayDate(page.to)} has a practitioner.`;
  return `${changes} Of the ${count(known, 'case')} open on ${sayDate(page.to)} with a practitioner, ${page.stable.misses === 0 ? 'all' : sayNumber(page.stable.hits)} kept theirs all through.`;
}

function presentRow(row: WorkerChangeRow, place: number, choices: ChoicesView): WorkerLine {
  return {
    key: `${row.reference} ${row.on} ${place}`,
    reference: row.reference,
    to: href(`/cases/${row.reference}`),
    on: sayDate(row.on),
    practitioner: moved(row.from_practitioner, row.to_practitioner),
    manager: moved(row.from_manager, row.to_manager),
    reason: labelOf(choices, 'worker_change_reason', row.reason),
    team: row.team ?? 'No team',
  };
}

function moved(from: string | null, to: string | null): Moved {
  return { from: from ?? 'Nobody', to: from === to ? null : (to ?? 'nobody') };
}
