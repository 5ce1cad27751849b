// The preview of a policy: nothing is saved until this has been read.
import type { JSX } from 'preact';
import type { PolicyPreview } from '../../api/types';
import { Button, Link } from '../../components/button';
import { Details } from '../../components/details';
import { Waiting } from '../../components/load';
import { Page } from '../../components/page';
import { Table } from '../../components/table';
import { useDesk } from '../../session';
import { count, sayDate } from '../../words/dates';
import { presentPreview, type PreviewDayLine, type PreviewLine, type PreviewRuleLine } from './policy_preview';

export function PolicyPreviewPage({ preview, busy, save, change }: {
  preview: PolicyPreview;
  busy: boolean;
  save: () => void;
  /** Back to the form, with everything that was typed. */
  change: () => void;
}): JSX.Element {
  const shown = presentPreview(preview);
  return (
    <Page title="What would fall due" caption={`A policy from ${sayDate(preview.effective_from)}; nothing is saved yet`} wide>
      <h2 class="govuk-heading-m">{shown.finding}</h2>
      {shown.says.map((said) => <p key={said} class="govuk-body">{said}</p>)}
      <div class="cw-two">
        {shown.days.length > 0 && (
          <div>
            <Days caption="Days on which cases become overdue sooner" rows={shown.days} />
            {shown.restDays.length > 0 && <Details summary={`The other ${shown.restDays.length} days`}><Days caption="The other days" rows={shown.restDays} /></Details>}
          </div>
        )}
        <div>
          {shown.rules.length > 0 && <Rules caption={`Flags on the day after ${sayDate(preview.effective_from)}, by rule`} rows={shown.rules} />}
          {shown.sameRules.length > 0 && <Details summary={`${count(shown.sameRules.length, 'rule')} with as many flags as now`}><Rules caption="Rules with as many flags as now" rows={shown.sameRules} /></Details>}
        </div>
      </div>
      {shown.first.length > 0 && <Cases caption={shown.casesTitle} rows={shown.first} />}
      {shown.rest.length > 0 && <Details summary={`The other ${shown.rest.length} cases`}><Cases caption="The others, soonest first" rows={shown.rest} /></Details>}
      <div class="govuk-button-group cw-buttons">
        <Button busy={busy} onClick={save}>Save the policy</Button>
        <Button kind="secondary" onClick={change}>Change it</Button>
        <Link to="#/settings/policy" quiet>Leave, and finish later</Link>
      </div>
      {busy && <Waiting says="Saving the policy, and working out what every open case owes…" />}
    </Page>
  );
}

function Days({ caption, rows }: { caption: string; rows: PreviewDayLine[] }): JSX.Element {
  return (
    <Table
      caption={caption} rows={rows} rowKey={({ key }) => key}
      columns={[
        { heading: 'Day', names: true, cell: ({ day }) => day },
        { heading: 'Cases', numeric: true, cell: ({ cases }) => cases },
      ]}
    />
  );
}

function Rules({ caption, rows }: { caption: string; rows: PreviewRuleLine[] }): JSX.Element {
  return (
    <Table
      caption={caption} rows={rows} rowKey={({ key }) => key}
      columns={[
        { heading: 'Rule', names: true, cell: ({ says }) => says },
        { heading: 'As it is', numeric: true, cell: ({ now }) => now },
        { heading: 'Under this policy', numeric: true, cell: ({ then }) => then },
        { heading: 'Change', cell: ({ change }) => change },
      ]}
    />
  );
}

function Cases({ caption, rows }: { caption: string; rows: PreviewLine[] }): JSX.Element {
  const { may } = useDesk();
  return (
    <Table
      caption={caption} rows={rows} rowKey={({ reference }) => reference}
      columns={[
        { heading: 'Case', names: true, tight: true, cell: (row) => (may.work ? <Link to={row.toCase} quiet>{row.reference}</Link> : row.reference) },
        { heading: 'What', cell: ({ says }) => says },
        { heading: 'Due as it is', tight: true, cell: ({ dueNow }) => dueNow },
        { heading: 'Due under this policy', tight: true, cell: ({ dueThen }) => dueThen },
      ]}
    />
  );
}
