import type { ComponentChildren, JSX } from 'preact';

/** Something that can be opened. Printing opens them all (see `print.ts`). */
export function Details({ summary, open = false, children }: {
  summary: ComponentChildren;
  open?: boolean;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <details class="govuk-details cw-details" open={open}>
      <summary class="govuk-details__summary"><span class="govuk-details__summary-text">{summary}</span></summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}
