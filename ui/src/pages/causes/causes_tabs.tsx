// The two sides of "What was late, and why": answering, and what came of the answers.
import type { JSX } from 'preact';
import { href, type Query } from '../../router';

export const TITLE = 'What was late, and why';

export function CausesTabs({ here, query }: { here: 'list' | 'figures'; query: Query }): JSX.Element {
  const { from, to } = query;
  const tabs = [
    { is: 'list', text: 'Say why', to: href('/worklist/causes', { from, to }) },
    { is: 'figures', text: 'Figures', to: href('/worklist/causes/figures', { from, to }) },
  ];
  return (
    <nav aria-label={TITLE}>
      <ul class="cw-tabs">
        {tabs.map((tab) => (
          <li key={tab.is} class={tab.is === here ? 'cw-tabs__item cw-tabs__item--here' : 'cw-tabs__item'}>
            <a class="govuk-link govuk-link--no-visited-state" href={tab.to} aria-current={tab.is === here ? 'page' : undefined}>{tab.text}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
