import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Refused } from '../src/api/call';
import { presentFlags } from '../src/pages/case/presenter';
import { decisionLines } from '../src/pages/case/items';
import { presentEarlier, presentFloors, presentReviewDates } from '../src/pages/case/oversight';
import { askReason, presentDecision, presentMeanwhile, warnOf } from '../src/pages/decision/presenter';
import { askDecisions, presentDecisions } from '../src/pages/decisions/presenter';
import { managersOf, nameDeputy, presentDeputies } from '../src/pages/deputies/presenter';
import { askWaiting, presentWaiting, queueOf } from '../src/pages/queue/presenter';
import { presentPreview } from '../src/pages/settings/policy_preview';
import { policyForm, policyRequest } from '../src/pages/settings/policy_values';
import { presentPolicies } from '../src/pages/settings/presenter';
import { draft, routeOfDraft } from '../src/pages/start/draft_route';
import { caseView, choices, decision, decisions, deputies, flag, policy, preview, waiting } from './fake/data';

const VIEW = caseView('CW-7K3M-9QXD');
const MANAGER = { work: true, decide: true };
const VERSION = VIEW.items[2]!.versions[0]!;

test('the queue is asked for in the order and for the person that its address says', () => {
  assert.deepEqual(askWaiting({ order: 'severity', whose: 'mine', kind: 'plan', offset: '50' }), { order: 'severity', mine: true, may_decide: false, kind: 'plan', offset: 50, limit: 50 });
  assert.deepEqual(askWaiting({ order: 'toString', kind: 'letter', whose: 'yours' }), { order: 'age', mine: false, may_decide: false, kind: null, offset: 0, limit: 50 });
});

test('a row of the queue says for whom a deputy decides, and its decision leads back to the same queue', () => {
  const query = { order: 'severity', whose: 'mine', offset: '50' };
  const { rows, what } = presentWaiting({ total: 1, offset: 0, rows: [{ ...waiting(0), manager: 'Maria Osei', deputy_for: 'Maria Osei' }] }, query);
  assert.equal(rows[0]?.asDeputy, 'as deputy for Maria Osei');
  assert.equal(rows[0]?.toDecision, `#/sign-off/v2?order=severity&whose=mine&case=${waiting(0).reference}`);
  assert.equal(what, 'items waiting, most urgent first');
  assert.deepEqual(queueOf(query), { order: 'severity', whose: 'mine' });
});

test('a level below a floor is warned of at the moment it is chosen, and no other level', () => {
  const view = { floors: [{ at_least: 'medium', says: 'Aged 12 at referral: under 13 is at least medium under the policy of 1 January 2026.', broken: false }] };
  assert.deepEqual(warnOf('low', view, choices), ['Low is below a floor. Aged 12 at referral: under 13 is at least medium under the policy of 1 January 2026.']);
  for (const level of ['', 'medium', 'high', 'extreme']) assert.deepEqual(warnOf(level, view, choices), []);
});

test('a reason is asked for where the manager’s level differs from the author’s', () => {
  assert.deepEqual(askReason('high', 'medium', 'low'), { label: 'Why high, where the author says medium?', needed: true });
  assert.deepEqual(askReason('low', null, 'high'), { label: 'Why low, where the level has been high?', needed: true });
  for (const [level, author, inForce] of [['medium', 'medium', 'high'], ['', 'medium', 'medium'], ['high', null, null], ['high', null, 'high']] as const) assert.equal(askReason(level, author, inForce).needed, false);
});

test('what is new since the last signed version is read first', () => {
  const shown = presentDecision(decision, choices);
  assert.deepEqual(shown.rows.map(({ mark }) => mark), ['changed', 'changed', ...Array.from({ length: 7 }, () => 'same')]);
  assert.equal(presentDecision({ ...decision, last_signed: null }, choices).rows[0]?.key, 'level');
});

