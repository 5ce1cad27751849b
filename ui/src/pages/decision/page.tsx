// Deciding on one version: what is known of the child, what is new, what to look for, and the decision.
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { DecisionPageView } from '../../api/types';
import { Link } from '../../components/button';
import { Details } from '../../components/details';
import { Loading, useLoad } from '../../components/load';
import { Inset, Warning } from '../../components/notice';
import { Page } from '../../components/page';
import { SeverityTag } from '../../components/tag';
import { href } from '../../router';
import { useDesk } from '../../session';
import { KIND, capital } from '../../words/labels';
import { queueOf } from '../queue/presenter';
import type { PageProps } from '..';
import { DecisionForm } from './decision_form';
import { MeanwhileNotice } from './meanwhile';
import { presentDecision, sayWaiting, type DecisionShown } from './presenter';
import { SideBySide } from './side_by_side';

export function DecisionPage({ at, query }: PageProps): JSX.Element {
  const version = at.version ?? '';
  const load = useLoad('view_decision', { version_id: version });
  const [overtaken, setOvertaken] = useState<{ message: string; reference: string; typed: string } | null>(null);
  const queue = href('/sign-off', queueOf(query));
  const gone = overtaken ?? (load.refused?.code === 'changed' ? { message: load.refused.message, reference: query.case ?? '', typed: '' } : null);
  const waiting = load.view?.waiting;
  const again = () => {
    setOvertaken(null);
    load.reload();
  };
  return (
    <Page title="Read and decide" wide back={{ to: queue, text: 'what waits for sign-off' }} {...(waiting && !gone ? { caption: <Caption waiting={waiting} /> } : {})}>
      {gone && !load.busy
        ? <MeanwhileNotice version={version} {...gone} tried={overtaken !== null} query={query} queue={queue} reload={again} />
        : (
          <Loading of={load} what="the version to decide on">
            {(view) => (
              <Decide
                key={view.version.hash} view={view} queue={queue}
                onMeanwhile={(message, typed) => setOvertaken({ message, reference: view.waiting.reference, typed })}
              />
            )}
          </Loading>
        )}
    </Page>
  );
}

function Caption({ waiting }: { waiting: DecisionPageView['waiting'] }): JSX.Element {
  return (
    <>
      {capital(KIND[waiting.kind])} of case <Link to={href(`/cases/${waiting.reference}`)} quiet>{waiting.reference}</Link>
      <span class="cw-about">{sayWaiting(waiting)}</span>
    </>
  );
}

function Decide({ view, queue, onMeanwhile }: { view: DecisionPageView; queue: string; onMeanwhile: (message: string, typed: string) => void }): JSX.Element {
  const { choices } = useDesk();
  const shown = presentDecision(view, choices);
  return (
    <>
      {shown.concerns.length > 0 && (
        <Warning>
          If you sign this closure, the case leaves the list although:
          <ul class="govuk-list govuk-list--bullet cw-list">{shown.concerns.map((concern) => <li key={concern}>{concern}</li>)}</ul>
        </Warning>
      )}
      <Known shown={shown} />
      <div class="cw-decide">
        <div class="cw-decide__read">
          <ul class="govuk-list cw-says">{shown.says.map((said) => <li key={said}>{said}</li>)}</ul>
          <SideBySide shown={shown} />
        </div>
        <div class="cw-decide__form">
          {shown.whyNot
            ? <Inset>You cannot decide this. {shown.whyNot}</Inset>
            : <DecisionForm view={view} shown={shown} queue={queue} onMeanwhile={onMeanwhile} />}
        </div>
      </div>
    </>
  );
}

/** What is known of the child, and what to look for, before a word of the version is read. */
function Known({ shown }: { shown: DecisionShown }): JSX.Element {
  const { flags } = shown;
  return (
    <div class="cw-known">
      <Block title="Level">
        <p class="govuk-body-s">In force: <strong>{shown.levelInForce}</strong></p>
        <Points points={shown.levels} none="None has been stated." />
      </Block>
      <Block title="Last reviews"><Points points={shown.reviews} none="This child has never been reviewed." /></Block>
      <Block title={flags.title}>
        {flags.all.length === 0 ? <p class="govuk-body-s">Nothing is late on this case.</p> : (
          <>
            <ul class="govuk-list cw-list">
              {flags.worst.map((flag) => <li key={flag.key}><SeverityTag severity={flag.severity} /> {flag.says}, {flag.late}{flag.atRest && <span class="cw-why cw-rest">{flag.atRest}</span>}</li>)}
            </ul>
            <Details summary={flags.more}>
              <ul class="govuk-list cw-list">{flags.all.map((flag) => <li key={flag.key}><strong>{flag.says}.</strong> {flag.explanation}{flag.atRest && ` ${flag.atRest}.`}</li>)}</ul>
            </Details>
          </>
        )}
      </Block>
      {shown.lookFor.length > 0 && <Block title="What to look for"><Points points={shown.lookFor} /></Block>}
    </div>
  );
}

function Points({ points, none = '' }: { points: string[]; none?: string }): JSX.Element {
  if (points.length === 0) return <p class="govuk-body-s">{none}</p>;
  return <ul class="govuk-list govuk-list--bullet cw-list">{points.map((point, place) => <li key={place}>{point}</li>)}</ul>;
}

function Block({ title, children }: { title: string; children: ComponentChildren }): JSX.Element {
  return <section class="cw-block"><h2 class="govuk-heading-s">{title}</h2>{children}</section>;
}
