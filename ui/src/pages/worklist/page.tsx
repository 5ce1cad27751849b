// The worklist of flags: by severity, filtered, and each with the sentence that explains it.
import type { JSX } from 'preact';
import { Link } from '../../components/button';
import { FilterSelect, FilterText, Filters } from '../../components/filters';
import { Loading, useLoad } from '../../components/load';
import { Empty } from '../../components/notice';
import { Page } from '../../components/page';
import { Pages, Showing } from '../../components/paging';
import { Table } from '../../components/table';
import { SeverityTag } from '../../components/tag';
import { href } from '../../router';
import { useDesk } from '../../session';
import { levelsOffered, peopleWith, teamsOffered } from '../../words/choices';
import { FAMILY, RULE } from '../../words/labels';
import type { PageProps } from '..';
import { askFlags, presentWorklist, type FlagRow, type Tab, type WorklistShown } from './presenter';

export function WorklistPage({ query }: PageProps): JSX.Element {
  const load = useLoad('list_flags', askFlags(query));
  const wrongDay = load.refused?.fields.find(({ field }) => field === 'as_at')?.message ?? null;
  return (
    <Page title="Worklist" wide error={load.refused !== null}>
      <WorklistFilters query={query} wrongDay={wrongDay} />
      <Loading of={load} what="the worklist">
        {(view) => {
          const shown = presentWorklist(view, query);
          return (
            <>
              <Tabs tabs={shown.tabs} />
              <Showing offset={shown.offset} shown={shown.rows.length} total={shown.total} what={`${shown.what}, as at ${shown.asAt}`} />
              <Rows shown={shown} />
              <Pages offset={shown.offset} total={shown.total} to={(offset) => href('/worklist', { ...query, offset: offset || '' })} />
            </>
          );
        }}
      </Loading>
    </Page>
  );
}

function WorklistFilters({ query, wrongDay }: { query: PageProps['query']; wrongDay: string | null }): JSX.Element {
  const { choices } = useDesk();
  const words = (all: Record<string, string>) => Object.entries(all).map(([value, label]) => ({ value, label }));
  return (
    <Filters path="/worklist" kept={query.severity ? { severity: query.severity } : {}} label="Filter the worklist">
      <FilterSelect name="mine" label="Whose cases" all="Everybody’s" choices={[{ value: '1', label: 'Mine' }]} value={query.mine} />
      <FilterSelect name="family" label="About" all="Everything" choices={words(FAMILY)} value={query.family} />
      <FilterSelect name="rule" label="Rule" all="Every rule" choices={words(RULE)} value={query.rule} />
      <FilterSelect name="level" label="Level" all="Every level" choices={levelsOffered(choices, query.level)} value={query.level} />
      <FilterSelect name="team" label="Team" all="Every team" choices={teamsOffered(choices, query.team)} value={query.team} />
      <FilterSelect name="practitioner" label="Practitioner" all="Everybody" choices={peopleWith(choices, 'practitioner', query.practitioner ?? null)} value={query.practitioner} />
      <FilterText name="as_at" label="As at" hint="Today if left empty" value={query.as_at} error={wrongDay} />
    </Filters>
  );
}

function Tabs({ tabs }: { tabs: Tab[] }): JSX.Element {
  return (
    <nav aria-label="By urgency">
      <ul class="cw-tabs">
        {tabs.map((tab) => (
          <li key={tab.text} class={tab.here ? 'cw-tabs__item cw-tabs__item--here' : 'cw-tabs__item'}>
            <a class="govuk-link govuk-link--no-visited-state" href={tab.to} aria-current={tab.here ? 'page' : undefined}>
              {tab.text} <span class="cw-tabs__number">({tab.number})</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Rows({ shown }: { shown: WorklistShown }): JSX.Element {
  const { may } = useDesk();
  if (shown.rows.length === 0) {
    return <Empty>Nothing here under these filters. Choose another group above, or clear the filters to see everybody’s work.</Empty>;
  }
  return (
    <Table<FlagRow>
      caption={`Worklist as at ${shown.asAt}`} hideCaption rows={shown.rows} rowKey={(row) => row.key}
      columns={[
        { heading: 'Case', names: true, tight: true, cell: (row) => (may.work ? <Link to={row.to} quiet>{row.reference}</Link> : row.reference) },
        { heading: 'What, and why', cell: (row) => <><strong>{row.says}</strong><span class="cw-why">{row.explanation}</span></> },
        { heading: 'Level', cell: (row) => row.level },
        { heading: 'How late', tight: true, cell: (row) => <><SeverityTag severity={row.severity} /><span class="cw-late">{row.late}</span></> },
        { heading: 'Due', tight: true, cell: (row) => row.due },
        { heading: 'Team', cell: (row) => row.team },
        { heading: 'Practitioner', cell: (row) => row.practitioner },
      ]}
    />
  );
}
