// What would fall due under a policy before it is saved, in the order in which it is read: the finding, then how many, then which.
import type { PolicyPreview, PreviewCase, PreviewRule } from '../../api/types';
import { href } from '../../router';
import { count, sayDate, sayNumber } from '../../words/dates';

export interface PreviewLine { reference: string; toCase: string; says: string; dueNow: string; dueThen: string }
export interface PreviewRuleLine { key: string; says: string; now: string; then: string; change: string }
export interface PreviewDayLine { key: string; day: string; cases: string }
export interface PreviewShown {
  finding: string;
  /** Sooner, later, below a floor. */
  says: string[];
  days: PreviewDayLine[];
  restDays: PreviewDayLine[];
  rules: PreviewRuleLine[];
  /** Rules with as many flags as they have. */
  sameRules: PreviewRuleLine[];
  first: PreviewLine[];
  rest: PreviewLine[];
  /** "The first 50 of 123 cases that become overdue sooner". */
  casesTitle: string;
}

/** So many cases, and so many days, are open to the eye; the others are folded away. */
const SHOWN = 10;

export function presentPreview(view: PolicyPreview): PreviewShown {
  const cases = view.cases.map(presentCase);
  const days = view.days.map(({ on, cases: n }) => ({ key: on, day: sayDate(on), cases: sayNumber(n) }));
  const sooner = count(view.sooner, 'case');
  return {
    finding: view.finding,
    says: [
      `Of ${count(view.open_cases, 'open case')}, ${sayNumber(view.sooner)} would become overdue sooner and ${sayNumber(view.later)} later, if nothing else is done from now to ${sayDate(view.to)}.`,
      sayCritical(view),
      view.below_floor === 0
        ? 'No child is at a level below a floor of this policy.'
        : `${count(view.below_floor, 'child is', 'children are')} at a level below a floor of this policy. Floors warn; they change no level.`,
    ],
    days: days.slice(0, SHOWN),
    restDays: days.slice(SHOWN),
    rules: view.rules.filter(({ now, then }) => now !== then).map(presentRule),
    sameRules: view.rules.filter(({ now, then }) => now === then).map(presentRule),
    first: cases.slice(0, SHOWN),
    rest: cases.slice(SHOWN),
    casesTitle: cases.length < view.sooner ? `The first ${sayNumber(cases.length)} of ${sooner} that become overdue sooner` : `${sooner} that ${view.sooner === 1 ? 'becomes' : 'become'} overdue sooner`,
  };
}

/** The bands of severity, which make nothing overdue sooner. */
function sayCritical({ effective_from: from, critical_now: now, critical_then: then }: PolicyPreview): string {
  const day = `On the day after ${sayDate(from)}`;
  if (now === then) return `${day}, ${count(now, 'flag')} would be critically overdue, as many as under the present policy.`;
  return `${day}, ${count(then, 'flag')} would be critically overdue, where the present policy has ${sayNumber(now)}.`;
}

function presentRule({ rule, says, now, then }: PreviewRule): PreviewRuleLine {
  return { key: rule, says, now: sayNumber(now), then: sayNumber(then), change: sayChange(then - now) };
}

function presentCase(row: PreviewCase): PreviewLine {
  return {
    reference: row.reference,
    toCase: href(`/cases/${row.reference}`),
    says: row.says,
    dueNow: row.due_now ? sayDate(row.due_now) : 'Not owed',
    dueThen: row.due_then ? sayDate(row.due_then) : 'Not owed',
  };
}

function sayChange(by: number): string {
  if (by === 0) return 'Same';
  return by > 0 ? `${sayNumber(by)} more` : `${sayNumber(-by)} fewer`;
}
