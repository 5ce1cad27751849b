// Paging through a list: fifty at a time, by address.
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { sayNumber } from '../words/dates';

export const PAGE = 50;

/** "Showing 51 to 100 of 312", read out when it changes, and given the focus when the page of the list turns. */
export function Showing({ offset, shown, total, what }: { offset: number; shown: number; total: number; what: string }): JSX.Element {
  const line = useRef<HTMLParagraphElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) line.current?.focus();
    first.current = false;
  }, [offset]);
  return <p ref={line} tabIndex={-1} role="status" class="govuk-body cw-showing">{sayShowing(offset, shown, total, what)}</p>;
}

export function sayShowing(offset: number, shown: number, total: number, what: string): string {
  if (shown === 0) return total === 0 ? `No ${what}` : `Nothing on this page any more: ${sayNumber(total)} ${what}`;
  if (total === 1) return `1 ${what}`;
  if (shown === total) return `All ${sayNumber(total)} ${what}`;
  return `${sayNumber(offset + 1)} to ${sayNumber(offset + shown)} of ${sayNumber(total)} ${what}`;
}

export function Pages({ offset, total, to }: { offset: number; total: number; to: (offset: number) => string }): JSX.Element | null {
  if (total <= PAGE && offset === 0) return null;
  const [page, last] = [Math.floor(offset / PAGE) + 1, Math.max(1, Math.ceil(total / PAGE))];
  if (offset >= total) {
    return <p class="govuk-body"><a class="govuk-link" href={to((last - 1) * PAGE)}>Go to the last page of the list</a></p>;
  }
  return (
    <nav class="govuk-pagination" aria-label="Pages of the list">
      {offset > 0 && <Turn way="prev" to={to(Math.max(0, offset - PAGE))} />}
      <p class="govuk-body cw-page-of">Page {sayNumber(page)} of {sayNumber(last)}</p>
      {offset + PAGE < total && <Turn way="next" to={to(offset + PAGE)} />}
    </nav>
  );
}

function Turn({ way, to }: { way: 'prev' | 'next'; to: string }): JSX.Element {
  return (
    <div class={`govuk-pagination__${way}`}>
      <a class="govuk-link govuk-pagination__link" href={to} rel={way}>
        <span class="govuk-pagination__link-title">
          {way === 'prev' ? '← Previous' : 'Next →'}<span class="govuk-visually-hidden"> page</span>
        </span>
      </a>
    </div>
  );
}
