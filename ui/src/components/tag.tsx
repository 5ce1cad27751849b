import type { JSX } from 'preact';
import type { Severity } from '../api/types';
import { SEVERITY, type Tag as Shown } from '../words/labels';

/** A state in words; the colour only helps the eye. */
export function Tag({ text, colour }: Shown): JSX.Element {
  return <strong class={`govuk-tag govuk-tag--${colour} cw-tag`}>{text}</strong>;
}

export function SeverityTag({ severity }: { severity: Severity }): JSX.Element {
  return <Tag {...SEVERITY[severity]} />;
}
