import assert from 'node:assert/strict';
import { test } from 'node:test';
import { presentEpisodes } from '../src/pages/case/presenter';
import { presentMissing, sayClock } from '../src/pages/oversight/missing';
import { askInPeriod } from '../src/pages/oversight/period';
import { oversightRooms } from '../src/pages/oversight/rooms';
import { presentVoice } from '../src/pages/oversight/voice';
import { presentWorkers } from '../src/pages/oversight/workers';
import { may } from '../src/words/roles';
import { sayAtLeast, sayRate } from '../src/words/rate';
import { caseView, choices } from './fake/data';
import { missing, rate, voice, voiceRow, workers } from './fake/oversight';

const words = (of: ReturnType<typeof sayRate>) => `${of.number} ${of.words}`;

test('a rate never goes without what is not recorded and its worst case', () => {
  assert.equal(words(sayRate('', rate(45, 27, 20))), '62.5% of those recorded (45 of 72); 48.9% at worst: 20 of 92 not recorded.');
  assert.equal(words(sayRate('', rate(45, 27, 0))), '62.5% 45 of 72, all of them recorded.');
  assert.equal(words(sayRate('', rate(0, 0, 1200))), 'Not known 1,200 of 1,200 not recorded.');
  assert.equal(words(sayRate('', rate(0, 0, 0))), 'Not known There is nothing to count.');
});

test('where only hits are ever recorded, the worst case stands in large type rather than a whole', () => {
  assert.equal(words(sayAtLeast('', rate(30, 0, 15))), '66.7% at worst (30 of 45): 15 of 45 not recorded.');
  assert.equal(words(sayAtLeast('', rate(0, 0, 15))), '0% at worst (0 of 15): 15 of 15 not recorded.');
  assert.equal(words(sayAtLeast('', rate(9, 0, 0))), '100% 9 of 9, all of them recorded.');
});

test('a list of a period is asked for as its address says', () => {
  assert.deepEqual(askInPeriod({ from: '1 7 2026', team: 'North', offset: '50' }), { from: '1 7 2026', to: '', team: 'North', offset: 50, limit: 50 });
  assert.deepEqual(askInPeriod({ offset: 'TBC' }), { from: '', to: '', team: null, offset: 0, limit: 50 });
});

test('the voice of children: the finding first, with what is left out', () => {
  const shown = presentVoice(voice, { team: 'North' }, choices);
  assert.equal(shown.finding, 'From 1 July 2026 to 30 September 2026, in the team North, the child’s view reached 45 of the 72 reviews that record how the child took part. 30 of those 45 say what changed because of it. 2 reviews of children under 4 are left out.');
  assert.equal(presentVoice({ ...voice, heard: rate(0, 0, 0), under_four: 0 }, {}, choices).finding, 'From 1 July 2026 to 30 September 2026, no review was held at which a child’s view was to be expected.');
  assert.match(presentVoice({ ...voice, heard: rate(0, 0, 3), under_four: 1 }, {}, choices).finding, /3 reviews took place, and of none is it recorded how the child took part\. 1 review of children under 4 is left out\.$/);
});

test('a review tells “not heard” from “not recorded” and from a child under 4', () => {
  const row = (n: number) => presentVoice({ ...voice, rows: [voiceRow(n)] }, {}, choices).rows[0];
  assert.deepEqual([0, 1, 2, 5].map((n) => row(n)?.heard.text), ['Heard', 'Not heard', 'Not recorded', 'Under 4']);
  assert.deepEqual([0, 1, 3].map((n) => row(n)?.changed), ['She asked to see her worker on her own after school, and not at home. The weekly session was moved.', '', 'Nothing recorded']);
  assert.deepEqual([row(2)?.how, row(1)?.how], ['Not recorded', 'Does not attend and sends no views (PN7)']);
});

