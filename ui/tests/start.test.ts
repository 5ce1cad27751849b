import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeputyView } from '../src/api/types';
import { presentFirst, presentStart, sayDeputies } from '../src/pages/start/presenter';
import { askWaiting } from '../src/pages/queue/presenter';
import { askSettled } from '../src/pages/causes/presenter';
import { askFlags } from '../src/pages/worklist/presenter';
import { readRoute } from '../src/router';
import { may } from '../src/words/roles';
import { TODAY, people, startPage } from './fake/data';
import { flagPage } from './fake/worklist';

const manager = presentStart(startPage, may(['manager']));

test('each number of the start page leads to its list', () => {
  assert.equal(manager.mine.tiles[1]?.to, '#/worklist?whose=mine&severity=overdue');
  assert.equal(manager.mine.atRest.to, '#/worklist?whose=mine&snoozed=1');
  assert.equal(manager.myTeam?.tiles[0]?.to, '#/worklist?whose=my_team&severity=critically_overdue');
  assert.equal(manager.all.tiles[0]?.to, '#/worklist?severity=critically_overdue');
  assert.deepEqual([manager.noReview.text, manager.noReview.to], ['57 cases', '#/worklist?family=no_review']);
  assert.deepEqual([manager.openCases.text, manager.openCases.to], ['302 open cases', '#/cases']);
  assert.equal(manager.actionPlan.to, '#/action-plan?late=1');
  assert.equal(manager.returned[0]?.toForm, `#/cases/${startPage.returned[0]?.reference}/write/assessment/item-assessment`);
});

test('the lists are asked for exactly what the numbers count', () => {
  const tile = askFlags(readRoute(manager.myTeam?.tiles[2]?.to ?? '').query);
  assert.deepEqual([tile.my_team, tile.mine, tile.severity, tile.snoozed], [true, false, 'due_soon', false]);
  const rest = askFlags(readRoute(manager.all.atRest.to).query);
  assert.deepEqual([rest.mine, rest.my_team, rest.severity, rest.snoozed], [false, false, null, true]);
  const queue = askWaiting(readRoute(manager.toDecide.to).query);
  assert.deepEqual([queue.may_decide, queue.mine], [true, false]);
  const causes = askSettled(readRoute(manager.withoutCause.to).query);
  assert.deepEqual([causes.mine, causes.without_cause, causes.from, causes.to], [true, true, '', '']);
});

test('only whoever decides is told what waits for them', () => {
  assert.deepEqual([manager.toDecide.text, manager.toDecide.to, manager.waiting.text], ['6 for you to decide', '#/sign-off?whose=may_decide', '11 waiting']);
  const practitioner = presentStart(startPage, may(['practitioner']));
  assert.deepEqual([practitioner.toDecide.none, practitioner.waiting.text], [true, '11 items sent and waiting for a manager']);
});

test('a person without a team has no tiles for one, and what rests is said only where something does', () => {
  assert.equal(presentStart({ ...startPage, my_team: null, team: null }, may(['practitioner'])).myTeam, null);
  assert.deepEqual([manager.mine.atRest.text, manager.mine.atRest.none], ['1 late flag at rest', false]);
  assert.equal(presentStart({ ...startPage, mine: { ...startPage.mine, snoozed: 0 } }, may(['manager'])).mine.atRest.none, true);
});

test('bank holidays that end soon are said to whoever looks after time limits', () => {
  const ending = { ...startPage, bank_holidays_end: '2028-12-31' };
  assert.equal(presentStart(ending, may(['administrator'])).holidays, 'Bank holidays are known to 31 December 2028 only. Past that day no due date in working days can be worked out.');
  assert.deepEqual([presentStart(ending, may(['practitioner'])).holidays, manager.holidays], ['', '']);
});

test('deputies in force are said to both of them, and others are not', () => {
  const me = people[0]!;
  const deputy = (manager: number, by: number, in_force = true): DeputyView => ({
    id: `${manager}${by}`, manager_id: people[manager]!.id, manager: people[manager]!.name, deputy: people[by]!.name, from: TODAY, to: '2026-10-09', in_force, is_over: false, may_decide: true, may_end: false,
  });
  assert.deepEqual(sayDeputies({ deputies: [deputy(3, 0), deputy(0, 3), deputy(1, 2), deputy(2, 0, false)] }, me), [
    'Lena Marsh is away until 9 October 2026: you decide in their place.',
    'Lena Marsh decides for you until 9 October 2026.',
  ]);
  assert.equal(presentStart({ ...startPage, deputy: 'Lena Marsh' }, may(['manager'])).away, true);
  assert.equal(manager.away, false);
});

test('the worst flags come first with what to do, and the others are one link away', () => {
  const first = presentFirst(flagPage({ ...askFlags({ whose: 'mine' }), limit: 5 }));
  assert.equal(first.flags.length, 5);
  assert.equal(first.flags[0]?.step?.text, 'Record a review');
  assert.deepEqual([first.rest.text, first.rest.to, first.rest.none], ['All 161 flags on your cases', '#/worklist?whose=mine', false]);
});
