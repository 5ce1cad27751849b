import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, errorAt, idOf, put, targetOf } from '../src/words/paths';

test('a value is found and replaced by its path, and the original stays', () => {
  const values = { content: { actions: [{ due_on: '' }, { due_on: '1 1 2026' }] } };
  const changed = put(values, 'content.actions.0.due_on', '27 3 2026');
  assert.equal(at(changed, 'content.actions.0.due_on'), '27 3 2026');
  assert.equal(at(values, 'content.actions.0.due_on'), '');
  assert.equal(at(values, 'content.goals.4'), undefined);
});

test('typing into the first row of an empty list makes the row', () => {
  assert.deepEqual(put({ goals: [] as string[] }, 'goals.0', 'Safe at night'), { goals: ['Safe at night'] });
});

test('an error lands at its field, or at the list that holds it', () => {
  const errors = [{ field: 'content.agencies.1', message: 'Too long.' }];
  assert.equal(errorAt(errors, 'content.agencies.1'), 'Too long.');
  assert.equal(errorAt(errors, 'content.agencies'), null);
  assert.equal(errorAt(errors, 'content.agencies', true), 'Too long.');
});

test('a link in the error summary leads to the field or to what is around it', () => {
  const ids = new Set(['facts-sex', 'content-actions']);
  const exists = (id: string) => ids.has(id);
  assert.equal(targetOf('facts.sex', exists), idOf('facts.sex'));
  assert.equal(targetOf('content.actions.3.due_on', exists), 'content-actions');
  assert.equal(targetOf('version', exists), null);
});
