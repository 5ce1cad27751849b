// Why things were late, in numbers: by cause, by team and by month.
import type { JSX } from 'preact';
import { FilterText, Filters } from '../../components/filters';
import { Loading, useLoad } from '../../components/load';
import { Page } from '../../components/page';
import { Table, type Column } from '../../components/table';
import { sayNumber } from '../../words/dates';
import type { PageProps } from '..';
import { CausesTabs, TITLE } from './causes_tabs';
import { askCauses, presentCauses, type CauseLine, type CauseRow, type CauseTable, type CausesShown } from './presenter';

export function CauseFiguresPage({ query }: PageProps): JSX.Element {
  const load = useLoad('view_causes', askCauses(query));
  const wrong = (name: string) => load.refused?.fields.find(({ field }) => field === name)?.message ?? null;
  return (
    <Page title={TITLE} wide error={load.refused !== null}>
      <CausesTabs here="figures" query={query} />
      <Filters path="/worklist/causes/figures" label="The figures for a period" apply="Show" clear="The last 12 months">
        <FilterText name="from" label="From" hint="12 months ago if left empty" value={query.from} error={wrong('from')} />
        <FilterText name="to" label="To" hint="Today if left empty" value={query.to} error={wrong('to')} />
      </Filters>
      <Loading of={load} what="the figures">{(view) => <Figures shown={presentCauses(view)} />}</Loading>
    </Page>
  );
}

function Figures({ shown }: { shown: CausesShown }): JSX.Element {
  if (shown.none) return <p class="govuk-body">{shown.says}</p>;
  return (
    <>
      <p class="govuk-body cw-finding">{shown.says}</p>
      <Table<CauseLine>
        caption="By cause" narrow rows={shown.byCause} rowKey={(line) => line.label}
        columns={[
          { heading: 'Cause', names: true, cell: (line) => <Cause {...line} /> },
          { heading: 'Times', numeric: true, cell: (line) => sayNumber(line.number) },
          { heading: 'As a bar', cell: (line) => <Bar of={line.number} most={shown.most} /> },
        ]}
      />
      <Table<CauseRow> caption="By team" rows={shown.byTeam.rows} rowKey={(row) => row.label} columns={columns(shown.byTeam)} />
      <Table<CauseRow> caption="By month" rows={shown.byMonth.rows} rowKey={(row) => row.label} columns={columns(shown.byMonth)} />
      <p class="govuk-hint">Counted is each time: once when something is settled late, in the month in which it was settled, and once whenever a manager lets a flag rest, in that month. So one duty that was let rest twice and then settled counts three times. It counts to the team that has the case now. “Not known” was asked and could not be answered; “not asked yet” has no answer.</p>
    </>
  );
}

function columns({ headings }: CauseTable): Column<CauseRow>[] {
  return [
    { heading: 'Cause', names: true, cell: (row) => <Cause {...row} /> },
    ...headings.map((heading, place): Column<CauseRow> => ({ heading, numeric: true, cell: (row) => row.numbers[place] })),
    { heading: 'All', numeric: true, cell: (row) => <strong>{row.all}</strong> },
  ];
}

function Cause({ label, apart }: { label: string; apart: boolean }): JSX.Element {
  return apart ? <strong>{label}</strong> : <>{label}</>;
}

/** A number as a bar beside it. A picture only: whoever does not see it has the number. */
function Bar({ of, most }: { of: number; most: number }): JSX.Element {
  return (
    <svg class="cw-bar-of" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect width={(of / most) * 100} height="10" />
    </svg>
  );
}
