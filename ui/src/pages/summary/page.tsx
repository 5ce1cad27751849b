// The progress summary for a period, as much of it as a profile shows; the pack that is made of it; and every pack before.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Refused } from '../../api/call';
import { Button, Link } from '../../components/button';
import { Details } from '../../components/details';
import { FilterSelect, FilterText, Filters } from '../../components/filters';
import { Loading, useLoad, type Load } from '../../components/load';
import { Empty } from '../../components/notice';
import { Page } from '../../components/page';
import { printOpened } from '../../components/print';
import { Table } from '../../components/table';
import { href, type Query } from '../../router';
import { useDesk } from '../../session';
import { PROFILES } from '../../words/profiles';
import type { PacksView, RecipientsView } from '../../api/types';
import type { PageProps } from '..';
import { recipientChoices } from '../sharing/presenter';
import { PackForm } from './pack_form';
import { askedAfter, chosenIn, mayPrint, presentPacks, presentSummary, profileIn, tableToLeaveOut, type Chosen, type PackLine } from './presenter';
import { Preview, SummaryBody } from './shown';

export function SummaryPage({ query }: PageProps): JSX.Element {
  const recipients = useLoad('list_recipients', {});
  const packs = useLoad('list_packs', {});
  const { session } = useDesk();
  return (
    <Page title="Progress summary" wide>
      <Loading of={recipients} what="the recipients">
        {(view) => <Summary chosen={chosenIn(query, view.recipients, session.today)} own={profileIn(query)} recipients={view} packs={packs} />}
      </Loading>
      <h2 class="govuk-heading-m">Packs that were made</h2>
      <Loading of={packs} what="the packs">
        {(view) => (view.packs.length === 0 ? <Empty>No pack was made yet.</Empty> : <Packs lines={presentPacks(view.packs)} />)}
      </Loading>
    </Page>
  );
}

function Summary({ chosen, own, recipients, packs }: {
  chosen: Chosen;
  /** The profile that somebody chose; empty: what is usual for the recipient. */
  own: string;
  recipients: RecipientsView;
  packs: Load<PacksView>;
}): JSX.Element {
  const { from, to, profile, leave_out } = chosen;
  const load = useLoad('view_summary', { from, to, profile, leave_out });
  const asked = (filters: Query) => askedAfter({ recipient: chosen.recipient, profile: own }, filters);
  // What is wrong with a pack stands at its field too, and the fields of its period and profile are up here.
  const [packRefused, setRefused] = useState<Refused | null>(null);
  const wrong = (name: string) => [load.refused, packRefused].flatMap((refused) => refused?.fields ?? []).find(({ field }) => field === name)?.message ?? null;
  const without = load.refused && tableToLeaveOut(load.refused);
  return (
    <>
      <Filters path="/summary" label="What the summary shows" apply="Show the summary" clear="Last full quarter" few asked={asked}>
        <FilterText name="from" label="From" value={from} error={wrong('from')} />
        <FilterText name="to" label="To" value={to} error={wrong('to')} />
        <FilterSelect name="recipient" label="For" all="Nobody named" choices={recipientChoices(recipients.recipients)} value={chosen.recipient} error={wrong('recipient')} />
        <FilterSelect name="profile" label="Shows" all="As usual for them" choices={PROFILES} value={own} error={wrong('profile')} />
      </Filters>
      <Loading of={load} what="the summary">
        {(view) => {
          const body = (
            <SummaryBody shown={presentSummary(view)}>
              <div class="cw-bar">
                <PackForm key={JSON.stringify(chosen)} chosen={chosen} made={packs.reload} refused={setRefused} />
                {mayPrint(view.profile) && <Button kind="secondary" small onClick={() => void printOpened()}>Print this summary</Button>}
              </div>
            </SummaryBody>
          );
          return mayPrint(view.profile) ? body : <Preview instead="These numbers were not given to anybody, so they are not printed. Make the pack first, and print that.">{body}</Preview>;
        }}
      </Loading>
      {without && <p class="govuk-body"><Link to={href('/summary', { ...chosen, leave_out: [...leave_out, without].join(',') })}>Show it without that table</Link></p>}
    </>
  );
}

function Packs({ lines }: { lines: PackLine[] }): JSX.Element {
  return (
    <Table
      caption="Packs, the newest first" hideCaption rows={lines} rowKey={(line) => line.id}
      columns={[
        { heading: 'Period', names: true, cell: (line) => <Link to={line.toView} quiet about={`: ${line.profile}, ${line.made}`}>{line.period}</Link> },
        { heading: 'Profile', tight: true, cell: (line) => line.profile },
        { heading: 'For', cell: (line) => line.recipient },
        { heading: 'Made', cell: (line) => line.made },
        { heading: 'Files', wide: true, cell: (line) => <Details summary={<>{line.count}<span class="govuk-visually-hidden"> of the pack for {line.period}, {line.made}</span></>}><ul class="govuk-list">{line.files.map((file) => <li key={file} class="cw-path">{file}</li>)}</ul></Details> },
        { heading: 'Next', forHand: true, cell: (line) => <><Link to={line.toRecord} quiet about={`: ${line.period}, ${line.made}`}>Record that it was shared</Link><br /><Link to={line.toWrite} quiet about={`: ${line.period}, ${line.made}`}>Write it again</Link></> },
      ]}
    />
  );
}
