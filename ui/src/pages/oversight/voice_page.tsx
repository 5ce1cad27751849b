// Children's voice: how the child took part in each review of a period, and what changed because of it.
import type { JSX } from 'preact';
import { useLoad } from '../../components/load';
import { usePaper } from '../../components/paper';
import { Table, type Column } from '../../components/table';
import { Tag } from '../../components/tag';
import { useDesk } from '../../session';
import type { PageProps } from '..';
import { CaseLink, PageOfPeriod } from './in_period';
import { askInPeriod, askOnPaper } from './period';
import { presentVoice, type VoiceLine } from './voice';

const COUNTED = [
  'Reviews held in the period, each as it was last written, signed off or not. Reviews that a tracker reported count too, and say so.',
  'A child’s view reached a review if the child attended and spoke, was spoken for or showed what they wanted (PN1 to PN3), or sent their view or somebody with it (PN5, PN6). It did not if the child attended and said nothing (PN4) or sent nothing (PN7).',
  'Children under 4 (PN0) are left out of the rate.',
  'A review without a code is not recorded. The worst case counts each of them as not heard.',
];

export function VoicePage({ query }: PageProps): JSX.Element {
  const { choices, may } = useDesk();
  const load = useLoad('list_voice', askInPeriod(query));
  const paper = usePaper('list_voice', askOnPaper(query));
  const changed: Column<VoiceLine> = { heading: 'What changed because of the child’s views', wide: true, cell: (row) => <span class="cw-lines">{row.changed}</span> };
  return (
    <PageOfPeriod
      title="Children’s voice" path="/oversight/voice" what="the reviews" query={query} load={load} paper={paper} counted={COUNTED}
      present={(view) => presentVoice(view, query, choices)}
      withheld="What changed because of a child’s views is counted above and left out below: an analyst sees no free text about a child."
    >
      {(rows) => (
        <Table<VoiceLine>
          caption="Reviews, newest first" hideCaption rows={rows} rowKey={(row) => row.key}
          columns={[
            { heading: 'Case', names: true, tight: true, cell: (row) => <CaseLink of={row} /> },
            { heading: 'Held', cell: (row) => <>{row.held}{row.reported && <span class="cw-late cw-quiet">reported by a tracker</span>}</> },
            { heading: 'How the child took part', wide: true, cell: (row) => <><Tag {...row.heard} /><span class="cw-late">{row.how}</span></> },
            ...(may.work ? [changed] : []),
            { heading: 'Team', cell: (row) => row.team },
          ]}
        />
      )}
    </PageOfPeriod>
  );
}
