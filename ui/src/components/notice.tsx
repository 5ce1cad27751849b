// Notices: what was refused, what was done, what to know.
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Refused } from '../api/call';
import { Button } from './button';

/** A page or list that could not be shown. */
export function RefusedNotice({ refused, retry }: { refused: Refused; retry?: () => void }): JSX.Element {
  const title = { not_allowed: 'This is not open to you', cancelled: 'Stopped' }[refused.code as string] ?? 'This cannot be shown';
  return (
    <div class="cw-refused" role="alert">
      <h2 class="govuk-heading-m">{title}</h2>
      <p class="govuk-body">{refused.message}</p>
      {refused.fields.map(({ field, message }) => <p key={field} class="govuk-body">{message}</p>)}
      {retry && refused.code !== 'not_allowed' && <Button kind="secondary" onClick={retry}>Try again</Button>}
    </div>
  );
}

/** Something was done. It is read out once and takes the focus, so that nobody wonders. */
export function Done({ children }: { children: ComponentChildren }): JSX.Element {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} class="govuk-notification-banner govuk-notification-banner--success" role="alert" aria-labelledby={id}>
      <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" id={id}>Done</h2>
      </div>
      <div class="govuk-notification-banner__content">{children}</div>
    </div>
  );
}

export function Inset({ children }: { children: ComponentChildren }): JSX.Element {
  return <div class="govuk-inset-text">{children}</div>;
}

/** Something that has consequences, said before it is done: GOV.UK's warning text. */
export function Warning({ children }: { children: ComponentChildren }): JSX.Element {
  return (
    <div class="govuk-warning-text cw-warn">
      <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
      <div class="govuk-warning-text__text"><span class="govuk-visually-hidden">Warning</span>{children}</div>
    </div>
  );
}

/** Nothing is here: a sentence that says what to do. */
export function Empty({ children }: { children: ComponentChildren }): JSX.Element {
  return <div class="cw-empty"><p class="govuk-body">{children}</p></div>;
}
