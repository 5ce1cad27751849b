// Fields that are typed into.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Group, textOf, useField, type FieldProps } from './field';

type Width = 2 | 3 | 4 | 5 | 10 | 20 | 30;

export function TextField({ name, label, hint, width, numeric = false, plain = false, autocomplete = 'off' }: FieldProps & {
  width?: Width;
  numeric?: boolean;
  /** A label that does not shout: for rows of several fields. */
  plain?: boolean;
  autocomplete?: string;
}): JSX.Element {
  const field = useField(name, hint);
  const style = `govuk-input ${width ? `govuk-input--width-${width}` : ''} ${field.error ? 'govuk-input--error' : ''}`;
  return (
    <Group field={field} label={label} hint={hint} size={plain ? 'plain' : 's'}>
      <input
        class={style} id={field.id} name={name} type="text" value={textOf(field.value)} autocomplete={autocomplete}
        inputMode={numeric ? 'numeric' : undefined} spellcheck={!numeric} aria-describedby={field.describedBy}
        onInput={(event) => field.set(event.currentTarget.value)}
      />
    </Group>
  );
}

/** A date as one field, typed as `27 3 2026`. */
export function DateField({ name, label, hint, withTime = false, plain = false }: FieldProps & { withTime?: boolean; plain?: boolean }): JSX.Element {
  const example = withTime ? 'For example, 27 3 2026 14:05. Leave the time out if it is not known.' : 'For example, 27 3 2026';
  const all = hint ? <>{hint} {example}</> : example;
  return <TextField name={name} label={label} hint={all} width={withTime ? 20 : 10} numeric={!withTime} plain={plain} />;
}

export function TextArea({ name, label, hint, rows = 5, plain = false }: FieldProps & { rows?: number; plain?: boolean }): JSX.Element {
  const field = useField(name, hint);
  return (
    <Group field={field} label={label} hint={hint} size={plain ? 'plain' : 's'}>
      <textarea
        class={`govuk-textarea ${field.error ? 'govuk-textarea--error' : ''}`} id={field.id} name={name} rows={rows}
        value={textOf(field.value)} aria-describedby={field.describedBy} spellcheck
        onInput={(event) => field.set(event.currentTarget.value)}
      />
    </Group>
  );
}

/** A list of short texts, one on each line, such as agencies. */
export function LinesField({ name, label, hint, rows = 4 }: FieldProps & { rows?: number }): JSX.Element {
  const field = useField(name, hint, true);
  const lines = Array.isArray(field.value) ? field.value.filter((line) => typeof line === 'string') : [];
  return (
    <Group field={field} label={label} hint={hint}>
      <textarea
        class={`govuk-textarea ${field.error ? 'govuk-textarea--error' : ''}`} id={field.id} name={name} rows={rows}
        value={lines.join('\n')} aria-describedby={field.describedBy} spellcheck
        onInput={(event) => field.set(event.currentTarget.value.split('\n'))}
      />
    </Group>
  );
}

export function PassphraseField({ name, label, hint, fresh = false }: FieldProps & {
  /** A new passphrase rather than the one in use. */
  fresh?: boolean;
}): JSX.Element {
  const field = useField(name, hint);
  const [shown, setShown] = useState(false);
  return (
    <Group field={field} label={label} hint={hint} inner="govuk-password-input">
      <div class="govuk-input__wrapper govuk-password-input__wrapper">
        <input
          class={`govuk-input govuk-password-input__input govuk-input--width-20 ${field.error ? 'govuk-input--error' : ''}`}
          id={field.id} name={name} {...(shown ? { type: 'text' as const } : { type: 'password' as const })} value={textOf(field.value)}
          autocomplete={fresh ? 'new-password' : 'current-password'} autocapitalize="none" spellcheck={false}
          aria-describedby={field.describedBy} onInput={(event) => field.set(event.currentTarget.value)}
        />
        <button
          type="button" class="govuk-button govuk-button--secondary govuk-password-input__toggle" aria-controls={field.id}
          aria-label={shown ? `Hide ${label.toLowerCase()}` : `Show ${label.toLowerCase()}`} onClick={() => setShown(!shown)}
        >{shown ? 'Hide' : 'Show'}</button>
      </div>
    </Group>
  );
}
