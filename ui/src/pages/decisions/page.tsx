// What each manager signed off, returned, and changed the level of, in a period; each number leads to its list.
import type { JSX } from 'preact';
import { Link } from '../../components/button';
import { FilterSelect, FilterText, Filters } from '../../components/filters';
import { Loading, useLoad } from '../../components/load';
import { Empty } from '../../components/notice';
import { Page } from '../../components/page';
import { Pages, Showing } from '../../components/paging';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import { href, type Query } from '../../router';
import { useDesk } from '../../session';
import { peopleWith } from '../../words/choices';
import { typedDate } from '../../words/dates';
import type { PageProps } from '..';
import { OUTCOMES, askDecisions, presentDecisions, type DecisionLine, type ManagerLine, type NumberTo } from './presenter';

export function DecisionsPage({ query }: PageProps): JSX.Element {
  const { may } = useDesk();
  const load = useLoad('list_decisions', askDecisions(query));
  const wrong = (name: string) => load.refused?.fields.find(({ field }) => field === name)?.message ?? null;
  return (
    <Page title="What was decided" wide error={load.refused !== null} {...(may.work ? { back: { to: '#/sign-off', text: 'what waits for sign-off' } } : {})}>
      <Period query={query} from={load.view?.from} to={load.view?.to} wrong={wrong} />
      <Loading of={load} what="the decisions">
        {(view) => {
          const shown = presentDecisions(view, query);
          if (shown.managers.length === 0) return <Empty>Nobody decided anything from {shown.period}. Choose a longer period above.</Empty>;
          return (
            <>
              <Managers lines={shown.managers} period={shown.period} />
              <h2 class="govuk-heading-m">Each decision</h2>
              <Showing offset={shown.offset} shown={shown.rows.length} total={shown.total} what={`${shown.what}, ${shown.period}, newest first`} />
              {shown.total === 0
                ? <Empty>No decision fits these filters. Clear them to see every decision of the period.</Empty>
                : <Decisions rows={shown.rows} />}
              <Pages offset={shown.offset} total={shown.total} to={(offset) => href('/decisions', { ...query, offset: offset || '' })} />
            </>
          );
        }}
      </Loading>
    </Page>
  );
}

function Period({ query, from, to, wrong }: {
  query: Query;
  /** The period that is shown, where the address names none. */
  from: string | undefined;
  to: string | undefined;
  wrong: (name: string) => string | null;
}): JSX.Element {
  const { choices } = useDesk();
  return (
    <Filters path="/decisions" label="Choose a period and filter the decisions" few>
      <FilterText name="from" label="From" value={query.from ?? typedDate(from ?? '')} error={wrong('from')} />
      <FilterText name="to" label="To" value={query.to ?? typedDate(to ?? '')} error={wrong('to')} />
      <FilterSelect name="manager" label="Manager" all="Every manager" choices={peopleWith(choices, 'manager', query.manager ?? null)} value={query.manager} />
      <FilterSelect name="outcome" label="Decision" all="Every decision" choices={OUTCOMES} value={query.outcome} />
    </Filters>
  );
}

function Managers({ lines, period }: { lines: ManagerLine[]; period: string }): JSX.Element {
  return (
    <Table
      caption={`By manager, ${period}`} narrow rows={lines} rowKey={(line) => line.id}
      columns={[
        { heading: 'Manager', names: true, cell: (line) => line.name },
        { heading: 'Signed off', numeric: true, cell: (line) => <To of={line.signedOff} about={`signed off by ${line.name}`} /> },
        { heading: 'Level changed', numeric: true, cell: (line) => <To of={line.levelChanged} about={`level changed by ${line.name}`} /> },
        { heading: 'Returned', numeric: true, cell: (line) => <To of={line.returned} about={`returned by ${line.name}`} /> },
        { heading: 'As deputy', numeric: true, cell: (line) => line.asDeputy },
        { heading: 'Half decided within', numeric: true, cell: (line) => line.median },
      ]}
    />
  );
}

function To({ of, about }: { of: NumberTo; about: string }): JSX.Element {
  return of.to ? <Link to={of.to} quiet about={about}>{of.number}</Link> : <>{of.number}</>;
}

function Decisions({ rows }: { rows: DecisionLine[] }): JSX.Element {
  const { may } = useDesk();
  return (
    <Table<DecisionLine>
      caption="Each decision" hideCaption rows={rows} rowKey={(row) => row.id}
      columns={[
        { heading: 'Case', names: true, tight: true, cell: (row) => (may.work ? <Link to={row.toCase} quiet>{row.reference}</Link> : row.reference) },
        { heading: 'What', cell: (row) => row.what },
        { heading: 'Decision', cell: (row) => <><Tag {...row.outcome} />{row.level && <span class="cw-late">{row.level}</span>}</> },
        { heading: 'By', cell: (row) => <>{row.by}{row.whose && <span class="cw-late">{row.whose}</span>}</> },
        { heading: 'When', cell: (row) => row.when },
        ...(may.work ? [{ heading: 'Reason, or what to do instead', cell: (row: DecisionLine) => <span class="cw-lines">{row.reason}</span> }] : []),
      ]}
    />
  );
}
