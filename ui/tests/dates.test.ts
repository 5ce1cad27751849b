import assert from 'node:assert/strict';
import { test } from 'node:test';
import { count, lastFullQuarter, sayDate, sayDayTime, typedDate, typedDayTime } from '../src/words/dates';

test('a day is read in words and typed in numbers', () => {
  assert.equal(sayDate('2026-03-07'), '7 March 2026');
  assert.equal(typedDate('2026-03-07'), '7 3 2026');
  assert.equal(sayDayTime('2026-03-07 14:05'), '7 March 2026, 14:05');
  assert.equal(typedDayTime('2026-03-07 14:05'), '7 3 2026 14:05');
  assert.equal(typedDayTime('2026-03-07'), '7 3 2026');
  assert.equal(typedDate(null), '');
});

test('a moment of which only the day is known is said without a time', () => {
});

test('the last full quarter had ended before today', () => {
  assert.deepEqual(lastFullQuarter('2026-10-01'), { from: '2026-07-01', to: '2026-09-30' });
  assert.deepEqual(lastFullQuarter('2026-09-30'), { from: '2026-04-01', to: '2026-06-30' });
  assert.deepEqual(lastFullQuarter('2026-02-14'), { from: '2025-10-01', to: '2025-12-31' });
  assert.deepEqual(lastFullQuarter('2026-05-05'), { from: '2026-01-01', to: '2026-03-31' });
});

test('counts agree with their noun', () => {
  assert.equal(count(1, 'case'), '1 case');
  assert.equal(count(20_000, 'case'), '20,000 cases');
  assert.equal(count(0, 'reply', 'replies'), '0 replies');
});