test('the clock of a return interview is said in hours, in each of its states', () => {
  const said = missing.rows.map((row) => sayClock(row, 72)).map(({ clock, hours }) => `${clock.text}: ${hours}`);
  assert.deepEqual(said, [
    'Not begun: The clock starts with the return.',
    'Still running: 26 hours of 72 have passed.',
    'Late: Not held; at least 203 hours since the return.',
    'In time: Held 29 hours after the return.',
    'Declined: On 13 September 2026, 16:00.',
    'Cannot tell: Held at least 49 hours after the return. A time of day is missing.',
    'Late: Held 125 hours after the return.',
  ]);
  assert.equal(sayClock({ ...missing.rows[1]!, hours: 74 }, 72).clock.text, 'Due today', 'what is due on a day may be done on that day');
});

test('an interview that was held or declined was offered, whether or not a day is recorded', () => {
  const offered = presentMissing(missing, {}).rows.map((row) => row.offered);
  assert.deepEqual([offered[1], offered[2], offered[5]], ['Offered 29 September 2026.', 'No offer recorded.', '']);
});

test('missing episodes: the finding counts what can be judged, and nothing is said of none', () => {
  assert.equal(presentMissing(missing, {}).finding, 'From 1 July 2026 to 30 September 2026, 7 missing episodes are recorded. Of the 36 returns that can be judged, 24 had a return interview within 72 hours.');
  assert.equal(presentMissing({ ...missing, total: 0 }, {}).finding, 'From 1 July 2026 to 30 September 2026, no missing episode is recorded.');
  assert.match(presentMissing({ ...missing, total: 1, in_time: rate(0, 0, 1) }, {}).finding, /1 missing episode is recorded\. Of none can it be told yet/);
});

test('on its case a declined interview is never shown as held', () => {
  const episode = { ...caseView('CW-7K3M-9QXD').episodes[0]!, interview_held: null, interview_declined: '2026-08-16 10:00', in_time: true };
  const [shown] = presentEpisodes('CW-7K3M-9QXD', [episode]);
  assert.deepEqual([shown?.held, shown?.inTime.text], ['Declined on 16 August 2026, 10:00', 'Declined']);
});

test('a change of worker names who had the case and who has it, and who stayed', () => {
  const { rows, finding } = presentWorkers(workers, {}, choices);
  assert.deepEqual(rows.map(({ practitioner }) => practitioner), [
    { from: 'Tom Ellery', to: 'Grace Okafor' }, { from: 'Tom Ellery', to: 'Grace Okafor' }, { from: 'Nobody', to: 'Grace Okafor' }, { from: 'Tom Ellery', to: null }, { from: 'Tom Ellery', to: 'nobody' },
  ]);
  assert.deepEqual([rows[2]?.reason, rows[0]?.reason, rows[0]?.manager.to], ['Not recorded', 'Left the role', null]);
  assert.equal(finding, 'From 1 July 2026 to 30 September 2026, workers changed 5 times. Of the 283 cases open on 30 September 2026 with a practitioner, 231 kept theirs all through.');
  assert.match(presentWorkers({ ...workers, stable: rate(9, 0, 1) }, {}, choices).finding, /Of the 9 cases open on 30 September 2026 with a practitioner, all kept theirs all through\.$/);
  assert.match(presentWorkers({ ...workers, total: 0, stable: rate(0, 0, 4) }, {}, choices).finding, /no worker changed\. None of the cases open on 30 September 2026 has a practitioner\.$/);
});

test('oversight offers each role the pages that open to it', () => {
  const names = (...roles: Parameters<typeof may>[0]) => oversightRooms(may(roles), '/oversight/missing').map(({ text }) => text);
  assert.equal(names('manager').join(', '), 'What was late, and why, Children’s voice, Missing children, Changes of worker, Decisions by manager, Deputies');
  assert.equal(names('analyst').at(-1), 'Decisions by manager');
  assert.equal(names('practitioner').at(-1), 'Changes of worker');
  assert.deepEqual(oversightRooms(may(['manager']), '/worklist/causes/figures').filter(({ here }) => here).map(({ to }) => to), ['#/worklist/causes']);
});
