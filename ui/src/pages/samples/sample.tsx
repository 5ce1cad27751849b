// One sample: how it was drawn, its cases, what was found, which children were not heard, and the files that say all of it.
import type { JSX } from 'preact';
import { Link } from '../../components/button';
import { Loading, useLoad } from '../../components/load';
import { Page } from '../../components/page';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import { useDesk } from '../../session';
import { ToFolder } from '../summary/to_folder';
import type { PageProps } from '..';
import { presentSample, type FoundLine } from './presenter';

export function SamplePage({ at }: PageProps): JSX.Element {
  const id = at.sample ?? '';
  const load = useLoad('view_sample', { id });
  const { may } = useDesk();
  return (
    <Page title={load.view?.title ?? 'Sample'} caption={load.view ? `${load.view.reference}: ${load.view.population}` : undefined} back={{ to: '#/samples', text: 'the samples' }} wide>
      <Loading of={load} what="the sample">
        {(view) => {
          const shown = presentSample(view);
          return (
            <>
              <p class="govuk-body-l">{shown.says}</p>
              <p class="govuk-body">{shown.notHeard}</p>
              <h2 class="govuk-heading-m">Cases</h2>
              <Cases lines={shown.cases} mayFind={may.decide} mayRead={may.work} />
              <h2 class="govuk-heading-m">What was found</h2>
              <Counts caption="Cases by finding" heading="Finding" rows={shown.findings} />
              <h2 class="govuk-heading-m">How it was drawn</h2>
              {shown.unreached && <p class="govuk-body">{shown.unreached}</p>}
              <Table
                caption="Strata" hideCaption narrow rows={shown.strata} rowKey={(row) => row.name}
                columns={[
                  { heading: 'Stratum', names: true, cell: (row) => row.name },
                  { heading: 'Could be drawn', numeric: true, cell: (row) => row.eligible },
                  { heading: 'Drawn', numeric: true, cell: (row) => row.drawn },
                ]}
              />
              {shown.leftOut.length > 0 && <Counts caption="Cases left out, by reason" heading="Left out because" rows={shown.leftOut} />}
              <ul class="govuk-list govuk-list--bullet cw-page--text">{shown.method.map((line) => <li key={line}>{line}</li>)}</ul>
              <ToFolder
                title="Write it to files" verb="export_sample" request={{ id }} button="Write the files" working="Writing the files…"
                hint="For a page that states the method, the whole ranked list, and what was found."
              />
            </>
          );
        }}
      </Loading>
    </Page>
  );
}

function Cases({ lines, mayFind, mayRead }: { lines: FoundLine[]; mayFind: boolean; mayRead: boolean }): JSX.Element {
  return (
    <Table
      caption="The cases that were drawn" hideCaption rows={lines} rowKey={(line) => line.reference}
      columns={[
        { heading: 'Case', names: true, tight: true, cell: (line) => (mayRead ? <Link to={`#/cases/${line.reference}`} quiet>{line.reference}</Link> : line.reference) },
        { heading: 'Stratum', cell: (line) => line.stratum },
        { heading: 'Finding', cell: (line) => <Tag {...line.finding} /> },
        { heading: 'Child heard', tight: true, cell: (line) => line.heard },
        { heading: 'Looked at, and missing', wide: true, cell: (line) => line.words },
        { heading: 'By', cell: (line) => line.by },
        ...(mayFind ? [{ heading: 'Next', forHand: true, cell: (line: FoundLine) => <Link to={line.to} quiet about={`of ${line.reference}`}>{line.action}</Link> }] : []),
      ]}
    />
  );
}

function Counts({ caption, heading, rows }: { caption: string; heading: string; rows: { what: string; count: number }[] }): JSX.Element {
  return (
    <Table
      caption={caption} hideCaption narrow rows={rows} rowKey={(row) => row.what}
      columns={[{ heading, names: true, cell: (row) => row.what }, { heading: 'Cases', numeric: true, cell: (row) => row.count }]}
    />
  );
}
