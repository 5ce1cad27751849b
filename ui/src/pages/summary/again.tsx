// Writing a pack again, byte for byte as it was made: nothing new is shown.
import type { JSX } from 'preact';
import { Loading, useLoad } from '../../components/load';
import { Page } from '../../components/page';
import { SummaryList } from '../../components/summary_list';
import type { PageProps } from '..';
import { presentPacks } from './presenter';
import { ToFolder } from './to_folder';

export function WriteAgainPage({ at }: PageProps): JSX.Element {
  const packs = useLoad('list_packs', {});
  return (
    <Page title="Write a pack again" back={{ to: '#/summary', text: 'the summary and packs' }}>
      <Loading of={packs} what="the packs">
        {(view) => {
          const line = presentPacks(view.packs).find(({ id }) => id === at.pack);
          if (!line) return <p class="govuk-body">There is no such pack. Go back and choose one of the list.</p>;
          return (
            <>
              <SummaryList lines={[{ key: 'Period', value: line.period }, { key: 'Profile', value: line.profile }, { key: 'For', value: line.recipient }, { key: 'Made', value: line.made }]} />
              <ToFolder
                title="Where to" verb="remake_pack" request={{ pack_id: line.id }} button="Write it again" working="Writing the pack…"
                hint="The files are the same as when the pack was made. What changed in the register since is not in them."
              />
            </>
          );
        }}
      </Loading>
    </Page>
  );
}
