// The worklist of flags: by severity, filtered, and each with the sentence that explains it.
import type { JSX } from 'preact';
import type { FlagPage } from '../../api/types';
import { Link } from '../../components/button';
import { FilterSelect, FilterText, Filters } from '../../components/filters';
import { Loading, useLoad } from '../../components/load';
import { Empty } from '../../components/notice';
import { Page } from '../../components/page';
import { Pages, Showing } from '../../components/paging';
import { OnPaper, PrintButton, usePaper } from '../../components/paper';
import { href } from '../../router';
import { useDesk } from '../../session';
import { levelsOffered, peopleWith, teamsOffered } from '../../words/choices';
import { FAMILY, RULE, WHOSE } from '../../words/labels';
import type { PageProps } from '..';
import { askFlags, askOnPaper, presentWorklist, queryOf, sayFilters, type Tab, type WorklistShown } from './presenter';
import { FlagsTable } from './flags_table';
import { SavedFilters } from './saved_filters';
import { useWake } from './wake';

export function WorklistPage({ query }: PageProps): JSX.Element {
  const desk = useDesk();
  const load = useLoad('list_flags', askFlags(query));
  const paper = usePaper('list_flags', askOnPaper(query));
  const { said, wake } = useWake(queryOf(query), load.reload);
  const wrongDay = load.refused?.fields.find(({ field }) => field === 'as_at')?.message ?? null;
  return (
    <Page title="Worklist" wide error={load.refused !== null}>
      {said}
      <SavedFilters query={query} />
      <WorklistFilters query={query} wrongDay={wrongDay} />
      <Loading of={load} what="the worklist">
        {(view) => {
          const present = (page: FlagPage) => presentWorklist(page, query, { choices: desk.choices, today: desk.session.today });
          const table = (page: WorklistShown) => <FlagsTable shown={page} wake={wake} />;
          const shown = present(view);
          return (
            <>
              <Tabs tabs={shown.tabs} />
              {shown.onlyLate && <p class="govuk-body-s cw-quiet cw-no-print">As at another day the list holds what was late then, with what was at rest apart. What is coming is known of today alone.</p>}
              <div class="cw-list-head">
                <Showing offset={shown.offset} shown={shown.rows.length} total={shown.total} what={shown.what} />
                {shown.total > 0 && <PrintButton paper={paper} what="the worklist" />}
              </div>
              <OnPaper paper={paper} says={sayFilters(query, view.as_at, desk)} whole={(found) => table(present(found))}>
                {shown.total === 0 ? <Nothing atRest={shown.atRest} /> : table(shown)}
                <Pages offset={shown.offset} total={shown.total} to={(offset) => href('/worklist', { ...query, offset: offset || '' })} />
              </OnPaper>
            </>
          );
        }}
      </Loading>
      <p class="govuk-body cw-no-print"><Link to={href('/worklist/causes', { whose: query.whose === 'mine' ? 'mine' : '' })} quiet>What was late, and why</Link></p>
    </Page>
  );
}

function WorklistFilters({ query, wrongDay }: { query: PageProps['query']; wrongDay: string | null }): JSX.Element {
  const { choices, session, may } = useDesk();
  const words = (all: Record<string, string>) => Object.entries(all).map(([value, label]) => ({ value, label }));
  // Whoever has no cases or no team is not asked whether the list is theirs.
  const whose = words(WHOSE).filter(({ value }) => (value === 'mine' ? may.work : session.person.team !== null) || value === query.whose);
  return (
    <Filters path="/worklist" kept={query.snoozed ? { snoozed: query.snoozed } : query.severity ? { severity: query.severity } : {}} label="Filter the worklist">
      {whose.length > 0 && <FilterSelect name="whose" label="Whose cases" all="Everyone’s" choices={whose} value={query.whose} />}
      <FilterSelect name="family" label="About" all="Everything" choices={words(FAMILY)} value={query.family} />
      <FilterSelect name="rule" label="Rule" all="Every rule" choices={words(RULE)} value={query.rule} />
      <FilterSelect name="level" label="Level" all="Every level" choices={levelsOffered(choices, query.level)} value={query.level} />
      {query.whose !== 'my_team' && <FilterSelect name="team" label="Team" all="Every team" choices={teamsOffered(choices, query.team)} value={query.team} />}
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

function Nothing({ atRest }: { atRest: boolean }): JSX.Element {
  return atRest
    ? <Empty>No flag is at rest under these filters. A manager can let a flag rest from the list of what is late.</Empty>
    : <Empty>Nothing here under these filters. Choose another group above, or clear the filters to see everybody’s work.</Empty>;
}
