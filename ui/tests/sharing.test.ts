import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refused } from '../src/api/call';
import { navigation } from '../src/components/navigation';
import { pageAt } from '../src/pages';
import { askSharing, needsReason, packChoices, presentSharing, recipientChoices, recipientForm, recipientRequest, sharingRequest } from '../src/pages/sharing/presenter';
import { findingForm, isOnADay, presentSample, presentSamples, sampleForm } from '../src/pages/samples/presenter';
import { presentThresholds, thresholdForm, thresholdRequest } from '../src/pages/settings/thresholds';
import { presentStart } from '../src/pages/start/presenter';
import { askedAfter, chosenIn, mayPrint, presentPacks, profileIn, tableToLeaveOut } from '../src/pages/summary/presenter';
import { summaryRooms } from '../src/pages/summary/rooms';
import { readRoute } from '../src/router';
import { showsMore } from '../src/words/profiles';
import { may } from '../src/words/roles';
import { TODAY, startPage } from './fake/data';
import { packs, sample, samples, sharing } from './fake/sharing';

test('the overdue number of the start page leads to the list of the same', () => {
  const line = presentStart(startPage, may(['manager'])).sharing;
  assert.deepEqual([line.text, line.to, line.none], ['Overdue with 1 of 4 recipients', '#/sharing?overdue=1', false]);
  assert.deepEqual(askSharing(readRoute(line.to).query), { overdue: true, recipient: '' });
  assert.equal(presentStart({ ...startPage, sharing_overdue: 0 }, may(['manager'])).sharing.none, true);
});

test('how it stands with each recipient is said in words', () => {
  const shown = presentSharing(sharing);
  assert.equal(shown.says, 'Sharing is overdue with 1 recipient: Community Safety Partnership.');
  assert.deepEqual(shown.standings.map(({ state, often }) => [state.text, often]), [
    ['In time', 'Every 3 months'],
    ['Overdue by 51 days', 'Every month'],
    ['In time', 'Every 3 months'],
    ['Ended 1 September 2026', 'Every 3 months'],
  ]);
  assert.deepEqual([shown.standings[3]?.last, shown.standings[3]?.due], ['Never, since 5 January 2026', '']);
  assert.equal(shown.shared[0]?.wider, 'Shows more than they are usually shown: Asked for under the joint inspection.');
  assert.deepEqual([shown.shared[1]?.wider, shown.shared[1]?.pack], ['', '1 April 2026 to 30 June 2026, partners']);
  assert.equal(presentSharing({ recipients: [], shared: [] }).says, 'Nothing is overdue.');
});

test('a reason is asked for only where a pack shows more than its recipient is usually shown', () => {
  const values = { pack_id: 'pack-2', recipient: 'lscb', shared_on: '', to_role: '', means: '', reason: '' };
  assert.equal(needsReason(values, packs.packs, sharing.recipients), true);
  assert.equal(needsReason({ ...values, recipient: 'chief_executive' }, packs.packs, sharing.recipients), false);
  assert.equal(needsReason({ ...values, pack_id: 'pack-1' }, packs.packs, sharing.recipients), false);
  assert.equal(needsReason({ ...values, pack_id: '' }, packs.packs, sharing.recipients), false);
  assert.deepEqual([showsMore('public', 'partners'), showsMore('partners', 'public')], [false, true]);
  assert.throws(() => sharingRequest({ ...values, pack_id: '' }), (error: Refused) => error.fields[0]?.field === 'pack_id');
});

test('who is no recipient any more is not offered, and packs are told apart', () => {
  assert.deepEqual(recipientChoices(sharing.recipients).map(({ value }) => value), ['chief_executive', 'csp', 'lscb']);
  assert.equal(packChoices(packs.packs)[0]?.label, '1 April 2026 to 30 June 2026, partners, for Safeguarding Children Partnership, made 6 July 2026');
  assert.equal(presentPacks(packs.packs)[0]?.toRecord, '#/sharing/record?pack=pack-1&recipient=lscb');
  assert.equal(presentPacks(packs.packs)[0]?.toWrite, '#/summary/again/pack-1');
  assert.equal(presentPacks(packs.packs)[0]?.toView, '#/summary/pack/pack-1');
});

test('a recipient typed as it stands is the same recipient', () => {
  const there = sharing.recipients[1]!;
  assert.deepEqual(recipientRequest(recipientForm(there)), { code: 'csp', name: there.name, organisation: 'Partnership', interval_months: 1, profile: 'partners', ended: false });
  assert.equal(recipientRequest({ ...recipientForm(null), interval_months: 'often' }).interval_months, 0);
  assert.equal(recipientForm(sharing.recipients[3]!).ended, true);
});

test('the summary begins with the last full quarter, as its recipient is usually shown it', () => {
  const chosen = chosenIn({ recipient: 'lscb' }, sharing.recipients, TODAY);
  assert.deepEqual(chosen, { from: '1 4 2026', to: '30 6 2026', profile: 'partners', recipient: 'lscb', leave_out: [] });
  assert.equal(chosenIn({ recipient: 'lscb', profile: 'public' }, sharing.recipients, TODAY).profile, 'public');
  assert.equal(chosenIn({ recipient: 'nobody', profile: 'everything' }, sharing.recipients, TODAY).profile, 'internal');
  assert.deepEqual(chosenIn({ leave_out: 'a,b' }, sharing.recipients, TODAY).leave_out, ['a', 'b']);
  const refused = new Refused({ code: 'refused', message: 'Too fine.', fields: [{ field: 'leave_out', message: 'cases-by-age' }] });
  assert.equal(tableToLeaveOut(refused), 'cases-by-age');
});

