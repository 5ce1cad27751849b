import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askAnswer, presentAnswer, presentGiven } from '../src/pages/questions/presenter';
import { answer, answers } from './fake/questions';

test('a question is asked for the last full quarter, and by year for three years, and only looked at', () => {
  assert.deepEqual(askAnswer({}, '2026-11-26'), { question: 'cases_by_level', from: '1 7 2026', to: '30 9 2026', request: '', preview: true });
  assert.deepEqual(askAnswer({ question: 'cases_by_year' }, '2027-01-05'), { question: 'cases_by_year', from: '1 1 2024', to: '31 12 2026', request: '', preview: true });
  assert.equal(askAnswer({ from: '1 4 2026' }, '2026-11-26').from, '1 4 2026');
});

test('a hidden number is shown as such, and what is hidden is said', () => {
  const shown = presentAnswer(answer);
  assert.deepEqual(shown.tables[0]?.rows.map(({ label, cells }) => `${label} ${cells.join(' ')}`), ['High 55', 'Medium 60', 'Low [c]', 'All levels 160']);
  assert.equal(shown.hidden.length, 2);
});

test('what was given says which request, which question and by whom', () => {
  const [row] = presentGiven(answers);
  assert.equal(row?.request, 'FOI 2026/118');
  assert.equal(row?.period, '1 April 2026 to 30 June 2026');
  assert.ok(row?.given.endsWith('by Priya Nair'));
  assert.equal(row?.to, '#/questions/p1');
});
