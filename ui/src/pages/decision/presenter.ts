// What a manager reads before deciding: what is known of the child, and the version beside the one last signed.
import type { CaseView, ChoicesView, DecisionPageView, RiskLevel, WaitingRow } from '../../api/types';
import type { Query } from '../../router';
import { compare, type Compared } from '../../words/compare';
import { labelOf } from '../../words/choices';
import { contentLines } from '../../words/content';
import { sayDate, sayDays } from '../../words/dates';
import { floorsAbove } from '../../words/floors';
import { KIND, STATED_BY, sayLevel } from '../../words/labels';
import { decisionLines, presentVersion } from '../case/items';
import { toDecision } from '../queue/presenter';
import { presentFlag, standingFirst, type FlagRow } from '../worklist/presenter';

export interface DecisionShown {
  what: string;
  reference: string;
  /** "You decide as deputy for Maria Osei." */
  asDeputy: string;
  says: string[];
  /** Null when nothing of this item was signed before: then all of it is new. */
  lastSigned: { title: string; says: string } | null;
  /** What is new stands first. */
  rows: Compared[];
  /** "3 of 9 parts differ from version 1." */
  differs: string;
  practitionersLevel: string;
  levelInForce: string;
  flags: { title: string; worst: FlagRow[]; more: string; all: FlagRow[] };
  levels: string[];
  reviews: string[];
  floors: string[];
  concerns: string[];
  lookFor: string[];
  whyNot: string | null;
}

/** So many flags are open to the eye; the rest are one press away, with the reason for each. */
const WORST = 3;

export function presentDecision(view: DecisionPageView, choices: ChoicesView): DecisionShown {
  const { waiting, version, last_signed: last } = view;
  const compared = compare(last ? contentLines(last.content, choices) : [], contentLines(version.content, choices));
  const changed = compared.filter((row) => row.mark !== 'same');
  const { all: flags, says: flagsSay } = standingFirst(view.flags.map(presentFlag));
  return {
    what: KIND[waiting.kind],
    reference: waiting.reference,
    asDeputy: waiting.deputy_for ? `You decide as deputy for ${waiting.deputy_for}.` : '',
    says: presentVersion(version).says,
    lastSigned: last ? { title: `Version ${last.number}`, says: last.decision ? decisionLines(last.decision).map(sentence).join(' ') : '' } : null,
    rows: last ? [...changed, ...compared.filter((row) => row.mark === 'same')] : compared,
    differs: last
      ? `${changed.length} of ${compared.length} parts differ from version ${last.number}, which was signed last.`
      : `This ${KIND[waiting.kind]} has not been signed before, so all of it is new.`,
    practitionersLevel: sayLevel(view.practitioners_level, ''),
    levelInForce: view.level
      ? `${sayLevel(view.level.level)} since ${sayDate(view.level.since)}${view.level.confirmed ? '' : ', not yet confirmed'}`
      : 'No level recorded',
    flags: {
      title: flags.length === 0 ? 'Flags' : flagsSay,
      worst: flags.slice(0, WORST),
      more: flags.length > WORST ? `Why, and ${flags.length - WORST} more` : 'Why',
      all: flags,
    },
    levels: view.levels.map(({ on, level, stated_by: by }) => `${sayDate(on)}: ${sayLevel(level)} (${STATED_BY[by]})`),
    reviews: view.reviews.map((review) => {
      const standing = review.reported ? 'reported by the tracker' : review.signed_off ? 'signed off' : 'not signed off';
      return `${sayDate(review.on)}: ${labelOf(choices, 'participation', review.participation)}; ${standing}`;
    }),
    floors: view.floors.map(({ says, broken }) => (broken ? `${says} The ${view.practitioners_level ? 'author’s level' : 'level in force'} is below that.` : says)),
    concerns: view.concerns,
    lookFor: view.look_for,
    whyNot: waiting.may_decide ? null : (waiting.why_not ?? 'You may not decide this.'),
  };
}

/** "Exploitation team; manager Maria Osei; sent 5 days ago; to be decided by 3 March 2026". */
export function sayWaiting(waiting: WaitingRow): string {
  return [
    waiting.team ?? 'No team',
    waiting.manager ? `manager ${waiting.manager}` : 'no manager yet',
    waiting.days_waiting === 0 ? 'sent today' : `sent ${sayDays(waiting.days_waiting)} ago`,
    ...(waiting.due_on ? [`to be decided by ${sayDate(waiting.due_on)}`] : []),
  ].join('; ');
}

/** What is said at the moment a level is chosen. It forbids nothing: the level stays the manager's. */
export function warnOf(level: RiskLevel | '', view: Pick<DecisionPageView, 'floors'>, choices: ChoicesView): string[] {
  return floorsAbove(view.floors, level, choices).map((floor) => `${sayLevel(level)} is below a floor. ${floor.says}`);
}

/** How the reason is asked for: it is needed where the level differs from the author's, or from the one in force where the author states none. */
export function askReason(level: RiskLevel | '', author: RiskLevel | null, inForce: RiskLevel | null): { label: string; needed: boolean } {
  const met = author ?? inForce;
  if (level === '' || met === null || level === met) return { label: 'Reason, or a note to the author (optional)', needed: false };
  const [chosen, before] = [level.replaceAll('_', ' '), met.replaceAll('_', ' ')];
  return { label: author ? `Why ${chosen}, where the author says ${before}?` : `Why ${chosen}, where the level has been ${before}?`, needed: true };
}

export interface Meanwhile {
  /** What happened to the version, newest fact last. */
  says: string[];
  /** Something of the same item that waits now. */
  next: { text: string; to: string } | null;
  /** The version is decided for good, so that what was typed about it is of no more use. */
  decided: boolean;
}

/** A manager's own words may end in a full stop already. */
function sentence(line: string): string {
  return /[.!?]$/.test(line) ? line : `${line}.`;
}

/** What became of a version that was to be decided, from the case as it stands now. */
export function presentMeanwhile(view: CaseView, version: string, query: Query): Meanwhile {
  const item = view.items.find(({ versions }) => versions.some(({ version_id: id }) => id === version));
  const [asked, latest] = [item?.versions.find(({ version_id: id }) => id === version), item?.versions[0]];
  if (!item || !asked || !latest) return { says: ['This case has no such version any more.'], next: null, decided: false };
  const name = (number: number) => `version ${number} of the ${KIND[item.kind]}`;
  const newer = latest !== asked ? latest : null;
  const waits = (latest.submitted_at && !latest.decision) || null;
  return {
    says: [
      ...(asked.decision ? decisionLines(asked.decision).map(sentence) : []),
      ...(newer ? [`Since then ${name(newer.number)} was written${waits ? ' and sent for sign-off' : ''}.`] : []),
      ...(!asked.decision && !newer ? [waits ? `It changed after you opened it, and it waits as it is now.` : `Its author took it back. When it is sent again, it waits here again.`] : []),
    ],
    next: waits && { text: `Read ${name(latest.number)} and decide`, to: toDecision(latest.version_id, view.reference, query) },
    decided: asked.decision !== null,
  };
}
