// The first page: what waits for me, each number a link to its list.
import type { ComponentChildren, JSX } from 'preact';
import { call } from '../../api/call';
import { Button, Link, LinkButton } from '../../components/button';
import { Loading, useLoad } from '../../components/load';
import { Page } from '../../components/page';
import { Table } from '../../components/table';
import { useDesk } from '../../session';
import { presentStart, type DraftLine, type ReturnedLine, type StartShown, type Tile } from './presenter';

export function StartPage(): JSX.Element {
  const { may } = useDesk();
  const load = useLoad('start_page', {});
  const forget = (key: string) => call('discard_draft', { key }).then(load.reload, load.reload);
  return (
    <Page title="What waits for you" wide>
      <Loading of={load} what="what waits for you">
        {(view) => {
          const shown = presentStart(view, may);
          return (
            <>
              {shown.empty && may.lists && <NothingYet />}
              <div class="cw-two">
                <div>
                  {may.work && <Tiles title="Your cases" tiles={shown.mine} whose="on your cases" />}
                  {may.lists ? <Tiles title="All cases" tiles={shown.all} whose="on all cases" /> : <ForAdministrators />}
                </div>
                <div>
                  {may.lists && <Section title="Reviews missing, late or not signed"><LineTo line={shown.noReview} none="Every open case has been reviewed in time, and its reviews are signed." /></Section>}
                  {may.work && <Section title="Waiting for sign-off"><LineTo line={shown.toDecide} none="Nothing waits for sign-off." /></Section>}
                  <Section title="Action plan"><LineTo line={shown.actionPlan} none="No action of the action plan is late." /></Section>
                </div>
              </div>
              <Returned lines={shown.returned} />
              <Drafts lines={shown.drafts} forget={forget} />
            </>
          );
        }}
      </Loading>
    </Page>
  );
}

function Section({ title, children }: { title: string; children: ComponentChildren }): JSX.Element {
  return <section class="cw-section"><h2 class="govuk-heading-m">{title}</h2>{children}</section>;
}

function Tiles({ title, tiles, whose }: { title: string; tiles: Tile[]; whose: string }): JSX.Element {
  return (
    <section class="cw-section">
      <h2 class="govuk-heading-m">{title}</h2>
      <ul class="cw-tiles">
        {tiles.map((tile) => (
          <li key={tile.severity} class={`cw-tile cw-tile--${tile.severity}`}>
            <a class="cw-tile__link" href={tile.to}>
              <span class="cw-tile__number">{tile.number}</span>
              <span class="cw-tile__words">{tile.words}</span>
              <span class="govuk-visually-hidden"> {whose}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function LineTo({ line, none }: { line: StartShown['noReview']; none: string }): JSX.Element {
  return line.none
    ? <p class="govuk-body">{none}</p>
    : <p class="govuk-body"><Link to={line.to} quiet>{line.text}</Link></p>;
}

function Returned({ lines }: { lines: ReturnedLine[] }): JSX.Element | null {
  if (lines.length === 0) return null;
  return (
    <section class="cw-section">
      <h2 class="govuk-heading-m">Returned to you</h2>
      <Table
        caption="Work that a manager returned, with what to do instead" hideCaption rows={lines} rowKey={(line) => line.toForm}
        columns={[
          { heading: 'Case', cell: (line) => <Link to={line.toCase} quiet>{line.reference}</Link>, names: true, tight: true },
          { heading: 'What', cell: (line) => line.what },
          { heading: 'What to do instead', cell: (line) => <span class="cw-lines">{line.reason}</span> },
          { heading: 'Returned by', cell: (line) => line.by },
          { heading: 'Next', cell: (line) => <Link to={line.toForm} quiet about={`the ${line.what.toLowerCase()} of ${line.reference}`}>Put it right</Link> },
        ]}
      />
    </section>
  );
}

function Drafts({ lines, forget }: { lines: DraftLine[]; forget: (key: string) => void }): JSX.Element | null {
  if (lines.length === 0) return null;
  return (
    <section class="cw-section">
      <h2 class="govuk-heading-m">Not finished</h2>
      <Table
        caption="Forms that you began and did not send" hideCaption rows={lines} rowKey={(line) => line.key}
        columns={[
          { heading: 'Form', cell: (line) => (line.to ? <Link to={line.to} quiet>{line.title}</Link> : line.title), names: true },
          { heading: 'Last kept', cell: (line) => line.kept },
          { heading: 'Next', cell: (line) => <Button kind="secondary" small onClick={() => forget(line.key)} about={line.title}>Discard</Button> },
        ]}
      />
    </section>
  );
}

function NothingYet(): JSX.Element {
  const { may } = useDesk();
  return (
    <div class="cw-empty">
      <p class="govuk-body">The register is empty. Bring in the tracker that you keep today, or open the first case.</p>
      <div class="govuk-button-group">
        {may.import && <LinkButton to="#/import" kind="secondary">Bring in a tracker</LinkButton>}
        {may.work && <LinkButton to="#/cases/new" kind="secondary">Open a case</LinkButton>}
      </div>
    </div>
  );
}

/** Administrators look after the register and read no cases. */
function ForAdministrators(): JSX.Element {
  return (
    <Section title="Looking after the register">
      <p class="govuk-body">Cases are open to practitioners, managers and analysts only.</p>
      <ul class="govuk-list govuk-list--spaced">
        <li><Link to="#/settings" quiet>People and their roles</Link></li>
        <li><Link to="#/settings/teams" quiet>Teams</Link></li>
        <li><Link to="#/settings/policy" quiet>Review intervals and time limits</Link></li>
        <li><Link to="#/settings/backup" quiet>Back up the register</Link></li>
        <li><Link to="#/settings/verify" quiet>Check the register</Link></li>
        <li><Link to="#/import" quiet>Bring in a tracker or a census</Link></li>
      </ul>
    </Section>
  );
}
