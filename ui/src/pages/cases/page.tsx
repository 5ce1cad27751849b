// All cases: search, filters, order, fifty at a time.
import type { JSX } from 'preact';
import { Link, LinkButton } from '../../components/button';
import { FilterSelect, FilterText, Filters } from '../../components/filters';
import { Loading, useLoad } from '../../components/load';
import { Empty } from '../../components/notice';
import { Page } from '../../components/page';
import { Pages, Showing } from '../../components/paging';
import { Table, type Column } from '../../components/table';
import { SeverityTag } from '../../components/tag';
import { href } from '../../router';
import { useDesk } from '../../session';
import { levelsOffered, peopleWith, teamsOffered } from '../../words/choices';
import { CASE_SORT, CASE_STATUS } from '../../words/labels';
import type { PageProps } from '..';
import { FindChild } from './find_child';
import { askCases, presentCases, type CaseLine, type CasesShown } from './presenter';

export function CasesPage({ query }: PageProps): JSX.Element {
  const { may } = useDesk();
  const load = useLoad('list_cases', askCases(query));
  return (
    <Page title="Cases" wide>
      {may.work && (
        <div class="cw-bar cw-bar--start">
          <LinkButton to="#/cases/new">Open a case</LinkButton>
          <FindChild />
        </div>
      )}
      <CaseFilters query={query} />
      <Loading of={load} what="the cases">
        {(view) => {
          const shown = presentCases(view, query);
          return (
            <>
              <Showing offset={shown.offset} shown={shown.rows.length} total={shown.total} what={shown.total === 1 ? 'case' : 'cases'} />
              <Rows shown={shown} />
              <Pages offset={shown.offset} total={shown.total} to={(offset) => href('/cases', { ...query, offset: offset || '' })} />
            </>
          );
        }}
      </Loading>
    </Page>
  );
}

function CaseFilters({ query }: { query: PageProps['query'] }): JSX.Element {
  const { choices } = useDesk();
  const words = (all: Record<string, string>) => Object.entries(all).map(([value, label]) => ({ value, label }));
  return (
    <Filters path="/cases" label="Search and filter cases">
      <FilterText name="search" label="Reference" hint="Any part of it" value={query.search} />
      <FilterSelect name="status" label="Open or closed" choices={words(CASE_STATUS)} value={query.status ?? 'open'} />
      <FilterSelect name="mine" label="Whose cases" all="Everybody’s" choices={[{ value: '1', label: 'Mine' }]} value={query.mine} />
      <FilterSelect name="level" label="Level" all="Every level" choices={levelsOffered(choices, query.level)} value={query.level} />
      <FilterSelect name="team" label="Team" all="Every team" choices={teamsOffered(choices, query.team)} value={query.team} />
      <FilterSelect name="practitioner" label="Practitioner" all="Everybody" choices={peopleWith(choices, 'practitioner', query.practitioner ?? null)} value={query.practitioner} />
      <FilterSelect name="sort" label="Order" choices={words(CASE_SORT)} value={query.sort ?? 'opened_on'} />
    </Filters>
  );
}

function Rows({ shown }: { shown: CasesShown }): JSX.Element {
  const { may } = useDesk();
  if (shown.total === 0) {
    return <Empty>No case fits. Clear the filters, look among closed cases too, or open a case.</Empty>;
  }
  const closed: Column<CaseLine> = { heading: 'Closed', tight: true, cell: (row) => row.closed };
  return (
    <Table<CaseLine>
      caption="Cases" hideCaption rows={shown.rows} rowKey={(row) => row.reference}
      columns={[
        { heading: 'Case', names: true, tight: true, cell: (row) => (may.work ? <Link to={row.to} quiet>{row.reference}</Link> : row.reference) },
        { heading: 'Opened', tight: true, cell: (row) => row.opened },
        ...(shown.showClosed ? [closed] : []),
        { heading: 'Level', cell: (row) => <>{row.level}{!row.confirmed && <span class="cw-late">not yet confirmed</span>}</> },
        { heading: 'Flags', cell: (row) => <>{row.worst && <SeverityTag severity={row.worst} />}<span class="cw-late">{row.flags}</span></> },
        { heading: 'Reviews', numeric: true, cell: (row) => row.reviews },
        { heading: 'Last review', tight: true, cell: (row) => row.lastReview },
        { heading: 'Next review', tight: true, cell: (row) => row.nextReview },
        { heading: 'Team', cell: (row) => row.team },
        { heading: 'Practitioner', cell: (row) => row.practitioner },
      ]}
    />
  );
}
