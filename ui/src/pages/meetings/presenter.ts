// Meetings of a panel: their list, one meeting with its cases in order, and one case on the screen.
import { Refused } from '../../api/call';
import type { ChoicesView, FlagView, MeetingCaseView, MeetingView, MeetingsView, RecordMeeting } from '../../api/types';
import { href } from '../../router';
import { labelOf } from '../../words/choices';
import type { ContentLine } from '../../words/content';
import { count, sayDate, sayNumber, typedDate } from '../../words/dates';
import { sayLevel, type Tag } from '../../words/labels';
import { sayLevelInForce } from '../case/presenter';
import { presentFlag, standingFirst, type FlagRow } from '../worklist/presenter';

export interface MeetingLineShown { id: string; name: string; held: string; cases: string; decided: Tag; to: string; toCases: string }

export function presentMeetings({ meetings }: MeetingsView): MeetingLineShown[] {
  return meetings.map((line) => ({
    id: line.id,
    name: line.name,
    held: sayDate(line.held_on),
    cases: sayNumber(line.cases),
    decided: line.decided === line.cases ? { text: 'All decided', colour: 'green' } : { text: `${sayNumber(line.decided)} of ${sayNumber(line.cases)} decided`, colour: line.decided === 0 ? 'grey' : 'blue' },
    to: toMeeting(line.id),
    toCases: toCase(line.id, null),
  }));
}

export function toMeeting(id: string): string {
  return href(`/meetings/${id}`);
}

/** The address of meeting mode; without a reference it begins with the first case that has no decision. */
export function toCase(id: string, reference: string | null): string {
  return href(`/meetings/${id}/cases`, { case: reference });
}

export interface MeetingCaseLine { key: string; position: string; reference: string; to: string; level: string; flags: string; worst: FlagView['severity'] | null; lastReview: string; decision: string; by: string }
export interface MeetingShown { title: string; held: string; says: string; toCases: string; toChange: string; rows: MeetingCaseLine[] }

export function presentMeeting(view: MeetingView): MeetingShown {
  return {
    title: view.name,
    held: sayDate(view.held_on),
    says: sayDecided(view),
    toCases: toCase(view.id, null),
    toChange: href(`/meetings/${view.id}/change`),
    rows: view.cases.map((found) => ({
      key: found.reference,
      position: sayNumber(found.position),
      reference: found.reference,
      to: toCase(view.id, found.reference),
      level: sayLevel(found.level?.level ?? null),
      flags: standingFirst(found.flags).says,
      worst: standingFirst(found.flags).standing[0]?.severity ?? null,
      lastReview: found.last_review ? sayDate(found.last_review.on) : 'Never',
      decision: found.decision,
      by: found.decided_by ?? '',
    })),
  };
}

/** "3 of 8 cases have a decision." */
export function sayDecided({ cases }: Pick<MeetingView, 'cases'>): string {
  const decided = cases.filter(({ decision }) => decision !== '').length;
  return `${sayNumber(decided)} of ${count(cases.length, 'case')} ${decided === 1 ? 'has' : 'have'} a decision.`;
}

/** The case that the address names; without a name the first that has no decision. */
export function caseOf({ cases }: MeetingView, asked: string | undefined): MeetingCaseView | null {
  if (asked) return cases.find(({ reference }) => reference === asked) ?? null;
  return cases.find(({ decision }) => decision === '') ?? cases[0] ?? null;
}

/** The addresses before and after a case. After the last comes the overview; before the first comes nothing. */
export function besides(view: MeetingView, found: MeetingCaseView): { before: string | null; after: string; isLast: boolean } {
  const at = (position: number) => view.cases.find((other) => other.position === position)?.reference ?? null;
  const [before, after] = [at(found.position - 1), at(found.position + 1)];
  return {
    before: before === null ? null : toCase(view.id, before),
    after: after === null ? toMeeting(view.id) : toCase(view.id, after),
    isLast: after === null,
  };
}

export interface OnScreen {
  place: string;
  level: ReturnType<typeof sayLevelInForce>;
  about: string;
  /** Those at rest last. */
  flags: FlagRow[];
  flagsSay: string;
  review: ContentLine[];
  before: { key: string; when: string; decision: string }[];
}

export function presentCase(view: MeetingView, found: MeetingCaseView, choices: ChoicesView): OnScreen {
  const flags = standingFirst(found.flags.map(presentFlag));
  const opened = `Opened ${sayDate(found.opened_on)}`;
  return {
    place: `${sayNumber(found.position)} of ${sayNumber(view.cases.length)}`,
    level: sayLevelInForce(found.level),
    about: [found.closed_on ? `${opened}, closed ${sayDate(found.closed_on)}` : opened, `practitioner: ${found.practitioner ?? 'nobody yet'}`, `team: ${found.team ?? 'none'}`].join('; '),
    flags: flags.all,
    flagsSay: flags.says,
    review: reviewLines(found, choices),
    before: found.before.map(({ on, meeting, decision }, place) => ({ key: `${on} ${place}`, when: `${sayDate(on)}, ${meeting}`, decision })),
  };
}

function reviewLines({ last_review: last, next_review_on: next, closed_on: closed }: MeetingCaseView, choices: ChoicesView): ContentLine[] {
  const line = (label: string, value: string): ContentLine => ({ key: label, label, value: value === '' ? [] : value.split('\n') });
  const held = last === null
    ? [line('Held', 'Never')]
    : [
      line('Held', `${sayDate(last.on)}${last.reported ? ', reported by a tracker' : last.signed_off ? ', signed off' : ', not signed off'}`),
      line('Level', last.level ? sayLevel(last.level) : ''),
      line('How the child took part', last.participation ? labelOf(choices, 'participation', last.participation) : ''),
      line('What changed because of the child’s views', last.changed_by_views),
    ];
  return closed ? held : [...held, line('Next review', next ? sayDate(next) : 'No date')];
}

/** What the form of a meeting holds: the request itself. */
export function meetingForm(view: MeetingView | null): RecordMeeting {
  if (view === null) return { id: null, version: 1, name: '', held_on: '', references: [] };
  return { id: view.id, version: view.version, name: view.name, held_on: typedDate(view.held_on), references: view.cases.map(({ reference }) => reference) };
}

export const WORST = 10;

/** The cases of the worst flags that are not listed yet, worst first. */
export function worstCases(flags: Pick<FlagView, 'reference'>[], listed: string[]): string[] {
  const known = new Set(listed.map((text) => text.trim().toUpperCase()));
  const worst: string[] = [];
  for (const { reference } of flags) {
    if (worst.length < WORST && !known.has(reference)) {
      known.add(reference);
      worst.push(reference);
    }
  }
  return worst;
}

/** Rust names the place of a wrong reference; a person needs the line and what stands on it. */
export function nameLines(refused: Refused, references: string[]): Refused {
  const fields = refused.fields.map(({ field, message }) => {
    const place = /^references\.(\d+)$/.exec(field)?.[1];
    return place === undefined ? { field, message } : { field, message: `Line ${Number(place) + 1}, ${references[Number(place)]?.trim() ?? ''}: ${message}` };
  });
  return new Refused({ code: refused.code, message: refused.message, fields }, refused);
}
