import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FlagPage, FlagView } from '../src/api/types';
import type { Refused } from '../src/api/call';
import { ON_PAPER, sayCut, sayEnd } from '../src/components/paper';
import { draft, routeOfDraft } from '../src/pages/start/draft_route';
import { flagToRest, snoozeRequest } from '../src/pages/worklist/rest_values';
import {
  addressOf, askFlags, askOnPaper, backFromRest, presentFilters, presentFlag, presentWorklist, queryOf, sayFilters, sayFlags, standingFirst, toRest,
} from '../src/pages/worklist/presenter';
import { readRoute, type Query } from '../src/router';
import { TODAY, choices, flag, people } from './fake/data';
import { COUNTS, filters, flagPage } from './fake/worklist';

const at = { choices, today: TODAY };
const shown = (query: Query, page: Partial<FlagPage> = {}) => presentWorklist({ ...flagPage(askFlags(query)), ...page }, query, at);
const session = { person: people[0]!, authority: 'Northshire County Council', today: TODAY, warnings: [] };

test('what stands in the address is what Rust is asked, and rubbish in it is not', () => {
  assert.deepEqual(askFlags({ severity: 'overdue', rule: 'no_such_rule', family: 'no_review', whose: 'mine', offset: '50', as_at: '31 3 2026' }), {
    as_at: '31 3 2026', rule: null, family: 'no_review', severity: 'overdue', level: null, team: null, practitioner: null, mine: true, my_team: false, snoozed: false, offset: 50, limit: 50,
  });
  const team = askFlags({ whose: 'my_team', team: 'North assessment', snoozed: '1', severity: 'overdue' });
  assert.deepEqual([team.my_team, team.mine, team.team, team.snoozed, team.severity], [true, false, null, true, null]);
});

test('the groups of the worklist keep its filters, drop its page, and count what is at rest apart', () => {
  const { tabs, total } = shown({ team: 'North', severity: 'overdue', offset: '50' }, { counts: { ...COUNTS, overdue: 3 }, total: 3 });
  assert.deepEqual(tabs.map(({ text, number, here }) => `${text} ${number}${here ? ' here' : ''}`), [
    'Everything late 51', 'Critically overdue 48', 'Overdue 3 here', 'Due soon 61', 'Not due yet 1,204', 'At rest 2',
  ]);
  assert.equal(tabs[3]?.to, '#/worklist?team=North&severity=due_soon');
  assert.equal(tabs[5]?.to, '#/worklist?team=North&snoozed=1');
  assert.equal(shown({ snoozed: '1', team: 'North' }).tabs[0]?.to, '#/worklist?team=North');
  assert.equal(total, 3);
});

test('as at another day what was late is offered, and what was at rest apart', () => {
  const { tabs, onlyLate } = shown({ as_at: '2026-03-31' });
  assert.deepEqual(tabs.map(({ text }) => text), ['Everything late', 'Critically overdue', 'Overdue', 'At rest']);
  assert.equal(onlyLate, true);
  const rested = shown({ as_at: '2026-03-31', snoozed: '1' });
  assert.equal(rested.tabs.find(({ here }) => here)?.to, '#/worklist?as_at=2026-03-31&snoozed=1');
  assert.match(rested.rows[0]?.rest?.until ?? '', /^At rest until/);
  assert.deepEqual([rested.rows[0]?.mayWake, shown({ snoozed: '1' }).rows[0]?.mayWake, shown({}).rows[0]?.mayWake], [false, true, false], 'only what rests today is woken');
  assert.equal(shown({ as_at: '2026-03-31' }).rows[0]?.step.text, 'Open the case', 'it may be settled by now');
  assert.equal(shown({}).onlyLate, false);
});

test('the total says on how many cases the flags stand, where that is known', () => {
  assert.equal(shown({}, { total: 312, cases: 185 }).what, 'flags on 185 cases, as at 30 September 2026');
  assert.equal(shown({}, { total: 1, cases: 1 }).what, 'flag on 1 case, as at 30 September 2026');
  assert.equal(shown({ severity: 'due_soon' }, { cases: null }).what, 'duties, as at 30 September 2026');
  assert.equal(shown({ snoozed: '1' }, { cases: null }).what, 'flags at rest, as at 30 September 2026');
});

test('a flag says how late it is, and a duty when it falls due', () => {
  const late = (days_late: number, due_on: string | null = '2026-09-29') => shown({}, { rows: [{ ...flag(1, 'overdue'), days_late, due_on }] }).rows[0]?.late;
  assert.equal(late(1), '1 day late');
  assert.equal(late(0), 'today');
  assert.equal(late(-7), 'in 7 days');
  assert.equal(late(0, null), '');
});

test('a flag leads to what would settle it, and otherwise to its case', () => {
  const to = (rule: FlagView['rule'], subject: string | null = null) => shown({}, { rows: [{ ...flag(3, 'overdue'), reference: 'CW-1', rule, subject }] }).rows[0]?.step.to;
  assert.equal(to('review_overdue'), '#/cases/CW-1/write/review');
  assert.equal(to('return_interview', 'e1'), '#/cases/CW-1/missing/e1');
  assert.equal(to('action_overdue', 'a1'), '#/cases/CW-1/plan/a1');
  assert.equal(to('decision_waiting', 'i1'), '#/cases/CW-1');
});

