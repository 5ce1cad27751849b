// The dates of reviews as a calendar file, by reference only, for the calendar that a person looks at anyway.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { call } from '../../api/call';
import { chooseFile } from '../../api/desk';
import type { CalendarExported, CalendarOf, ExportCalendar } from '../../api/types';
import { Button } from '../../components/button';
import { Radios } from '../../components/form/choice';
import { useForm } from '../../components/form/form';
import { FormBody } from '../../components/form/form_page';
import { PathField } from '../../components/form/path';
import { Done } from '../../components/notice';
import { useDesk } from '../../session';
import { count } from '../../words/dates';

const WHOSE: Record<CalendarOf, string> = { mine: 'My cases', my_team: 'My team’s cases', all: 'All cases' };

export function CalendarForm(): JSX.Element {
  const { session } = useDesk();
  const [saved, setSaved] = useState<CalendarExported | null>(null);
  const form = useForm<ExportCalendar>({ whose: 'mine', path: '' });
  const team = session.person.team;
  const choices = Object.entries(WHOSE).map(([value, label]) => ({ value, label })).filter(({ value }) => value !== 'my_team' || team !== null);
  const send = async (values: ExportCalendar) => {
    setSaved(null);
    const exported = await call('export_calendar', values);
    return () => setSaved(exported);
  };
  return (
    <section class="cw-section cw-page--text cw-no-print" aria-labelledby="calendar">
      <h2 class="govuk-heading-m" id="calendar">Review dates for your calendar</h2>
      <p class="govuk-body">A file that a calendar program opens, with the next review of each open case. It holds references and dates only, and nothing about a child. It does not change when a date does: save it again then.</p>
      {saved && (
        <Done>
          <p class="govuk-notification-banner__heading">The review dates of {count(saved.reviews, 'case')} were saved, by reference only</p>
          <p class="govuk-body cw-path">{saved.file}</p>
        </Done>
      )}
      <FormBody form={form} onSubmit={send} working="Saving the dates…" buttons={<Button type="submit" kind="secondary" busy={form.busy}>Save the review dates</Button>}>
        <Radios name="whose" label="Whose cases?" choices={choices} inline />
        <PathField name="path" label="File to save" hint="Its name ends in .ics" choose={{ by: () => chooseFile('calendar'), text: 'Choose where' }} />
      </FormBody>
    </section>
  );
}
