// A file or folder: typed as text, or chosen in the system's own dialog.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { refusal } from '../../api/call';
import { Button } from '../button';
import { Group, textOf, useField, type FieldProps } from './field';

export function PathField({ name, label, hint, choose }: FieldProps & {
  /** The system's dialog and the words on its button. */
  choose: { by: () => Promise<string | null>; text: string };
}): JSX.Element {
  const field = useField(name, hint);
  const [failed, setFailed] = useState('');
  const open = async () => {
    try {
      const path = await choose.by();
      if (path !== null) field.set(path);
      setFailed('');
    } catch (thrown) {
      setFailed(refusal(thrown).message);
    }
  };
  return (
    <Group field={field} label={label} hint={hint}>
      <div class="cw-path-field">
        <input
          class={`govuk-input ${field.error ? 'govuk-input--error' : ''}`} id={field.id} name={name} type="text" value={textOf(field.value)}
          autocomplete="off" spellcheck={false} aria-describedby={field.describedBy} onInput={(event) => field.set(event.currentTarget.value)}
        />
        <Button kind="secondary" small onClick={() => void open()} about={`for ${label.toLowerCase()}`}>{choose.text}</Button>
      </div>
      {failed && <p class="govuk-error-message" role="alert">{failed}</p>}
    </Group>
  );
}
