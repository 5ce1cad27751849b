// The authority's action plan with its progress.
import type { JSX } from 'preact';
import { Link, LinkButton } from '../../components/button';
import { Details } from '../../components/details';
import { FilterSelect, FilterText, Filters } from '../../components/filters';
import { Loading, useLoad } from '../../components/load';
import { Empty } from '../../components/notice';
import { Page } from '../../components/page';
import { Table } from '../../components/table';
import { SeverityTag, Tag } from '../../components/tag';
import { useDesk } from '../../session';
import type { PageProps } from '..';
import { presentActionPlan, type ActionPlanShown, type ActionShown, type ObjectiveShown } from './presenter';

export function ActionPlanPage({ query }: PageProps): JSX.Element {
  const { may } = useDesk();
  const load = useLoad('view_action_plan', { as_at: query.as_at || null });
  const wrongDay = load.refused?.fields.find(({ field }) => field === 'as_at')?.message ?? null;
  return (
    <Page title="Action plan" wide>
      <div class="cw-bar">
        <div class="cw-item__actions">
          {may.plan && <LinkButton to="#/action-plan/objective/new">Add an objective</LinkButton>}
          <Link to="#/action-plan/coverage" quiet>Coverage of guidance</Link>
          {may.plan && <Link to="#/action-plan/import" quiet>Bring in a workbook</Link>}
          <Link to={query.as_at ? `#/action-plan/export?as_at=${encodeURIComponent(query.as_at)}` : '#/action-plan/export'} quiet>Save as a workbook</Link>
        </div>
        <Filters path="/action-plan" label="The plan as at a day" apply="Show" clear="Everything, today">
          <FilterSelect name="late" label="Actions" all="All actions" choices={[{ value: '1', label: 'Late only' }]} value={query.late} />
          <FilterText name="as_at" label="As at" hint="Today if left empty" value={query.as_at} error={wrongDay} />
        </Filters>
      </div>
      <Loading of={load} what="the action plan">{(view) => <Plan shown={presentActionPlan(view, query.late === '1')} onlyLate={query.late === '1'} />}</Loading>
    </Page>
  );
}

function Plan({ shown, onlyLate }: { shown: ActionPlanShown; onlyLate: boolean }): JSX.Element {
  if (shown.empty) {
    return <Empty>The action plan is empty. Bring in the workbook that you circulate, or add an objective under a theme and then the actions that will reach it.</Empty>;
  }
  return (
    <>
      <p class="govuk-body">As at {shown.asAt}: {shown.says}</p>
      {!onlyLate && <Themes shown={shown} />}
      {onlyLate && shown.plan.length === 0 && <Empty>No action is late. Choose “All actions” to see the whole plan.</Empty>}
      {shown.plan.map(({ theme, id, objectives }) => (
        <section key={id} class="cw-section" aria-labelledby={id}>
          <h2 class="govuk-heading-l" id={id}>{theme}</h2>
          {objectives.map((objective) => <Objective key={objective.id} objective={objective} />)}
        </section>
      ))}
    </>
  );
}

function Themes({ shown }: { shown: ActionPlanShown }): JSX.Element {
  return (
    <Table
      caption="Progress by theme" narrow rows={shown.themes} rowKey={(theme) => theme.theme}
      columns={[
        { heading: 'Theme', names: true, cell: (theme) => theme.theme },
        { heading: 'Actions', numeric: true, cell: (theme) => theme.actions },
        { heading: 'Complete', numeric: true, cell: (theme) => theme.complete },
        { heading: 'Effect confirmed', numeric: true, cell: (theme) => theme.confirmed },
        { heading: 'Late', numeric: true, cell: (theme) => theme.late },
        { heading: 'Date moved', numeric: true, cell: (theme) => theme.moved },
      ]}
    />
  );
}

