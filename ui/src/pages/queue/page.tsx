// The sign-off queue. One decision at a time: there is no bulk, because a manager signs what they read.
import type { JSX } from 'preact';
import { Link } from '../../components/button';
import { FilterSelect, Filters } from '../../components/filters';
import { Loading, useLoad } from '../../components/load';
import { Empty } from '../../components/notice';
import { Page } from '../../components/page';
import { Pages, Showing } from '../../components/paging';
import { ON_PAPER, OnPaper, PrintButton, usePaper } from '../../components/paper';
import { Table } from '../../components/table';
import { SeverityTag } from '../../components/tag';
import { href, type Query } from '../../router';
import { useDesk } from '../../session';
import { KIND, KINDS, capital } from '../../words/labels';
import type { PageProps } from '..';
import { ORDER, WHOSE_QUEUE, askWaiting, presentWaiting, sayQueue, type WaitingLine } from './presenter';

const TITLE = 'Waiting for sign-off';

export function QueuePage({ query }: PageProps): JSX.Element {
  const { may, session } = useDesk();
  const load = useLoad('list_waiting', askWaiting(query));
  const paper = usePaper('list_waiting', { ...askWaiting(query), offset: 0, limit: ON_PAPER });
  return (
    <Page title={TITLE} wide>
      <p class="govuk-body cw-also cw-no-print">
        {may.summary && <Link to="#/decisions" quiet>What was decided</Link>}
        {may.keep && <Link to="#/deputies" quiet>Who decides for whom</Link>}
      </p>
      <QueueFilters query={query} />
      <Loading of={load} what="what waits for sign-off">
        {(view) => {
          const { rows, total, offset, what } = presentWaiting(view, query);
          if (total === 0) return <Nothing query={query} />;
          return (
            <>
              <div class="cw-list-head">
                <Showing offset={offset} shown={rows.length} total={total} what={what} />
                <PrintButton paper={paper} what="what waits" />
              </div>
              <OnPaper paper={paper} says={sayQueue(query, session)} whole={(found) => <Queue rows={presentWaiting(found, query).rows} />}>
                <Queue rows={rows} />
                <Pages offset={offset} total={total} to={(next) => href('/sign-off', { ...query, offset: next || '' })} />
              </OnPaper>
              <p class="govuk-body-s cw-no-print">Items are decided one at a time and never in bulk: a sign-off says that a manager read that one version.</p>
            </>
          );
        }}
      </Loading>
    </Page>
  );
}

function QueueFilters({ query }: { query: Query }): JSX.Element {
  const { may } = useDesk();
  return (
    <Filters path="/sign-off" label="Order and filter the queue" apply="Apply" clear="Clear" few>
      <FilterSelect name="order" label="Order" choices={Object.entries(ORDER).map(([value, { choose }]) => ({ value: value === 'age' ? '' : value, label: choose }))} value={query.order} />
      {may.decide && <FilterSelect name="whose" label="Whose" all="Everybody’s" choices={Object.entries(WHOSE_QUEUE).map(([value, label]) => ({ value, label }))} value={query.whose} />}
      <FilterSelect name="kind" label="What" all="Everything" choices={KINDS.map((value) => ({ value, label: capital(KIND[value]) }))} value={query.kind} />
    </Filters>
  );
}

function Nothing({ query }: { query: Query }): JSX.Element {
  const { mine, may_decide: may, kind } = askWaiting(query);
  if (mine || may || kind) return <Empty>Nothing waits under these filters. Clear them to see everything that waits.</Empty>;
  return <Empty>Nothing waits for sign-off. What a practitioner sends appears here, longest waiting first.</Empty>;
}

function Queue({ rows }: { rows: WaitingLine[] }): JSX.Element {
  return (
    <Table
      caption={TITLE} hideCaption rows={rows} rowKey={(row) => row.id}
      columns={[
        { heading: 'Case', names: true, tight: true, cell: (row) => <Link to={row.toCase} quiet>{row.reference}</Link> },
        { heading: 'What', cell: (row) => row.what },
        { heading: 'Decide by', tight: true, cell: (row) => <><SeverityTag severity={row.severity} /><span class="cw-late">{row.due}</span></> },
        { heading: 'Waits', tight: true, cell: (row) => row.waits },
        { heading: 'Level', cell: (row) => row.level },
        { heading: 'Manager and team', cell: (row) => <>{row.manager}<span class="cw-late">{row.team}</span></> },
        { heading: 'Sent', tight: true, cell: (row) => <>{row.sent}<span class="cw-late">{row.by}</span></> },
        { heading: 'Decision', forHand: true, cell: (row) => <Next row={row} /> },
      ]}
    />
  );
}

function Next({ row }: { row: WaitingLine }): JSX.Element {
  if (!row.mayDecide) return <span class="cw-quiet cw-why-not">{row.whyNot}</span>;
  return (
    <>
      <span class="cw-tight"><Link to={row.toDecision} quiet about={`the ${row.what} of ${row.reference}`}>Read and decide</Link></span>
      {row.asDeputy && <span class="cw-late">{row.asDeputy}</span>}
    </>
  );
}
