// Deciding on one version: read it, then sign it off or return it.
import type { ComponentChildren, JSX } from 'preact';
import type { DecisionPageView } from '../../api/types';
import { Link } from '../../components/button';
import { Loading, useLoad } from '../../components/load';
import { Inset } from '../../components/notice';
import { Page } from '../../components/page';
import { SeverityTag } from '../../components/tag';
import { href } from '../../router';
import { useDesk } from '../../session';
import { presentFlag } from '../worklist/presenter';
import type { PageProps } from '..';
import { DecisionForm } from './decision_form';
import { presentDecision } from './presenter';
import { SideBySide } from './side_by_side';

export function DecisionPage({ at }: PageProps): JSX.Element {
  const version = at.version ?? '';
  const load = useLoad('view_decision', { version_id: version });
  return (
    <Page title="Read and decide" wide back={{ to: '#/sign-off', text: 'what waits for sign-off' }}>
      <Loading of={load} what="the version to decide on">{(view) => <Decide key={view.version.hash} view={view} reload={load.reload} />}</Loading>
    </Page>
  );
}

function Decide({ view, reload }: { view: DecisionPageView; reload: () => void }): JSX.Element {
  const { choices } = useDesk();
  const shown = presentDecision(view, choices);
  return (
    <>
      <p class="govuk-body-l">
        The {shown.what} of case <Link to={href(`/cases/${shown.reference}`)} quiet>{shown.reference}</Link>
      </p>
      <div class="cw-case">
        <div class="cw-case__work">
          <ul class="govuk-list cw-says">{shown.says.map((said) => <li key={said}>{said}</li>)}</ul>
          <SideBySide shown={shown} />
          {shown.whyNot
            ? <Inset>You cannot decide this. {shown.whyNot}</Inset>
            : <DecisionForm view={view} shown={shown} reload={reload} />}
        </div>
        <div class="cw-case__facts"><Known view={view} /></div>
      </div>
    </>
  );
}

function Known({ view }: { view: DecisionPageView }): JSX.Element {
  const { choices } = useDesk();
  const shown = presentDecision(view, choices);
  return (
    <>
      {shown.lookFor.length > 0 && <Block title="What to look for"><Points points={shown.lookFor} /></Block>}
      <Block title="Level in force"><p class="govuk-body-s">{shown.levelInForce}</p></Block>
      <Block title="Last levels stated"><Points points={shown.levels} none="None stated." /></Block>
      <Block title="Last reviews"><Points points={shown.reviews} none="This child has never been reviewed." /></Block>
      <Block title="Flags on the case">
        {view.flags.length === 0 ? <p class="govuk-body-s">None.</p> : (
          <ul class="govuk-list cw-list">
            {view.flags.map(presentFlag).map((flag) => (
              <li key={flag.key}><strong>{flag.says}</strong> <SeverityTag severity={flag.severity} /><span class="cw-why">{flag.explanation}</span></li>
            ))}
          </ul>
        )}
      </Block>
    </>
  );
}

function Points({ points, none = '' }: { points: string[]; none?: string }): JSX.Element {
  if (points.length === 0) return <p class="govuk-body-s">{none}</p>;
  return <ul class="govuk-list govuk-list--bullet cw-list">{points.map((point, place) => <li key={place}>{point}</li>)}</ul>;
}

function Block({ title, children }: { title: string; children: ComponentChildren }): JSX.Element {
  return <section class="cw-block"><h2 class="govuk-heading-s">{title}</h2>{children}</section>;
}
