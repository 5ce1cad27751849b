// The sign-off queue: from the address to the question for Rust, and from its answer to rows.
import type { ListWaiting, SessionView, Severity, WaitingOrder, WaitingPage, WaitingRow } from '../../api/types';
import { PAGE } from '../../components/paging';
import { href, type Query } from '../../router';
import { sayDate, sayDays } from '../../words/dates';
import { KIND, KINDS, capital, sayLevel } from '../../words/labels';

export interface WaitingLine {
  id: string;
  reference: string;
  toCase: string;
  toDecision: string;
  what: string;
  level: string;
  team: string;
  manager: string;
  sent: string;
  by: string;
  waits: string;
  due: string;
  severity: Severity;
  /** "as deputy for Maria Osei". */
  asDeputy: string;
  mayDecide: boolean;
  whyNot: string;
}

export const ORDER: Record<WaitingOrder, { choose: string; says: string }> = {
  age: { choose: 'Longest waiting first', says: 'longest waiting first' },
  severity: { choose: 'Most urgent first', says: 'most urgent first' },
};

/** Whose decisions the queue holds, where not everybody's. */
export const WHOSE_QUEUE = { mine: 'For me to decide', may_decide: 'That I may decide' };

export function askWaiting(query: Query): ListWaiting {
  return {
    order: query.order === 'severity' ? 'severity' : 'age',
    mine: query.whose === 'mine',
    may_decide: query.whose === 'may_decide',
    kind: KINDS.find((kind) => kind === query.kind) ?? null,
    offset: Number(query.offset ?? 0) || 0,
    limit: PAGE,
  };
}

/** The part of an address that says which queue was open: a decision leads back to it. */
export function queueOf({ order, whose, kind }: Query): Query {
  return Object.fromEntries(Object.entries({ order, whose, kind }).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

export function presentWaiting(page: WaitingPage, query: Query): { rows: WaitingLine[]; total: number; offset: number; what: string } {
  const { order, kind } = askWaiting(query);
  const what = `${kind ? `${KIND[kind]}s` : 'items'} waiting, ${ORDER[order].says}`;
  return { rows: page.rows.map((row) => presentRow(row, query)), total: page.total, offset: page.offset, what };
}

/** The filter in words, for paper, where "for me" says nothing. */
export function sayQueue(query: Query, { person, today }: Pick<SessionView, 'person' | 'today'>): string {
  const { order, mine, may_decide: may, kind } = askWaiting(query);
  const whose = mine ? ` for ${person.name} to decide` : may ? ` that ${person.name} may decide` : '';
  return `${capital(kind ? `${KIND[kind]}s` : 'everything')} waiting${whose}; ${ORDER[order].says}; as at ${sayDate(today)}.`;
}

function presentRow(row: WaitingRow, query: Query): WaitingLine {
  return {
    id: row.version_id,
    reference: row.reference,
    toCase: href(`/cases/${row.reference}`),
    toDecision: toDecision(row.version_id, row.reference, query),
    what: `${capital(KIND[row.kind])}, version ${row.number}`,
    level: sayLevel(row.level),
    team: row.team ?? 'None',
    manager: row.manager ?? 'Nobody yet',
    sent: sayDate(row.submitted_on),
    by: `by ${row.submitted_by}`,
    waits: row.days_waiting === 0 ? 'Sent today' : sayDays(row.days_waiting),
    due: row.due_on ? sayDate(row.due_on) : 'Not known',
    severity: row.severity,
    asDeputy: row.deputy_for ? `as deputy for ${row.deputy_for}` : '',
    mayDecide: row.may_decide,
    whyNot: row.why_not ?? '',
  };
}

/** The case stands in the address too, so that a decision which somebody else took meanwhile can be told. */
export function toDecision(version: string, reference: string, query: Query = {}): string {
  return href(`/sign-off/${version}`, { ...queueOf(query), case: reference });
}