test('what is for others is printed only once it was made into a pack', () => {
  assert.deepEqual((['internal', 'partners', 'public'] as const).map(mayPrint), [true, false, false]);
  assert.notEqual(pageAt('/summary/pack/pack-1').Show, pageAt('/nowhere').Show);
});

test('another recipient is shown what is usual for them, unless a profile was chosen with them', () => {
  const shown = (before: Record<string, string>, chosen: Record<string, string>) => chosenIn(askedAfter({ recipient: before.recipient ?? '', profile: profileIn(before) }, chosen), sharing.recipients, TODAY).profile;
  assert.equal(shown({}, { recipient: 'lscb', profile: '' }), 'partners');
  assert.equal(shown({ recipient: 'chief_executive', profile: 'internal' }, { recipient: 'lscb', profile: 'internal' }), 'partners');
  assert.equal(shown({ profile: 'partners' }, { recipient: 'lscb', profile: 'public' }), 'public');
  assert.equal(shown({ recipient: 'lscb' }, { recipient: 'lscb', profile: 'internal' }), 'internal');
  assert.equal(shown({ recipient: 'lscb', profile: 'public' }, { recipient: '', profile: 'public' }), 'internal');
  assert.equal(profileIn({ profile: 'everything' }), '');
});

test('what is hidden from whom is said by its numbers', () => {
  assert.deepEqual(presentThresholds(packs.thresholds).map(({ who, hidden, rounded, toChange }) => [who, hidden, rounded, toChange]), [
    ['Partners', '1 to 5 is shown as [c]', 'The rest is shown exactly', '#/settings/small-numbers/partners'],
    ['Public', '1 to 7 is shown as [c]', 'The rest is rounded to the nearest 5: 8 is shown as 10', '#/settings/small-numbers/public'],
  ]);
});

test('thresholds typed as they stand are the same thresholds, and what is no whole number is named', () => {
  const typed = { ...thresholdForm(packs.thresholds[1]!), reason: 'The board agreed it.' };
  assert.deepEqual(thresholdRequest('public', typed), { profile: 'public', hidden_to: 7, rounded_to: 5, reason: 'The board agreed it.' });
  assert.throws(() => thresholdRequest('public', { ...typed, hidden_to: 'five', rounded_to: '' }), (refused: Refused) => {
    assert.deepEqual(refused.fields.map(({ field }) => field), ['hidden_to', 'rounded_to']);
    return true;
  });
});

test('the rooms of what goes out are one entry of the menu', () => {
  for (const page of ['/summary', '/sharing/record', '/samples/x', '/questions', '/inspection']) {
    assert.deepEqual(navigation(['manager'], page).filter(({ here }) => here).map(({ text }) => text), ['Summary'], page);
  }
  assert.deepEqual(summaryRooms(may(['analyst']), '/samples').map(({ text }) => text), ['Summary and packs', 'Sharing log', 'Questions from the public', 'Samples for audit']);
  assert.deepEqual(summaryRooms(may(['manager']), '/samples/new').filter(({ here }) => here).map(({ text }) => text), ['Samples for audit']);
});

test('a sample says what was looked at, who was not heard, and what nobody could draw', () => {
  assert.deepEqual(presentSamples(samples.samples)[0], {
    id: 'sample-1', reference: 'S-2026-09-30-1a2b3c', title: 'Quality of plans, autumn 2026', to: '#/samples/sample-1', population: 'Cases open on 30 September 2026', drawn: '30 September 2026 by David Pryce', looked: '2 of 3',
  });
  const shown = presentSample(sample);
  assert.equal(shown.says, '3 cases of 301 that could be drawn; 2 looked at.');
  assert.equal(shown.notHeard, `Looked at without hearing the child: ${sample.not_heard[0]}.`);
  assert.equal(shown.unreached, '1 stratum had no case to draw.');
  assert.deepEqual(shown.strata.at(-1), { name: 'Level: Severe', eligible: 0, drawn: 0 });
  assert.deepEqual(shown.cases.map(({ finding, heard, action }) => [finding.text, heard, action]), [
    ['Good', 'Yes', 'Look again'],
    ['Serious gaps', 'Not reachable', 'Look again'],
    ['Not looked at yet', '', 'Record what was found'],
  ]);
  assert.equal(shown.cases[1]?.by, 'Lena Marsh, the case’s own manager, 30 September 2026');
});

test('a form of a sample begins with today and one of a finding with what was found', () => {
  assert.deepEqual([sampleForm('30 9 2026').on, isOnADay('open_on'), isOnADay('closed_in')], ['30 9 2026', true, false]);
  assert.deepEqual(findingForm('sample-1', sample.cases[2]!.reference, sample.cases[2]).finding, '');
  assert.equal(findingForm('sample-1', sample.cases[1]!.reference, sample.cases[1]).note, 'No plan since June.');
});
