// Invented lists of a period, and meetings: typed by the interface, like `data.ts`.
import type { MeetingCaseView, MeetingLine, MeetingView, MissingPage, MissingRow, RateView, VoicePage, VoiceRow, WorkerChangeRow, WorkerChangesPage } from '../../src/api/types';
import { TODAY, flag, reference } from './data';

const PERIOD = { from: '2026-07-01', to: TODAY };
const TEAMS = ['North assessment', 'South family support', null];
const teamOf = (n: number) => TEAMS[n % 3] ?? null;

export function rate(hits: number, misses: number, not_recorded: number): RateView {
  const share = (of: number) => (of === 0 ? null : Math.round((hits / of) * 1000) / 10);
  return { hits, misses, not_recorded, share: share(hits + misses), worst: share(hits + misses + not_recorded) };
}

export function voiceRow(n: number): VoiceRow {
  const participation = ['PN1', 'PN7', null, 'PN6', 'PN4', 'PN0'][n % 6] ?? null;
  const heard = participation === null || participation === 'PN0' ? null : ['PN1', 'PN6'].includes(participation);
  return {
    reference: reference(n), held_on: `2026-09-${String(29 - (n % 28)).padStart(2, '0')}`, participation, heard,
    changed_by_views: n % 6 === 0 ? 'She asked to see her worker on her own after school, and not at home. The weekly session was moved.' : '', reported: n % 7 === 3, team: teamOf(n),
  };
}
export const voice: VoicePage = {
  ...PERIOD, heard: rate(45, 27, 20), changed: rate(30, 0, 15), under_four: 2, children_never_heard: 11, total: 94, offset: 0,
  rows: Array.from({ length: 50 }, (_, n) => voiceRow(n)),
};

const EPISODES: Omit<MissingRow, 'reference' | 'episode_id' | 'team'>[] = [
  { missing_from: '2026-09-29 18:40', returned: null, interview_offered: null, interview_held: null, interview_declined: null, in_time: null, hours: null, themes: '' },
  { missing_from: '2026-09-27 21:10', returned: '2026-09-29 08:00', interview_offered: '2026-09-29', interview_held: null, interview_declined: null, in_time: null, hours: 26, themes: '' },
  { missing_from: '2026-09-20', returned: '2026-09-21', interview_offered: null, interview_held: null, interview_declined: null, in_time: false, hours: 203, themes: '' },
  { missing_from: '2026-09-18 22:00', returned: '2026-09-19 06:30', interview_offered: '2026-09-19 10:00', interview_held: '2026-09-20 11:00', interview_declined: null, in_time: true, hours: 29, themes: 'Went to meet older friends in the city. Says that a driver brought her back.' },
  { missing_from: '2026-09-11 19:00', returned: '2026-09-12 02:15', interview_offered: '2026-09-12', interview_held: null, interview_declined: '2026-09-13 16:00', in_time: false, hours: 31, themes: '' },
  { missing_from: '2026-09-02', returned: '2026-09-03', interview_offered: null, interview_held: '2026-09-06', interview_declined: null, in_time: null, hours: 49, themes: 'Family conflict.' },
  { missing_from: '2026-08-14 21:10', returned: '2026-08-15 06:30', interview_offered: '2026-08-16', interview_held: '2026-08-20 11:00', interview_declined: null, in_time: false, hours: 125, themes: 'A new phone, and who gave it.' },
];
export const missing: MissingPage = {
  ...PERIOD, in_time: rate(24, 12, 5), offered: rate(33, 5, 3), declined: 3, hours: 72, children_more_than_once: 6, total: 7, offset: 0,
  rows: EPISODES.map((row, n) => ({ ...row, reference: reference(n), episode_id: `episode-${n}`, team: teamOf(n) })),
};

const change = (n: number): WorkerChangeRow => ({
  reference: reference(n), on: `2026-09-${String(24 - n).padStart(2, '0')}`, from_practitioner: n === 2 ? null : 'Tom Ellery', to_practitioner: n === 3 ? 'Tom Ellery' : n === 4 ? null : 'Grace Okafor',
  from_manager: n === 3 ? 'Amira Bashir' : 'Lena Marsh', to_manager: 'Lena Marsh', reason: ['LEFTRL', 'ABSENC', null, 'MANAGE', 'CHCHAN'][n % 5] ?? null, team: teamOf(n),
});
export const workers: WorkerChangesPage = {
  ...PERIOD, stable: rate(231, 52, 19), reasoned: rate(48, 0, 9), cases_more_than_once: 4, total: 5, offset: 0, rows: Array.from({ length: 5 }, (_, n) => change(n)),
};

const meetingCase = (n: number): MeetingCaseView => ({
  position: n + 1, reference: reference(n), level: n === 3 ? null : { level: n % 2 === 0 ? 'high' : 'medium', since: '2026-06-05', confirmed: n !== 2 }, team: teamOf(n), practitioner: 'Tom Ellery', opened_on: '2026-02-11', closed_on: n === 6 ? '2026-09-20' : null,
  flags: n === 4 ? [] : Array.from({ length: n === 0 ? 7 : 1 + (n % 3) }, (_, of) => ({ ...flag(of + n, of < 2 ? 'critically_overdue' : 'overdue'), reference: reference(n) })),
  last_review: n === 5 ? null : { on: '2026-07-02', level: 'high', participation: 'PN6', reported: n === 2, signed_off: n % 2 === 0, changed_by_views: n % 2 === 0 ? 'The weekly session was moved to school, as she asked.' : '' },
  next_review_on: n % 3 === 0 ? null : '2026-10-20',
  before: n === 0 ? [{ on: '2026-08-26', meeting: 'Missing and exploitation panel', decision: 'The police are asked for a disruption notice.\nReview at the next panel.' }, { on: '2026-07-29', meeting: 'Missing and exploitation panel', decision: 'Moves to the specialist team.' }] : [],
  decision: n === 0 ? 'The disruption notice was served. The plan is written again by 10 October.' : '', decided_by: n === 0 ? 'Lena Marsh' : null, version: n === 0 ? 2 : 1,
});
export const meeting: MeetingView = { id: 'meeting-1', name: 'Missing and exploitation panel', held_on: TODAY, version: 1, cases: Array.from({ length: 8 }, (_, n) => meetingCase(n)) };
export const toCome: MeetingView = { ...meeting, id: 'meeting-2', held_on: '2026-10-28', version: 3, cases: meeting.cases.slice(3, 6).map((found, place) => ({ ...found, position: place + 1 })) };
export const meetingLine = ({ id, name, held_on, cases }: MeetingView): MeetingLine => ({ id, name, held_on, cases: cases.length, decided: cases.filter(({ decision }) => decision !== '').length });
