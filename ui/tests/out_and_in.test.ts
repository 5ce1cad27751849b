import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayBringIn, presentImport } from '../src/pages/import/presenter';
import { presentPolicies, presentVerify, settingsRooms } from '../src/pages/settings/presenter';
import { policyForm, policyRequest } from '../src/pages/settings/policy_values';
import { presentSummary, sayCell } from '../src/pages/summary/presenter';
import { refusal, type Refused } from '../src/api/call';
import { may } from '../src/words/roles';
import { choices, imported, policy, summary } from './fake/data';

test('a number of the summary reads as in its files', () => {
  assert.equal(sayCell({ cell: 'count', value: 20000 }), '20,000');
  assert.equal(sayCell({ cell: 'percent', value: 66.66 }), '66.7%');
  assert.equal(sayCell({ cell: 'percent', value: null }), '[z]');
  assert.equal(sayCell({ cell: 'days', value: 3 }), '3');
  assert.equal(presentSummary(summary).tables[0]?.charts.length, 1);
});

test('every refused cell of a file has its own line with its reason', () => {
  const shown = presentImport(imported(true, false));
  assert.deepEqual(shown.refused.map(({ row, column }) => `${row} ${column}`), ['119 Child ID', '204 Date opened', '204 Age']);
  assert.equal(shown.says[0], '238 cases would be opened');
  assert.match(mayBringIn(shown, false) ?? '', /^2 rows would be refused/);
  assert.equal(mayBringIn(shown, true), null);
});

test('the policy in force comes first', () => {
  const later = { ...policy.policies[0]!, effective_from: '2027-01-01' };
  const shown = presentPolicies({ ...policy, policies: [later, ...policy.policies] }, choices, '2026-09-30');
  assert.deepEqual(shown.map(({ title }) => title), ['In force since 1 January 2026', 'To come on 1 January 2027']);
});

test('a policy typed as it stands is the same policy, and what is not a number is named', () => {
  const inForce = policy.policies[0]!;
  const typed = { ...policyForm(inForce), effective_from: '1 1 2027' };
  assert.deepEqual(policyRequest(typed), { ...inForce, effective_from: '1 1 2027', replaces: '' });
  const wrong = { ...typed, clocks: { ...typed.clocks, plan_in_place: 'ten' } };
  assert.throws(() => policyRequest(wrong), (error: Refused) => error.fields[0]?.field === 'clocks.plan_in_place');
});

test('a register that does not hold names its first bad event', () => {
  const { title, says } = presentVerify({ ok: false, events: 4211, head: 'abc', first_bad_event: 17, problems: ['Event 17 does not match its hash.'] });
  assert.equal(title, 'The register is not whole');
  assert.equal(says[0], 'The first event that does not hold is number 17.');
});

test('settings show what a person may look after', () => {
  const names = (roles: Parameters<typeof may>[0]) => settingsRooms(may(roles), '/settings/policy').map(({ text }) => text);
  assert.deepEqual(names(['practitioner']), ['Your passphrase', 'Review intervals and time limits', 'Check the register']);
  assert.equal(names(['administrator']).length, 9);
  assert.ok(names(['analyst']).includes('Small numbers'));
});

test('whatever is thrown becomes a refusal, and a fault of our own shows nothing of a case', () => {
  assert.equal(refusal({ code: 'refused', message: 'No.', fields: [] }).code, 'refused');
  const fault = refusal('invalid type: string "Jane Doe", expected u32');
  assert.equal(fault.code, 'register');
  assert.ok(!fault.message.includes('Jane'));
});
