// The main job, as the people of a team do it: from no register at all to the summary that leaves the building.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Key } from 'selenium-webdriver';

import { daysAgo, today } from '../harness/days.js';
import { inWindow } from '../harness/window.js';

const ANNA = { name: 'Anna Okafor', passphrase: 'seven small blue kettles' };
const BILAL = { name: 'Bilal Hughes', passphrase: 'a lantern under the pier' };

test('a case is entered, assessed, signed off and reviewed, its flag goes, and the summary is exported', () => inWindow(async (page) => {
  await makeRegister(page);
  await addManager(page);
  const reference = await openCaseWithKeys(page);
  await seeItFlagged(page, reference);
  await writeAssessment(page, reference);
  await signOff(page, reference, 'assessment');
  await recordReview(page, reference);
  await signOff(page, reference, 'review');
  await seeTheFlagGone(page, reference);
  await exportSummary(page);
  await lookAtTheRest(page, reference);
}));

async function makeRegister(page) {
  await page.heading('Make the register');
  await page.checkAxe('first run');
  await page.fillByLabel('Name of the authority', 'Northshire County Council');
  await page.fillByLabel('Your name', ANNA.name);
  await page.fillByLabel('Passphrase', ANNA.passphrase);
  await page.pressButton('Make the register');
  await page.heading('Keep the recovery code');
  await page.checkAxe('recovery code');
  await page.choose('I have printed it or written it down');
  await page.pressButton('Continue');
  await page.heading('What waits for you');
  await page.checkAxe('start page of an empty register');
}

async function addManager(page) {
  await page.go('#/settings/person/new');
  await page.heading('Add a person');
  await page.checkAxe('add a person');
  await page.fillByLabel('Name', BILAL.name);
  await page.choose('Manager', 'Roles');
  await page.fillByLabel('First passphrase', BILAL.passphrase);
  await page.pressButton('Save the person');
  await page.sees(`${BILAL.name} was saved`);
  await page.checkAxe('people');
}

