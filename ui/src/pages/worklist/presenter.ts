// The worklist: from the address to the question for Rust, and from its answer to rows.
import type { ChoicesView, FilterView, FlagPage, FlagView, ListFlags, SessionView, Severity, SnoozeView } from '../../api/types';
import { ON_PAPER } from '../../components/paper';
import { PAGE } from '../../components/paging';
import { href, readRoute, type Query } from '../../router';
import { nameOf, sayCause } from '../../words/choices';
import { count, sayDate, sayDays, sayNumber } from '../../words/dates';
import { RULE, FAMILY, SEVERITIES, SEVERITY, WHOSE, capital, sayLevel } from '../../words/labels';

export interface Tab { text: string; number: string; to: string; here: boolean }
export interface Step { text: string; to: string }
export interface FlagRow {
  key: string;
  reference: string;
  to: string;
  says: string;
  explanation: string;
  severity: Severity;
  late: string;
  due: string;
  level: string;
  team: string;
  practitioner: string;
  snooze: SnoozeView | null;
  /** "At rest until 14 October 2026"; empty for one that stands. */
  atRest: string;
}
export interface ListedFlag extends FlagRow {
  /** What would settle it, or where to find out. */
  step: Step;
  /** The form that lets it rest, for a flag that stands today. */
  toRest: string | null;
  rest: Rest | null;
  /** It rests today, so that a manager may wake it. */
  mayWake: boolean;
}
export interface Rest { id: string; until: string; why: string }
export interface WorklistShown {
  asAt: string;
  tabs: Tab[];
  rows: ListedFlag[];
  total: number;
  offset: number;
  /** "flags on 185 cases, as at 30 September 2026". */
  what: string;
  atRest: boolean;
  /** Duties that are not late. */
  isAhead: boolean;
  /** Of another day than today it is known what was late, at rest or not, and not what was coming. */
  onlyLate: boolean;
}

export function askFlags(query: Query): ListFlags {
  const whose = known(WHOSE, query.whose);
  return {
    as_at: query.as_at || null,
    rule: known(RULE, query.rule),
    family: known(FAMILY, query.family),
    severity: isAtRest(query) ? null : known(SEVERITY, query.severity),
    level: query.level || null,
    team: whose === 'my_team' ? null : query.team || null,
    practitioner: query.practitioner || null,
    mine: whose === 'mine',
    my_team: whose === 'my_team',
    snoozed: isAtRest(query),
    offset: Number(query.offset ?? 0) || 0,
    limit: PAGE,
  };
}

/** The same list from its beginning, as much of it as goes on paper. */
export function askOnPaper(query: Query): ListFlags {
  return { ...askFlags(query), offset: 0, limit: ON_PAPER };
}

export function presentWorklist(page: FlagPage, query: Query, { choices, today }: { choices: ChoicesView; today: string }): WorklistShown {
  const atRest = isAtRest(query);
  const severity = atRest ? null : known(SEVERITY, query.severity);
  const { offset: _, severity: __, snoozed: ___, ...filters } = query;
  const tab = (text: string, number: number, of: Query, here: boolean): Tab => ({ text, number: sayNumber(number), to: href('/worklist', { ...filters, ...of }), here });
  const late = page.counts.critically_overdue + page.counts.overdue;
  const isAhead = severity === 'due_soon' || severity === 'not_due_yet';
  const one = page.total === 1 ? (isAhead ? 'duty' : 'flag') : isAhead ? 'duties' : 'flags';
  const cases = page.cases === null ? '' : ` on ${count(page.cases, 'case')}`;
  return {
    asAt: sayDate(page.as_at),
    tabs: [
      tab('Everything late', late, {}, severity === null && !atRest),
      ...SEVERITIES.map((of) => tab(SEVERITY[of].text, page.counts[of], { severity: of }, of === severity)),
      tab('At rest', page.counts.snoozed, { snoozed: '1' }, atRest),
    ].filter(({ here }, place) => here || place < 3 || place === 5 || page.as_at === today),
    onlyLate: page.as_at !== today,
    rows: page.rows.map((flag, place) => ({
      ...presentFlag(flag, place),
      step: (page.as_at === today ? settledBy(flag) : null) ?? { text: 'Open the case', to: href(`/cases/${flag.reference}`) },
      toRest: flag.snooze === null && flag.days_late > 0 && page.as_at === today ? toRest(flag, addressOf(queryOf(query))) : null,
      rest: flag.snooze && presentRest(flag.snooze, choices),
      mayWake: flag.snooze !== null && page.as_at === today,
    })),
    total: page.total,
    offset: page.offset,
    what: `${one}${atRest ? ' at rest' : ''}${cases}, as at ${sayDate(page.as_at)}`,
    atRest,
    isAhead,
  };
}

export function presentFlag(flag: FlagView, place: number): FlagRow {
  return {
    // Several actions of one plan may be late on one day, so the place is part of the key.
    key: `${flag.reference} ${flag.rule} ${flag.due_on} ${place}`,
    reference: flag.reference,
    to: href(`/cases/${flag.reference}`),
    says: flag.says,
    explanation: flag.explanation,
    severity: flag.severity,
    late: sayLate(flag),
    due: flag.due_on ? sayDate(flag.due_on) : 'Not known',
    level: sayLevel(flag.level),
    team: flag.team ?? 'No team',
    practitioner: flag.practitioner ?? 'Nobody yet',
    snooze: flag.snooze,
    atRest: flag.snooze ? `At rest until ${sayDate(flag.snooze.until)}` : '',
  };
}

