// What was settled late, and why: the list in which causes are given, and the figures that come of it. The critique of the
// inspections of 2014 was that nobody asked why; so "not known" is an answer, and stands apart from "nobody was asked".
import type { CausesOf, CausesView, ListSettled, RecordCause, SettledPage, SettledView, ViewCauses } from '../../api/types';
import { PAGE } from '../../components/paging';
import { href, type Query } from '../../router';
import { count, sayDate, sayDays, sayMonth, sayNumber } from '../../words/dates';

export interface SettledRow {
  key: string;
  reference: string;
  to: string;
  says: string;
  /** "settled 12 days late, on 3 March 2026; due 19 February 2026". */
  late: string;
  team: string;
  /** What the register says; null while nobody has said. */
  cause: string | null;
  /** Rust is sent this, with the cause. */
  of: Pick<RecordCause, 'reference' | 'rule' | 'subject' | 'start_on'>;
}
export interface SettledShown { period: string; rows: SettledRow[]; total: number; offset: number; what: string; unsaid: number }

export function askSettled(query: Query): ListSettled {
  return {
    from: query.from ?? '',
    to: query.to ?? '',
    team: query.team || null,
    mine: query.whose === 'mine',
    without_cause: query.without_cause === '1',
    offset: Number(query.offset ?? 0) || 0,
    limit: PAGE,
  };
}

export function presentSettled(page: SettledPage): SettledShown {
  return {
    period: `${sayDate(page.from)} to ${sayDate(page.to)}`,
    rows: page.rows.map(presentSettledRow),
    total: page.total,
    offset: page.offset,
    what: `settled late, ${sayDate(page.from)} to ${sayDate(page.to)}`,
    unsaid: page.without_cause,
  };
}

export function presentSettledRow(settled: SettledView): SettledRow {
  const { reference, rule, subject, start_on } = settled;
  return {
    key: `${reference} ${rule} ${subject ?? ''} ${start_on}`,
    reference,
    to: href(`/cases/${reference}`),
    says: settled.says,
    late: `settled ${sayDays(settled.days_late)} late, on ${sayDate(settled.met_on)}; due ${sayDate(settled.due_on)}`,
    team: settled.team ?? 'No team',
    cause: settled.cause === null ? null : (settled.cause_says ?? settled.cause),
    of: { reference, rule, subject, start_on },
  };
}

/** Where the focus goes once a cause was given: the next row that has none, or else the first; null when all have one. */
export function nextUnsaid(rows: { key: string; said: boolean }[], after: string): string | null {
  const place = rows.findIndex(({ key }) => key === after);
  const inOrder = [...rows.slice(place + 1), ...rows.slice(0, Math.max(0, place))];
  return inOrder.find(({ said }) => !said)?.key ?? null;
}

export function askCauses(query: Query): ViewCauses {
  return { from: query.from ?? '', to: query.to ?? '' };
}

export interface CauseLine { label: string; number: number; apart: boolean }
export interface CauseRow { label: string; numbers: string[]; all: string; apart: boolean }
/** Causes down, teams or months across: the same rows in every table. */
export interface CauseTable { headings: string[]; rows: CauseRow[] }
export interface CausesShown {
  says: string;
  byCause: CauseLine[];
  /** The greatest of them: what a bar is measured against. */
  most: number;
  byTeam: CauseTable;
  byMonth: CauseTable;
  none: boolean;
}

export function presentCauses(view: CausesView): CausesShown {
  const byCause = [
    ...view.causes.map(({ label, count: number }) => ({ label, number, apart: false })),
    { label: 'Not known', number: view.not_known, apart: true },
    { label: 'Not asked yet', number: view.not_asked, apart: true },
  ];
  return {
    says: sayCauses(view),
    byCause,
    most: Math.max(1, ...byCause.map(({ number }) => number)),
    byTeam: table(byCause, view.teams, view.teams.map(({ of }) => of)),
    byMonth: table(byCause, view.months, view.months.map(({ of }) => sayMonth(of))),
    none: view.late === 0,
  };
}

function table(lines: CauseLine[], columns: CausesOf[], headings: string[]): CauseTable {
  const numbers = columns.map(({ counts, not_known, not_asked }) => [...counts, not_known, not_asked]);
  const sum = (all: number[]) => all.reduce((total, n) => total + n, 0);
  const row = (label: string, across: number[], apart: boolean): CauseRow => ({ label, numbers: across.map(sayNumber), all: sayNumber(sum(across)), apart });
  return {
    headings,
    rows: [
      ...lines.map(({ label, apart }, place) => row(label, numbers.map((column) => column[place] ?? 0), apart)),
      row('All', numbers.map(sum), true),
    ],
  };
}

function sayCauses(view: CausesView): string {
  const period = `from ${sayDate(view.from)} to ${sayDate(view.to)}`;
  if (view.late === 0) return `Nothing was settled late or let rest ${period}.`;
  const most = view.causes.reduce((best, cause) => (cause.count > best.count ? cause : best), { cause: '', label: '', count: 0 });
  const often = most.count > 0 ? `Given most often: ${most.label.toLowerCase()} (${sayNumber(most.count)}).` : '';
  const notKnown = view.not_known > 0 ? `For ${sayNumber(view.not_known)} the cause is not known.` : '';
  const notAsked = view.not_asked > 0 ? `For ${sayNumber(view.not_asked)} nobody has said yet.` : '';
  return [`Things were settled late or let rest ${count(view.late, 'time')} ${period}.`, often, notKnown, notAsked].filter(Boolean).join(' ');
}
