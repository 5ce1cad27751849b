import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askCauses, askSettled, nextUnsaid, presentCauses, presentSettled, presentSettledRow } from '../src/pages/causes/presenter';
import { sayCause } from '../src/words/choices';
import { choices } from './fake/data';
import { causes, settled, settledPage } from './fake/worklist';

test('the list of what was settled late is asked for as the address says', () => {
  assert.deepEqual(askSettled({ whose: 'mine', without_cause: '1', team: 'North', from: '1 9 2026', offset: '50' }), {
    from: '1 9 2026', to: '', team: 'North', mine: true, without_cause: true, offset: 50, limit: 50,
  });
  assert.deepEqual(askCauses({ to: '30 9 2026' }), { from: '', to: '30 9 2026' });
});

test('a row says how late it was settled, and tells “not known” from “not asked”', () => {
  const row = presentSettledRow({ ...settled(2), days_late: 1, met_on: '2026-03-03', due_on: '2026-03-02' });
  assert.equal(row.late, 'settled 1 day late, on 3 March 2026; due 2 March 2026');
  assert.equal(row.cause, null);
  assert.equal(presentSettledRow(settled(2, '')).cause, 'Not known');
  assert.equal(presentSettledRow(settled(2, 'resources')).cause, 'Lack of resources');
  assert.equal(presentSettledRow(settled(0)).team, 'No team');
  assert.equal(sayCause(choices, ''), 'Not known');
});

test('Rust is sent what the row is of, so that the cause lands on it alone', () => {
  const one = { ...settled(2), subject: 'a1' };
  const { of, key } = presentSettledRow(one);
  assert.deepEqual(of, { reference: one.reference, rule: one.rule, subject: 'a1', start_on: one.start_on });
  assert.notEqual(key, presentSettledRow({ ...one, subject: 'a2' }).key);
  assert.equal(new Set(presentSettled(settledPage).rows.map((row) => row.key)).size, settledPage.rows.length);
});

test('after a cause the focus goes to the next row without one, then to the first, then to none', () => {
  const rows = (said: string) => ['a', 'b', 'c', 'd'].map((key) => ({ key, said: said.includes(key) }));
  assert.equal(nextUnsaid(rows(''), 'a'), 'b');
  assert.equal(nextUnsaid(rows('b'), 'a'), 'c');
  assert.equal(nextUnsaid(rows(''), 'd'), 'a');
  assert.equal(nextUnsaid(rows('abc'), 'd'), null);
});

test('every number of the figures adds up, with “not known” and “not asked yet” apart', () => {
  const shown = presentCauses(causes);
  assert.deepEqual(shown.byCause.filter(({ apart }) => apart), [
    { label: 'Not known', number: 7, apart: true }, { label: 'Not asked yet', number: 21, apart: true },
  ]);
  const all = shown.byCause.reduce((sum, { number }) => sum + number, 0);
  assert.equal(all, causes.late);
  for (const { rows } of [shown.byTeam, shown.byMonth]) {
    assert.equal(rows.at(-1)?.all, '100');
    assert.deepEqual(rows.slice(0, -1).map((row) => [row.label, row.all]), shown.byCause.map(({ label, number }) => [label, String(number)]));
  }
});

test('teams and months stand across, with a number for each cause', () => {
  const { byTeam, byMonth } = presentCauses(causes);
  assert.deepEqual(byTeam.headings, ['Exploitation team', 'No team']);
  assert.deepEqual(byTeam.rows[2], { label: 'Lack of resources', numbers: ['30', '8'], all: '38', apart: false });
  assert.deepEqual(byTeam.rows.at(-1), { label: 'All', numbers: ['80', '20'], all: '100', apart: true });
  assert.deepEqual(byMonth.headings, ['Aug 2026', 'Sep 2026']);
});

test('the finding names the cause given most often, and an empty period says so', () => {
  assert.equal(presentCauses(causes).says, 'Things were settled late or let rest 100 times from 1 October 2025 to 30 September 2026. Given most often: lack of resources (38). For 7 the cause is not known. For 21 nobody has said yet.');
  const none = presentCauses({ ...causes, late: 0, causes: [], teams: [], months: [], not_known: 0, not_asked: 0 });
  assert.equal(none.says, 'Nothing was settled late or let rest from 1 October 2025 to 30 September 2026.');
});
