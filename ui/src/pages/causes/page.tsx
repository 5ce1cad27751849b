// What was late, and why: the list in which a cause is given with one press.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { FilterSelect, FilterText, Filters } from '../../components/filters';
import { Loading, useLoad } from '../../components/load';
import { Empty } from '../../components/notice';
import { Page } from '../../components/page';
import { Pages, Showing } from '../../components/paging';
import { href, type Query } from '../../router';
import { useDesk } from '../../session';
import { teamsOffered } from '../../words/choices';
import { count } from '../../words/dates';
import { WHOSE } from '../../words/labels';
import type { PageProps } from '..';
import { CausesTabs, TITLE } from './causes_tabs';
import { askSettled, presentSettled } from './presenter';
import { SettledRows } from './settled_rows';

export function CausesPage({ query }: PageProps): JSX.Element {
  const load = useLoad('list_settled', askSettled(query));
  const wrong = (name: string) => load.refused?.fields.find(({ field }) => field === name)?.message ?? null;
  // Rows that were answered here stay until the list is asked for again, so that an answer can still be changed.
  const [answered, setAnswered] = useState({ on: '', number: 0 });
  const here = JSON.stringify(query);
  const now = answered.on === here ? answered.number : 0;
  return (
    <Page title={TITLE} wide error={load.refused !== null}>
      <CausesTabs here="list" query={query} />
      <SettledFilters query={query} wrong={wrong} />
      <Loading of={load} what="what was settled late">
        {(view) => {
          const shown = presentSettled(view);
          if (shown.total === 0) return <Empty>Nothing here was settled late from {shown.period}{query.without_cause === '1' ? ' without a cause' : ''}. Choose a longer period to look further back.</Empty>;
          const left = Math.max(0, shown.unsaid - now);
          return (
            <>
              <Showing offset={shown.offset} shown={shown.rows.length} total={shown.total} what={shown.what} />
              <p class="govuk-body">{left === 0 ? 'All of them have an answer.' : `${count(left, 'has', 'have')} no answer yet. “Not known” is an answer too.`}</p>
              <SettledRows key={here} rows={shown.rows} withCase onSaid={(first) => setAnswered({ on: here, number: now + (first ? 1 : 0) })} />
              <Pages offset={shown.offset} total={shown.total} to={(offset) => href('/worklist/causes', { ...query, offset: offset || '' })} />
            </>
          );
        }}
      </Loading>
    </Page>
  );
}

function SettledFilters({ query, wrong }: { query: Query; wrong: (field: string) => string | null }): JSX.Element {
  const { choices, may } = useDesk();
  return (
    <Filters path="/worklist/causes" label="Filter what was settled late">
      {may.work && <FilterSelect name="whose" label="Whose cases" all="Everyone’s" choices={[{ value: 'mine', label: WHOSE.mine }]} value={query.whose} />}
      <FilterSelect name="without_cause" label="Cause" all="All" choices={[{ value: '1', label: 'Not asked' }]} value={query.without_cause} />
      <FilterSelect name="team" label="Team" all="Every team" choices={teamsOffered(choices, query.team)} value={query.team} />
      <FilterText name="from" label="Settled from" hint="28 days ago if left empty" value={query.from} error={wrong('from')} />
      <FilterText name="to" label="Settled to" hint="Today if left empty" value={query.to} error={wrong('to')} />
    </Filters>
  );
}
