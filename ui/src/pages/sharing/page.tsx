// The sharing log: when progress was last shared with each recipient, when it is due, and every pack that was given to whom.
import type { JSX } from 'preact';
import { Link, LinkButton } from '../../components/button';
import { Loading, useLoad } from '../../components/load';
import { Empty } from '../../components/notice';
import { Page } from '../../components/page';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import { useDesk } from '../../session';
import type { PageProps } from '..';
import { askSharing, presentSharing, type SharedLine, type StandingLine } from './presenter';

export function SharingPage({ query }: PageProps): JSX.Element {
  const { may } = useDesk();
  const asked = askSharing(query);
  const load = useLoad('list_sharing', asked);
  const some = asked.overdue || asked.recipient !== '';
  return (
    <Page title={asked.overdue ? 'Overdue sharing' : 'Sharing log'} wide>
      {some && <p class="govuk-body"><Link to="#/sharing" quiet>Show every recipient</Link></p>}
      <Loading of={load} what="the sharing log">
        {(view) => {
          const shown = presentSharing(view);
          return (
            <>
              <p class="govuk-body-l">{shown.says}</p>
              <div class="govuk-button-group">
                {may.summary && <LinkButton to="#/sharing/record">Record that a pack was shared</LinkButton>}
                {may.plan && <LinkButton to="#/sharing/recipient/new" kind="secondary">Add a recipient</LinkButton>}
              </div>
              {shown.standings.length > 0 && <Standings lines={shown.standings} mayChange={may.plan} />}
              <h2 class="govuk-heading-m">What was shared</h2>
              {shown.shared.length === 0 ? <Empty>Nothing was recorded as shared yet. Make a pack under Summary, give it to a recipient, and record that here.</Empty> : <Shared lines={shown.shared} />}
            </>
          );
        }}
      </Loading>
    </Page>
  );
}

function Standings({ lines, mayChange }: { lines: StandingLine[]; mayChange: boolean }): JSX.Element {
  return (
    <Table
      caption="How sharing stands with each recipient" rows={lines} rowKey={(line) => line.code}
      columns={[
        { heading: 'Recipient', names: true, cell: (line) => <><Link to={line.toLog} quiet>{line.name}</Link><span class="cw-why">{line.organisation}</span></> },
        { heading: 'State', cell: (line) => <Tag {...line.state} /> },
        { heading: 'Next due', tight: true, cell: (line) => line.due },
        { heading: 'Last shared', cell: (line) => line.last },
        { heading: 'Longest gap', tight: true, cell: (line) => line.gap },
        { heading: 'Usually', cell: (line) => `${line.often}, ${line.profile}` },
        ...(mayChange ? [{ heading: 'Next', forHand: true, cell: (line: StandingLine) => <Link to={line.toChange} quiet about={line.name}>Change</Link> }] : []),
      ]}
    />
  );
}

function Shared({ lines }: { lines: SharedLine[] }): JSX.Element {
  return (
    <Table
      caption="Packs that were shared, the latest first" hideCaption rows={lines} rowKey={(line) => line.key}
      columns={[
        { heading: 'Shared on', names: true, tight: true, cell: (line) => line.on },
        { heading: 'With', cell: (line) => line.recipient },
        { heading: 'Given to', cell: (line) => line.to },
        { heading: 'By what means', cell: (line) => line.means },
        { heading: 'Pack', wide: true, cell: (line) => <>{line.pack}{line.wider && <><br /><strong>{line.wider}</strong></>}</> },
        { heading: 'Shared by', cell: (line) => line.by },
      ]}
    />
  );
}