/** From the list of cases to the open case without touching a mouse. */
async function openCaseWithKeys(page) {
  await page.go('#/cases');
  await page.heading('Cases');
  await page.checkAxe('list of no cases');
  await page.tabTo('Open a case');
  await page.pressKeys(Key.ENTER);
  await page.heading('Open a case');
  await page.checkAxe('open a case');
  await page.typeAt('When was the case opened?', daysAgo(120));
  await page.chooseWithKeys('Level of risk, in your judgement', 'Medium');
  await page.typeAt('Age at referral', '14');
  await page.chooseWithKeys('Sex', 'Female');
  await page.picture('open-a-case');
  await page.tabTo('Open the case');
  await page.pressKeys(Key.ENTER);
  await page.heading('Case CW-');
  const reference = (await page.driver.executeScript(() => document.querySelector('h1').textContent)).replace('Case ', '').trim();
  assert.match(reference, /^CW-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  await page.sees('Never reviewed');
  await page.checkAxe('a new case');
  return reference;
}

async function seeItFlagged(page, reference) {
  await page.go('#/worklist');
  await page.heading('Worklist');
  await page.sees(reference);
  await page.sees('Never reviewed');
  await page.checkAxe('worklist');
  await page.picture('worklist');
}

async function writeAssessment(page, reference) {
  await page.go(`#/cases/${reference}/write/assessment`);
  await page.heading('Write an assessment');
  await page.checkAxe('write an assessment');
  await page.fillByLabel('When was the assessment started?', daysAgo(110));
  await page.fillByLabel('When was it completed?', daysAgo(100));
  await page.choose('Yes, alone', 'Was the child seen?');
  await answerFirst(page, 'Evidence of harm');
  await page.choose('Medium', 'Level of risk, in your own judgement');
  await page.fillByLabel('Assessment tool', 'professional judgement');
  await page.fillByLabel('Summary', 'Trusts her school nurse. Unexplained gifts have stopped since the summer.');
  await page.picture('write-an-assessment');
  await page.pressButton('Save and send for sign-off');
  await page.heading(`Case ${reference}`);
  await page.sees('saved and sent for sign-off');
  await page.sees('Waiting for sign-off');
  await page.checkAxe('a case with an assessment sent');
}

/** Locks, comes back as the manager, reads and signs, and hands the window back. */
async function signOff(page, reference, what) {
  await page.lock();
  await page.checkAxe('unlock');
  await page.signIn(BILAL.name, BILAL.passphrase);
  await page.go('#/sign-off');
  await page.heading('Waiting for sign-off');
  await page.sees(reference);
  await page.checkAxe('sign-off queue');
  await page.followLink('Read and decide');
  await page.sees('Your decision');
  await page.checkAxe(`decide on the ${what}`);
  await page.choose('Medium', 'Level of risk, in your own judgement');
  await page.choose('Partly', 'Is the child’s plan progressing?');
  await page.picture(`decide-on-${what}`);
  await page.pressButton('Sign off');
  await page.sees(`was signed off at medium`);
  await page.lock();
  await page.signIn(ANNA.name, ANNA.passphrase);
}

async function recordReview(page, reference) {
  await page.go(`#/cases/${reference}/write/review`);
  await page.heading('Record a review');
  await page.checkAxe('record a review');
  await page.fillByLabel('When was the review held?', today());
  await page.fillByLabel('Agencies present', 'Police\nHealth');
  await page.choose('PN1', 'How did the child take part?').catch(() => answerFirst(page, 'How did the child take part?'));
  await page.fillByLabel('What changed because of the child’s views', 'Meetings moved to after school.');
  await page.choose('Medium', 'Level of risk');
  await page.choose('Partly', 'Is the plan progressing?');
  await page.fillByLabel('When will the next review be held?', daysAgo(-28));
  await page.pressButton('Save and send for sign-off');
  await page.heading(`Case ${reference}`);
  await page.sees('saved and sent for sign-off');
}

async function seeTheFlagGone(page, reference) {
  await page.go('#/worklist?rule=never_reviewed');
  await page.heading('Worklist');
  await page.seesNo(reference);
  await page.go(`#/cases/${reference}`);
  await page.heading(`Case ${reference}`);
  await page.sees('Signed off at Medium');
  await page.sees('Nothing is late on this case.');
  await page.sees('“Never reviewed” was settled');
  await page.checkAxe('a case that was signed off');
  await page.picture('case');
}

async function exportSummary(page) {
  const folder = join(page.folder, 'summary');
  await page.go('#/summary');
  await page.heading('Progress summary');
  await page.sees('How it was made');
  await page.checkAxe('summary');
  await page.picture('summary');
  await page.fillByLabel('Folder to write to', folder);
  await page.pressButton('Make the pack');
  await page.sees('The pack was made');
  const kinds = readdirSync(folder).map((name) => name.split('.').pop()).sort();
  assert.deepEqual([...new Set(kinds)], ['csv', 'html', 'json', 'pdf', 'xlsx']);
}

/** Every other screen, with something on it. */
async function lookAtTheRest(page, reference) {
  const screens = {
    '#/': 'What waits for you',
    '#/cases': 'Cases',
    [`#/cases/${reference}/change`]: '',
    [`#/cases/${reference}/write/plan`]: 'Write a plan',
    [`#/cases/${reference}/write/review_arrangement`]: 'Arrange the next review',
    [`#/cases/${reference}/write/closure`]: 'Close the case',
    [`#/cases/${reference}/missing/new`]: '',
    [`#/cases/${reference}/review-date`]: 'Set the date of the next review',
    '#/decisions': 'What was decided',
    '#/deputies': 'Who decides for whom',
    '#/action-plan': 'Action plan',
    '#/action-plan/objective/new': '',
    '#/import': '',
    '#/settings': '',
    '#/settings/passphrase': '',
    '#/settings/teams': '',
    '#/settings/lists': '',
    '#/settings/policy': '',
    '#/settings/policy/new': 'Set a new policy',
    '#/settings/bank-holidays': 'Bank holidays',
    '#/settings/verify': '',
    '#/settings/backup': '',
    '#/nowhere': '',
  };
  for (const [address, heading] of Object.entries(screens)) {
    await page.go(address);
    await page.settled(heading);
    await page.checkAxe(address);
  }
}

/** The first answer offered: the journey does not depend on the words of a code list. */
async function answerFirst(page, question) {
  const control = await page.until(`an answer to “${question}”`, (words) => {
    const group = [...document.querySelectorAll('fieldset')].find((found) => found.querySelector('legend')?.textContent.trim().startsWith(words));
    return group?.querySelector('input') ?? null;
  }, question);
  await page.driver.executeScript((found) => found.click(), control);
}
