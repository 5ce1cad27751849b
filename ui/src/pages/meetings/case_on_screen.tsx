// One case as a panel sees it: what is known on the left, the decision on the right.
import type { JSX } from 'preact';
import { Lines } from '../../components/content';
import { Details } from '../../components/details';
import { Page } from '../../components/page';
import { SummaryList } from '../../components/summary_list';
import { SeverityTag, Tag } from '../../components/tag';
import { useDesk } from '../../session';
import { count, sayDate } from '../../words/dates';
import type { MeetingCaseView, MeetingView } from '../../api/types';
import type { FlagRow } from '../worklist/presenter';
import { DecisionBox, NotYet } from './decision_box';
import { presentCase, type OnScreen } from './presenter';

export interface CaseProps {
  view: MeetingView;
  found: MeetingCaseView;
  setView: (view: MeetingView) => void;
  /** Read out, and shown below the next case. */
  say: (words: string) => void;
}

/** More than these would push the last review off the screen. */
const AT_ONCE = 5;

export function CaseOnScreen(props: CaseProps): JSX.Element {
  const { choices, session } = useDesk();
  const { view, found } = props;
  const shown = presentCase(view, found, choices);
  return (
    <Page title={`${shown.place}: case ${found.reference}`} caption={`${view.name}, ${sayDate(view.held_on)}`} wide>
      <div class="cw-level">
        <p class="cw-level__words"><span class="govuk-visually-hidden">Level in force: </span><strong>{shown.level.level}</strong> {shown.level.since}</p>
        {!shown.level.confirmed && <Tag text="Not yet confirmed" colour="yellow" />}
        <p class="govuk-body-s govuk-!-margin-bottom-0">{shown.about}</p>
      </div>
      <div class="cw-decide">
        <Known shown={shown} />
        <div class="cw-decide__form">
          {view.held_on > session.today ? <NotYet {...props} /> : <DecisionBox {...props} />}
        </div>
      </div>
    </Page>
  );
}

function Known({ shown }: { shown: OnScreen }): JSX.Element {
  const rest = shown.flags.slice(AT_ONCE);
  return (
    <div>
      <section class="cw-section">
        <h2 class="govuk-heading-m">{shown.flagsSay}</h2>
        <Flags flags={shown.flags.slice(0, AT_ONCE)} />
        {rest.length > 0 && <Details summary={`${count(rest.length, 'more flag')}`}><Flags flags={rest} /></Details>}
      </section>
      <section class="cw-section">
        <h2 class="govuk-heading-m">Last review</h2>
        <SummaryList compact lines={shown.review.map(({ label, value }) => ({ key: label, value: <Lines value={value} /> }))} />
      </section>
      <section class="cw-section">
        <h2 class="govuk-heading-m">What earlier meetings decided</h2>
        {shown.before.length === 0 ? <p class="govuk-body-s cw-quiet">Nothing: no earlier meeting decided on this case.</p> : (
          <ul class="govuk-list cw-list">{shown.before.map(({ key, when, decision }) => <li key={key}><strong>{when}:</strong> <span class="cw-lines">{decision}</span></li>)}</ul>
        )}
      </section>
    </div>
  );
}

function Flags({ flags }: { flags: FlagRow[] }): JSX.Element | null {
  if (flags.length === 0) return null;
  return (
    <ul class="cw-flags">
      {flags.map((flag) => (
        <li key={flag.key} class={`cw-flag cw-flag--${flag.severity}`}>
          <strong>{flag.says}</strong> <SeverityTag severity={flag.severity} /> <span class="cw-late">{flag.late}</span>
          <span class="cw-why">{flag.explanation}</span>
          {flag.atRest && <span class="cw-why cw-rest">{flag.atRest}</span>}
        </li>
      ))}
    </ul>
  );
}
