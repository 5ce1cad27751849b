// What a manager reads before deciding: the version beside the one last signed, and what else is known of the case.
import type { ChoicesView, DecisionPageView } from '../../api/types';
import { sayDate } from '../../words/dates';
import { compare, type Compared } from '../../words/compare';
import { contentLines } from '../../words/content';
import { KIND, STATED_BY, sayLevel } from '../../words/labels';
import { labelOf } from '../../words/choices';
import { decisionLines, presentVersion } from '../case/items';

export interface DecisionShown {
  what: string;
  reference: string;
  says: string[];
  /** Null when nothing of this item was signed before: then all of it is new. */
  lastSigned: { title: string; says: string } | null;
  rows: Compared[];
  /** "3 of 9 parts differ from version 1." */
  differs: string;
  practitionersLevel: string;
  levelInForce: string;
  levels: string[];
  reviews: string[];
  lookFor: string[];
  whyNot: string | null;
}

export function presentDecision(view: DecisionPageView, choices: ChoicesView): DecisionShown {
  const { waiting, version, last_signed: last } = view;
  const rows = compare(last ? contentLines(last.content, choices) : [], contentLines(version.content, choices));
  const changed = rows.filter((row) => row.mark !== 'same').length;
  return {
    what: KIND[waiting.kind],
    reference: waiting.reference,
    says: presentVersion(version).says,
    lastSigned: last ? { title: `Version ${last.number}`, says: last.decision ? `${decisionLines(last.decision).join('. ')}.` : '' } : null,
    rows,
    differs: last
      ? `${changed} of ${rows.length} parts differ from version ${last.number}, which was signed last.`
      : `This ${KIND[waiting.kind]} has not been signed before, so all of it is new.`,
    practitionersLevel: sayLevel(view.practitioners_level, ''),
    levelInForce: view.level
      ? `${sayLevel(view.level.level)} since ${sayDate(view.level.since)}${view.level.confirmed ? '' : ', not yet confirmed'}`
      : 'No level recorded',
    levels: view.levels.map(({ on, level, stated_by: by }) => `${sayDate(on)}: ${sayLevel(level)} (${STATED_BY[by]})`),
    reviews: view.reviews.map((review) => {
      const standing = review.reported ? 'reported by the tracker' : review.signed_off ? 'signed off' : 'not signed off';
      return `${sayDate(review.on)}: ${labelOf(choices, 'participation', review.participation)}; ${standing}`;
    }),
    lookFor: view.look_for,
    whyNot: waiting.may_decide ? null : (waiting.why_not ?? 'You may not decide this.'),
  };
}
