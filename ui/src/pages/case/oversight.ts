// What a manager looks after on a case: floors, the date of the next review, earlier periods, what closing would have to name.
import type { CaseView, EarlierPeriodView, FloorView, ReviewDateView, ReviewDatesView } from '../../api/types';
import { sayDate } from '../../words/dates';
import { sayLevel } from '../../words/labels';

export interface FloorShown { says: string; broken: boolean }

export function presentFloors({ floors, level }: Pick<CaseView, 'floors' | 'level'>): FloorShown[] {
  const inForce = (broken: boolean) => (level ? `${sayLevel(level.level)}, the level in force, ${broken ? 'is below that' : 'keeps to that'}.` : '');
  return floors.map(({ says, broken }: FloorView) => ({ says: `${says} ${inForce(broken)}`.trim(), broken }));
}

export interface ReviewDatesShown {
  /** Null on a closed case. */
  computed: { date: string; says: string } | null;
  /** The one that counts. */
  set: { date: string; says: string } | null;
  /** Set before it, newest first. */
  earlier: string[];
}

export function presentReviewDates(dates: ReviewDatesView): ReviewDatesShown {
  const [latest, ...earlier] = dates.by_hand;
  return {
    computed: dates.computed ? { date: sayDate(dates.computed), says: dates.computed_says } : null,
    set: latest ? { date: sayDate(latest.next_review_on), says: sayWho(latest) } : null,
    earlier: earlier.map((date) => `${sayDate(date.next_review_on)}: ${sayWho(date)}`),
  };
}

/** Who set a date, when and why. A source that this version does not know is said as a date that was set. */
function sayWho({ source, by, set_on: on, reason }: ReviewDateView): string {
  const whose = by ? ` by ${by}` : '';
  const said = `${SOURCE[source] ?? 'Set'}${whose} on ${sayDate(on)}.`;
  return reason ? `${said} ${reason}` : said;
}

const SOURCE: Record<string, string> = {
  by_hand: 'Set by hand',
  review_arrangement: 'In the review arrangement',
  review: 'Agreed at a review and recorded',
  reported: 'Reported by the tracker',
};

export function presentEarlier(earlier: EarlierPeriodView[]): { key: string; label: string; value: string[] }[] {
  return earlier.map((period) => ({
    key: period.reopened_on,
    label: `${sayDate(period.opened_on)} to ${sayDate(period.closed_on)}`,
    value: [`Opened again on ${sayDate(period.reopened_on)} by ${period.reopened_by}.`, ...(period.reason ? [period.reason] : [])],
  }));
}
