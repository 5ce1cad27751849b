import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refused } from '../src/api/call';
import { holidayForm, holidayRequest, nameLines, presentHolidays } from '../src/pages/settings/holidays';
import { draft, routeOfDraft } from '../src/pages/start/draft_route';
import { TODAY, policy } from './fake/data';

test('the list says to which day it is whole, this year and what comes first, and warns when it ends soon', () => {
  const shown = presentHolidays(policy, TODAY);
  assert.deepEqual([shown.knownTo, shown.warning], ['31 December 2028', '']);
  assert.deepEqual(shown.years.map(({ year }) => year), ['2026', '2028']);
  assert.deepEqual(shown.past, [{ year: '2025', lines: [{ key: '2025-12-25', day: '25 December 2025', title: 'Christmas Day' }] }]);
  assert.match(presentHolidays({ ...policy, bank_holidays_end_soon: true }, TODAY).warning, /^The list ends on 31 December 2028\./);
});

test('a line is a day and a name, and what is empty is not sent', () => {
  assert.deepEqual(holidayForm(policy), { known_to: '31 12 2028', holidays: [] });
  const typed = ['1 1 2029, New Year’s Day', '', ' 30 March 2029\tGood Friday ', '25 12 2029', '26 12 2029, Boxing Day, in lieu'];
  assert.deepEqual(holidayRequest({ known_to: '31 12 2029', holidays: typed }), {
    known_to: '31 12 2029',
    holidays: [
      { day: '1 1 2029', title: 'New Year’s Day' }, { day: '30 March 2029', title: 'Good Friday' }, { day: '25 12 2029', title: '' },
      { day: '26 12 2029', title: 'Boxing Day, in lieu' },
    ],
  });
});

test('a wrong line is named by its number and by what stands on it', () => {
  const fields = [{ field: 'holidays.1.title', message: 'Enter the name.' }, { field: 'holidays', message: 'Too few.' }, { field: 'known_to', message: 'Enter a date.' }];
  const named = nameLines(new Refused({ code: 'invalid', message: '', fields }), { known_to: '', holidays: ['1 1 2029, New Year’s Day', '', '25 12 2029'] });
  assert.deepEqual(named.fields, [
    { field: 'holidays.2', message: 'Line 3, 25 12 2029: Enter the name.' }, { field: 'holidays', message: 'Too few.' }, { field: 'known_to', message: 'Enter a date.' },
  ]);
});

test('a half-written list has a way back to its form', () => {
  assert.equal(routeOfDraft(draft.bankHolidays().key), '#/settings/bank-holidays');
});
