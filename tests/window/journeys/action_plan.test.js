// The plan that an authority circulates comes in, an action is updated with evidence that somebody else checked, and the
// coverage of the guidance changes by it.

import { test } from 'node:test';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { today } from '../harness/days.js';
import { inWindow } from '../harness/window.js';

const PRIYA = { name: 'Priya Nair', passphrase: 'seven small blue kettles' };
const PLAN = resolve(dirname(fileURLToPath(import.meta.url)), '../../data/action_plan.xlsx');

test('a plan comes in from its workbook, is updated, and coverage follows', () => inWindow(async (page) => {
  await page.call('create_register', { authority: 'Northshire County Council', person_name: PRIYA.name, passphrase: PRIYA.passphrase });
  await page.reload();
  await page.settled('What waits for you');
  await page.go('#/action-plan');
  await page.sees('The action plan is empty');
  await page.followLink('Bring in a workbook');
  await page.heading('Bring in an action plan');
  await page.fillByLabel('File', PLAN);
  await page.pressButton('Try the file first');
  await page.sees('14 actions would be added');
  await page.checkAxe('a plan that was tried');
  await page.pressButton('Bring in the plan');
  await page.sees('14 actions were added');
  await page.go('#/action-plan');
  await page.sees('14 actions');
  await page.checkAxe('the action plan');
  await page.picture('action-plan');
  await page.followLink('Coverage of guidance');
  await page.sees('17 of 45');
  await page.sees('28 lines not covered');
  await page.checkAxe('coverage');
  await page.picture('coverage');
  const plan = await page.call('view_action_plan', {});
  const action = plan.objectives.flatMap(({ actions }) => actions).find(({ requirements }) => requirements.includes('C-11'));
  await page.go(`#/action-plan/update/${action.id}`);
  await page.heading('Update an action');
  await page.fillByLabel('Day of the progress', today());
  await page.choose('Effect confirmed');
  await page.checkAxe('an update');
  await page.fillByLabel('What happened', 'Twenty episodes were read.');
  await page.fillByLabel('Evidence', 'Nineteen of twenty interviews were held in time.');
  await page.fillByLabel('Who checked the evidence', action.owner_role);
  await page.fillByLabel('Reference of the sample', 'S-1');
  await page.fillByLabel('Day of the sample', today());
  await page.pressButton('Save the update');
  await page.sees('Someone other than the action’s owner checks the evidence.');
  await page.fillByLabel('Who checked the evidence', 'Board manager');
  await page.pressButton('Save the update');
  await page.sees('The update was saved.');
  await page.go('#/action-plan/coverage');
  await page.sees('1 of 45');
  await page.sees('Effect confirmed by sample S-1');
  await page.go(`#/action-plan/objective/${plan.objectives[0].id}/action/${plan.objectives[0].actions[0].id}`);
  await page.heading('Change the action');
  await page.fillByLabel('Organisation of the owner', 'County council');
  await page.fillByLabel('Due', '31 12 2099');
  await page.sees('Why did the date move from');
  await page.checkAxe('an action');
  await page.go('#/action-plan/requirement/C-11');
  await page.heading('Change line C-11');
  await page.checkAxe('a line of guidance');
  await page.fillByLabel('Checked against the source by', 'Policy officer');
  await page.fillByLabel('Checked on', today());
  await page.pressButton('Save the line');
  await page.sees('Checked against the source by Policy officer');
  await page.go('#/action-plan/export');
  await page.heading('Save the action plan as a workbook');
  await page.fillByLabel('File to save', join(page.folder, 'plan.xlsx'));
  await page.checkAxe('saving the plan');
  await page.pressButton('Save the workbook');
  await page.sees('was saved, with 14 actions');
}));
