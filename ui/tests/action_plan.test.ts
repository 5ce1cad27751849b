import assert from 'node:assert/strict';
import { test } from 'node:test';
import { presentCoverage } from '../src/pages/action_plan/coverage';
import { mayBringPlanIn, presentPlanImport } from '../src/pages/action_plan/import';
import { SHAPE, presentActionPlan, themesOf } from '../src/pages/action_plan/presenter';
import { actionPlan, coverage, planImported } from './fake/data';

test('an action shows every moved date with why, how far its measure has come and where it points', () => {
  const [first, second] = presentActionPlan(actionPlan).plan[0]?.objectives[0]?.actions ?? [];
  assert.equal(first?.moved, 'Moved once, 62 days later');
  assert.deepEqual(first?.moves, ['20 June 2026 by Maria Osei: from 30 June 2026 to 31 August 2026. Two posts were vacant.']);
  assert.equal(first?.progress, 'Baseline 41%, target 90%, now 63%');
  assert.equal(first?.way, 45);
  assert.equal(first?.finishLate, true);
  assert.equal(first?.updates[0]?.evidence, 'Evidence: Worklist of 31 August. Checked by Board manager.');
  assert.equal(second?.progress, 'Target 80%');
  assert.equal(second?.way, null);
});

test('a state has a word and a shape of its own', () => {
  assert.equal(new Set(Object.values(SHAPE)).size, Object.keys(SHAPE).length);
});

test('objectives stand under their theme, and the late actions alone are those that the start page counts', () => {
  const all = presentActionPlan(actionPlan);
  assert.deepEqual(all.plan.map(({ theme, objectives }) => [theme, objectives.length]), [['Protection', 1], ['Prevention', 1]]);
  const late = presentActionPlan(actionPlan, true);
  assert.deepEqual(late.plan.flatMap(({ objectives }) => objectives.map(({ title, actions }) => [title, actions.length])), [['Every child at risk is reviewed in time', 1]]);
  assert.equal(presentActionPlan({ ...actionPlan, objectives: [] }, true).empty, true);
});

test('an action without a date, an owner or a measure says so', () => {
  const [objective] = actionPlan.objectives;
  const bare = { ...objective!.actions[0]!, due_on: null, owner_role: '', organisation: '', measure: '', withdrawn_on: '2026-09-01' };
  const [shown] = presentActionPlan({ ...actionPlan, objectives: [{ ...objective!, actions: [bare] }] }).plan[0]?.objectives[0]?.actions ?? [];
  assert.deepEqual([shown?.due, shown?.owner, shown?.measure, shown?.withdrawn], ['No date', 'No owner yet', 'No measure yet', 'Withdrawn on 1 September 2026']);
});

test('themes are offered once, however they are written', () => {
  const view = { ...actionPlan, objectives: [{ id: 'o', theme: 'Prevention', title: '', actions: [] }] };
  assert.deepEqual(themesOf(view), ['Monitoring', 'Prevention', 'Protection']);
});

test('coverage says three counts, names the uncovered with why, and marks the grid in words', () => {
  const shown = presentCoverage(coverage);
  assert.deepEqual(shown.counts.map(({ name, count }) => `${name} ${count}`), ['Covered 1 of 3', 'Evidenced 1 of 3', 'Reflected 0 of 3']);
  assert.deepEqual(shown.uncovered.map(({ id, whyNot }) => `${id} ${whyNot}`), ['C-09 Its action has no date.', 'C-10 No action answers it.']);
  assert.deepEqual(shown.actions.map(({ key }) => key), ['1.1', 'Action 2']);
  assert.deepEqual(shown.lines.map(({ cells }) => cells.map((cell) => cell?.words ?? '')), [['Covers it', ''], ['', 'Names it, but has no date'], ['', '']]);
  assert.match(shown.lines[1]!.basis, /^Checked against the source by Board manager on 2 September 2026/);
  assert.match(shown.lines[0]!.basis, /^Not checked against the source yet/);
});

test('a plan that is tried says what would happen, each wrong cell on its own line', () => {
  const shown = presentPlanImport(planImported(true));
  assert.equal(shown.says[0], '1 action would be added');
  assert.equal(shown.says[1], '1 action would be changed, with 1 moved date');
  assert.deepEqual(shown.refused.map(({ row, column }) => `${row} ${column}`), ['9 When', '9 RAG']);
  assert.deepEqual(shown.rows.map(({ due, outcome }) => `${due} ${outcome}`), ['31 December 2026 Would be changed', 'No date Would be added']);
  assert.equal(shown.notes[1]?.row, 'All');
  assert.match(mayBringPlanIn(shown, false) ?? '', /^1 row would be refused/);
  assert.equal(mayBringPlanIn(shown, true), null);
  const nothing = presentPlanImport({ ...planImported(true), refused: [], added: 0, changed: 0 });
  assert.match(mayBringPlanIn(nothing, false) ?? '', /nothing to bring in/);
});
