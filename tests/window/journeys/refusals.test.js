// What the window refuses, and says so: one's own work, a version that has moved on, a page from elsewhere.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { daysAgo } from '../harness/days.js';
import { inWindow } from '../harness/window.js';

const ANNA = { name: 'Anna Okafor', passphrase: 'seven small blue kettles' };
const BILAL = { name: 'Bilal Hughes', passphrase: 'a lantern under the pier' };

test('a change after sign-off shows, its author cannot sign it, and nobody signs what has moved on', () => inWindow(async (page) => {
  const { reference, assessment } = await signedAssessment(page);

  // Anna holds every role, so only her authorship stands between her and signing.
  await page.go(`#/cases/${reference}/write/assessment/${assessment.item_id}`);
  await page.heading('Change the assessment');
  await page.fillByLabel('Summary', 'Trusts her school nurse. New gifts were seen this week.');
  await page.pressButton('Save and send for sign-off');
  await page.heading(`Case ${reference}`);
  await page.sees('Signed, then changed on');
  await page.checkAxe('a case changed since it was signed');
  await page.picture('changed-since-signed');
  await page.go('#/sign-off');
  await page.heading('Waiting for sign-off');
  await page.sees(reference);
  assert.deepEqual(await page.links('Read and decide'), []);

  // Bilal reads the second version; before he signs, Anna takes it back, changes it and sends it again.
  await page.lock();
  await page.signIn(BILAL.name, BILAL.passphrase);
  await page.go('#/sign-off');
  await page.followLink('Read and decide');
  await page.sees('Your decision');
  await page.choose('High', 'Level of risk, in your own judgement');
  await page.choose('No', 'Is the child’s plan progressing?');
  await page.fillByLabel('Why high, where the author says medium?', 'The gifts have begun again.');
  await kept(page, await latest(page, reference), 'The gifts have begun again.');
  await meanwhile(page, ANNA, BILAL, async () => {
    const second = await latest(page, reference);
    await page.call('withdraw_item', { item_id: second.item_id });
    const content = { ...CONTENT, summary: 'Rewritten.' };
    const third = await page.call('record_item', { reference, item_id: second.item_id, based_on: second.hash, content });
    await page.call('submit_item', { item_id: third.item_id, hash: third.hash });
  });
  await page.pressButton('Sign off');
  await page.sees('Your decision was not recorded');
  await page.checkAxe('a decision that is refused');
  await page.picture('decision-refused');
  // He is told what happened, keeps what he typed, and is led on to what waits now.
  await page.sees('What you had typed');
  await page.press('main a, main button', 'Read version');
  await page.sees('Rewritten.');
  await page.sees('Your decision');
  const [standing] = (await page.call('view_case', { reference })).items;
  assert.equal(standing.versions.filter(({ decision }) => decision?.outcome === 'signed_off').length, 1);
  assert.equal(standing.standing, 'changed_since_signed');
}));

test('a wrong passphrase opens nothing and says what to do', () => inWindow(async (page) => {
  await page.call('create_register', { authority: 'Northshire County Council', person_name: ANNA.name, passphrase: ANNA.passphrase });
  await page.call('sign_out', {});
  await page.reload();
  await page.heading('Unlock the register');
  await page.fillByLabel('Passphrase', 'seven small blue kettle');
  await page.pressButton('Unlock');
  await page.sees('There is a problem');
  await page.checkAxe('unlock, refused');
  await page.heading('Unlock the register');
}));

test('a date that does not exist is refused at its field, and what was typed stays', () => inWindow(async (page) => {
  await register(page);
  await page.go('#/cases/new');
  await page.heading('Open a case');
  await page.fillByLabel('When was the case opened?', '31 2 2026');
  await page.pressButton('Open the case');
  await page.sees('That date does not exist');
  await page.checkAxe('open a case, refused');
  assert.equal(await (await page.byLabel('When was the case opened?')).getAttribute('value'), '31 2 2026');
}));

