// Everything on one case: what is owed first, then the work, then the facts.
import type { ComponentChildren, JSX } from 'preact';
import { Button, Link, LinkButton } from '../../components/button';
import { Lines } from '../../components/content';
import { Details } from '../../components/details';
import { Loading, useLoad } from '../../components/load';
import { Inset } from '../../components/notice';
import { Page } from '../../components/page';
import { printOpened } from '../../components/print';
import { SummaryList } from '../../components/summary_list';
import { Tag } from '../../components/tag';
import { href } from '../../router';
import { useDesk } from '../../session';
import type { CaseView } from '../../api/types';
import { sayDate } from '../../words/dates';
import type { ContentLine } from '../../words/content';
import type { PageProps } from '..';
import { SettledLate } from '../causes/settled_late';
import { factLines, placeLines, reportedLines, workerLines } from './facts';
import { FlagsSection } from './flags_section';
import { ItemsSection } from './items_section';
import { presentEarlier } from './oversight';
import { Floors, IfClosedToday, NextReview } from './oversight_blocks';
import { EpisodesSection, PlanSection, TimelineSection } from './progress_sections';
import { levelsStated, sayLevelInForce } from './presenter';

export function CasePage({ at }: PageProps): JSX.Element {
  const reference = at.reference ?? '';
  const load = useLoad('view_case', { reference });
  return (
    <Page title={`Case ${reference}`} wide back={{ to: '#/cases', text: 'cases' }}>
      <Loading of={load} what="the case">{(view) => <Case view={view} reload={load.reload} />}</Loading>
    </Page>
  );
}

function Case({ view, reload }: { view: CaseView; reload: () => void }): JSX.Element {
  const { may } = useDesk();
  return (
    <>
      {view.closed_on && (
        <Inset>
          <p class="govuk-body">This case closed on {sayDate(view.closed_on)}. It can be read, and not changed.</p>
          {may.work && <LinkButton to={href(`/cases/${view.reference}/reopen`)} kind="secondary" small>Open this case again</LinkButton>}
        </Inset>
      )}
      <Level view={view} />
      <Floors view={view} />
      <div class="cw-case">
        <div class="cw-case__work">
          <FlagsSection view={view} reload={reload} />
          <SettledLate settled={view.without_cause} />
          <ItemsSection view={view} reload={reload} />
          {view.plan && <PlanSection view={view} plan={view.plan} />}
          <EpisodesSection view={view} />
          <TimelineSection view={view} />
        </div>
        <div class="cw-case__facts">
          {may.work && !view.closed_on && <LinkButton to={href(`/cases/${view.reference}/change`)} kind="secondary" small>Change the facts</LinkButton>}
          <Button kind="secondary" small onClick={() => void printOpened()}>Print this case</Button>
          <NextReview view={view} />
          <IfClosedToday view={view} />
          <Facts view={view} />
        </div>
      </div>
    </>
  );
}

function Level({ view }: { view: CaseView }): JSX.Element {
  const shown = sayLevelInForce(view.level);
  return (
    <div class="cw-level">
      <p class="cw-level__words"><span class="govuk-visually-hidden">Level in force: </span><strong>{shown.level}</strong> {shown.since}</p>
      {!shown.confirmed && <Tag text="Not yet confirmed" colour="yellow" />}
      {view.levels.length > 0 && (
        <Details summary="Every level stated">
          <ul class="govuk-list cw-list">{levelsStated(view).map((said, place) => <li key={place}>{said}</li>)}</ul>
        </Details>
      )}
    </div>
  );
}

function Facts({ view }: { view: CaseView }): JSX.Element {
  const { choices } = useDesk();
  const reported = reportedLines(view.reported, choices);
  return (
    <>
      <Block title="The case"><List lines={placeLines(view)} /></Block>
      <Block title="The child"><List lines={factLines(view.facts, choices)} /></Block>
      {reported && (
        <Block title="Reported before it was brought in">
          <p class="govuk-hint">What the tracker said of the time before. None of it is a sign-off.</p>
          <List lines={reported} />
        </Block>
      )}
      {view.earlier.length > 0 && <Block title="Open before"><List lines={presentEarlier(view.earlier)} /></Block>}
      {view.workers.length > 1 && <Block title="Who worked the case"><List lines={workerLines(view.workers, choices)} /></Block>}
      <p class="govuk-body-s"><Link to={href('/worklist')} quiet>To the worklist</Link></p>
    </>
  );
}

function Block({ title, children }: { title: string; children: ComponentChildren }): JSX.Element {
  return <section class="cw-block"><h2 class="govuk-heading-s">{title}</h2>{children}</section>;
}

function List({ lines }: { lines: ContentLine[] }): JSX.Element {
  return <SummaryList compact lines={lines.map(({ label, value }) => ({ key: label, value: <Lines value={value} /> }))} />;
}
