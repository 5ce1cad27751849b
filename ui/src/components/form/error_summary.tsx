// What is wrong with a form, at its top, with a link to each field.
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Refused } from '../../api/call';
import { targetOf } from '../../words/paths';
import { Button } from '../button';

export function ErrorSummary({ refused, onChanged }: { refused: Refused; onChanged?: () => void }): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div class="govuk-error-summary" data-module="govuk-error-summary" tabIndex={-1} ref={box}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{refused.code === 'cancelled' ? 'Stopped' : 'There is a problem'}</h2>
        <div class="govuk-error-summary__body">
          {refused.fields.length === 0 ? <p>{refused.message}</p> : (
            <ul class="govuk-list govuk-error-summary__list">
              {refused.fields.map(({ field, message }) => (
                <li key={field}><a href={`#${field}`} onClick={(event) => toField(event, field)}>{message}</a></li>
              ))}
            </ul>
          )}
          {refused.code === 'changed' && onChanged && (
            <>
              <p>What you typed is still here. Load what is there now, compare, and save again.</p>
              <Button kind="secondary" small onClick={onChanged}>Load what is there now</Button>
            </>
          )}
        </div>
      </div>
    </div>
  );
}

/** The address of a page is its hash, so a link to a field moves the focus and leaves the address alone. */
function toField(event: Event, field: string): void {
  event.preventDefault();
  const id = targetOf(field, (asked) => document.getElementById(asked) !== null);
  const target = id === null ? null : document.getElementById(id);
  const input = target?.matches('input, select, textarea, button') ? target : target?.querySelector<HTMLElement>('input, select, textarea');
  const label = document.querySelector(`label[for="${input?.id ?? ''}"]`) ?? input?.closest('fieldset')?.querySelector('legend');
  label?.scrollIntoView();
  input?.focus({ preventScroll: label !== null && label !== undefined });
}
