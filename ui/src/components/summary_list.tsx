import type { ComponentChildren, JSX } from 'preact';

export interface Line { key: string; value: ComponentChildren }

/** Names and values, such as the facts of a case. Long values keep their line breaks. */
export function SummaryList({ lines, compact = false }: { lines: Line[]; compact?: boolean }): JSX.Element {
  return (
    <dl class={compact ? 'govuk-summary-list cw-facts' : 'govuk-summary-list'}>
      {lines.map(({ key, value }) => (
        <div key={key} class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">{key}</dt>
          <dd class="govuk-summary-list__value">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
