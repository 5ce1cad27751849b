// The meetings, newest first, and the review dates for a person's own calendar.
import type { JSX } from 'preact';
import { Link, LinkButton } from '../../components/button';
import { Loading, useLoad } from '../../components/load';
import { Empty } from '../../components/notice';
import { Page } from '../../components/page';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import { CalendarForm } from './calendar_form';
import { presentMeetings } from './presenter';

export function MeetingsPage(): JSX.Element {
  const load = useLoad('list_meetings', {});
  return (
    <Page title="Meetings" wide>
      <p class="govuk-body cw-page--text">A meeting is a list of cases that a panel takes in order. Each is shown with its level, its flags and its last review, and with a box for what the meeting decides.</p>
      <LinkButton to="#/meetings/new">Make a meeting</LinkButton>
      <Loading of={load} what="the meetings">
        {(view) => (view.meetings.length === 0 ? <Empty>No meeting has been made yet.</Empty> : (
          <Table
            caption="Meetings, newest first" hideCaption rows={presentMeetings(view)} rowKey={(line) => line.id}
            columns={[
              { heading: 'Meeting', names: true, cell: (line) => <Link to={line.to} quiet about={`on ${line.held}`}>{line.name}</Link> },
              { heading: 'Day', tight: true, cell: (line) => line.held },
              { heading: 'Cases', numeric: true, cell: (line) => line.cases },
              { heading: 'Decisions', cell: (line) => <Tag {...line.decided} /> },
              { heading: 'Next', forHand: true, cell: (line) => <Link to={line.toCases} quiet about={`of ${line.name}, ${line.held}`}>Go through the cases</Link> },
            ]}
          />
        ))}
      </Loading>
      <CalendarForm />
    </Page>
  );
}
