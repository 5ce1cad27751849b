// What stands around every page of an open register: skip link, header, navigation, things to know.
import type { ComponentChildren, JSX } from 'preact';
import type { SessionView } from '../api/types';
import { navigation } from './navigation';
import { Button } from './button';
import { PaperHead } from './paper';

export function Frame({ session, path, lock, locksSoon, children }: {
  session: SessionView;
  path: string;
  lock: () => void;
  locksSoon: boolean;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <>
      <SkipLink />
      <header class="cw-header">
        <div class="govuk-width-container cw-header__inner">
          <a class="cw-header__name" href="#/">Caseward</a>
          <span class="cw-header__authority">{session.authority}</span>
          <span><span class="govuk-visually-hidden">Signed in as </span><span class="cw-header__person">{session.person.name}</span></span>
          <button type="button" class="cw-header__lock" onClick={lock}>Lock</button>
        </div>
      </header>
      <div class="govuk-service-navigation cw-navigation">
        <div class="govuk-width-container">
          <nav aria-label="Main" class="govuk-service-navigation__wrapper">
            <ul class="govuk-service-navigation__list">
              {navigation(session.person.roles, path).map(({ text, to, here }) => (
                <li key={to} class={`govuk-service-navigation__item ${here ? 'govuk-service-navigation__item--active' : ''}`}>
                  <a class="govuk-service-navigation__link" href={to} aria-current={here ? 'true' : undefined}>
                    {here ? <strong class="govuk-service-navigation__active-fallback">{text}</strong> : text}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </div>
      <div class="govuk-width-container">
        {locksSoon && (
          <div class="cw-warning" role="alert">
            <p class="govuk-body govuk-!-font-weight-bold">The register locks in less than a minute.</p>
            <Button kind="secondary" small>Stay signed in</Button>
          </div>
        )}
        {session.warnings.length > 0 && (
          <div class="cw-warning" role="region" aria-label="Things to know">
            {session.warnings.map((warning) => <p key={warning} class="govuk-body">{warning}</p>)}
          </div>
        )}
        <PaperHead session={session} />
        <main class="govuk-main-wrapper cw-main" id="main-content" tabIndex={-1}>{children}</main>
      </div>
    </>
  );
}

/** The same frame for pages before anybody is signed in. */
export function BareFrame({ children }: { children: ComponentChildren }): JSX.Element {
  return (
    <>
      <SkipLink />
      <header class="cw-header">
        <div class="govuk-width-container cw-header__inner"><span class="cw-header__name">Caseward</span></div>
      </header>
      <div class="govuk-width-container">
        <main class="govuk-main-wrapper" id="main-content" tabIndex={-1}>{children}</main>
      </div>
    </>
  );
}

/** The address of a page is its hash, so the link moves the focus and leaves the address alone. */
function SkipLink(): JSX.Element {
  const skip = (event: Event) => {
    event.preventDefault();
    document.getElementById('main-content')?.focus();
  };
  return <a href="#main-content" class="govuk-skip-link" data-module="govuk-skip-link" onClick={skip}>Skip to main content</a>;
}
