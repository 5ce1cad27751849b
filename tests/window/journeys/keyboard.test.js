// The manager's hour without a mouse: an assessment is returned, put right, signed off at another level with the reason, and
// the case's history tells all of it. Nothing here is clicked.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Key } from 'selenium-webdriver';

import { daysAgo } from '../harness/days.js';
import { inWindow } from '../harness/window.js';

const ANNA = { name: 'Anna Okafor', passphrase: 'seven small blue kettles' };
const BILAL = { name: 'Bilal Hughes', passphrase: 'a lantern under the pier' };
const RETURNED = 'Say what the child said about the gifts, in the words that were used.';
const REASON = 'Two gifts since the visit, and a night away that nobody can explain.';

test('a returned assessment is put right and signed at another level, with the keyboard alone', () => inWindow(async (page) => {
  const reference = await sentAssessment(page);
  await signInWithKeys(page, BILAL);
  await fromStartToDecision(page, reference);
  await press(page, 'Return');
  await page.typeAt('What should be done instead?', RETURNED);
  await press(page, 'Return to the author');
  await page.sees(`The assessment of ${reference} was returned.`);

  await lockWithKeys(page);
  await signInWithKeys(page, ANNA);
  await page.sees(RETURNED);
  await page.checkAxe('start page with work returned');
  await press(page, 'Put it right');
  await page.settled('Change the assessment');
  await page.tabTo('Summary');
  await page.pressKeys(Key.chord(Key.CONTROL, Key.END), ' She said: they never ask for anything yet.');
  await press(page, 'Save and send for sign-off');
  await page.heading(`Case ${reference}`);
  await page.sees('Waiting for sign-off');

  await lockWithKeys(page);
  await signInWithKeys(page, BILAL);
  await fromStartToDecision(page, reference);
  await page.sees('they never ask for anything yet');
  await page.checkAxe('the decision on what was put right');
  await page.chooseWithKeys('Level of risk, in your own judgement', 'High');
  await page.chooseWithKeys('Is the child’s plan progressing?', 'Partly');
  await press(page, 'Sign off');
  await page.sees('Say why');
  await page.until('the focus at what is wrong', () => document.activeElement?.closest('.govuk-error-summary, .govuk-form-group--error') !== null);
  await page.typeAt('Why high, where the author says medium?', REASON);
  await press(page, 'Sign off');
  await page.sees(`The assessment of ${reference} was signed off at high.`);

  await page.tabTo('Cases');
  await page.pressKeys(Key.ENTER);
  await page.settled('Cases');
  await press(page, reference);
  await page.heading(`Case ${reference}`);
  await page.picture('history');
  await page.checkAxe('a case with all of its history');
  const told = await page.driver.executeScript(() => document.querySelector('main').textContent.replace(/\s+/g, ' '));
  for (const part of ['Assessment version 1 sent for sign-off', `returned: ${RETURNED}`, 'Assessment version 2 written', 'Assessment version 2 sent for sign-off', 'signed off at high', REASON]) {
    assert.ok(told.includes(part), `the history does not tell: ${part}`);
  }
}));

/** A register with a practitioner and a manager, and an assessment that was sent; nobody is signed in. */
async function sentAssessment(page) {
  await page.call('create_register', { authority: 'Northshire County Council', person_name: ANNA.name, passphrase: ANNA.passphrase });
  const choices = await page.call('list_choices', {});
  await page.call('add_person', { id: null, name: BILAL.name, roles: ['manager'], passphrase: BILAL.passphrase });
  const { reference } = await page.call('open_case', { opened_on: daysAgo(30), level: 'medium', facts: {} });
  const content = {
    kind: 'assessment', started_on: daysAgo(20), completed_on: daysAgo(10), tool: 'professional judgement', tool_version: '', score: '',
    indicators: [], level: 'medium', evidence_of_harm: choices.lists.evidence_of_harm.find(({ offered }) => offered).code,
    child_seen: 'alone', summary: 'New trainers and a second telephone.',
  };
  const { item_id, hash } = await page.call('record_item', { reference, content });
  await page.call('submit_item', { item_id, hash });
  await page.call('sign_out', {});
  await page.reload();
  return reference;
}

async function press(page, words) {
  await page.tabTo(words);
  await page.pressKeys(Key.ENTER);
}

async function signInWithKeys(page, { name, passphrase }) {
  await page.heading('Unlock the register');
  await page.chooseWithKeys('Who are you?', name);
  await page.typeAt('Passphrase', passphrase);
  await page.pressKeys(Key.ENTER);
  await page.settled('What waits for you');
}

async function lockWithKeys(page) {
  await press(page, 'Lock');
  await page.heading('Unlock the register');
}

async function fromStartToDecision(page, reference) {
  await page.settled('What waits for you');
  await press(page, 'Sign-off');
  await page.settled('Waiting for sign-off');
  await page.sees(reference);
  await press(page, 'Read and decide');
  await page.sees('Your decision');
}
