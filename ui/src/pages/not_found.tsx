import type { JSX } from 'preact';
import { Link } from '../components/button';
import { Page } from '../components/page';

export function NotFoundPage(): JSX.Element {
  return (
    <Page title="There is no such page">
      <p class="govuk-body">Use the navigation above, or go to <Link to="#/">the start page</Link>.</p>
    </Page>
  );
}
