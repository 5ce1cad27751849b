// Stability: each change of worker in a period, with its reason.
import type { JSX } from 'preact';
import { useLoad } from '../../components/load';
import { usePaper } from '../../components/paper';
import { Table } from '../../components/table';
import { useDesk } from '../../session';
import type { PageProps } from '..';
import { CaseLink, PageOfPeriod } from './in_period';
import { askInPeriod, askOnPaper } from './period';
import { presentWorkers, type Moved, type WorkerLine } from './workers';

const COUNTED = [
  'Changes of practitioner or manager in the period. The first people of a case take over from nobody, which is no change.',
  'A case kept its practitioner if nobody else had it in the period. Cases open on the last day are counted; those without a practitioner are not recorded, and at worst each of them lost theirs.',
  'A change without a reason is counted as not recorded.',
];

export function WorkersPage({ query }: PageProps): JSX.Element {
  const { choices } = useDesk();
  const load = useLoad('list_worker_changes', askInPeriod(query));
  const paper = usePaper('list_worker_changes', askOnPaper(query));
  return (
    <PageOfPeriod
      title="Changes of worker" path="/oversight/workers" what="the changes of worker" query={query} load={load} paper={paper} counted={COUNTED}
      present={(view) => presentWorkers(view, query, choices)} withheld=""
    >
      {(rows) => (
        <Table<WorkerLine>
          caption="Changes of worker, newest first" hideCaption rows={rows} rowKey={(row) => row.key}
          columns={[
            { heading: 'Case', names: true, tight: true, cell: (row) => <CaseLink of={row} /> },
            { heading: 'From', cell: (row) => row.on },
            { heading: 'Practitioner', cell: (row) => <Change of={row.practitioner} /> },
            { heading: 'Manager', cell: (row) => <Change of={row.manager} /> },
            { heading: 'Why', cell: (row) => row.reason },
            { heading: 'Team', cell: (row) => row.team },
          ]}
        />
      )}
    </PageOfPeriod>
  );
}

function Change({ of }: { of: Moved }): JSX.Element {
  return of.to === null ? <span class="cw-quiet">{of.from}, as before</span> : <>{of.from}<span class="cw-late">then {of.to}</span></>;
}
