import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare } from '../src/words/compare';

const line = (key: string, ...value: string[]) => ({ key, label: key, value });
const say = (before: ReturnType<typeof line>[], after: ReturnType<typeof line>[]) => compare(before, after).map(
  (row) => `${row.key} ${row.mark}: ${row.before.map(({ text, mark }) => `${mark} ${text}`).join(' | ')} > ${row.after.map(({ text, mark }) => `${mark} ${text}`).join(' | ')}`,
);

test('only the sentence that changed is marked', () => {
  assert.deepEqual(
    say([line('summary', 'Missing twice. School fell to 60%. An older friend.')], [line('summary', 'Missing twice. School rose to 85%. An older friend.')]),
    ['summary changed: same Missing twice. | removed School fell to 60%. | same An older friend. > same Missing twice. | new School rose to 85%. | same An older friend.'],
  );
});

test('what is equal is the same, what appeared is new, what went is removed', () => {
  assert.deepEqual(say([line('a', 'x'), line('b'), line('c', 'z')], [line('a', 'x'), line('b', 'y')]), [
    'a same: same x > same x', 'b new:  > new y', 'c removed: removed z > ',
  ]);
});

test('an action that moved up in a plan is still the same action', () => {
  const [first, second] = [line('action 1', 'Visit.'), line('action 2', 'Session.')];
  assert.deepEqual(compare([first, second], [second]).map(({ key, mark }) => `${key} ${mark}`), ['action 2 same', 'action 1 removed']);
});

test('a repeated line is counted as often as it stands', () => {
  assert.deepEqual(say([line('a', 'x', 'x')], [line('a', 'x')]), ['a changed: same x | removed x > same x']);
});
