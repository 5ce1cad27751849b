// A panel goes through its cases with one key, and what it decides is kept when it moves on, and when the register locks.

import { test } from 'node:test';
import { Key } from 'selenium-webdriver';

import { daysAgo, today } from '../harness/days.js';
import { inWindow } from '../harness/window.js';

const ANNA = { name: 'Anna Okafor', passphrase: 'seven small blue kettles' };

test('a panel decides on its cases with one key to the next', () => inWindow(async (page) => {
  await page.call('create_register', { authority: 'Northshire County Council', person_name: ANNA.name, passphrase: ANNA.passphrase });
  const references = [];
  for (const level of ['high', 'medium', 'low']) {
    references.push((await page.call('open_case', { opened_on: daysAgo(100), level, facts: {} })).reference);
  }
  await page.reload();
  await page.settled('What waits for you');
  await page.go('#/meetings/new');
  await page.settled();
  await page.checkAxe('a new meeting');
  await page.fillByLabel('Name', 'Missing and exploitation panel');
  await page.fillByLabel('Day', today());
  await page.fillByLabel('Cases', references.join(Key.ENTER));
  await page.pressButton('Save the meeting');
  await page.sees('Go through the cases');
  await page.checkAxe('the overview of a meeting');
  await page.followLink('Go through the cases');
  await page.heading(`1 of 3: case ${references[0]}`);
  await page.checkAxe('meeting mode');
  await page.typeAt('What does the meeting decide', 'Keep at high; the chair writes to the school.');
  await page.pressKeys(Key.F8);
  await page.heading(`2 of 3: case ${references[1]}`);
  await page.pressKeys(Key.F8);
  await page.heading(`3 of 3: case ${references[2]}`);
  await page.typeAt('What does the meeting decide', 'Close within a month.');
  await page.pressKeys(Key.F7);
  await page.heading(`2 of 3: case ${references[1]}`);
  await page.typeAt('What does the meeting decide', 'Half a thought');
  // What is typed keeps itself within a moment; nothing is sent.
  await page.until('the draft kept', (wanted) => document.querySelector('main').textContent.includes(wanted), 'kept');
  await page.lock();
  await page.signIn(ANNA.name, ANNA.passphrase);
  await page.go('#/meetings');
  await page.settled('Meetings');
  await page.sees('2 of 3');
  await page.followLink('Missing and exploitation panel');
  await page.sees('Keep at high; the chair writes to the school.');
  await page.sees('Close within a month.');
  await page.go(`#/cases/${references[0]}`);
  await page.sees('Keep at high; the chair writes to the school.');
}));
