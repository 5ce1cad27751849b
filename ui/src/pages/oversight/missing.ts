// Missing children: each episode with the clock for its return interview. Lateness is a fact here, not an accusation.
import type { MissingPage, MissingRow } from '../../api/types';
import { href, type Query } from '../../router';
import { count, sayDayTime, sayNumber } from '../../words/dates';
import { capital, type Tag } from '../../words/labels';
import { sayRate, type Measure } from '../../words/rate';
import { sayPeriod } from './period';

export interface MissingLine {
  key: string;
  reference: string;
  to: string;
  from: string;
  returned: string;
  clock: Tag;
  /** How the hours stand: "Held at least 41 hours after the return." */
  hours: string;
  offered: string;
  themes: string;
  team: string;
}
export interface MissingShown { finding: string; measures: Measure[]; rows: MissingLine[]; total: number; offset: number; what: string }

export function presentMissing(page: MissingPage, query: Query): MissingShown {
  return {
    finding: sayFinding(page, query),
    measures: [
      sayRate(`Return interviews held within ${count(page.hours, 'hour')}`, page.in_time),
      sayRate('Return interviews offered', page.offered),
      { title: 'Declined by the child', number: sayNumber(page.declined), words: 'return interviews, which count as offered and as not held.' },
      { title: 'Missing more than once', number: sayNumber(page.children_more_than_once), words: 'children with two episodes or more in the period.' },
    ],
    rows: page.rows.map((row) => presentRow(row, page.hours)),
    total: page.total,
    offset: page.offset,
    what: `${page.total === 1 ? 'missing episode' : 'missing episodes'}, newest first`,
  };
}

function sayFinding(page: MissingPage, query: Query): string {
  const period = sayPeriod(page, query);
  if (page.total === 0) return `${period}, no missing episode is recorded.`;
  const episodes = `${period}, ${count(page.total, 'missing episode is', 'missing episodes are')} recorded.`;
  const judged = page.in_time.hits + page.in_time.misses;
  if (judged === 0) return `${episodes} Of none can it be told yet whether a return interview was held in time.`;
  return `${episodes} Of the ${count(judged, 'return')} that can be judged, ${sayNumber(page.in_time.hits)} had a return interview within ${count(page.hours, 'hour')}.`;
}

function presentRow(row: MissingRow, allowed: number): MissingLine {
  return {
    key: row.episode_id,
    reference: row.reference,
    to: href(`/cases/${row.reference}`),
    from: sayDayTime(row.missing_from),
    returned: row.returned ? `Returned ${sayDayTime(row.returned)}` : 'Return not recorded',
    ...sayClock(row, allowed),
    offered: sayOffered(row),
    themes: row.themes,
    team: row.team ?? 'No team',
  };
}

export function sayClock(row: MissingRow, allowed: number): { clock: Tag; hours: string } {
  if (row.returned === null || row.hours === null) return { clock: { text: 'Not begun', colour: 'grey' }, hours: 'The clock starts with the return.' };
  if (row.interview_declined) return { clock: { text: 'Declined', colour: 'grey' }, hours: `On ${sayDayTime(row.interview_declined)}.` };
  const until = row.interview_held ?? '';
  // Without a time of day only the least that it can be is known.
  const least = [row.returned, ...(row.interview_held ? [until] : [])].some((moment) => !moment.includes(' ')) ? 'at least ' : '';
  const hours = `${least}${count(row.hours, 'hour')}`;
  if (row.interview_held) {
    const says = `Held ${hours} after the return.`;
    if (row.in_time === null) return { clock: { text: 'Cannot tell', colour: 'yellow' }, hours: `${says} A time of day is missing.` };
    return { clock: row.in_time ? { text: 'In time', colour: 'green' } : { text: 'Late', colour: 'orange' }, hours: says };
  }
  if (row.in_time === false) return { clock: { text: 'Late', colour: 'orange' }, hours: `Not held; ${hours} since the return.` };
  const left = allowed - row.hours;
  if (left <= 0) return { clock: { text: 'Due today', colour: 'yellow' }, hours: `Not held yet; ${hours} since the return.` };
  return { clock: { text: 'Still running', colour: 'blue' }, hours: `${capital(hours)} of ${sayNumber(allowed)} have passed.` };
}

/** Whoever was heard, or declined, was offered an interview, on whatever day. */
function sayOffered({ interview_offered: offered, interview_held: held, interview_declined: declined }: MissingRow): string {
  if (offered) return `Offered ${sayDayTime(offered)}.`;
  return held || declined ? '' : 'No offer recorded.';
}
