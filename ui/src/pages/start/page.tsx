// The first page: what waits for me, each number a link to its list.
import type { ComponentChildren, JSX } from 'preact';
import { call } from '../../api/call';
import { Button, Link, LinkButton } from '../../components/button';
import { Loading, useLoad } from '../../components/load';
import { Inset, Warning } from '../../components/notice';
import { Page } from '../../components/page';
import { SummaryList, type Line } from '../../components/summary_list';
import { Table } from '../../components/table';
import { SeverityTag } from '../../components/tag';
import { useDesk } from '../../session';
import { askFlags } from '../worklist/presenter';
import { FIRST, presentFirst, presentStart, sayDeputies, type DraftLine, type LineShown, type ReturnedLine, type StartShown, type TilesShown } from './presenter';

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
              {shown.holidays && <Holidays says={shown.holidays} />}
              {shown.away && <Deputies />}
              <div class="cw-two">
                <div>
                  {may.work && <Tiles title="Your cases" shown={shown.mine} whose="on your cases" />}
                  {may.work && <First />}
                  {!may.lists && <ForAdministrators />}
                  {may.lists && !may.work && <Tiles title="All cases" shown={shown.all} whose="on all cases" />}
                </div>
                <div>
                  <Lines shown={shown} />
                  {shown.myTeam && <Tiles title={`Your team: ${shown.myTeam.team}`} shown={shown.myTeam} whose="on the cases of your team" />}
                  {may.work && <Tiles title="All cases" shown={shown.all} whose="on all cases" />}
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

/** What else waits: each line a number and the list that shows the same number. */
function Lines({ shown }: { shown: StartShown }): JSX.Element {
  const { may } = useDesk();
  const lines: Line[] = [];
  if (may.work) {
    lines.push({ key: 'Waiting for sign-off', value: shown.waiting.none ? 'Nothing' : (
      <>{!shown.toDecide.none && <><Link to={shown.toDecide.to} quiet>{shown.toDecide.text}</Link>, of </>}<Link to={shown.waiting.to} quiet>{shown.waiting.text}</Link></>
    ) });
  }
  if (may.lists) {
    lines.push({ key: 'Reviews missing, late or not signed', value: shown.noReview.none ? 'None: every open case is reviewed in time, and its reviews are signed' : (
      <><Link to={shown.noReview.to} quiet>{shown.noReview.text}</Link> of <Link to={shown.openCases.to} quiet>{shown.openCases.text}</Link></>
    ) });
  }
  if (may.work) lines.push({ key: 'Settled late, no cause given yet', value: <LineTo line={shown.withoutCause} none="Nothing on your cases" /> });
  lines.push({ key: 'Action plan', value: <LineTo line={shown.actionPlan} none="No action is late" /> });
  if (may.plan) lines.push({ key: 'Sharing progress', value: <LineTo line={shown.sharing} none="Nothing is overdue" /> });
  if (shown.filters.length > 0) {
    lines.push({ key: 'Your filters', value: <ul class="govuk-list cw-list">{shown.filters.map(({ name, to }) => <li key={name}><Link to={to} quiet>{name}</Link></li>)}</ul> });
  }
  return <Section title="What else waits"><SummaryList compact lines={lines} /></Section>;
}

function Section({ title, children }: { title: string; children: ComponentChildren }): JSX.Element {
  return <section class="cw-section"><h2 class="govuk-heading-m">{title}</h2>{children}</section>;
}

function Holidays({ says }: { says: string }): JSX.Element {
  const { may } = useDesk();
  return <Warning>{says} {may.administer ? <Link to="#/settings/bank-holidays" quiet>Add the next bank holidays</Link> : 'Ask your administrator to add the next ones.'}</Warning>;
}

/** Who is away, and who decides meanwhile. */
function Deputies(): JSX.Element | null {
  const { session } = useDesk();
  const { view } = useLoad('list_deputies', {});
  const says = view ? sayDeputies(view, session.person) : [];
  return says.length === 0 ? null : <Inset>{says.map((said) => <p key={said} class="govuk-body">{said}</p>)}</Inset>;
}

/** What to do first: the worst flags on one's own cases, and the form that settles each. */
function First(): JSX.Element {
  const load = useLoad('list_flags', { ...askFlags({ whose: 'mine' }), limit: FIRST });
  return (
    <Section title="Do first">
      <Loading of={load} what="what to do first">
        {(view) => {
          const { flags, rest } = presentFirst(view);
          if (flags.length === 0) return <p class="govuk-body">Nothing is late on your cases.</p>;
          return (
            <>
              <ol class="cw-flags">
                {flags.map((flag) => (
                  <li key={flag.key} class={`cw-flag cw-flag--${flag.severity}`}>
                    <div class="cw-flag__head">
                      <Link to={flag.to} quiet>{flag.reference}</Link> <strong>{flag.says}</strong> <SeverityTag severity={flag.severity} /> <span class="cw-late cw-tight">{flag.late}</span>
                    </div>
                    <p class="cw-why">{flag.explanation}</p>
                    {flag.step && <p class="cw-flag__next"><Link to={flag.step.to} quiet about={`for “${flag.says}” of ${flag.reference}`}>{flag.step.text}</Link></p>}
                  </li>
                ))}
              </ol>
              {!rest.none && <p class="govuk-body"><Link to={rest.to} quiet>{rest.text}</Link></p>}
            </>
          );
        }}
      </Loading>
    </Section>
  );
}

function Tiles({ title, shown, whose }: { title: string; shown: TilesShown; whose: string }): JSX.Element {
  return (
    <section class="cw-section">
      <h2 class="govuk-heading-m">{title}</h2>
      <ul class="cw-tiles">
        {shown.tiles.map((tile) => (
          <li key={tile.severity} class={`cw-tile cw-tile--${tile.severity}`}>
            <a class="cw-tile__link" href={tile.to}>
              <span class="cw-tile__number">{tile.number}</span>
              <span class="cw-tile__words">{tile.words}</span>
              <span class="govuk-visually-hidden"> {whose}</span>
            </a>
          </li>
        ))}
      </ul>
      <p class="govuk-body-s cw-at-rest">
        {shown.atRest.none ? 'None at rest' : <Link to={shown.atRest.to} quiet about={whose}>{shown.atRest.text}</Link>}
      </p>
    </section>
  );
}

function LineTo({ line, none }: { line: LineShown; none: string }): JSX.Element {
  return line.none ? <>{none}</> : <Link to={line.to} quiet>{line.text}</Link>;
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
        <li><Link to="#/settings/bank-holidays" quiet>Bank holidays</Link></li>
        <li><Link to="#/settings/backup" quiet>Back up the register</Link></li>
        <li><Link to="#/settings/verify" quiet>Check the register</Link></li>
        <li><Link to="#/import" quiet>Bring in a tracker or a census</Link></li>
      </ul>
    </Section>
  );
}
