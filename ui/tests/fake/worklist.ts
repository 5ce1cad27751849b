// Invented flags at rest, what was settled late, and why: typed by the interface, like `data.ts`.
import type { CausesView, FilterView, FlagPage, ListFlags, SettledPage, SettledView, SeverityCounts } from '../../src/api/types';
import { RULE } from '../../src/words/labels';
import { TODAY, flag } from './data';

export const COUNTS: SeverityCounts = { critically_overdue: 48, overdue: 113, due_soon: 61, not_due_yet: 1204, snoozed: 2 };

export const filters: FilterView[] = [
  { name: 'High, my team', query: 'whose=my_team&level=high' },
  { name: 'Never reviewed', query: 'rule=never_reviewed' },
];

export function flagPage(asked: ListFlags): FlagPage {
  const severity = asked.severity ?? 'critically_overdue';
  const total = asked.snoozed ? COUNTS.snoozed : asked.severity ? COUNTS[asked.severity] : COUNTS.critically_overdue + COUNTS.overdue;
  const shown = asked.rule === 'level_missing' ? 0 : Math.max(0, Math.min(asked.limit ?? 50, total - asked.offset));
  const resting = (n: number) => ({ id: `rest-${n}`, until: '2026-10-14', by: 'Lena Marsh', cause: n === 0 ? 'resources' : '', reason: n === 0 ? 'The new worker starts on 12 October; the duty worker sees the child each week.' : 'The family is away until half-term.' });
  return {
    as_at: asked.as_at ?? TODAY, counts: COUNTS, total: shown === 0 ? 0 : total, cases: asked.mine ? 9 : null, offset: asked.offset,
    rows: Array.from({ length: shown }, (_, n) => ({ ...flag(n + asked.offset, severity), snooze: asked.snoozed ? resting(n) : null })),
  };
}

export function settled(n: number, cause: string | null = null): SettledView {
  const { reference: of, rule, family, start_on, due_on } = flag(n, 'overdue');
  const says = { resources: 'Lack of resources', '': 'Not known' }[cause ?? 'none'] ?? cause;
  return { reference: of, rule, says: RULE[rule], family, subject: null, start_on, due_on: due_on ?? TODAY, met_on: TODAY, days_late: 1 + (n % 7), cause, cause_says: cause === null ? null : says, team: n % 3 === 0 ? null : 'Exploitation team' };
}

export const settledPage: SettledPage = {
  from: '2026-09-03', to: TODAY, total: 12, without_cause: 10, offset: 0,
  rows: Array.from({ length: 12 }, (_, n) => settled(n, n === 1 ? 'resources' : n === 4 ? '' : null)),
};

export const causes: CausesView = {
  from: '2025-10-01', to: TODAY, late: 100, not_known: 7, not_asked: 21,
  causes: [
    { cause: 'awareness', label: 'Lack of awareness', count: 12 },
    { cause: 'priorities', label: 'Competing priorities', count: 22 },
    { cause: 'resources', label: 'Lack of resources', count: 38 },
    { cause: 'disregard', label: 'Wilful disregard', count: 0 },
  ],
  teams: [
    { of: 'Exploitation team', counts: [10, 20, 30, 0], not_known: 5, not_asked: 15 },
    { of: 'No team', counts: [2, 2, 8, 0], not_known: 2, not_asked: 6 },
  ],
  months: [
    { of: '2026-08', counts: [8, 12, 20, 0], not_known: 4, not_asked: 6 },
    { of: '2026-09', counts: [4, 10, 18, 0], not_known: 3, not_asked: 15 },
  ],
};
