// What the lists of a period have in common: the question that the address asks, and how the period is said.
import { ON_PAPER } from '../../components/paper';
import { PAGE } from '../../components/paging';
import type { Query } from '../../router';
import { sayDate } from '../../words/dates';

export interface InPeriod { from: string; to: string; team: string | null; offset: number; limit: number }

export function askInPeriod(query: Query): InPeriod {
  return { from: query.from ?? '', to: query.to ?? '', team: query.team || null, offset: Number(query.offset ?? 0) || 0, limit: PAGE };
}

/** The same list from its beginning, as much of it as goes on paper. */
export function askOnPaper(query: Query): InPeriod {
  return { ...askInPeriod(query), offset: 0, limit: ON_PAPER };
}

/** "From 1 July 2026 to 30 September 2026, in the team North". */
export function sayPeriod({ from, to }: { from: string; to: string }, query: Query): string {
  return `From ${sayDate(from)} to ${sayDate(to)}${query.team ? `, in the team ${query.team}` : ''}`;
}