/** Flags as every list of them has them: those that stand first, each part in the order in which it came. */
export function standingFirst<T extends Pick<FlagView, 'snooze'>>(flags: T[]): { all: T[]; standing: T[]; resting: T[]; says: string } {
  const standing = flags.filter(({ snooze }) => snooze === null);
  const resting = flags.filter(({ snooze }) => snooze !== null);
  return { all: [...standing, ...resting], standing, resting, says: sayFlags(standing.length, resting.length) };
}

/** "4 flags, and 1 at rest". */
export function sayFlags(standing: number, resting: number): string {
  if (standing === 0) return resting === 0 ? 'No flag stands' : `No flag stands, and ${sayNumber(resting)} ${resting === 1 ? 'is' : 'are'} at rest`;
  return resting === 0 ? count(standing, 'flag') : `${count(standing, 'flag')}, and ${sayNumber(resting)} at rest`;
}

/** A flag that a manager lets rest: until when, by whom and why. */
export function presentRest(snooze: SnoozeView, choices: ChoicesView): Rest {
  const cause = sayCause(choices, snooze.cause);
  const why = snooze.cause === '' ? 'Why it was late is not known.' : `Why it was late: ${cause.charAt(0).toLowerCase()}${cause.slice(1)}.`;
  return { id: snooze.id, until: `At rest until ${sayDate(snooze.until)}, by ${snooze.by}`, why: [why, snooze.reason].filter(Boolean).join(' ') };
}

/** The form that would settle a flag, as far as the flag alone tells. */
export function settledBy({ reference, rule, subject }: Pick<FlagView, 'reference' | 'rule' | 'subject'>): Step | null {
  const to = (path: string, text: string): Step => ({ text, to: href(`/cases/${reference}${path}`) });
  switch (rule) {
    case 'never_reviewed':
    case 'review_overdue': return to('/write/review', 'Record a review');
    case 'no_next_review_date':
    case 'next_review_too_late': return to('/write/review_arrangement', 'Arrange the next review');
    case 'level_missing': return to('/write/assessment', 'Write an assessment');
    case 'action_overdue': return subject ? to(`/plan/${subject}`, 'Update the action') : null;
    case 'return_interview': return subject ? to(`/missing/${subject}`, 'Record the interview') : null;
    default: return null;
  }
}

/** The form that lets a flag rest. `from` is the page to come back to; without it, the case. */
export function toRest({ reference, rule, subject, start_on }: Pick<FlagView, 'reference' | 'rule' | 'subject' | 'start_on'>, from: string | null): string {
  return href('/worklist/rest', { reference, rule, start_on, subject, from: from && from.slice(1) });
}

/** Where the form leads back to. */
export function backFromRest({ reference = '', from = '' }: Query): Step {
  return from.startsWith('/worklist') ? { to: `#${from}`, text: 'the worklist' } : { to: href(`/cases/${reference}`), text: 'the case' };
}

/** The filter that stands, as the register keeps one: the address without the page. */
export function queryOf(query: Query): string {
  const { offset: _, ...filters } = query;
  // A star is the one sign that an address leaves as it is and a kept filter may not hold.
  return (href('/worklist', filters).split('?')[1] ?? '').replaceAll('*', '%2A');
}

export function presentFilters(filters: FilterView[], query: Query): { name: string; to: string; here: boolean }[] {
  const same = (kept: string) => JSON.stringify(sorted(readRoute(addressOf(kept)).query)) === JSON.stringify(sorted(readRoute(addressOf(queryOf(query))).query));
  return filters.map((filter) => ({ name: filter.name, to: addressOf(filter.query), here: same(filter.query) }));
}

export function addressOf(filter: string): string {
  return filter === '' ? '#/worklist' : `#/worklist?${filter}`;
}

/** The filter in words, for paper, where "mine" says nothing. */
export function sayFilters(query: Query, asAt: string, { choices, session }: { choices: ChoicesView; session: SessionView }): string {
  const asked = askFlags(query);
  const { name, team } = session.person;
  const parts = [
    asked.snoozed ? 'Flags at rest' : asked.severity ? SEVERITY[asked.severity].text : 'Everything late',
    asked.mine ? `cases of ${name}` : asked.my_team ? `cases of the team ${team ?? 'not set'}` : asked.team ? `cases of the team ${asked.team}` : 'all cases',
    asked.practitioner && `practitioner: ${nameOf(choices, asked.practitioner)}`,
    asked.family && `about: ${FAMILY[asked.family].toLowerCase()}`,
    asked.rule && `rule: ${RULE[asked.rule].toLowerCase()}`,
    asked.level && `level: ${sayLevel(asked.level).toLowerCase()}`,
    `as at ${sayDate(asAt)}`,
  ];
  return `${capital(parts.filter(Boolean).join('; '))}.`;
}

function isAtRest(query: Query): boolean {
  return query.snoozed === '1';
}

function sorted(query: Query): [string, string][] {
  return Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1));
}

function sayLate({ days_late: days, due_on: due }: FlagView): string {
  if (due === null) return '';
  if (days > 0) return `${sayDays(days)} late`;
  return days === 0 ? 'today' : `in ${sayDays(-days)}`;
}

function known<K extends string>(words: Record<K, unknown>, asked: string | undefined): K | null {
  return asked !== undefined && Object.hasOwn(words, asked) ? (asked as K) : null;
}

