// The review intervals, time limits and floors: in force, to come, and past.
import type { JSX } from 'preact';
import { Link, LinkButton } from '../../components/button';
import { Loading, useLoad } from '../../components/load';
import { Page } from '../../components/page';
import { SummaryList } from '../../components/summary_list';
import { Table } from '../../components/table';
import { useDesk } from '../../session';
import { sayDate } from '../../words/dates';
import { presentPolicies, type PolicyShown } from './presenter';
import { Settings } from './settings_page';

export function PolicyPage(): JSX.Element {
  const { choices, may, session } = useDesk();
  const load = useLoad('view_policy', {});
  return (
    <Settings>
      <Page title="Review intervals and time limits" wide>
        <p class="govuk-body">Each authority sets its own. A new policy holds from a day on and never rewrites what was due before.</p>
        {may.keep && <LinkButton to="#/settings/policy/new">Set a new policy</LinkButton>}
        <Loading of={load} what="the policy">
          {(view) => (
            <>
              {presentPolicies(view, choices, session.today).map((policy) => <OnePolicy key={policy.key} policy={policy} mayChange={may.keep} />)}
              <p class="govuk-body-s cw-quiet">Working days leave out weekends and <Link to="#/settings/bank-holidays" quiet>bank holidays</Link>, which are known to {sayDate(view.bank_holidays_known_to)}.</p>
            </>
          )}
        </Loading>
      </Page>
    </Settings>
  );
}

function OnePolicy({ policy, mayChange }: { policy: PolicyShown; mayChange: boolean }): JSX.Element {
  return (
    <section class="cw-section">
      <h2 class="govuk-heading-m">{policy.title}</h2>
      {mayChange && policy.toChange && <p class="govuk-body"><Link to={policy.toChange} quiet about={`the policy: ${policy.title.toLowerCase()}`}>Change it before it takes effect</Link></p>}
      <Table
        caption={`Levels of risk. ${policy.title}`} hideCaption rows={policy.levels} rowKey={({ level }) => level}
        columns={[
          { heading: 'Level', names: true, cell: ({ level }) => level },
          { heading: 'A review every', cell: ({ every }) => every },
          { heading: 'Never later than', cell: ({ ceiling }) => ceiling },
          { heading: 'Critically overdue after', cell: ({ critical }) => critical },
        ]}
      />
      <SummaryList compact lines={policy.clocks} />
      <h3 class="govuk-heading-s">Floors, below which a level is warned of</h3>
      {policy.floors.length === 0
        ? <p class="govuk-body-s">None.</p>
        : <ul class="govuk-list govuk-list--bullet cw-list">{policy.floors.map((floor) => <li key={floor}>{floor}</li>)}</ul>}
    </section>
  );
}
