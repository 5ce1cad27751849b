// Beside the work on a case: when the next review is due and who said so, and what closing today would have to name.
import type { ComponentChildren, JSX } from 'preact';
import type { CaseView } from '../../api/types';
import { LinkButton } from '../../components/button';
import { Details } from '../../components/details';
import { Warning } from '../../components/notice';
import { href } from '../../router';
import { useDesk } from '../../session';
import { presentFloors, presentReviewDates } from './oversight';

/** Floors stand under the level: a warning where the level breaks one. */
export function Floors({ view }: { view: CaseView }): JSX.Element | null {
  const floors = presentFloors(view);
  if (floors.length === 0) return null;
  return (
    <div class="cw-floors">
      {floors.map(({ says, broken }) => (broken
        ? <Warning key={says}>{says}</Warning>
        : <p key={says} class="govuk-body-s">{says}</p>))}
    </div>
  );
}

export function NextReview({ view }: { view: CaseView }): JSX.Element | null {
  const { may } = useDesk();
  const { computed, set, earlier } = presentReviewDates(view.review_dates);
  if (view.closed_on !== null) return null;
  return (
    <Block title="Next review">
      {set
        ? <p class="govuk-body-s">Arranged for <strong>{set.date}</strong><span class="cw-why">{set.says}</span></p>
        : <p class="govuk-body-s">No date has been set for it.</p>}
      {computed && <p class="govuk-body-s">Due by interval on <strong>{computed.date}</strong><span class="cw-why">{computed.says}</span></p>}
      {earlier.length > 0 && (
        <Details summary="Dates that were set before">
          <ul class="govuk-list cw-list">{earlier.map((said) => <li key={said}>{said}</li>)}</ul>
        </Details>
      )}
      {may.work && <LinkButton to={href(`/cases/${view.reference}/review-date`)} kind="secondary" small>Set a date by hand</LinkButton>}
    </Block>
  );
}

export function IfClosedToday({ view }: { view: CaseView }): JSX.Element | null {
  if (view.closed_on !== null || view.concerns.length === 0) return null;
  return (
    <Block title="If it closed today">
      <p class="govuk-body-s">The manager who signs, and the summary, would be told:</p>
      <ul class="govuk-list govuk-list--bullet cw-list">{view.concerns.map((concern) => <li key={concern}>{concern}</li>)}</ul>
    </Block>
  );
}

function Block({ title, children }: { title: string; children: ComponentChildren }): JSX.Element {
  return <section class="cw-block"><h2 class="govuk-heading-s">{title}</h2>{children}</section>;
}
