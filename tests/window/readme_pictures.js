// Takes the README's pictures of the real window on a demonstration register: node readme_pictures.js REGISTER FOLDER

import { copyFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Key } from 'selenium-webdriver';

import { daysAgo } from './harness/days.js';
import { inWindow } from './harness/window.js';

const [register, folder] = process.argv.slice(2);
if (!folder) {
  console.error('Usage: node readme_pictures.js REGISTER FOLDER');
  process.exit(2);
}
const PASSPHRASE = 'demonstration only';
mkdirSync(folder, { recursive: true });

await inWindow(async (page) => {
  const keep = async (name) => copyFileSync(await page.picture(`readme-${name}`), join(resolve(folder), `${name}.png`));
  const linked = (selector) => page.driver.executeScript((which) => document.querySelector(which)?.getAttribute('href'), selector);

  await page.signIn('Maria Osei', PASSPHRASE);
  await page.go('#/worklist');
  await page.heading('Worklist');
  await page.until('a flag in the list', () => document.querySelectorAll('main table tbody tr').length > 0);
  await keep('worklist');
  await page.go(await linked('main table tbody a[href^="#/cases/"]'));
  await page.until('the case', () => document.querySelector('h1')?.textContent.startsWith('Case CW-') && document.querySelectorAll('main h2').length > 2);
  await keep('case');
  await page.go('#/sign-off');
  await page.until('the queue', () => document.querySelector('main table tbody a[href^="#/sign-off/"]'));
  await page.go(await linked('main table tbody a[href^="#/sign-off/"]'));
  await page.heading('Read and decide');
  await page.until('what to look for', () => document.querySelectorAll('main li').length > 2);
  await keep('decide');
  // A stricter policy for low risk, as a manager would try it out before saving it.
  await page.go('#/settings/policy/new');
  await page.heading('Set a new policy');
  await page.fillByLabel('From which day does it hold?', daysAgo(-1));
  const [low] = await page.driver.executeScript(() => [...document.querySelectorAll('input')].filter((field) => field.value === '84'));
  await low.sendKeys(Key.END, Key.BACK_SPACE, Key.BACK_SPACE, '14');
  await page.pressButton('Preview what would fall due');
  await page.sees('overdue on');
  await keep('preview');
  await page.go('#/meetings');
  await page.settled('Meetings');
  await page.followLink('Go through the cases');
  await page.sees('What does the meeting decide');
  await keep('meeting');
}, { register: resolve(register) });
console.log(`The pictures are in ${folder}.`);
