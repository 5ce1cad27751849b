// The samples for audit that were drawn: every one, so that nobody draws until a sample pleases.
import type { JSX } from 'preact';
import { Link, LinkButton } from '../../components/button';
import { Loading, useLoad } from '../../components/load';
import { Empty } from '../../components/notice';
import { Page } from '../../components/page';
import { Table } from '../../components/table';
import { presentSamples } from './presenter';

export function SamplesPage(): JSX.Element {
  const load = useLoad('list_samples', {});
  return (
    <Page title="Samples for audit" wide>
      <p class="govuk-body cw-page--text">A sample is drawn by a rule that anybody can follow again from the same list and seed. Every draw is kept.</p>
      <LinkButton to="#/samples/new">Draw a sample</LinkButton>
      <Loading of={load} what="the samples">
        {(view) => (view.samples.length === 0 ? <Empty>No sample was drawn yet.</Empty> : (
          <Table
            caption="Samples, the newest first" hideCaption rows={presentSamples(view.samples)} rowKey={(line) => line.id}
            columns={[
              { heading: 'Sample', names: true, cell: (line) => <Link to={line.to} quiet>{line.title}</Link> },
              { heading: 'Reference', tight: true, cell: (line) => line.reference },
              { heading: 'Drawn from', wide: true, cell: (line) => line.population },
              { heading: 'Drawn on', cell: (line) => line.drawn },
              { heading: 'Looked at', tight: true, cell: (line) => line.looked },
            ]}
          />
        ))}
      </Loading>
    </Page>
  );
}
