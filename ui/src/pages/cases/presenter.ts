// The list of cases: from the address to the question for Rust, and from its answer to rows.
import type { CasePage, CaseRow, CaseSort, CaseStatus, ListCases, Severity } from '../../api/types';
import { PAGE } from '../../components/paging';
import { href, type Query } from '../../router';
import { sayDate } from '../../words/dates';
import { CASE_SORT, CASE_STATUS, sayLevel } from '../../words/labels';
import { sayFlags } from '../worklist/presenter';

export interface CaseLine {
  reference: string;
  to: string;
  opened: string;
  closed: string;
  level: string;
  confirmed: boolean;
  /** "4 flags, and 1 at rest". */
  flags: string;
  worst: Severity | null;
  reviews: string;
  lastReview: string;
  nextReview: string;
  team: string;
  practitioner: string;
}
export interface CasesShown { rows: CaseLine[]; total: number; offset: number; showClosed: boolean }

export function askCases(query: Query): ListCases {
  return {
    search: query.search ?? '',
    status: known(CASE_STATUS, query.status, 'open') as CaseStatus,
    level: query.level || null,
    team: query.team || null,
    practitioner: query.practitioner || null,
    mine: query.mine === '1',
    sort: known(CASE_SORT, query.sort, 'opened_on') as CaseSort,
    offset: Number(query.offset ?? 0) || 0,
    limit: PAGE,
  };
}

export function presentCases(page: CasePage, query: Query): CasesShown {
  return {
    rows: page.rows.map(presentCase),
    total: page.total,
    offset: page.offset,
    showClosed: (query.status ?? 'open') !== 'open',
  };
}

function presentCase(row: CaseRow): CaseLine {
  return {
    reference: row.reference,
    to: href(`/cases/${row.reference}`),
    opened: sayDate(row.opened_on),
    closed: row.closed_on ? sayDate(row.closed_on) : 'Open',
    level: sayLevel(row.level),
    confirmed: row.level === null || row.level_confirmed,
    flags: sayFlags(row.flags, row.at_rest),
    worst: row.worst,
    reviews: String(row.reviews),
    lastReview: row.last_review_on ? sayDate(row.last_review_on) : 'Never',
    nextReview: row.next_review_on ? sayDate(row.next_review_on) : 'No date',
    team: row.team ?? 'None',
    practitioner: row.practitioner ?? 'None',
  };
}

function known(words: Record<string, unknown>, asked: string | undefined, otherwise: string): string {
  return asked !== undefined && Object.hasOwn(words, asked) ? asked : otherwise;
}
