// Progress reaches those who answer for it: an action is updated, coverage changes, a pack is made for the board while a bar says
// how far it is, that it was shared is recorded, and the log says so. Then a sample, and the inspector's list.

import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { daysAgo, today } from '../harness/days.js';
import { CLI, inWindow } from '../harness/window.js';

const MARIA = 'Maria Osei';
const PASSPHRASE = 'demonstration only';
/** How long a pack takes at least, so that the bar is there to be seen however fast the machine is. */
const A_MOMENT = 1500;

test('progress is shared with the board, and the log says so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'caseward-sharing-'));
  try {
    const register = registerThatTakesAMoment(folder);
    await inWindow((page) => journey(page, join(folder, 'out')), { register });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** A demonstration with so many cases that counting them takes this machine a moment. */
function registerThatTakesAMoment(folder) {
  for (let cases = 10_000; ; cases *= 2) {
    const register = join(folder, `register-${cases}`);
    const timed = join(folder, `timed-${cases}`);
    const run = (...given) => execFileSync(CLI, given, { env: { ...process.env, CASEWARD_PASSPHRASE: PASSPHRASE }, stdio: 'ignore' });
    run('--register', register, 'demo', '--cases', String(cases));
    cpSync(register, timed, { recursive: true });
    const began = performance.now();
    run('--register', timed, '--as', MARIA, 'summary', '--profile', 'internal', '--from', daysAgo(91), '--to', daysAgo(1), '--out', timed);
    if (performance.now() - began > A_MOMENT) return register;
    rmSync(register, { recursive: true });
  }
}

async function journey(page, out) {
  await page.signIn(MARIA, PASSPHRASE);
  await updateAnAction(page);
  const pack = await makeAPack(page, out);
  await recordThatItWasShared(page);
  await drawASample(page, out);
  await writeTheInspectionPack(page, out);
  assert.ok(readdirSync(out).length >= pack.length + 3, 'the sample and the inspector’s list stand beside the pack');
}

/** An action answers a line of guidance; once its evidence was checked by somebody else, the line is reflected. */
async function updateAnAction(page) {
  const plan = await page.call('record_objective', { id: null, theme: 'Governance', title: 'Progress reaches those who answer for it' });
  const objective = plan.objectives.find(({ title }) => title === 'Progress reaches those who answer for it');
  const { lines } = await page.call('view_coverage', { catalogue: 'guidance_2009', as_at: null });
  const line = lines.find(({ covered, evidenced }) => !covered && !evidenced).requirement.id;
  const title = 'Share progress with the board every quarter';
  const saved = await page.call('record_action', {
    objective_id: objective.id, title, owner_role: 'Head of service', organisation: 'Northshire County Council', due_on: daysAgo(-90), measure: 'Packs shared in time', target: '4',
    requirements: [line],
  });
  const reflected = () => page.until('the three counts', () => {
    const rows = [...document.querySelectorAll('main table tbody tr')].slice(0, 3).map((row) => row.textContent.replace(/\s+/g, ' '));
    return rows.length === 3 && rows[2].startsWith('Reflected') ? rows[2].match(/(\d+) of/)[1] : undefined;
  });
  await page.go('#/action-plan/coverage');
  await page.settled('Coverage of guidance');
  const before = Number(await reflected());
  const action = saved.objectives.flatMap(({ actions }) => actions).find((found) => found.title === title);
  await page.go(`#/action-plan/update/${action.id}`);
  await page.settled('Update an action');
  await page.choose('On track', 'Where the action stands');
  await page.fillByLabel('What happened', 'The first pack was agreed with the board.');
  await page.fillByLabel('Evidence', `Minutes of the board, ${today()}.`);
  await page.fillByLabel('Who checked the evidence', 'Board manager');
  await page.pressButton('Save the update');
  await page.sees('The update was saved.');
  await page.go('#/action-plan/coverage');
  await page.settled('Coverage of guidance');
  const after = Number(await reflected());
  assert.equal(after, before + 1, 'one more line is reflected');
  await page.picture('sharing-coverage');
}

async function makeAPack(page, out) {
  await page.go('#/summary?recipient=lscb');
  await page.settled('Progress summary');
  await page.sees('Small numbers are hidden.');
  await page.checkAxe('the progress summary for partners');
  await page.fillByLabel('Folder to write to', out);
  await page.pressButton('Make the pack');
  await page.until('a bar that says how far it is', () => {
    const bar = document.querySelector('progress.cw-progress__bar');
    return bar && bar.max > 0 && document.body.innerText.includes('Cancel');
  });
  await page.checkAxe('a pack in the making');
  await page.picture('sharing-progress');
  await page.sees('The pack was made');
  await page.checkAxe('a pack that was made');
  await page.picture('sharing-pack');
  return readdirSync(out);
}

async function recordThatItWasShared(page) {
  await page.followLink('Record that it was shared');
  await page.settled('Record that a pack was shared');
  await page.checkAxe('recording that a pack was shared');
  await page.fillByLabel('Who was given it?', 'Chair of the board');
  await page.choose('Secure email', 'By what means?');
  await page.pressButton('Record it');
  await page.sees('That the pack was shared is recorded.');
  await page.settled('Sharing log');
  await page.sees('Chair of the board');
  await page.sees('Secure email');
  await page.checkAxe('the sharing log');
  await page.picture('sharing-log');
  // A day in the future is refused at its field.
  await page.followLink('Record that a pack was shared');
  await page.settled('Record that a pack was shared');
  await page.fillByLabel('When?', daysAgo(-2));
  await page.pressButton('Record it');
  await page.sees('This date is in the future.');
  await page.checkAxe('a sharing that was refused');
  await page.go('#/sharing/recipient/new');
  await page.settled('Add a recipient');
  await page.checkAxe('a new recipient');
}

async function drawASample(page, out) {
  await page.go('#/samples/new');
  await page.settled('Draw a sample');
  await page.checkAxe('drawing a sample');
  await page.fillByLabel('What is the sample for?', 'Quality of plans');
  await page.fillByLabel('How many cases in all?', '6');
  await page.fillByLabel('Seed', 'agreed on the first morning');
  await page.pressButton('Draw the sample');
  await page.sees('6 cases were drawn.');
  await page.settled('Quality of plans');
  await page.checkAxe('a sample');
  await page.picture('sharing-sample');
  await page.followLink('Record what was found');
  await page.settled('What was found');
  await page.checkAxe('what was found');
  await page.fillByLabel('What did you look at?', 'The plan of last month and the last review.');
  await page.choose('Some gaps', 'How good is it?');
  await page.fillByLabel('What is missing', 'The goal about school has no date.');
  await page.choose('Not reachable', 'Was the child heard?');
  await page.pressButton('Record it');
  await page.sees('Looked at without hearing the child');
  await page.fillByLabel('Folder to write to', out);
  await page.pressButton('Write the files');
  await page.sees('The files were written');
  await page.go('#/samples');
  await page.settled('Samples for audit');
  await page.sees('1 of 6');
  await page.checkAxe('the samples');
}

async function writeTheInspectionPack(page, out) {
  await page.go('#/inspection');
  await page.settled('Inspection pack');
  await page.checkAxe('the inspection pack');
  await page.fillByLabel('Folder to write to', out);
  await page.pressButton('Write the inspection pack');
  await page.sees('The files were written');
  await page.checkAxe('an inspection pack that was written');
  await page.picture('sharing-inspection');
}
