// Rows that are added and removed, such as the actions of a plan. The focus goes where the eye expects it.
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { at, idOf } from '../../words/paths';
import { Button } from '../button';
import { useFormContext } from './form';

export function Rows<Row>({ name, title, one, blank, atLeast = 1, children }: {
  /** The path of the list in the request. */
  name: string;
  title: string;
  /** What one row is called, as in "Add another action". */
  one: string;
  blank: () => Row;
  /** So many rows are shown even when none is filled. */
  atLeast?: 0 | 1;
  children: (name: string, place: number) => ComponentChildren;
}): JSX.Element {
  const form = useFormContext();
  const found = at(form.values, name);
  const kept: unknown[] = Array.isArray(found) ? found : [];
  const rows = kept.length < atLeast ? [blank()] : kept;
  const error = form.errors.find(({ field }) => field === name)?.message;
  const box = useRef<HTMLFieldSetElement>(null);
  const focusNext = useRef<number | null>(null);

  useEffect(() => {
    if (focusNext.current === null) return;
    const row = box.current?.querySelectorAll<HTMLElement>('.cw-row')[focusNext.current];
    (row?.querySelector<HTMLElement>('input, select, textarea') ?? box.current)?.focus();
    focusNext.current = null;
  }, [rows.length]);

  const add = () => {
    focusNext.current = rows.length;
    form.set(name, [...rows, blank()]);
  };
  const remove = (place: number) => {
    focusNext.current = Math.max(0, place - 1);
    form.set(name, rows.filter((_, other) => other !== place));
  };

  return (
    <div class={`govuk-form-group ${error ? 'govuk-form-group--error' : ''}`}>
      <fieldset class="govuk-fieldset" ref={box} id={idOf(name)} tabIndex={-1}>
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{title}</legend>
        {error && <p class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> {error}</p>}
        {rows.map((_, place) => (
          <div key={place} class="cw-row" role="group" aria-label={`${one} ${place + 1}`}>
            {children(`${name}.${place}`, place)}
            {(rows.length > atLeast) && (
              <Button kind="secondary" small onClick={() => remove(place)}>Remove {one} {place + 1}</Button>
            )}
          </div>
        ))}
        <Button kind="secondary" small onClick={add}>{rows.length === 0 ? `Add ${an(one)}` : `Add another ${one}`}</Button>
      </fieldset>
    </div>
  );
}

function an(word: string): string {
  return /^[aeiou]/.test(word) ? `an ${word}` : `a ${word}`;
}
