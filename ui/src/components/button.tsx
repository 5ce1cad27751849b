// Buttons and links that look like them.
import type { ComponentChildren, JSX } from 'preact';

type Kind = 'primary' | 'secondary' | 'warning';
const CLASS: Record<Kind, string> = {
  primary: 'govuk-button',
  secondary: 'govuk-button govuk-button--secondary',
  warning: 'govuk-button govuk-button--warning',
};

export function Button({ kind = 'primary', type = 'button', busy = false, small = false, about, onClick, children }: {
  kind?: Kind;
  type?: 'button' | 'submit';
  /** It is being done: a second press does nothing. */
  busy?: boolean;
  small?: boolean;
  /** What the button is about, where its text alone does not say. Read out, not shown. */
  about?: string;
  onClick?: () => void;
  children: ComponentChildren;
}): JSX.Element {
  const press = () => { if (!busy) onClick?.(); };
  const style = small ? `${CLASS[kind]} cw-button--small` : CLASS[kind];
  return (
    <button type={type} class={style} aria-disabled={busy} onClick={onClick ? press : undefined} data-module="govuk-button">
      {children}{about && <span class="govuk-visually-hidden"> {about}</span>}
    </button>
  );
}

/** A link that begins something, such as a form. */
export function LinkButton({ to, kind = 'primary', small = false, children }: {
  to: string;
  kind?: Kind;
  small?: boolean;
  children: ComponentChildren;
}): JSX.Element {
  const style = small ? `${CLASS[kind]} cw-button--small` : CLASS[kind];
  return <a href={to} draggable={false} class={style} data-module="govuk-button">{children}</a>;
}

/** A plain link. `about` is read out after the text, where a page has many alike. */
export function Link({ to, about, quiet = false, current = false, children }: {
  to: string;
  about?: string;
  quiet?: boolean;
  current?: boolean;
  children: ComponentChildren;
}): JSX.Element {
  const style = quiet ? 'govuk-link govuk-link--no-visited-state' : 'govuk-link';
  return (
    <a href={to} class={style} aria-current={current ? 'page' : undefined}>
      {children}{about && <span class="govuk-visually-hidden"> {about}</span>}
    </a>
  );
}
