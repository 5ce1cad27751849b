// A list of a period: its filters, the finding as a sentence, the rates, and then the rows.
import type { ComponentChildren, JSX } from 'preact';
import { Details } from '../../components/details';
import { FilterSelect, FilterText, Filters } from '../../components/filters';
import { Loading, type Load } from '../../components/load';
import { Page } from '../../components/page';
import { Pages, Showing } from '../../components/paging';
import { OnPaper, PrintButton, type Paper } from '../../components/paper';
import { href, type Query } from '../../router';
import { useDesk } from '../../session';
import { teamsOffered } from '../../words/choices';
import { typedDate } from '../../words/dates';
import type { Measure } from '../../words/rate';

export interface ListShown<Row> { finding: string; measures: Measure[]; rows: Row[]; total: number; offset: number; what: string }

export function PageOfPeriod<View extends { from: string; to: string; total: number; rows: unknown[] }, Row>({ title, path, what, query, load, paper, present, counted, withheld, children }: {
  title: string;
  path: string;
  /** As in "Fetching the reviews". */
  what: string;
  query: Query;
  load: Load<View>;
  /** The whole list, once it is asked for. */
  paper: Paper<View>;
  present: (view: View) => ListShown<Row>;
  /** What is counted and how, in sentences. */
  counted: string[];
  /** What an analyst does not see here, because it is free text about a child; empty where there is none. */
  withheld: string;
  /** The rows as a table. */
  children: (rows: Row[]) => ComponentChildren;
}): JSX.Element {
  const { may } = useDesk();
  return (
    <Page title={title} wide error={load.refused !== null}>
      <Period path={path} query={query} load={load} label={`Choose a period and a team: ${title.toLowerCase()}`} />
      <Loading of={load} what={what}>
        {(view) => {
          const shown = present(view);
          return (
            <>
              <p class="govuk-body cw-finding"><strong>{shown.finding}</strong></p>
              <Measures measures={shown.measures} />
              <Details summary="What is counted, and how">
                <ul class="govuk-list govuk-list--bullet cw-list">{counted.map((says) => <li key={says}>{says}</li>)}</ul>
              </Details>
              {withheld && !may.work && <p class="govuk-body">{withheld}</p>}
              {shown.total > 0 && (
                <div class="cw-list-head">
                  <Showing offset={shown.offset} shown={shown.rows.length} total={shown.total} what={shown.what} />
                  <PrintButton paper={paper} what={title.toLowerCase()} />
                </div>
              )}
              <OnPaper paper={paper} says={query.team ? `Team: ${query.team}.` : 'Every team.'} whole={(found) => children(present(found).rows)}>
                {shown.rows.length > 0 && children(shown.rows)}
                <Pages offset={shown.offset} total={shown.total} to={(offset) => href(path, { ...query, offset: offset || '' })} />
              </OnPaper>
            </>
          );
        }}
      </Loading>
    </Page>
  );
}

function Period({ path, query, load, label }: { path: string; query: Query; load: Load<{ from: string; to: string }>; label: string }): JSX.Element {
  const { choices } = useDesk();
  const wrong = (name: string) => load.refused?.fields.find(({ field }) => field === name)?.message ?? null;
  // The period that is shown stands in the fields where the address names none.
  return (
    <Filters path={path} label={label} apply="Show" few>
      <FilterText name="from" label="From" value={query.from ?? typedDate(load.view?.from ?? '')} error={wrong('from')} />
      <FilterText name="to" label="To" value={query.to ?? typedDate(load.view?.to ?? '')} error={wrong('to')} />
      <FilterSelect name="team" label="Team" all="Every team" choices={teamsOffered(choices, query.team)} value={query.team} />
    </Filters>
  );
}

/** Rates and counts in large type, each with the words that it does not go without. */
function Measures({ measures }: { measures: Measure[] }): JSX.Element {
  return (
    <dl class="cw-measures">
      {measures.map(({ title, number, words }) => (
        <div key={title} class="cw-measure">
          <dt class="cw-measure__title">{title}</dt>
          <dd class="cw-measure__says"><span class="cw-measure__number">{number}</span> {words}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A reference, which leads to its case for whoever may read cases. */
export function CaseLink({ of }: { of: { reference: string; to: string } }): JSX.Element {
  const { may } = useDesk();
  return may.work ? <a class="govuk-link govuk-link--no-visited-state" href={of.to}>{of.reference}</a> : <>{of.reference}</>;
}