test('a deputy is told for whom they decide, and a closure what it leaves behind', () => {
  const shown = presentDecision({ ...decision, waiting: { ...waiting(0), deputy_for: 'Maria Osei' }, concerns: ['3 flags stand on the case.'] }, choices);
  assert.equal(shown.asDeputy, 'You decide as deputy for Maria Osei.');
  assert.deepEqual(shown.concerns, ['3 flags stand on the case.']);
  const low = presentDecision({ ...decision, floors: [{ ...decision.floors[0]!, broken: true }] }, choices);
  assert.match(low.floors[0] ?? '', /The author’s level is below that\.$/);
});

test('whoever was overtaken is told what happened and led on', () => {
  const after = (version: Partial<typeof VERSION>, newer: boolean) => {
    const changed = { ...VERSION, ...version };
    const versions = newer ? [{ ...VERSION, version_id: 'v9', number: 2 }, changed] : [changed];
    return presentMeanwhile({ ...VIEW, items: [{ ...VIEW.items[2]!, versions }] }, VERSION.version_id, { order: 'severity' });
  };
  const signed = VIEW.items[1]!.versions[0]!.decision;
  const told = after({ decision: signed }, false);
  assert.equal(told.says[0], 'Signed off at High by Lena Marsh, 5 June 2026, 16:02; level changed from medium; plan progressing: partly.');
  assert.deepEqual([told.decided, told.next], [true, null]);
  assert.equal(after({ submitted_at: null }, false).says[0], 'Its author took it back. When it is sent again, it waits here again.');
  assert.deepEqual(after({}, true).next, { text: 'Read version 2 of the review arrangement and decide', to: '#/sign-off/v9?order=severity&case=CW-7K3M-9QXD' });
  assert.equal(presentMeanwhile(VIEW, 'no such', {}).next, null);
});

test('a decision says for whom it was taken and which level it changed', () => {
  const taken = { ...VIEW.items[1]!.versions[0]!.decision!, deputy_for: 'Maria Osei' };
  assert.equal(decisionLines(taken)[0], 'Signed off at High by Lena Marsh for Maria Osei, 5 June 2026, 16:02; level changed from medium; plan progressing: partly');
  assert.equal(decisionLines({ ...taken, level_before: 'high', deputy_for: null })[0], 'Signed off at High by Lena Marsh, 5 June 2026, 16:02; plan progressing: partly');
});

test('each number of a manager leads to its decisions, in the same period', () => {
  const shown = presentDecisions(decisions, { from: '1 9 2026', to: '30 9 2026', offset: '50' });
  const [first, second] = shown.managers;
  assert.equal(second?.levelChanged.to, `#/decisions?from=1+9+2026&to=30+9+2026&manager=${second?.id}&outcome=level_changed`);
  assert.deepEqual(first?.levelChanged, { number: '0', to: null });
  assert.equal(second?.median, '6.5 days');
  assert.equal(shown.rows[1]?.level, 'at high, changed from medium');
  assert.equal(shown.rows[2]?.whose, 'for Lena Marsh');
  assert.deepEqual([askDecisions({ outcome: 'level_changed' }).level_changed, askDecisions({ outcome: 'level_changed' }).outcome], [true, null]);
  assert.equal(askDecisions({ outcome: 'forged' }).outcome, null);
});

test('a deputy is in force, to come or over, and only what is not over can be ended', () => {
  const lines = presentDeputies(deputies.map((view) => ({ ...view, may_end: true })));
  assert.deepEqual(lines.map(({ state, mayEnd, endText }) => `${state.text} ${mayEnd ? endText : ''}`), ['Decides now End it today', 'To come Call it off', 'Over ']);
});

test('a deputy is a manager who can sign in, and never the one who is away', () => {
  const [first, ...others] = choices.people;
  const people = [first!, ...others.map((person) => (person.id === others[1]!.id ? { ...person, roles: ['manager' as const], can_sign_in: false } : person))];
  const { away, deputies: offered } = managersOf({ ...choices, people }, first!.id);
  assert.deepEqual(away.map(({ label }) => label), ['Amira Bashir', 'Grace Okafor', 'Lena Marsh']);
  assert.deepEqual(offered.map(({ label }) => label), ['Lena Marsh']);
});

