// A pack as it was made: what whoever was given it reads, to be read and printed here.
import type { JSX } from 'preact';
import { Button, Link } from '../../components/button';
import { Loading, useLoad } from '../../components/load';
import { Page } from '../../components/page';
import { printOpened } from '../../components/print';
import { href } from '../../router';
import type { PageProps } from '..';
import { presentSummary } from './presenter';
import { SummaryBody } from './shown';

export function PackPage({ at }: PageProps): JSX.Element {
  const pack = at.pack ?? '';
  const load = useLoad('view_pack', { pack_id: pack });
  const shown = load.view && presentSummary(load.view);
  return (
    <Page title={shown?.title ?? 'Pack'} wide back={{ to: '#/summary', text: 'the summary and packs' }} error={load.refused !== null}>
      <Loading of={load} what="the pack">
        {() => shown && (
          <SummaryBody shown={shown} own>
            <div class="cw-also cw-no-print">
              <Button kind="secondary" small onClick={() => void printOpened()}>Print this pack</Button>
              <Link to={href('/sharing/record', { pack })}>Record that it was shared</Link>
              <Link to={href(`/summary/again/${pack}`)}>Write it again</Link>
            </div>
          </SummaryBody>
        )}
      </Loading>
    </Page>
  );
}
