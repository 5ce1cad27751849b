// The bank holidays that working days leave out: the list as it is known, and adding the years to come or one special day.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { call, refusal } from '../../api/call';
import type { PolicyView } from '../../api/types';
import { Button } from '../../components/button';
import { Details } from '../../components/details';
import { useForm } from '../../components/form/form';
import { FormBody } from '../../components/form/form_page';
import { DateField, LinesField } from '../../components/form/text';
import { Loading, useLoad } from '../../components/load';
import { Done, Warning } from '../../components/notice';
import { Page } from '../../components/page';
import { Table } from '../../components/table';
import { useDesk } from '../../session';
import { count } from '../../words/dates';
import { draft } from '../start/draft_route';
import { holidayForm, holidayRequest, nameLines, presentHolidays, type HolidayValues, type HolidayYear } from './holidays';
import { Settings } from './settings_page';

export function BankHolidaysPage(): JSX.Element {
  const { may, session } = useDesk();
  const load = useLoad('view_policy', {});
  const [done, setDone] = useState({ says: '', turn: 0 });
  const saved = (says: string) => {
    setDone({ says, turn: done.turn + 1 });
    load.reload();
  };
  return (
    <Settings>
      <Page title="Bank holidays">
        {done.says && <Done key={done.turn}><p class="govuk-notification-banner__heading">{done.says}</p></Done>}
        <Loading of={load} what="the bank holidays">
          {(view) => {
            const shown = presentHolidays(view, session.today);
            return (
              <>
                {shown.warning && <Warning>{shown.warning}</Warning>}
                <p class="govuk-body">Working days leave out weekends and the bank holidays of England and Wales. The list is whole up to {shown.knownTo}. Its source is gov.uk/bank-holidays, under the Open Government Licence v3.0.</p>
                {may.administer ? <HolidayForm key={`${view.bank_holidays_known_to} ${view.bank_holidays.length}`} view={view} saved={saved} /> : <p class="govuk-body">An administrator adds the years to come.</p>}
                <h2 class="govuk-heading-m">The list</h2>
                {shown.years.map((year) => <Year key={year.year} of={year} />)}
                {shown.past.length > 0 && <Details summary={`Earlier: ${count(shown.past.length, 'year')}`}>{shown.past.map((year) => <Year key={year.year} of={year} />)}</Details>}
              </>
            );
          }}
        </Loading>
      </Page>
    </Settings>
  );
}

function HolidayForm({ view, saved }: { view: PolicyView; saved: (says: string) => void }): JSX.Element {
  const form = useForm<HolidayValues>(holidayForm(view), draft.bankHolidays());
  const send = async (values: HolidayValues) => {
    const request = holidayRequest(values);
    await call('record_bank_holidays', request).catch((thrown: unknown) => { throw nameLines(refusal(thrown), values); });
    return () => {
      void form.startAgain();
      saved(`${count(request.holidays.length, 'bank holiday was', 'bank holidays were')} saved, and every due date was worked out again.`);
    };
  };
  return (
    <>
      <h2 class="govuk-heading-m">Add bank holidays</h2>
      <FormBody form={form} onSubmit={send} working="Saving the bank holidays, and working out what every case owes…" buttons={<Button type="submit" busy={form.busy}>Add them</Button>}>
        <LinesField name="holidays" label="Bank holidays" hint="One a line: the day, a comma, its name. For example: 25 12 2029, Christmas Day. A day that is there already takes the new name." rows={9} />
        <DateField name="known_to" label="The last day of the list" hint="When you add whole years, 31 December of the last one. For one special day, leave it as it is." />
      </FormBody>
    </>
  );
}

function Year({ of: { year, lines } }: { of: HolidayYear }): JSX.Element {
  return (
    <Table
      caption={year} rows={lines} rowKey={({ key }) => key}
      columns={[
        { heading: 'Day', names: true, tight: true, cell: ({ day }) => day },
        { heading: 'Name', cell: ({ title }) => title },
      ]}
    />
  );
}
