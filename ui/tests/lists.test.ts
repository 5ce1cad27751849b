import assert from 'node:assert/strict';
import { test } from 'node:test';
import { navigation } from '../src/components/navigation';
import { sayShowing } from '../src/components/paging';
import { askCases, presentCases } from '../src/pages/cases/presenter';
import { presentWaiting } from '../src/pages/queue/presenter';
import { presentStart } from '../src/pages/start/presenter';
import { askFlags, presentWorklist } from '../src/pages/worklist/presenter';
import { may } from '../src/words/roles';
import { caseRow, flag, startPage, waiting } from './fake/data';

const COUNTS = { critically_overdue: 2, overdue: 3, due_soon: 4, not_due_yet: 1200 };

test('what stands in the address is what Rust is asked, and rubbish in it is not', () => {
  const asked = askFlags({ severity: 'overdue', rule: 'no_such_rule', family: 'no_review', mine: '1', offset: '50', as_at: '31 3 2026' });
  assert.deepEqual(asked, {
    as_at: '31 3 2026', rule: null, family: 'no_review', severity: 'overdue', level: null, team: null, practitioner: null, mine: true, offset: 50, limit: 50,
  });
  assert.equal(askCases({ status: 'gone', sort: 'toString' }).status, 'open');
  assert.equal(askCases({ sort: 'toString' }).sort, 'opened_on');
});

test('the tabs of the worklist keep its filters and drop its page', () => {
  const shown = presentWorklist({ as_at: '2026-09-30', counts: COUNTS, offset: 0, rows: [flag(3, 'overdue')] }, { team: 'North', severity: 'overdue', offset: '50' });
  assert.deepEqual(shown.tabs.map(({ text, number, here }) => `${text} ${number}${here ? ' here' : ''}`), [
    'Everything late 5', 'Critically overdue 2', 'Overdue 3 here', 'Due soon 4', 'Not due yet 1,200',
  ]);
  assert.equal(shown.tabs[3]?.to, '#/worklist?team=North&severity=due_soon');
  assert.equal(shown.total, 3);
});

test('a flag says how late it is, and a duty when it falls due', () => {
  const late = (days_late: number, due_on: string | null = '2026-09-29') => presentWorklist(
    { as_at: '2026-09-30', counts: COUNTS, offset: 0, rows: [{ ...flag(1, 'overdue'), days_late, due_on }] }, {},
  ).rows[0]?.late;
  assert.equal(late(1), '1 day late');
  assert.equal(late(0), 'today');
  assert.equal(late(-7), 'in 7 days');
  assert.equal(late(0, null), '');
});

test('a case says what is not known, and an unconfirmed level says so', () => {
  const [row] = presentCases({ total: 1, offset: 0, rows: [{ ...caseRow(3), level: 'high', level_confirmed: false, last_review_on: null, next_review_on: null, team: null }] }, {}).rows;
  assert.deepEqual([row?.level, row?.confirmed, row?.lastReview, row?.nextReview, row?.team], ['High', false, 'Never', 'No date', 'None']);
});

test('the queue says why a person may not decide', () => {
  const { rows } = presentWaiting({ total: 2, offset: 0, rows: [waiting(0), waiting(1)] });
  assert.equal(rows[0]?.mayDecide, true);
  assert.equal(rows[1]?.whyNot, 'You wrote part of this version, so another manager decides it.');
  assert.equal(rows[0]?.waits, '12 days');
});

test('each number of the start page leads to its list', () => {
  const shown = presentStart(startPage, may(['manager']));
  assert.equal(shown.mine[1]?.to, '#/worklist?severity=overdue&mine=1');
  assert.equal(shown.all[0]?.to, '#/worklist?severity=critically_overdue');
  assert.equal(shown.noReview.text, '57 of 302 open cases');
  assert.equal(shown.toDecide.text, '6 items for you to decide, of 11 waiting');
  assert.equal(presentStart(startPage, may(['practitioner'])).toDecide.text, '11 items sent and waiting for a manager');
  assert.equal(shown.returned[0]?.toForm, `#/cases/${startPage.returned[0]?.reference}/write/assessment/item-assessment`);
});

test('administrators alone see no cases, analysts no sign-off', () => {
  const names = (roles: Parameters<typeof navigation>[0]) => navigation(roles, '/').map(({ text }) => text).join(', ');
  assert.equal(names(['administrator']), 'Start, Action plan, Import, People and settings');
  assert.equal(names(['analyst']), 'Start, Worklist, Cases, Action plan, Summary, Settings');
  assert.equal(names(['practitioner']), 'Start, Worklist, Cases, Sign-off, Action plan, Settings');
  assert.equal(navigation(['practitioner'], '/worklist').find(({ here }) => here)?.to, '#/worklist?mine=1');
});

test('a page of a list says where it is', () => {
  assert.equal(sayShowing(0, 12, 12, 'cases'), 'All 12 cases');
  assert.equal(sayShowing(50, 50, 20_000, 'cases'), '51 to 100 of 20,000 cases');
  assert.equal(sayShowing(0, 0, 0, 'flags'), 'No flags');
});
