// Signs in on a register, opens the worklist and saves what the window shows: node picture.js REGISTER PERSON FILE

import { copyFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { inWindow } from './harness/window.js';

const [register, person, file] = process.argv.slice(2);
if (!file) {
  console.error('Usage: node picture.js REGISTER PERSON FILE, with the passphrase in CASEWARD_PASSPHRASE');
  process.exit(2);
}

await inWindow(async (page) => {
  await page.signIn(person, process.env.CASEWARD_PASSPHRASE ?? '');
  await page.go('#/worklist');
  await page.heading('Worklist');
  await page.until('a flag in the list', () => document.querySelectorAll('main table tbody tr').length > 0);
  copyFileSync(await page.picture('window'), resolve(file));
}, { register: resolve(register) });
console.log(`The picture is ${file}.`);
