// The flags of the worklist as rows, each with its reason and what to do next.
import type { JSX } from 'preact';
import { Button, Link } from '../../components/button';
import { Table, type Column } from '../../components/table';
import { SeverityTag } from '../../components/tag';
import { useDesk } from '../../session';
import type { ListedFlag, WorklistShown } from './presenter';

export function FlagsTable({ shown, wake }: { shown: WorklistShown; wake: (flag: ListedFlag) => void }): JSX.Element {
  const { may } = useDesk();
  const next: Column<ListedFlag> = { heading: 'Next', forHand: true, cell: (row) => <Next row={row} wake={wake} /> };
  return (
    <Table<ListedFlag>
      caption={`Worklist as at ${shown.asAt}`} hideCaption rows={shown.rows} rowKey={(row) => row.key}
      columns={[
        { heading: 'Case', names: true, tight: true, cell: (row) => (may.work ? <Link to={row.to} quiet>{row.reference}</Link> : row.reference) },
        { heading: 'What, and why', wide: true, cell: (row) => <><strong>{row.says}</strong><span class="cw-why">{row.explanation}</span><AtRest row={row} /></> },
        { heading: 'Level', cell: (row) => row.level },
        { heading: shown.isAhead ? 'When' : 'How late', tight: true, cell: (row) => <><SeverityTag severity={row.severity} /><span class="cw-late">{row.late}</span></> },
        { heading: 'Due', tight: true, cell: (row) => row.due },
        { heading: 'Practitioner and team', cell: (row) => <>{row.practitioner}<span class="cw-late cw-quiet">{row.team}</span></> },
        ...(may.work ? [next] : []),
      ]}
    />
  );
}

function AtRest({ row }: { row: ListedFlag }): JSX.Element | null {
  if (row.rest === null) return null;
  return <span class="cw-why cw-rest"><strong>{row.rest.until}.</strong> {row.rest.why}</span>;
}

/** What a practitioner does next; a manager may let the flag rest, or wake it. */
function Next({ row, wake }: { row: ListedFlag; wake: (flag: ListedFlag) => void }): JSX.Element {
  const { may } = useDesk();
  const about = `“${row.says}” of ${row.reference}`;
  return (
    <ul class="govuk-list cw-next">
      <li><Link to={row.step.to} quiet about={`for ${about}`}>{row.step.text}</Link></li>
      {may.decide && row.toRest && <li><Link to={row.toRest} quiet about={about}>Let it rest</Link></li>}
      {may.decide && row.mayWake && <li><Button kind="secondary" small onClick={() => wake(row)} about={about}>Wake</Button></li>}
    </ul>
  );
}