test('nobody chosen as a deputy is told at the field, before Rust is asked', () => {
  const blank = { manager: '', deputy: '', from: '1 12 2026', to: '9 12 2026' };
  const fields = (forOther: boolean) => {
    try { nameDeputy(blank, forOther); } catch (refused) { return (refused as Refused).fields.map(({ field }) => field); }
    return [];
  };
  assert.deepEqual(fields(false), ['deputy']);
  assert.deepEqual(fields(true), ['manager', 'deputy']);
  assert.equal(nameDeputy({ ...blank, deputy: 'p3' }, false).manager, null);
});

test('a policy with floors comes back as it went in, and a floor that is not whole is named', () => {
  const floors = [
    { when: { fact: 'age_under' as const, years: 13 }, at_least: 'medium' }, { when: { fact: 'evidence_of_harm' as const, code: 'confirmed' }, at_least: 'high' },
    { when: { fact: 'missing_within' as const, days: 28 }, at_least: 'medium' }, { when: { fact: 'out_of_area' as const }, at_least: 'medium' },
  ];
  const whole = { ...policy.policies[0]!, floors };
  assert.deepEqual(policyRequest({ ...policyForm(whole), effective_from: whole.effective_from }), { ...whole, replaces: '' });
  const typed = policyForm(whole, true);
  assert.deepEqual([typed.effective_from, typed.replaces], ['1 1 2026', '2026-01-01']);
  const wrong = { ...typed, floors: [{ fact: 'age_under' as const, number: 'ten', code: '', at_least: '' }, { fact: '' as const, number: '', code: '', at_least: 'low' }, { fact: 'evidence_of_harm' as const, number: '', code: '', at_least: 'low' }] };
  assert.throws(() => policyRequest(wrong), (refused: Refused) => {
    assert.deepEqual(refused.fields.map(({ field }) => field), ['floors.0.at_least', 'floors.0.number', 'floors.1.fact', 'floors.2.code']);
    return true;
  });
});

test('a level of two words is kept as a code and shown with its space', () => {
  const typed = policyForm(policy.policies[0]!);
  const named = { ...typed, levels: [{ ...typed.levels[0]!, level: ' Very  high ' }, ...typed.levels.slice(1)] };
  const sent = policyRequest(named);
  assert.equal(sent.levels[0]?.level, 'very_high');
  assert.equal(policyForm({ ...sent, effective_from: '2027-01-01' }).levels[0]?.level, 'very high');
  assert.throws(() => policyRequest({ ...named, levels: [{ ...typed.levels[0]!, level: 'high!' }] }), (refused: Refused) => refused.fields[0]?.field === 'levels.0.level');
});

test('a policy says its floors in words, and only one that is to come can be changed', () => {
  const later = { ...policy.policies[0]!, effective_from: '2027-01-01' };
  const [inForce, toCome] = presentPolicies({ ...policy, policies: [later, ...policy.policies] }, choices, '2026-09-30');
  assert.deepEqual(inForce?.floors, ['Under 13 at referral: at least medium', 'Evidence of harm recorded as “Confirmed”: at least high']);
  assert.deepEqual([inForce?.toChange, toCome?.toChange], [null, '#/settings/policy/new?from=2027-01-01']);
});

test('a preview says the finding first, then how many, then which', () => {
  const shown = presentPreview(preview);
  assert.equal(shown.finding, '17 cases become overdue on 1 January 2027.');
  assert.equal(shown.says[0], 'Of 302 open cases, 21 would become overdue sooner and 2 later, if nothing else is done from now to 1 April 2027.');
  assert.equal(shown.says[1], 'On the day after 1 January 2027, 31 flags would be critically overdue, where the present policy has 12.');
  assert.match(presentPreview({ ...preview, critical_then: 12 }).says[1] ?? '', /12 flags would be critically overdue, as many as under the present policy\.$/);
  assert.equal(shown.says[2], '5 children are at a level below a floor of this policy. Floors warn; they change no level.');
  assert.deepEqual([...shown.rules, ...shown.sameRules].map(({ change }) => change), ['15 more', '2 more', 'Same']);
  assert.deepEqual([shown.first.length, shown.rest.length, shown.first[4]?.dueNow], [10, 11, 'Not owed']);
  assert.equal(presentPreview({ ...preview, sooner: 123 }).casesTitle, 'The first 21 of 123 cases that become overdue sooner');
});

