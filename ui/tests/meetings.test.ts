import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refused } from '../src/api/call';
import { besides, caseOf, meetingForm, nameLines, presentCase, presentMeeting, presentMeetings, worstCases } from '../src/pages/meetings/presenter';
import { draft, routeOfDraft } from '../src/pages/start/draft_route';
import { choices, reference } from './fake/data';
import { meeting, meetingLine, toCome } from './fake/oversight';

const at = (n: number) => meeting.cases[n]!;

test('a meeting begins with the first case that has no decision', () => {
  assert.equal(caseOf(meeting, undefined)?.position, 2);
  const all = { ...meeting, cases: meeting.cases.map((found) => ({ ...found, decision: 'Stays.' })) };
  assert.equal(caseOf(all, undefined)?.position, 1);
  assert.equal(caseOf(meeting, reference(5))?.position, 6);
  assert.equal(caseOf(meeting, 'CW-0000-0000'), null, 'a case that was taken out is said to be gone');
});

test('one case leads to the next, the last to all decisions, and before the first is nothing', () => {
  assert.deepEqual(besides(meeting, at(0)), { before: null, after: `#/meetings/meeting-1/cases?case=${reference(1)}`, isLast: false });
  assert.deepEqual(besides(meeting, at(7)), { before: `#/meetings/meeting-1/cases?case=${reference(6)}`, after: '#/meetings/meeting-1', isLast: true });
});

test('a case on the screen says its place, its review and what earlier meetings decided', () => {
  const shown = presentCase(meeting, at(0), choices);
  assert.equal(shown.place, '1 of 8');
  assert.equal(shown.flags.length, 7);
  assert.deepEqual(shown.review.map(({ value }) => value.join()), ['2 July 2026, signed off', 'High', 'Does not attend; sends views', 'The weekly session was moved to school, as she asked.', 'No date']);
  assert.equal(shown.before[0]?.when, '26 August 2026, Missing and exploitation panel');
  assert.deepEqual(presentCase(meeting, at(5), choices).review.map(({ label, value }) => `${label}: ${value.join()}`), ['Held: Never', 'Next review: 20 October 2026']);
  assert.match(presentCase(meeting, at(6), choices).about, /^Opened 11 February 2026, closed 20 September 2026;/);
  assert.equal(presentCase(meeting, at(6), choices).review.some(({ key }) => key === 'Next review'), false);
});

test('the overview counts the decisions, and the list says how far each meeting is', () => {
  const shown = presentMeeting(meeting);
  assert.equal(shown.says, '1 of 8 cases has a decision.');
  assert.deepEqual([shown.rows[0]?.by, shown.rows[4]?.worst, shown.rows[5]?.lastReview], ['Lena Marsh', null, 'Never']);
  assert.deepEqual(presentMeetings({ meetings: [toCome, meeting].map(meetingLine) }).map(({ decided }) => decided.text), ['0 of 3 decided', '1 of 8 decided']);
  assert.equal(presentMeetings({ meetings: [{ ...meetingLine(meeting), decided: 8 }] })[0]?.decided.text, 'All decided');
});

test('the worst cases are added once each, in order, and none that is listed already', () => {
  const flags = [3, 3, 1, 2, 3, 1].map((n) => ({ reference: reference(n) }));
  assert.deepEqual(worstCases(flags, [` ${reference(1).toLowerCase()} `]), [reference(3), reference(2)]);
  assert.equal(worstCases(Array.from({ length: 30 }, (_, n) => ({ reference: reference(n) })), []).length, 10);
});

test('a wrong reference is named with its line and what stands there', () => {
  const refused = new Refused({ code: 'invalid', message: 'No.', fields: [{ field: 'references.2', message: 'There is no case with this reference.' }, { field: 'name', message: 'Name the meeting.' }] });
  assert.deepEqual(nameLines(refused, ['CW-1', '', ' CW-9 ']).fields, [
    { field: 'references.2', message: 'Line 3, CW-9: There is no case with this reference.' }, { field: 'name', message: 'Name the meeting.' },
  ]);
});

test('a meeting is changed from what it is, and its unfinished forms have their way back', () => {
  assert.deepEqual(meetingForm(toCome), { id: 'meeting-2', version: 3, name: 'Missing and exploitation panel', held_on: '28 10 2026', references: [3, 4, 5].map(reference) });
  assert.equal(routeOfDraft(draft.meeting('new').key), '#/meetings/new');
  assert.equal(routeOfDraft(draft.meeting('meeting-1').key), '#/meetings/meeting-1/change');
  assert.equal(routeOfDraft(draft.meetingDecision('meeting-1', 'CW-7K3M-9QXD').key), '#/meetings/meeting-1/cases?case=CW-7K3M-9QXD');
});
