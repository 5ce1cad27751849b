// What waits for the person who is signed in, as the start page shows it.
import type { DeputiesView, FlagPage, PersonView, Severity, SeverityCounts, StartPageView } from '../../api/types';
import { href } from '../../router';
import { count, sayDate, sayInstant, sayNumber } from '../../words/dates';
import type { May } from '../../words/roles';
import { KIND, SEVERITIES, SEVERITY, capital, type Whose } from '../../words/labels';
import { addressOf, presentFlag, settledBy, type FlagRow, type Step } from '../worklist/presenter';
import { routeOfDraft } from './draft_route';

export interface Tile { severity: Severity; number: string; words: string; to: string }
export interface TilesShown { tiles: Tile[]; atRest: LineShown }
/** A number and the list that shows the same number. */
export interface LineShown { text: string; to: string; none: boolean }
export interface ReturnedLine { what: string; reference: string; toCase: string; toForm: string; reason: string; by: string }
export interface DraftLine { key: string; title: string; kept: string; to: string | null }
export interface StartShown {
  asAt: string;
  mine: TilesShown;
  /** Absent for a person without a team. */
  myTeam: (TilesShown & { team: string }) | null;
  all: TilesShown;
  noReview: LineShown;
  openCases: LineShown;
  toDecide: LineShown;
  waiting: LineShown;
  withoutCause: LineShown;
  filters: { name: string; to: string }[];
  returned: ReturnedLine[];
  drafts: DraftLine[];
  actionPlan: LineShown;
  sharing: LineShown;
  /** Somebody is away, so there is something to say of deputies. */
  away: boolean;
  /** Bank holidays end soon: what comes of it, said to whoever looks after time limits. Empty otherwise. */
  holidays: string;
  /** A register in which nothing was entered yet. */
  empty: boolean;
}

/** So many of the worst flags are named on the start page: what one can begin before the next meeting. */
export const FIRST = 5;

export function presentStart(view: StartPageView, may: May): StartShown {
  return {
    asAt: sayDate(view.as_at),
    mine: tiles(view.mine, 'mine'),
    myTeam: view.my_team && { team: view.team ?? 'Your team', ...tiles(view.my_team, 'my_team') },
    all: tiles(view.all, null),
    noReview: line(count(view.cases_without_review, 'case'), href('/worklist', { family: 'no_review' }), view.cases_without_review),
    openCases: line(count(view.open_cases, 'open case'), href('/cases'), view.open_cases),
    toDecide: line(`${sayNumber(view.to_decide)} for you to decide`, href('/sign-off', { whose: 'may_decide' }), may.decide ? view.to_decide : 0),
    waiting: line(may.decide ? `${sayNumber(view.waiting)} waiting` : `${count(view.waiting, 'item')} sent and waiting for a manager`, href('/sign-off'), view.waiting),
    withoutCause: line(
      `${sayNumber(view.without_cause)} on your cases in the last 28 days: say why`,
      href('/worklist/causes', { whose: 'mine', without_cause: true }),
      view.without_cause,
    ),
    filters: view.filters.map(({ name, query }) => ({ name, to: addressOf(query) })),
    returned: view.returned.map((item) => ({
      what: capital(KIND[item.kind]),
      reference: item.reference,
      toCase: href(`/cases/${item.reference}`),
      toForm: href(`/cases/${item.reference}/write/${item.kind}/${item.item_id}`),
      reason: item.reason,
      by: `${item.by}, ${sayDate(item.on)}`,
    })),
    drafts: view.drafts.map((kept) => ({
      key: kept.key,
      title: kept.title,
      kept: kept.saved_at ? sayInstant(kept.saved_at) : '',
      to: routeOfDraft(kept.key),
    })),
    actionPlan: line(`${sayNumber(view.actions_late)} of ${count(view.actions, 'action')} late`, href('/action-plan', { late: true }), view.actions_late),
    sharing: line(`Overdue with ${sayNumber(view.sharing_overdue)} of ${count(view.recipients, 'recipient')}`, href('/sharing', { overdue: true }), view.sharing_overdue),
    away: view.deputy_for.length > 0 || view.deputy !== null,
    holidays: view.bank_holidays_end && may.keep ? `Bank holidays are known to ${sayDate(view.bank_holidays_end)} only. Past that day no due date in working days can be worked out.` : '',
    empty: view.open_cases === 0 && view.actions === 0 && view.drafts.length === 0,
  };
}

/** The worst flags of a person's own cases, with what would settle each. */
export function presentFirst(page: FlagPage): { flags: (FlagRow & { step: Step | null })[]; rest: LineShown } {
  return {
    flags: page.rows.map((flag, place) => ({ ...presentFlag(flag, place), step: settledBy(flag) })),
    rest: line(`All ${count(page.total, 'flag')} on your cases`, href('/worklist', { whose: 'mine' }), page.total - page.rows.length),
  };
}

/** "Maria Osei is away until 3 March 2026: you decide for her." Who is away is not said to be a he or a she. */
export function sayDeputies(view: DeputiesView, me: Pick<PersonView, 'id' | 'name'>): string[] {
  const today = view.deputies.filter(({ in_force: now }) => now);
  return [
    ...today.filter(({ deputy }) => deputy === me.name).map(({ manager, to }) => `${manager} is away until ${sayDate(to)}: you decide in their place.`),
    ...today.filter(({ manager_id: away }) => away === me.id).map(({ deputy, to }) => `${deputy} decides for you until ${sayDate(to)}.`),
  ];
}

function tiles(counts: SeverityCounts, whose: Whose | null): TilesShown {
  return {
    tiles: SEVERITIES.map((severity) => ({
      severity,
      number: sayNumber(counts[severity]),
      words: SEVERITY[severity].text,
      to: href('/worklist', { whose, severity }),
    })),
    atRest: line(`${count(counts.snoozed, 'late flag')} at rest`, href('/worklist', { whose, snoozed: true }), counts.snoozed),
  };
}

function line(text: string, to: string, number: number): LineShown {
  return { text, to, none: number <= 0 };
}
