// How a child's plan goes, when the child was missing, and what happened to the case.
import type { JSX } from 'preact';
import type { CaseView, PlanProgressView } from '../../api/types';
import { Link, LinkButton } from '../../components/button';
import { Details } from '../../components/details';
import { Table } from '../../components/table';
import { SeverityTag, Tag } from '../../components/tag';
import { href } from '../../router';
import { useDesk } from '../../session';
import { presentEpisodes, presentEvents, presentPlan } from './presenter';

const RECENT = 8;

export function PlanSection({ view, plan }: { view: CaseView; plan: PlanProgressView }): JSX.Element {
  const { may } = useDesk();
  const shown = presentPlan(view.reference, plan);
  const open = may.work && view.closed_on === null;
  return (
    <section class="cw-section">
      <h2 class="govuk-heading-m">Progress of the plan</h2>
      <p class="govuk-body">{shown.says}</p>
      <Table
        caption="Actions of the plan" hideCaption rows={shown.actions} rowKey={(action) => action.id}
        columns={[
          { heading: 'Action', names: true, cell: (action) => <>{action.what}{action.updates.length > 0 && <Details summary="Updates"><ul class="govuk-list cw-list">{action.updates.map((update, place) => <li key={place}>{update}</li>)}</ul></Details>}</> },
          { heading: 'Owner', cell: (action) => action.owner },
          { heading: 'Due', tight: true, cell: (action) => action.due },
          { heading: 'State', cell: (action) => <><Tag {...action.tag} />{action.late && <SeverityTag severity="overdue" />}</> },
          { heading: 'Next', forHand: true, cell: (action) => (open ? <Link to={action.to} quiet about={`on ${action.what}`}>Update</Link> : '') },
        ]}
      />
    </section>
  );
}

export function EpisodesSection({ view }: { view: CaseView }): JSX.Element {
  const { may } = useDesk();
  const open = may.work && view.closed_on === null;
  const episodes = presentEpisodes(view.reference, view.episodes);
  return (
    <section class="cw-section">
      <div class="cw-kind__head">
        <h2 class="govuk-heading-m">Missing episodes</h2>
        {open && <LinkButton to={href(`/cases/${view.reference}/missing/new`)} kind="secondary" small>Record a missing episode</LinkButton>}
      </div>
      {episodes.length === 0 ? <p class="govuk-body-s cw-quiet">No missing episode has been recorded.</p> : (
        <Table
          caption="Missing episodes" hideCaption rows={episodes} rowKey={(episode) => episode.id}
          columns={[
            { heading: 'Missing from', names: true, cell: (episode) => episode.from },
            { heading: 'Returned', cell: (episode) => episode.returned },
            { heading: 'Interview offered', cell: (episode) => episode.offered },
            { heading: 'Interview held', cell: (episode) => <>{episode.held} <Tag {...episode.inTime} /></> },
            { heading: 'Themes', cell: (episode) => <span class="cw-lines">{episode.themes}</span> },
            { heading: 'Next', forHand: true, cell: (episode) => (open ? <Link to={episode.to} quiet about={`the episode of ${episode.from}`}>Change</Link> : '') },
          ]}
        />
      )}
    </section>
  );
}

export function TimelineSection({ view }: { view: CaseView }): JSX.Element {
  const events = presentEvents(view.timeline);
  const list = (some: typeof events) => (
    <ol class="govuk-list cw-timeline">
      {some.map((event) => <li key={event.key}><span class="cw-timeline__when">{event.when}</span> {event.says} <span class="cw-quiet">{event.by}</span></li>)}
    </ol>
  );
  return (
    <section class="cw-section">
      <h2 class="govuk-heading-m">What happened</h2>
      {list(events.slice(0, RECENT))}
      {events.length > RECENT && <Details summary={`Earlier: ${events.length - RECENT} more`}>{list(events.slice(RECENT))}</Details>}
    </section>
  );
}
