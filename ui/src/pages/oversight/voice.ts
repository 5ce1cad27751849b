// Children's voice: whether a child's view reached each review, by the participation codes PN0 to PN7, and what changed.
import type { ChoicesView, VoicePage, VoiceRow } from '../../api/types';
import { href, type Query } from '../../router';
import { labelOf } from '../../words/choices';
import { count, sayDate, sayNumber } from '../../words/dates';
import type { Tag } from '../../words/labels';
import { countOf, sayAtLeast, sayRate, type Measure } from '../../words/rate';
import { sayPeriod } from './period';

export interface VoiceLine {
  key: string;
  reference: string;
  to: string;
  held: string;
  reported: boolean;
  how: string;
  heard: Tag;
  changed: string;
  team: string;
}
export interface VoiceShown { finding: string; measures: Measure[]; rows: VoiceLine[]; total: number; offset: number; what: string }

export function presentVoice(page: VoicePage, query: Query, choices: ChoicesView): VoiceShown {
  return {
    finding: sayFinding(page, query),
    measures: [
      sayRate('Reviews that the child’s view reached', page.heard),
      sayAtLeast('Of those, reviews that say what changed because of it', page.changed),
      { title: 'Children never heard', number: sayNumber(page.children_never_heard), words: 'with a review in the period, and no view of theirs recorded at any.' },
    ],
    rows: page.rows.map((row, place) => presentRow(row, place, choices)),
    total: page.total,
    offset: page.offset,
    what: `${page.total === 1 ? 'review' : 'reviews'}, newest first`,
  };
}

function sayFinding(page: VoicePage, query: Query): string {
  const period = sayPeriod(page, query);
  const young = page.under_four === 0 ? '' : ` ${count(page.under_four, 'review')} of children under 4 ${page.under_four === 1 ? 'is' : 'are'} left out.`;
  if (countOf(page.heard) === 0) return `${period}, no review was held at which a child’s view was to be expected.${young}`;
  const recorded = page.heard.hits + page.heard.misses;
  if (recorded === 0) return `${period}, ${count(page.heard.not_recorded, 'review')} took place, and of none is it recorded how the child took part.${young}`;
  const changed = page.heard.hits === 0 ? '' : ` ${sayNumber(page.changed.hits)} of those ${sayNumber(page.heard.hits)} ${page.changed.hits === 1 ? 'says' : 'say'} what changed because of it.`;
  return `${period}, the child’s view reached ${sayNumber(page.heard.hits)} of the ${count(recorded, 'review')} that record how the child took part.${changed}${young}`;
}

function presentRow(row: VoiceRow, place: number, choices: ChoicesView): VoiceLine {
  return {
    key: `${row.reference} ${row.held_on} ${place}`,
    reference: row.reference,
    to: href(`/cases/${row.reference}`),
    held: sayDate(row.held_on),
    reported: row.reported,
    how: row.participation === null ? 'Not recorded' : `${labelOf(choices, 'participation', row.participation)} (${row.participation})`,
    heard: sayHeard(row),
    changed: row.changed_by_views || (row.heard ? 'Nothing recorded' : ''),
    team: row.team ?? 'No team',
  };
}

function sayHeard({ heard, participation }: VoiceRow): Tag {
  if (heard === true) return { text: 'Heard', colour: 'green' };
  if (heard === false) return { text: 'Not heard', colour: 'orange' };
  return participation === null ? { text: 'Not recorded', colour: 'yellow' } : { text: 'Under 4', colour: 'grey' };
}
