// The sign-off queue. One decision at a time: there is no bulk, because a manager signs what they read.
import type { JSX } from 'preact';
import { Link } from '../../components/button';
import { Loading, useLoad } from '../../components/load';
import { Empty } from '../../components/notice';
import { Page } from '../../components/page';
import { PAGE, Pages, Showing } from '../../components/paging';
import { Table } from '../../components/table';
import { SeverityTag } from '../../components/tag';
import { href } from '../../router';
import type { PageProps } from '..';
import { presentWaiting, type WaitingLine } from './presenter';

export function QueuePage({ query }: PageProps): JSX.Element {
  const load = useLoad('list_waiting', { offset: Number(query.offset ?? 0) || 0, limit: PAGE });
  return (
    <Page title="Waiting for sign-off" wide>
      <Loading of={load} what="what waits for sign-off">
        {(view) => {
          const { rows, total, offset } = presentWaiting(view);
          if (total === 0) return <Empty>Nothing waits for sign-off. What a practitioner sends appears here, oldest first.</Empty>;
          return (
            <>
              <Showing offset={offset} shown={rows.length} total={total} what="waiting, oldest first" />
              <Queue rows={rows} />
              <Pages offset={offset} total={total} to={(next) => href('/sign-off', { offset: next || '' })} />
            </>
          );
        }}
      </Loading>
    </Page>
  );
}

function Queue({ rows }: { rows: WaitingLine[] }): JSX.Element {
  return (
    <Table
      caption="Waiting for sign-off" hideCaption rows={rows} rowKey={(row) => row.id}
      columns={[
        { heading: 'Case', names: true, tight: true, cell: (row) => <Link to={row.toCase} quiet>{row.reference}</Link> },
        { heading: 'What', tight: true, cell: (row) => row.what },
        { heading: 'Waits', tight: true, cell: (row) => row.waits },
        { heading: 'Decide by', tight: true, cell: (row) => <>{row.due}{row.late && <> <SeverityTag severity="overdue" /></>}</> },
        { heading: 'Level', cell: (row) => row.level },
        { heading: 'Sent', cell: (row) => row.sent },
        { heading: 'Team', cell: (row) => row.team },
        { heading: 'Decision', cell: (row) => (row.mayDecide ? <Link to={row.toDecision} quiet about={`the ${row.what} of ${row.reference}`}>Read and decide</Link> : <span class="cw-quiet cw-why-not">{row.whyNot}</span>) },
      ]}
    />
  );
}
