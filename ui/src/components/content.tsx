import type { JSX } from 'preact';
import type { Content } from '../api/types';
import { useDesk } from '../session';
import { contentLines, type ContentLine } from '../words/content';
import { SummaryList } from './summary_list';

/** The content of one version. */
export function ContentView({ content }: { content: Content }): JSX.Element {
  const { choices } = useDesk();
  return <SummaryList compact lines={contentLines(content, choices).map(({ label, value }) => ({ key: label, value: <Lines value={value} /> }))} />;
}

export function Lines({ value }: { value: ContentLine['value'] }): JSX.Element {
  if (value.length === 0) return <span class="cw-quiet">Not recorded</span>;
  if (value.length === 1) return <>{value[0]}</>;
  return <ul class="govuk-list cw-list">{value.map((text, place) => <li key={place}>{text}</li>)}</ul>;
}
