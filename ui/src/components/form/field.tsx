// What every field has in common: its label, hint and error, and the ids that tie them together.
import type { ComponentChildren, JSX } from 'preact';
import { at, errorAt, idOf } from '../../words/paths';
import { useFormContext } from './form';

export interface FieldProps {
  /** The path in the request. */
  name: string;
  label: string;
  hint?: ComponentChildren;
}

export interface Field {
  id: string;
  value: unknown;
  error: string | null;
  set: (value: unknown) => void;
  describedBy: string | undefined;
}

export function useField(name: string, hint: ComponentChildren, withInner = false, part = ''): Field {
  const form = useFormContext();
  const id = part === '' ? idOf(name) : `${idOf(name)}-${part.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;
  const error = errorAt(form.errors, name, withInner);
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;
  return { id, error, describedBy, value: at(form.values, name), set: (value) => form.set(name, value) };
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A label over one input. */
export function Group({ field, label, hint, size = 's', inner, children }: {
  field: Field;
  label: string;
  hint: ComponentChildren;
  size?: 's' | 'm' | 'l' | 'plain';
  inner?: string;
  children: ComponentChildren;
}): JSX.Element {
  const style = size === 'plain' ? 'govuk-label' : `govuk-label govuk-label--${size}`;
  return (
    <div class={`govuk-form-group ${field.error ? 'govuk-form-group--error' : ''} ${inner ?? ''}`}>
      <label class={style} for={field.id}>{label}</label>
      <Hint field={field} hint={hint} />
      <Problem field={field} />
      {children}
    </div>
  );
}

/** A legend over several inputs. */
export function FieldSet({ field, label, hint, size = 's', children }: {
  field: Field;
  label: string;
  hint: ComponentChildren;
  size?: 's' | 'm';
  children: ComponentChildren;
}): JSX.Element {
  return (
    <div class={`govuk-form-group ${field.error ? 'govuk-form-group--error' : ''}`}>
      <fieldset class="govuk-fieldset" aria-describedby={field.describedBy}>
        <legend class={`govuk-fieldset__legend govuk-fieldset__legend--${size}`}>{label}</legend>
        <Hint field={field} hint={hint} />
        <Problem field={field} />
        {children}
      </fieldset>
    </div>
  );
}

function Hint({ field, hint }: { field: Field; hint: ComponentChildren }): JSX.Element | null {
  return hint ? <div id={`${field.id}-hint`} class="govuk-hint">{hint}</div> : null;
}

function Problem({ field }: { field: Field }): JSX.Element | null {
  if (!field.error) return null;
  return (
    <p id={`${field.id}-error`} class="govuk-error-message">
      <span class="govuk-visually-hidden">Error:</span> {field.error}
    </p>
  );
}
