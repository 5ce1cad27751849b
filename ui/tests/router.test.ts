import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draft, routeOfDraft } from '../src/pages/start/draft_route';
import { href, match, readRoute } from '../src/router';

test('an address reads back as it was written', () => {
  const address = href('/worklist', { severity: 'overdue', team: 'North & South', mine: true, level: '', rule: null });
  assert.deepEqual(readRoute(address), { path: '/worklist', query: { severity: 'overdue', team: 'North & South', mine: '1' } });
  assert.deepEqual(readRoute(''), { path: '/', query: {} });
  assert.deepEqual(readRoute('#main-content'), { path: '/', query: {} });
});

test('a path fits a pattern part by part', () => {
  assert.deepEqual(match('/cases/:reference', '/cases/CW-7K3M-9QXD'), { reference: 'CW-7K3M-9QXD' });
  assert.equal(match('/cases/:reference', '/cases/CW-7K3M-9QXD/change'), null);
  assert.equal(match('/cases/:reference', '/cases/'), null);
});

test('every unfinished form has a way back to its page', () => {
  const routes = [
    [draft.openCase(), '#/cases/new'],
    [draft.changeCase('CW-1'), '#/cases/CW-1/change'],
    [draft.item('CW-1', 'review', null), '#/cases/CW-1/write/review'],
    [draft.item('CW-1', 'plan', 'i2'), '#/cases/CW-1/write/plan/i2'],
    [draft.episode('CW-1', 'new'), '#/cases/CW-1/missing/new'],
    [draft.planUpdate('CW-1', 'a1'), '#/cases/CW-1/plan/a1'],
    [draft.decision('v1', 'the plan of CW-1'), '#/sign-off/v1'],
    [draft.objective('new'), '#/action-plan/objective/new'],
    [draft.action('o1', 'new'), '#/action-plan/objective/o1/action/new'],
    [draft.actionUpdate('a1'), '#/action-plan/update/a1'],
  ] as const;
  for (const [{ key }, route] of routes) assert.equal(routeOfDraft(key), route);
  assert.equal(routeOfDraft('of_another_version/1'), null);
});
