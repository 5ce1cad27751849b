// A meeting as a whole: every case with what was decided on it, on the screen and on paper.
import type { JSX } from 'preact';
import { Button, Link, LinkButton } from '../../components/button';
import { Loading, useLoad } from '../../components/load';
import { Page } from '../../components/page';
import { printOpened } from '../../components/print';
import { Table, type Column } from '../../components/table';
import { SeverityTag } from '../../components/tag';
import type { PageProps } from '..';
import { presentMeeting, type MeetingCaseLine, type MeetingShown } from './presenter';

const BACK = { to: '#/meetings', text: 'the meetings' };

export function MeetingPage({ at }: PageProps): JSX.Element {
  const load = useLoad('view_meeting', { id: at.meeting ?? '' });
  if (load.view) return <Overview shown={presentMeeting(load.view)} />;
  return <Page title="Meeting" back={BACK} error={load.refused !== null}><Loading of={load} what="the meeting">{() => null}</Loading></Page>;
}

function Overview({ shown }: { shown: MeetingShown }): JSX.Element {
  return (
    <Page title={shown.title} caption={shown.held} wide back={BACK}>
      <p class="govuk-body">{shown.says}</p>
      <div class="cw-add">
        <LinkButton to={shown.toCases}>Go through the cases</LinkButton>
        <LinkButton to={shown.toChange} kind="secondary">Change the meeting</LinkButton>
        <Button kind="secondary" onClick={() => void printOpened()} about="the meeting with its decisions">Print</Button>
      </div>
      <Table<MeetingCaseLine> caption="Cases of the meeting, in order" hideCaption rows={shown.rows} rowKey={(row) => row.key} columns={COLUMNS} />
    </Page>
  );
}

const COLUMNS: Column<MeetingCaseLine>[] = [
  { heading: 'No.', numeric: true, cell: (row) => row.position },
  { heading: 'Case', names: true, tight: true, cell: (row) => <Link to={row.to} quiet about="in the meeting">{row.reference}</Link> },
  { heading: 'Level', cell: (row) => row.level },
  { heading: 'Flags', cell: (row) => <>{row.worst && <SeverityTag severity={row.worst} />}<span class="cw-late">{row.flags}</span></> },
  { heading: 'Last review', tight: true, cell: (row) => row.lastReview },
  { heading: 'Decision', wide: true, cell: (row) => (row.decision ? <><span class="cw-lines">{row.decision}</span><span class="cw-why">Recorded by {row.by}</span></> : <span class="cw-quiet">None yet</span>) },
];
