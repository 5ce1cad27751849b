// Missing children: each episode of a period, with the clock for the return interview and its themes.
import type { JSX } from 'preact';
import { useLoad } from '../../components/load';
import { usePaper } from '../../components/paper';
import { Table, type Column } from '../../components/table';
import { Tag } from '../../components/tag';
import { useDesk } from '../../session';
import type { PageProps } from '..';
import { CaseLink, PageOfPeriod } from './in_period';
import { presentMissing, type MissingLine } from './missing';
import { askInPeriod, askOnPaper } from './period';

const COUNTED = [
  'Missing episodes that began in the period, as they stand today.',
  'The clock runs from the return. What falls due on a day may be done on that day, so an interview that is not held is late from the next.',
  'An interview that the child declined was offered, and was not held.',
  'Not recorded: the child has not returned, the clock still runs, or a time of day that would tell is missing. The worst case counts each of them as not held in time.',
];

export function MissingPage({ query }: PageProps): JSX.Element {
  const { may } = useDesk();
  const load = useLoad('list_missing', askInPeriod(query));
  const paper = usePaper('list_missing', askOnPaper(query));
  const themes: Column<MissingLine> = { heading: 'Themes', wide: true, cell: (row) => <span class="cw-lines">{row.themes || 'None recorded'}</span> };
  return (
    <PageOfPeriod
      title="Missing children" path="/oversight/missing" what="the missing episodes" query={query} load={load} paper={paper} counted={COUNTED}
      present={(view) => presentMissing(view, query)}
      withheld="The themes of the interviews are left out below: an analyst sees no free text about a child."
    >
      {(rows) => (
        <Table<MissingLine>
          caption="Missing episodes, newest first" hideCaption rows={rows} rowKey={(row) => row.key}
          columns={[
            { heading: 'Case', names: true, tight: true, cell: (row) => <CaseLink of={row} /> },
            { heading: 'Missing', cell: (row) => <>From {row.from}<span class="cw-late">{row.returned}</span></> },
            { heading: 'Return interview', wide: true, cell: (row) => <><Tag {...row.clock} /><span class="cw-late">{[row.hours, row.offered].filter(Boolean).join(' ')}</span></> },
            ...(may.work ? [themes] : []),
            { heading: 'Team', cell: (row) => row.team },
          ]}
        />
      )}
    </PageOfPeriod>
  );
}