function Objective({ objective }: { objective: ObjectiveShown }): JSX.Element {
  const { may } = useDesk();
  return (
    <section>
      <div class="cw-kind__head">
        <h3 class="govuk-heading-m">{objective.title}</h3>
        {may.plan && (
          <div class="cw-item__actions">
            <LinkButton to={objective.toAdd} kind="secondary" small>Add an action<Of what={objective.title} /></LinkButton>
            <Link to={objective.toChange} quiet about={`the objective ${objective.title}`}>Change</Link>
          </div>
        )}
      </div>
      {objective.actions.length === 0 ? <p class="govuk-body-s cw-quiet">No action yet. Add one, with an owner, a date and a measure.</p> : <Actions objective={objective} />}
    </section>
  );
}

function Of({ what }: { what: string }): JSX.Element {
  return <span class="govuk-visually-hidden"> to {what}</span>;
}

function Actions({ objective }: { objective: ObjectiveShown }): JSX.Element {
  const { may } = useDesk();
  return (
    <Table<ActionShown>
      caption={`Actions: ${objective.title}`} hideCaption rows={objective.actions} rowKey={(action) => action.id}
      columns={[
        { heading: 'Action', names: true, cell: (action) => <ActionCell action={action} /> },
        { heading: 'Owner', cell: (action) => <>{action.owner}{action.partners && <span class="cw-why">with {action.partners}</span>}</> },
        { heading: 'Due', cell: (action) => <Due action={action} /> },
        { heading: 'State', cell: (action) => <State action={action} /> },
        { heading: 'Measure', wide: true, cell: (action) => <Measure action={action} /> },
        ...(may.plan ? [{ heading: 'Next', forHand: true, cell: (action: ActionShown) => <Next action={action} /> }] : []),
      ]}
    />
  );
}

function Due({ action }: { action: ActionShown }): JSX.Element {
  return (
    <>
      {action.due}
      {action.moves.length > 0 && (
        <Details summary={<>{action.moved}<span class="govuk-visually-hidden">: {action.title}</span></>}>
          <ul class="govuk-list cw-list">{action.moves.map((move) => <li key={move}>{move}</li>)}</ul>
        </Details>
      )}
    </>
  );
}

function State({ action }: { action: ActionShown }): JSX.Element {
  if (action.withdrawn) return <span class="cw-quiet">{action.withdrawn}</span>;
  return (
    <>
      <span class="cw-shape" aria-hidden="true">{action.shape}</span> <Tag {...action.tag} />
      {action.late && <> <SeverityTag severity="overdue" /></>}
    </>
  );
}

function Measure({ action }: { action: ActionShown }): JSX.Element {
  return (
    <>
      {action.measure}
      {action.progress && <span class="cw-why">{action.progress}</span>}
      {action.way !== null && <progress class="cw-way" max={100} value={action.way} aria-hidden="true" />}
      {action.distance && <span class="cw-why">{action.distance}.</span>}
      {action.finish && <span class={action.finishLate ? 'cw-why cw-why--late' : 'cw-why'}>{action.finish}</span>}
    </>
  );
}

function ActionCell({ action }: { action: ActionShown }): JSX.Element {
  return (
    <>
      {action.number && <span class="cw-number">{action.number} </span>}{action.title}
      {action.updates.length > 0 && (
        <Details summary={<>Updates<span class="govuk-visually-hidden"> on {action.title}</span></>}>
          <ul class="govuk-list cw-list">
            {action.updates.map((update, place) => (
              <li key={place}><strong>{update.when}</strong><br />{update.text}{update.evidence && <span class="cw-why">{update.evidence}</span>}</li>
            ))}
          </ul>
        </Details>
      )}
      {action.requirements.length > 0 && (
        <Details summary={<>Guidance answered<span class="govuk-visually-hidden"> by {action.title}</span></>}>
          <ul class="govuk-list cw-list">{action.requirements.map(({ id, text }) => <li key={id}><strong>{id}</strong> {text}</li>)}</ul>
        </Details>
      )}
    </>
  );
}

function Next({ action }: { action: ActionShown }): JSX.Element {
  return (
    <ul class="govuk-list cw-list">
      <li><Link to={action.toUpdate} quiet about={action.title}>Update</Link></li>
      <li><Link to={action.toChange} quiet about={action.title}>Change</Link></li>
    </ul>
  );
}
