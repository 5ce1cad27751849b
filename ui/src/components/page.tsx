// A page: its title, its one h1 which takes the focus when the page opens, and what was just done.
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Done } from './notice';

/** Said on the next page that opens: "The assessment was saved." */
export function sayOnNextPage(words: string): void {
  said = words;
}

export function Page({ title, caption, back, wide = false, error = false, children }: {
  title: string;
  caption?: ComponentChildren;
  /** Where Back leads: an address and what is there. */
  back?: { to: string; text: string };
  /** Tables use the whole width; text and forms two thirds. */
  wide?: boolean;
  error?: boolean;
  children: ComponentChildren;
}): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  const [done, setDone] = useState(takeSaid);
  useEffect(() => {
    window.scrollTo(0, 0);
    if (!done) heading.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    // What was done is said of the page as it opened, and not of the next list under other filters.
    const moved = () => setDone('');
    window.addEventListener('hashchange', moved);
    return () => window.removeEventListener('hashchange', moved);
  }, []);
  useEffect(() => { document.title = `${error ? 'Error: ' : ''}${title} – Caseward`; }, [title, error]);
  return (
    <>
      {back && <a href={back.to} class="cw-back">Back to {back.text}</a>}
      {done && <Done><p class="govuk-notification-banner__heading">{done}</p></Done>}
      <div class={wide ? 'cw-page' : 'cw-page cw-page--text'}>
        {caption && <span class="govuk-caption-l">{caption}</span>}
        <h1 class="govuk-heading-l" tabIndex={-1} ref={heading}>{title}</h1>
        {children}
      </div>
    </>
  );
}

function takeSaid(): string {
  const words = said;
  said = '';
  return words;
}

let said = '';
