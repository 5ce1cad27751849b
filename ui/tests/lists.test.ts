import assert from 'node:assert/strict';
import { test } from 'node:test';
import { navigation } from '../src/components/navigation';
import { sayShowing } from '../src/components/paging';
import { askCases, presentCases } from '../src/pages/cases/presenter';
import { presentWaiting } from '../src/pages/queue/presenter';
import { caseRow, waiting } from './fake/data';

test('rubbish in the address of the list of cases is not asked', () => {
  assert.equal(askCases({ status: 'gone', sort: 'toString' }).status, 'open');
  assert.equal(askCases({ sort: 'toString' }).sort, 'opened_on');
});

test('a case says what is not known, and an unconfirmed level says so', () => {
  const [row] = presentCases({ total: 1, offset: 0, rows: [{ ...caseRow(3), level: 'high', level_confirmed: false, last_review_on: null, next_review_on: null, team: null }] }, {}).rows;
  assert.deepEqual([row?.level, row?.confirmed, row?.lastReview, row?.nextReview, row?.team], ['High', false, 'Never', 'No date', 'None']);
});

test('the list of cases counts the flags at rest apart, as the page of the case does', () => {
  const flags = (standing: number, at_rest: number) => presentCases({ total: 1, offset: 0, rows: [{ ...caseRow(3), flags: standing, at_rest }] }, {}).rows[0]?.flags;
  assert.deepEqual([flags(4, 1), flags(0, 0)], ['4 flags, and 1 at rest', 'No flag stands']);
});

test('the queue says why a person may not decide', () => {
  const { rows } = presentWaiting({ total: 2, offset: 0, rows: [waiting(0), waiting(1)] }, {});
  assert.equal(rows[0]?.mayDecide, true);
  assert.equal(rows[1]?.whyNot, 'You wrote part of this version, so another manager decides it.');
  assert.equal(rows[0]?.waits, '12 days');
});

test('administrators alone see no cases, analysts decide nothing and count what was decided', () => {
  const names = (roles: Parameters<typeof navigation>[0]) => navigation(roles, '/').map(({ text }) => text).join(', ');
  assert.equal(names(['administrator']), 'Start, Action plan, Import, People and settings');
  assert.equal(names(['analyst']), 'Start, Worklist, Cases, Oversight, Action plan, Summary, Settings');
  assert.equal(names(['practitioner']), 'Start, Worklist, Cases, Sign-off, Meetings, Oversight, Action plan, Settings');
  for (const page of ['/deputies', '/worklist/causes/figures', '/oversight/voice']) {
    assert.deepEqual(navigation(['manager'], page).filter(({ here }) => here).map(({ text }) => text), ['Oversight']);
  }
  assert.deepEqual(navigation(['practitioner'], '/worklist/rest').filter(({ here }) => here).map(({ text }) => text), ['Worklist']);
  assert.equal(navigation(['practitioner'], '/worklist').find(({ here }) => here)?.to, '#/worklist?whose=mine');
});

test('a page of a list says where it is', () => {
  assert.equal(sayShowing(0, 12, 12, 'cases'), 'All 12 cases');
  assert.equal(sayShowing(50, 50, 20_000, 'cases'), '51 to 100 of 20,000 cases');
  assert.equal(sayShowing(0, 1, 1, 'flag on 1 case'), '1 flag on 1 case');
  assert.equal(sayShowing(0, 0, 0, 'flags'), 'No flags');
  assert.equal(sayShowing(50, 0, 50, 'flags at rest'), 'Nothing on this page any more: 50 flags at rest');
});
