import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factLines, reportedLines } from '../src/pages/case/facts';
import { presentItems } from '../src/pages/case/items';
import { presentEpisodes, presentFlags, presentPlan, sayLevelInForce } from '../src/pages/case/presenter';
import { presentDecision } from '../src/pages/decision/presenter';
import { blank, fromContent, tidy } from '../src/pages/item/values';
import { offered, peopleWith } from '../src/words/choices';
import { contentLines } from '../src/words/content';
import { blankCase, changeForm, openCase } from '../src/words/facts';
import { may } from '../src/words/roles';
import { caseView, choices, decision, plan } from './fake/data';

const VIEW = caseView('CW-7K3M-9QXD');
const actions = (roles: Parameters<typeof may>[0], open = true) => presentItems(VIEW.reference, VIEW.items, may(roles), open)
  .flatMap(({ items }) => items.map((item) => `${item.title}: ${item.actions.map(({ text }) => text).join(', ')}`));

test('what may be done with an item follows from its latest version', () => {
  assert.deepEqual(actions(['practitioner']), ['Assessment: Send for sign-off, Change', 'Plan: Change', 'Review arrangement: Take back']);
  assert.deepEqual(actions(['manager']), ['Assessment: Send for sign-off, Change', 'Plan: Change', 'Review arrangement: Read and decide, Take back']);
  assert.deepEqual(actions(['practitioner'], false), ['Assessment: ', 'Plan: ', 'Review arrangement: ']);
});

test('only whoever may take work back is offered it', () => {
  const sent = VIEW.items.map((item) => ({ ...item, may_take_back: false }));
  const texts = presentItems(VIEW.reference, sent, may(['manager']), true).flatMap(({ items }) => items.flatMap((item) => item.actions.map(({ text }) => text)));
  assert.ok(texts.includes('Read and decide') && !texts.includes('Take back'));
});

test('an interview is judged by what the register says of its hours, and a missing time is said', () => {
  const [episode] = VIEW.episodes;
  assert.ok(episode);
  const tag = (part: Partial<typeof episode>) => presentEpisodes(VIEW.reference, [{ ...episode, ...part }])[0]?.inTime.text;
  assert.equal(tag({ in_time: true }), 'Held in time');
  assert.equal(tag({ in_time: false }), 'Not held in time');
  assert.equal(tag({ in_time: null }), 'Cannot tell whether in time');
  assert.equal(tag({ in_time: null, interview_held: null }), 'Not overdue yet');
  assert.equal(tag({ in_time: null, interview_held: null, returned: null }), 'Return not recorded');
  assert.equal(tag({ in_time: false, interview_held: null, interview_declined: '2026-08-16' }), 'Declined');
});

test('an item that was changed after it was signed says when and by whom', () => {
  const [assessments] = presentItems(VIEW.reference, VIEW.items, may(['manager']), true);
  assert.equal(assessments?.items[0]?.changed, 'Signed, then changed on 20 September 2026 by Tom Ellery');
  assert.equal(assessments?.items[0]?.earlier.length, 1);
  assert.deepEqual(assessments?.items[0]?.earlier[0]?.says.slice(1), [
    'Signed off at High by Lena Marsh, 5 June 2026, 16:02; level changed from medium; plan progressing: partly', 'Reason: Two further missing episodes since the assessment.',
  ]);
  assert.deepEqual(presentItems(VIEW.reference, VIEW.items, may(['manager']), true).flatMap(({ items }) => items.map(({ about }) => about)), [
    'Completed 22 June 2026', '2 goals, 2 actions', 'Next review 20 October 2026',
  ]);
});

test('a flag leads to the form that would settle it, on an open case only', () => {
  const next = (view: typeof VIEW) => presentFlags(view, view.flags, may(['practitioner'])).map((flag) => flag.next?.to ?? null);
  assert.deepEqual(next(VIEW), ['#/cases/CW-7K3M-9QXD/write/review', '#/cases/CW-7K3M-9QXD/write/review_arrangement', null]);
  assert.deepEqual(next({ ...VIEW, closed_on: '2026-09-01' }), [null, null, null]);
});

