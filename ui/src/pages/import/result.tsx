// What an import would do, or did: counts, refused cells with their reasons, what was read as blank.
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Link } from '../../components/button';
import { Details } from '../../components/details';
import { Table } from '../../components/table';
import { count } from '../../words/dates';
import type { ImportShown } from './presenter';

export function ImportResult({ shown, dryRun }: { shown: ImportShown; dryRun: boolean }): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="cw-section">
      <h2 class="govuk-heading-m" tabIndex={-1} ref={heading}>{dryRun ? 'What would happen' : 'The cases were brought in'}</h2>
      <ul class="govuk-list govuk-list--bullet">{shown.says.map((said) => <li key={said}>{said}</li>)}</ul>
      {shown.refused.length > 0 && (
        <Table
          caption={`${count(shown.refusedRows, 'refused row')}, with each wrong cell`} rows={shown.refused} rowKey={(line) => line.key}
          columns={[
            { heading: 'Row', names: true, numeric: true, cell: (line) => line.row },
            { heading: 'Column', cell: (line) => line.column },
            { heading: 'Why it is refused', cell: (line) => line.reason },
          ]}
        />
      )}
      {shown.notes.length > 0 && (
        <Details summary={`${count(shown.notes.length, 'note')}: what was read as blank or not read`}>
          <Table
            caption="Notes on the file" hideCaption rows={shown.notes} rowKey={(line) => line.key}
            columns={[
              { heading: 'Row', names: true, numeric: true, cell: (line) => line.row },
              { heading: 'Column', cell: (line) => line.column },
              { heading: 'Note', cell: (line) => line.note },
            ]}
          />
        </Details>
      )}
      {!dryRun && shown.brought.length > 0 && (
        <Details summary={`${count(shown.brought.length, 'row')} and the references that they became`}>
          <Table
            caption="Rows and references" hideCaption rows={shown.brought} rowKey={(line) => line.row}
            columns={[
              { heading: 'Row', numeric: true, cell: (line) => line.row },
              { heading: 'Case', names: true, cell: (line) => <Link to={line.to} quiet>{line.reference}</Link> },
            ]}
          />
        </Details>
      )}
    </section>
  );
}