test('the window goes to no page but its own, and its page reaches no network', () => inWindow(async (page) => {
  await register(page);
  for (const elsewhere of ['https://example.org/', 'http://127.0.0.1:9/', 'file:///etc/hostname', 'data:text/html,elsewhere']) {
    await page.driver.executeScript((to) => { window.location.href = to; }, elsewhere);
    assert.match(await page.driver.getCurrentUrl(), /^tauri:\/\/localhost/, elsewhere);
  }
  const tries = await page.driver.executeAsyncScript((done) => {
    const refused = (promise) => promise.then(() => 'done', () => 'refused');
    Promise.all([
      refused(fetch('https://example.org/')),
      refused(fetch('tauri://localhost/index.html')),
      refused(window.__TAURI_INTERNALS__.invoke('plugin:desk|read_everything', {})),
      refused(window.__TAURI_INTERNALS__.invoke('plugin:fs|read_text_file', { path: '/etc/hostname' })),
      refused(window.__TAURI_INTERNALS__.invoke('plugin:dialog|open', {})),
      refused(window.__TAURI_INTERNALS__.invoke('plugin:event|listen', {})),
    ]).then((answers) => done([...answers, typeof window.__TAURI__, window.open('https://example.org/') === null ? 'refused' : 'opened']));
  });
  assert.deepEqual(tries, ['refused', 'refused', 'refused', 'refused', 'refused', 'refused', 'undefined', 'refused']);
  assert.equal((await page.driver.getAllWindowHandles()).length, 1);
}));

const CONTENT = {
  kind: 'assessment', started_on: daysAgo(30), completed_on: daysAgo(20), tool: 'professional judgement', tool_version: '', score: '',
  indicators: [], level: 'medium', evidence_of_harm: '', child_seen: 'alone', summary: 'Trusts her school nurse.',
};

/** A register with Anna, who is signed in and holds every role. */
async function register(page) {
  await page.call('create_register', { authority: 'Northshire County Council', person_name: ANNA.name, passphrase: ANNA.passphrase });
  await page.reload();
  await page.heading('What waits for you');
}

/** A case whose assessment Anna wrote and Bilal signed; Anna is signed in. */
async function signedAssessment(page) {
  await register(page);
  const choices = await page.call('list_choices', {});
  CONTENT.evidence_of_harm = choices.lists.evidence_of_harm.find(({ offered }) => offered).code;
  await page.call('add_person', { id: null, name: BILAL.name, roles: ['practitioner', 'manager'], passphrase: BILAL.passphrase });
  const { reference } = await page.call('open_case', { opened_on: daysAgo(60), level: 'medium', facts: {} });
  const assessment = await page.call('record_item', { reference, content: CONTENT });
  await page.call('submit_item', { item_id: assessment.item_id, hash: assessment.hash });
  await page.lock();
  await page.signIn(BILAL.name, BILAL.passphrase);
  await page.call('record_sign_off', { version_id: assessment.version_id, hash: assessment.hash, level: 'medium', plan_progressing: 'yes' });
  await page.lock();
  await page.signIn(ANNA.name, ANNA.passphrase);
  return { reference, assessment };
}

/** What one person does while a page of another stands open: as the next at the same machine, behind the page. */
async function meanwhile(page, one, other, does) {
  const enter = async ({ name, passphrase }) => {
    await page.call('sign_out', {});
    const { people } = await page.call('register_status', {});
    await page.call('sign_in', { person_id: people.find((person) => person.name === name).id, passphrase });
  };
  await enter(one);
  await does();
  await enter(other);
}

/** Until the draft holds what was typed: one that is still on its way would find nobody signed in, and lock the window. */
async function kept(page, { version_id: version }, words) {
  const holds = async () => (await page.call('read_draft', { key: `record_sign_off/${version}` })).body.includes(words);
  if (await page.driver.wait(holds, 20_000, undefined, 50).catch(() => false)) return;
  throw new Error(`The draft of the decision never held “${words}”.`);
}

async function latest(page, reference) {
  const [item] = (await page.call('view_case', { reference })).items;
  return { item_id: item.item_id, ...item.versions[0] };
}
