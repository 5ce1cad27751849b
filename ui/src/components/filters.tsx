// Filters of a list: always visible, and their state stands in the address.
import type { ComponentChildren, JSX } from 'preact';
import { go, href, type Query } from '../router';
import type { Choice } from '../words/choices';
import { Options } from './form/choice';
import { Button, Link } from './button';

/** Opens the list at `path` with what was filtered by. `kept` stays as it is, such as the severity that is shown. */
export function Filters({ path, kept = {}, label, apply: applyText = 'Apply filters', clear = 'Clear filters', few = false, asked = (chosen) => chosen, children }: {
  path: string;
  kept?: Query;
  label: string;
  apply?: string;
  clear?: string;
  /** Few fields have room for the whole of their words. */
  few?: boolean;
  /** What is asked for, where that is not what was chosen as it stands. */
  asked?: (chosen: Query) => Query;
  children: ComponentChildren;
}): JSX.Element {
  const apply = (event: Event) => {
    event.preventDefault();
    const typed = [...new FormData(event.currentTarget as HTMLFormElement)].map(([name, value]) => [name, String(value).trim()]);
    go(href(path, { ...kept, ...asked(Object.fromEntries(typed)) }));
  };
  return (
    <form class={few ? 'cw-filters cw-filters--few' : 'cw-filters'} role="search" aria-label={label} onSubmit={apply}>
      <div class="cw-filters__fields">{children}</div>
      <div class="cw-filters__buttons">
        <Button type="submit" kind="secondary" small>{applyText}</Button>
        <Link to={href(path, kept)} quiet>{clear}</Link>
      </div>
    </form>
  );
}

export function FilterSelect({ name, label, all, choices, value = '', error = null }: {
  name: string;
  label: string;
  /** The choice that filters nothing. Absent: one must be chosen. */
  all?: string;
  choices: Choice[];
  value?: string | undefined;
  error?: string | null;
}): JSX.Element {
  return (
    <div class="cw-filter">
      <label class="govuk-label" for={name}>{label}</label>
      {error && <p id={`${name}-error`} class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> {error}</p>}
      <select key={value} class={error ? 'govuk-select govuk-select--error' : 'govuk-select'} id={name} name={name} aria-describedby={error ? `${name}-error` : undefined}>
        {all !== undefined && <option value="" selected={value === ''}>{all}</option>}
        <Options choices={choices} chosen={value} />
      </select>
    </div>
  );
}

export function FilterText({ name, label, hint, value = '', error = null }: {
  name: string;
  label: string;
  hint?: string;
  value?: string | undefined;
  error?: string | null;
}): JSX.Element {
  const describedBy = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ') || undefined;
  return (
    <div class="cw-filter">
      <label class="govuk-label" for={name}>{label}</label>
      {error && <p id={`${name}-error`} class="govuk-error-message">{error}</p>}
      <input key={value} class="govuk-input" id={name} name={name} type="text" defaultValue={value} autocomplete="off" aria-describedby={describedBy} />
      {hint && <div id={`${name}-hint`} class="cw-filter__hint">{hint}</div>}
    </div>
  );
}
