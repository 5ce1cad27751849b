// Coverage of a catalogue of guidance by the action plan, as at any day.
import type { JSX } from 'preact';
import type { Catalogue } from '../../api/types';
import { Link } from '../../components/button';
import { Details } from '../../components/details';
import { FilterSelect, FilterText, Filters } from '../../components/filters';
import { Loading, useLoad } from '../../components/load';
import { Inset } from '../../components/notice';
import { Page } from '../../components/page';
import { Table, type Column } from '../../components/table';
import { Tag } from '../../components/tag';
import { useDesk } from '../../session';
import { count } from '../../words/dates';
import type { PageProps } from '..';
import { presentCoverage, type CoverageShown, type LineShown, type Sign } from './coverage';
import { CATALOGUE_SHORT } from './presenter';

const CATALOGUES: Catalogue[] = ['guidance_2009', 'today', 'recommendation_2014'];

export function CoveragePage({ query }: PageProps): JSX.Element {
  const catalogue = CATALOGUES.find((known) => known === query.catalogue) ?? 'guidance_2009';
  const load = useLoad('view_coverage', { catalogue, as_at: query.as_at || null });
  const wrongDay = load.refused?.fields.find(({ field }) => field === 'as_at')?.message ?? null;
  return (
    <Page title="Coverage of guidance" back={{ to: '#/action-plan', text: 'the action plan' }} wide>
      <Filters path="/action-plan/coverage" label="Which guidance, as at which day" apply="Show" clear="The 2009 guidance, today" few>
        <FilterSelect name="catalogue" label="Guidance" choices={CATALOGUES.map((value) => ({ value, label: CATALOGUE_SHORT[value] }))} value={catalogue} />
        <FilterText name="as_at" label="As at" hint="Today if left empty" value={query.as_at} error={wrongDay} />
      </Filters>
      <Loading of={load} what="the coverage">{(view) => <Coverage shown={presentCoverage(view)} />}</Loading>
    </Page>
  );
}

function Coverage({ shown }: { shown: CoverageShown }): JSX.Element {
  return (
    <>
      {shown.standing && <Inset>{shown.standing}</Inset>}
      <Table
        caption={`${shown.name} on ${shown.asAt}`} narrow rows={shown.counts} rowKey={({ name }) => name}
        columns={[
          { heading: 'Lines', names: true, cell: ({ name, means }) => <>{name}<span class="cw-why">{means}</span></> },
          { heading: 'How many', numeric: true, tight: true, cell: ({ count: many }) => many },
        ]}
      />
      <p class="govuk-body-s cw-quiet">{shown.restsOn}</p>
      <section class="cw-section" aria-labelledby="uncovered">
        <h2 class="govuk-heading-m" id="uncovered">{shown.uncovered.length === 0 ? 'Every line is covered' : `${count(shown.uncovered.length, 'line')} not covered`}</h2>
        {shown.uncovered.length > 0 && (
          <Table
            caption="Lines not covered" hideCaption rows={shown.uncovered} rowKey={({ id }) => id}
            columns={[
              { heading: 'Line', names: true, tight: true, cell: ({ id }) => id },
              { heading: 'What it asks', wide: true, cell: ({ text }) => text },
              { heading: 'Theme', cell: ({ theme }) => theme },
              { heading: 'Why it is not covered', cell: ({ whyNot }) => whyNot },
            ]}
          />
        )}
      </section>
      <section class="cw-section" aria-labelledby="lines">
        <h2 class="govuk-heading-m" id="lines">Every line and how it stands</h2>
        <Lines lines={shown.lines} />
      </section>
      {shown.actions.length > 0 && <Grid shown={shown} />}
    </>
  );
}

function Lines({ lines }: { lines: LineShown[] }): JSX.Element {
  const { may } = useDesk();
  const columns: Column<LineShown>[] = [
    { heading: 'Line', names: true, tight: true, cell: ({ id }) => id },
    {
      heading: 'What it asks', wide: true,
      cell: (line) => <>{line.text}<span class="cw-why">{line.basis}</span></>,
    },
    { heading: 'Covered', cell: ({ covered }) => covered.words },
    { heading: 'Evidenced', cell: ({ evidenced }) => evidenced.words },
    {
      heading: 'State', cell: ({ state, confirmed }) => state
        ? <><span class="cw-shape" aria-hidden="true">{state.shape}</span> <Tag {...state} />{confirmed && <span class="cw-why">{confirmed}</span>}</>
        : 'No action yet',
    },
  ];
  if (may.plan) columns.push({ heading: 'Next', forHand: true, cell: (line) => <Link to={line.toChange} quiet about={line.id}>Change</Link> });
  return <Table caption="Every line and how it stands" hideCaption rows={lines} rowKey={({ id }) => id} columns={columns} />;
}

function Grid({ shown }: { shown: CoverageShown }): JSX.Element {
  const answered = shown.lines.filter(({ cells }) => cells.some(Boolean));
  return (
    <section class="cw-section" aria-labelledby="grid">
      <h2 class="govuk-heading-m" id="grid">Lines against actions</h2>
      <p class="govuk-body">● covers the line, ◉ covers it with checked evidence, ○ names it and lacks something. Lines that no action names are left out.</p>
      <Details summary="Which action is which">
        <ul class="govuk-list cw-list">{shown.actions.map(({ key, title }) => <li key={key}><strong>{key}</strong> {title}</li>)}</ul>
      </Details>
      <Table<LineShown>
        caption="Lines of guidance against the actions that name them" hideCaption rows={answered} rowKey={({ id }) => id}
        columns={[
          { heading: 'Line', names: true, tight: true, cell: ({ id }) => id },
          ...shown.actions.map(({ key }, place) => ({ heading: key, cell: ({ cells }: LineShown) => <Mark sign={cells[place] ?? null} /> })),
        ]}
      />
    </section>
  );
}

function Mark({ sign }: { sign: Sign | null }): JSX.Element | null {
  if (!sign) return null;
  return <><span aria-hidden="true">{sign.sign}</span><span class="govuk-visually-hidden">{sign.words}</span></>;
}
