// Samples for audit: how each was drawn, from what, and what was found.
import type { DrawSample, RecordSampleFinding, SampleCaseView, SampleOf, SampleRow, SampleView } from '../../api/types';
import { href } from '../../router';
import type { Choice } from '../../words/choices';
import { count, sayDate } from '../../words/dates';
import type { Tag } from '../../words/labels';

export interface SampleLine { id: string; reference: string; title: string; to: string; population: string; drawn: string; looked: string }

export function presentSamples(rows: SampleRow[]): SampleLine[] {
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    title: row.title,
    to: href(`/samples/${row.id}`),
    population: row.population,
    drawn: `${sayDate(row.drawn_on)} by ${row.drawn_by}`,
    looked: `${row.looked_at} of ${row.drawn}`,
  }));
}

export interface FoundLine { reference: string; stratum: string; finding: Tag; heard: string; words: string; by: string; to: string; action: string }
export interface SampleShown {
  says: string;
  strata: { name: string; eligible: number; drawn: number }[];
  leftOut: { what: string; count: number }[];
  findings: { what: string; count: number }[];
  unreached: string;
  notHeard: string;
  cases: FoundLine[];
  method: string[];
}

export function presentSample(view: SampleView): SampleShown {
  const looked = view.cases.filter(({ found }) => found !== null).length;
  return {
    says: `${count(view.size, 'case')} of ${view.eligible} that could be drawn; ${looked} looked at.`,
    strata: [...view.strata, ...view.unreached.map((name) => ({ name, eligible: 0, drawn: 0 }))],
    leftOut: view.left_out,
    findings: view.findings,
    unreached: view.unreached.length === 0 ? '' : `${count(view.unreached.length, 'stratum', 'strata')} had no case to draw.`,
    notHeard: sayNotHeard(view, looked),
    cases: view.cases.map((found) => presentCase(view.id, found)),
    method: view.method,
  };
}

function sayNotHeard(view: SampleView, looked: number): string {
  if (looked === 0) return 'Nobody has looked at a case yet.';
  if (view.not_heard.length === 0) return 'In every case that was looked at, the child was heard.';
  return `Looked at without hearing the child: ${view.not_heard.join(', ')}.`;
}

const HEARD = { yes: 'Yes', no: 'No', not_reachable: 'Not reachable' } as const;
const COLOUR: Record<string, Tag['colour']> = { good: 'green', some_gaps: 'yellow', serious_gaps: 'red' };

function presentCase(sample: string, { reference, stratum, found }: SampleCaseView): FoundLine {
  return {
    reference,
    stratum,
    finding: found ? { text: found.finding_says.split(':')[0] ?? '', colour: COLOUR[found.finding] ?? 'grey' } : { text: 'Not looked at yet', colour: 'grey' },
    heard: found ? HEARD[found.child_heard] : '',
    words: [found?.looked_at, found?.note].filter(Boolean).join(' – '),
    by: found ? `${found.found_by}${found.own_case ? ', the case’s own manager' : ''}, ${sayDate(found.found_on)}` : '',
    to: href(`/samples/${sample}/case/${reference}`),
    action: found ? 'Look again' : 'Record what was found',
  };
}

export const POPULATIONS: Choice[] = [
  { value: 'open_on', label: 'Open on a day' },
  { value: 'opened_in', label: 'Opened in a period' },
  { value: 'closed_in', label: 'Closed in a period' },
  { value: 'reviewed_in', label: 'Reviewed in a period' },
];
export const STRATA: Choice[] = [
  { value: 'level', label: 'Level of risk' },
  { value: 'team', label: 'Team' },
  { value: 'age_band', label: 'Age at referral' },
];
export const ALLOCATIONS: Choice[] = [
  { value: 'proportionate', label: 'In proportion to its cases' },
  { value: 'equal', label: 'The same number from each' },
];
export const HEARD_CHOICES: Choice[] = [
  { value: 'yes', label: HEARD.yes },
  { value: 'no', label: HEARD.no },
  { value: 'not_reachable', label: HEARD.not_reachable },
];

export function sampleForm(today: string): DrawSample {
  return { title: '', cases: 'open_on', on: today, from: '', to: '', stratify_by: ['level'], allocation: 'proportionate', size: '', seed: '', left_out: [], not_sampled_since: '' };
}

export function isOnADay(cases: SampleOf): boolean {
  return cases === 'open_on';
}

export function findingForm(sample: string, reference: string, there: SampleCaseView | undefined): RecordSampleFinding {
  const found = there?.found;
  return { sample_id: sample, reference, looked_at: found?.looked_at ?? '', finding: found?.finding ?? '', child_heard: found?.child_heard ?? '', note: found?.note ?? '' };
}
