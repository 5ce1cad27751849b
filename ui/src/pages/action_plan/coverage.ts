// How far the plan reflects a catalogue of guidance: three counts, the uncovered names first, and a grid of lines and actions.
import type { CoverageActionView, CoverageLineView, CoverageView } from '../../api/types';
import { href } from '../../router';
import { sayDate, sayNumber } from '../../words/dates';
import { ACTION, capital, type Tag } from '../../words/labels';
import { SHAPE } from './presenter';

/** What a cell of the grid says: a sign for the eye and words for everybody. */
export interface Sign { sign: string; words: string }
export interface LineShown {
  id: string;
  text: string;
  theme: string;
  /** Why it is not covered; empty where it is. */
  whyNot: string;
  covered: Sign;
  evidenced: Sign;
  state: (Tag & { shape: string }) | null;
  confirmed: string;
  basis: string;
  toChange: string;
  /** In the order of the actions. */
  cells: (Sign | null)[];
}
export interface CoverageShown {
  asAt: string;
  name: string;
  standing: string;
  restsOn: string;
  counts: { name: string; count: string; means: string }[];
  uncovered: LineShown[];
  lines: LineShown[];
  actions: { key: string; title: string }[];
}

const YES: Sign = { sign: '●', words: 'Yes' };
const NO: Sign = { sign: '', words: 'No' };

export function presentCoverage(view: CoverageView): CoverageShown {
  const actions = view.actions.map((action, place) => ({ key: keyOf(action, place, view.actions), title: action.title }));
  const lines = view.lines.map((line) => presentLine(line, view.actions));
  const of = (count: number) => `${sayNumber(count)} of ${sayNumber(view.total)}`;
  return {
    asAt: sayDate(view.as_at),
    name: view.name,
    standing: view.standing,
    restsOn: view.rests_on,
    counts: [
      { name: 'Covered', count: of(view.covered), means: 'a live action with an owner, a date and a measure answers the line' },
      { name: 'Evidenced', count: of(view.evidenced), means: 'dated evidence was checked by someone other than the owner' },
      { name: 'Reflected', count: of(view.reflected), means: 'covered and evidenced' },
    ],
    uncovered: lines.filter(({ whyNot }) => whyNot !== ''),
    lines,
    actions,
  };
}

/** The number of the workbook, where it tells one action from another. */
function keyOf(action: CoverageActionView, place: number, all: CoverageActionView[]): string {
  const alone = action.number !== '' && all.filter(({ number }) => number === action.number).length === 1;
  return alone ? action.number : `Action ${place + 1}`;
}

function presentLine(line: CoverageLineView, actions: CoverageActionView[]): LineShown {
  const { requirement } = line;
  return {
    id: requirement.id,
    text: requirement.text,
    theme: capital(requirement.theme),
    whyNot: line.why_not,
    covered: line.covered ? YES : NO,
    evidenced: line.evidenced ? YES : NO,
    state: line.state ? { ...ACTION[line.state], shape: SHAPE[line.state] } : null,
    confirmed: line.confirmed,
    basis: requirement.checked_by
      ? `Checked against the source by ${requirement.checked_by} on ${sayDate(requirement.checked_on)}`
      : `Not checked against the source yet. Wording: ${requirement.basis}`,
    toChange: href(`/action-plan/requirement/${requirement.id}`),
    cells: actions.map(({ id }) => {
      const answer = line.answers.find(({ action }) => action === id);
      if (!answer) return null;
      if (!answer.covers) return { sign: '○', words: `Names it, but ${answer.gaps.join(' and ')}` };
      return answer.evidenced ? { sign: '◉', words: 'Covers it, with checked evidence' } : { sign: '●', words: 'Covers it' };
    }),
  };
}