test('only a manager may let a late flag of an open case rest, and one that rests is not asked again', () => {
  const rest = (view: typeof VIEW, allowed = { work: true, decide: true }) => presentFlags(view, view.flags, allowed).map((flag) => flag.toRest !== null);
  assert.deepEqual(rest(VIEW), [true, true, true]);
  assert.deepEqual(rest(VIEW, { work: true, decide: false }), [false, false, false]);
  assert.deepEqual(rest({ ...VIEW, closed_on: '2026-09-01' }), [false, false, false]);
  const snooze = { id: 'rest-1', until: '2026-10-14', by: 'Lena Marsh', cause: '', reason: '' };
  assert.deepEqual(rest({ ...VIEW, flags: VIEW.flags.map((flag, place) => (place === 0 ? { ...flag, snooze } : flag)) }), [false, true, true]);
  assert.deepEqual(presentFlags(VIEW, VIEW.ahead, { work: true, decide: true }).map((flag) => flag.toRest), [null, null]);
});

test('a level is unconfirmed until a manager has stated one', () => {
  assert.deepEqual(sayLevelInForce(VIEW.level), { level: 'High', since: 'since 5 June 2026', confirmed: false });
  assert.equal(sayLevelInForce(null).level, 'No level recorded');
});

test('facts that are not recorded have no value, and a case entered here reports nothing', () => {
  const lines = factLines(VIEW.facts, choices);
  assert.deepEqual(lines.find(({ label }) => label === 'School absence checked')?.value, []);
  assert.deepEqual(lines.find(({ label }) => label === 'Placed out of the area')?.value, ['No']);
  const nothing = { assessment_signed_off: false, plan_signed_off: false, last_review_on: null, participation: null, missing_episodes: null, return_interview_done: null, comment: '', comment_withheld: false };
  assert.equal(reportedLines(nothing, choices), null);
  assert.equal(reportedLines(VIEW.reported, choices)?.at(-1)?.value[0], 'Left out, because it seemed to hold personal data');
});

test('the progress of a plan counts what is done and late', () => {
  assert.ok(VIEW.plan);
  assert.equal(presentPlan(VIEW.reference, VIEW.plan).says, '0 of 2 actions done, 1 late, last updated 1 September 2026.');
});

test('a decision is read beside what was signed last', () => {
  const shown = presentDecision(decision, choices);
  assert.equal(shown.differs, '2 of 9 parts differ from version 1, which was signed last.');
  assert.deepEqual(shown.rows.filter(({ mark }) => mark !== 'same').map(({ label, mark }) => `${label} ${mark}`), ['Practitioner’s level changed', 'Summary changed']);
  assert.equal(presentDecision({ ...decision, last_signed: null }, choices).differs, 'This assessment has not been signed before, so all of it is new.');
});

test('an item changed in its form and left as it was is the same item', () => {
  const form = fromContent(plan);
  assert.deepEqual(tidy(form), form);
  assert.equal(form.kind === 'plan' && form.actions[0]?.due_on, '18 9 2026');
  assert.equal(form.kind === 'plan' && form.actions[0]?.id, 'plan-action-1');
});

test('rows in which nothing was typed are not sent', () => {
  const form = blank('plan');
  assert.ok(form.kind === 'plan');
  const typed = { ...form, goals: ['', 'Safe at night', ' '], actions: [{ id: null, what: '', owner_role: '', agency: ' ', due_on: '' }] };
  assert.deepEqual(tidy(typed), { kind: 'plan', goals: ['Safe at night'], actions: [] });
});

test('an assessment without a tool is a professional judgement', () => {
  const sent = tidy(blank('assessment'));
  assert.equal(sent.kind === 'assessment' && sent.tool, 'Professional judgement');
});

test('a plan reads as goals and numbered actions', () => {
  assert.deepEqual(contentLines(plan, choices).map(({ label }) => label), ['Goals', 'Action 1', 'Action 2']);
});

test('a withdrawn code is offered only where it stands', () => {
  assert.ok(!offered(choices, 'closure_reason').some(({ value }) => value === 'RC1'));
  assert.equal(offered(choices, 'closure_reason', ['RC1'])[0]?.label, 'Adopted (withdrawn)');
  assert.deepEqual(peopleWith(choices, 'analyst').map(({ label }) => label), ['Amira Bashir', 'David Pryce']);
});

test('nobody chosen is sent as nobody, and a case entered without facts sends none', () => {
  const sent = openCase({ ...blankCase(''), facts: { ...blankCase('').facts, statuses: [{ status: '', from: ' ', to: '' }] } });
  assert.equal(sent.practitioner, null);
  assert.deepEqual(sent.facts.statuses, []);
  assert.equal(changeForm(VIEW).practitioner, 'p0');
});