test('only a late flag of today may rest, and the form leads back to the list that was open', () => {
  const [late] = shown({ whose: 'my_team', level: 'high' }, { rows: [{ ...flag(3, 'overdue'), subject: 'item-1' }] }).rows;
  const { path, query } = readRoute(late?.toRest ?? '');
  assert.equal(path, '/worklist/rest');
  assert.deepEqual(backFromRest(query), { to: '#/worklist?whose=my_team&level=high', text: 'the worklist' });
  assert.equal(query.subject, 'item-1');
  assert.equal(shown({}, { rows: [flag(3, 'due_soon')] }).rows[0]?.toRest, null);
  assert.equal(shown({ as_at: '2026-03-31' }, { rows: [flag(3, 'overdue')] }).rows[0]?.toRest, null);
  assert.equal(shown({ snoozed: '1' }).rows[0]?.toRest, null);
  assert.equal(backFromRest({ reference: 'CW-1', from: 'https://elsewhere.example' }).to, '#/cases/CW-1');
});

test('a flag at rest says until when, by whom and why', () => {
  const [first, second] = shown({ snoozed: '1' }).rows;
  assert.equal(first?.rest?.until, 'At rest until 14 October 2026, by Lena Marsh');
  assert.equal(first?.rest?.why, 'Why it was late: lack of resources. The new worker starts on 12 October; the duty worker sees the child each week.');
  assert.match(second?.rest?.why ?? '', /^Why it was late is not known\. /);
});

test('every list of a case’s flags counts those at rest apart, and has them last', () => {
  assert.deepEqual([sayFlags(4, 1), sayFlags(1, 0), sayFlags(0, 0), sayFlags(0, 1), sayFlags(0, 2)], [
    '4 flags, and 1 at rest', '1 flag', 'No flag stands', 'No flag stands, and 1 is at rest', 'No flag stands, and 2 are at rest',
  ]);
  const snooze = { id: 'r', until: '2026-10-14', by: '', cause: '', reason: '' };
  const { all, says } = standingFirst([{ ...flag(1, 'critically_overdue'), snooze }, flag(2, 'overdue')].map(presentFlag));
  assert.deepEqual([says, ...all.map(({ atRest }) => atRest)], ['1 flag, and 1 at rest', '', 'At rest until 14 October 2026']);
});

test('the flag to rest is found by rule, day and subject, and one that rests already is not', () => {
  const one = { ...flag(3, 'overdue'), subject: 'a1' };
  const asked = readRoute(toRest(one, null)).query;
  assert.equal(flagToRest([{ ...one, subject: 'a2' }, one], asked), one);
  assert.equal(flagToRest([{ ...one, start_on: '2020-01-01' }], asked), null);
  assert.equal(flagToRest([{ ...one, snooze: { id: 'r', until: TODAY, by: '', cause: '', reason: '' } }], asked), null);
});

test('a cause that nobody chose is asked for, and “not known” is sent as such', () => {
  const one = flag(3, 'overdue');
  assert.throws(() => snoozeRequest(one, { cause: '', reason: 'x', until: '1 10 2026' }), { code: 'invalid', fields: [{ field: 'cause', message: 'Choose why it is late, or choose that it is not known.' }] });
  assert.throws(() => snoozeRequest(one, { cause: '', reason: ' ', until: '' }), ({ fields }: Refused) => fields.map(({ field }) => field).join() === 'cause,reason,until');
  assert.equal(snoozeRequest(one, { cause: '?', reason: 'x', until: '1 10 2026' }).cause, '');
  assert.equal(snoozeRequest(one, { cause: 'resources', reason: 'x', until: '1 10 2026' }).cause, 'resources');
});

test('a half-written rest has a way back to its form', () => {
  const one = { ...flag(3, 'overdue'), subject: 'a1' };
  const { path, query } = readRoute(routeOfDraft(draft.rest(one).key) ?? '');
  assert.equal(path, '/worklist/rest');
  assert.equal(flagToRest([one], query), one);
  assert.equal(routeOfDraft(draft.rest({ ...one, subject: null }).key), toRest({ ...one, subject: null }, null));
});

test('a kept filter is the address without its page, and the one that stands is marked', () => {
  assert.equal(queryOf({ team: 'North & South*', offset: '50', severity: '' }), 'team=North+%26+South%2A');
  assert.equal(addressOf(''), '#/worklist');
  assert.deepEqual(presentFilters(filters, { level: 'high', offset: '50', whose: 'my_team' }), [
    { name: 'High, my team', to: '#/worklist?whose=my_team&level=high', here: true },
    { name: 'Never reviewed', to: '#/worklist?rule=never_reviewed', here: false },
  ]);
});

test('on paper a filter is said in words, with the person for “mine”', () => {
  const says = (query: Query) => sayFilters(query, TODAY, { choices, session });
  assert.equal(says({}), 'Everything late; all cases; as at 30 September 2026.');
  assert.equal(says({ whose: 'mine', severity: 'overdue', level: 'high', practitioner: people[1]!.id }), 'Overdue; cases of Amira Bashir; practitioner: Tom Ellery; level: high; as at 30 September 2026.');
  assert.equal(says({ whose: 'my_team', snoozed: '1', family: 'no_review' }), 'Flags at rest; cases of the team Exploitation team; about: nobody has reviewed; as at 30 September 2026.');
});

test('paper holds the whole list from its beginning, and says when it cannot', () => {
  const asked = askOnPaper({ offset: '100', severity: 'overdue' });
  assert.deepEqual([asked.offset, asked.limit, asked.severity], [0, ON_PAPER, 'overdue']);
  assert.equal(sayCut(500, 1204), 'Only the first 500 of 1,204 are printed. Filter the list to print the rest.');
  assert.equal(sayCut(113, 113), '');
  assert.deepEqual([sayEnd(500, 1204), sayEnd(113, 113)], ['End of the first 500 of 1,204.', 'End of the list: 113 in all.']);
});
