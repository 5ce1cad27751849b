// The version beside the one last signed. What differs is said in words, and then in colour.
import type { JSX } from 'preact';
import { Table, type Column } from '../../components/table';
import { Tag } from '../../components/tag';
import type { Compared, Mark, MarkedLine } from '../../words/compare';
import type { Tag as Shown } from '../../words/labels';
import type { DecisionShown } from './presenter';

const MARK: Record<Mark, Shown | null> = {
  same: null,
  new: { text: 'New', colour: 'green' },
  changed: { text: 'Changed', colour: 'yellow' },
  removed: { text: 'Removed', colour: 'orange' },
};

export function SideBySide({ shown }: { shown: DecisionShown }): JSX.Element {
  const signed: Column<Compared>[] = shown.lastSigned
    ? [{ heading: `Last signed: ${shown.lastSigned.title.toLowerCase()}`, cell: (row) => <Marked lines={row.before} /> }]
    : [];
  const marked: Column<Compared>[] = shown.lastSigned
    ? [{ heading: 'What is new', cell: (row) => { const tag = MARK[row.mark]; return tag ? <Tag {...tag} /> : <span class="cw-quiet">Same</span>; } }]
    : [];
  return (
    <>
      <p class="govuk-body"><strong>{shown.differs}</strong></p>
      {shown.lastSigned && <p class="govuk-body-s">{shown.lastSigned.title}: {shown.lastSigned.says}</p>}
      <Table<Compared>
        caption={`The ${shown.what}`} hideCaption rows={shown.rows} rowKey={(row) => row.key}
        columns={[
          { heading: 'Part', names: true, cell: (row) => row.label },
          ...signed,
          { heading: 'This version', cell: (row) => <Marked lines={row.after} plain={shown.lastSigned === null} /> },
          ...marked,
        ]}
      />
    </>
  );
}

function Marked({ lines, plain = false }: { lines: MarkedLine[]; plain?: boolean }): JSX.Element {
  if (lines.length === 0) return <span class="cw-quiet">Not recorded</span>;
  return (
    <div class="cw-marked">
      {lines.map((line, place) => {
        if (plain || line.mark === 'same') return <p key={place}>{line.text}</p>;
        const word = <span class="cw-marked__word">{line.mark === 'new' ? 'new' : 'removed'}: </span>;
        return <p key={place}>{word}{line.mark === 'new' ? <ins>{line.text}</ins> : <del>{line.text}</del>}</p>;
      })}
    </div>
  );
}