test('a floor that the level in force breaks says so', () => {
  assert.match(presentFloors(VIEW)[0]?.says ?? '', /High, the level in force, keeps to that\.$/);
  const broken = presentFloors({ floors: [{ ...VIEW.floors[0]!, broken: true }], level: { level: 'low', since: '2026-06-05', confirmed: true } });
  assert.match(broken[0]?.says ?? '', /Low, the level in force, is below that\.$/);
});

test('a date set by hand stands beside the one by interval, with who and why', () => {
  const shown = presentReviewDates(VIEW.review_dates);
  assert.equal(shown.computed?.date, '13 August 2026');
  assert.equal(shown.set?.says, 'Set by hand by Lena Marsh on 12 September 2026. The police interview is on 8 October, and the review needs it.');
  const reported = { next_review_on: '2026-09-01', set_on: '2026-08-01', by: '', source: 'reported', reason: '' };
  assert.deepEqual(presentReviewDates({ ...VIEW.review_dates, by_hand: [...VIEW.review_dates.by_hand, reported] }).earlier, ['1 September 2026: Reported by the tracker on 1 August 2026.']);
});

test('a case that was opened again shows when it was open before', () => {
  assert.deepEqual(presentEarlier(VIEW.earlier)[0], { key: '2026-02-11', label: '4 March 2025 to 20 November 2025', value: ['Opened again on 11 February 2026 by Lena Marsh.', 'Seen again with the same adults.'] });
});

test('a flag about one item, action or episode leads to that one', () => {
  const next = (rule: ReturnType<typeof flag>['rule'], subject: string | null, allowed = MANAGER, view = VIEW) => presentFlags(view, [{ ...flag(0, 'overdue'), reference: VIEW.reference, rule, subject }], allowed)[0]?.next?.to ?? null;
  assert.equal(next('decision_waiting', 'item-arrangement'), '#/sign-off/v4?case=CW-7K3M-9QXD');
  assert.equal(next('decision_waiting', 'item-arrangement', { work: true, decide: false }), null);
  assert.equal(next('decision_waiting', 'item-plan'), null, 'what is decided does not wait');
  assert.equal(next('return_interview', 'episode-2'), '#/cases/CW-7K3M-9QXD/missing/episode-2');
  assert.equal(next('action_overdue', 'plan-action-1'), '#/cases/CW-7K3M-9QXD/plan/plan-action-1');
  assert.equal(next('changed_since_signed', 'item-assessment'), '#/cases/CW-7K3M-9QXD/write/assessment/item-assessment');
  const returned = { ...VIEW, items: VIEW.items.map((item) => ({ ...item, standing: 'returned' as const })) };
  assert.equal(next('changed_since_signed', 'item-plan', MANAGER, returned), '#/cases/CW-7K3M-9QXD/write/plan/item-plan', 'a second one, returned');
});

test('an unfinished form of oversight has its way back', () => {
  const back = (name: { key: string }) => routeOfDraft(name.key);
  assert.equal(back(draft.policy('')), '#/settings/policy/new');
  assert.equal(back(draft.policy('2027-01-01')), '#/settings/policy/new?from=2027-01-01');
  assert.equal(back(draft.reviewDate(VIEW.reference)), '#/cases/CW-7K3M-9QXD/review-date');
  assert.equal(back(draft.reopen(VIEW.reference)), '#/cases/CW-7K3M-9QXD/reopen');
});
