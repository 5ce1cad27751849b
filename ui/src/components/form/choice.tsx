// Fields that are chosen from: radios for few, a list for many, checkboxes for several at once.
import type { JSX } from 'preact';
import type { Choice } from '../../words/choices';
import { FieldSet, Group, textOf, useField, type FieldProps } from './field';

const FEW = 7;

/** One of a code list: radios where there are few, a select where there are many. */
export function OneOf({ choices, ...field }: FieldProps & { choices: Choice[]; blank?: string }): JSX.Element {
  return choices.length <= FEW ? <Radios {...field} choices={choices} /> : <Select {...field} choices={choices} />;
}

export function Radios({ name, label, hint, choices, blank, inline = false }: FieldProps & {
  choices: Choice[];
  /** A last choice that sends empty text, such as "Not recorded". */
  blank?: string;
  inline?: boolean;
}): JSX.Element {
  const field = useField(name, hint);
  const all = blank === undefined ? choices : [...choices, { value: '', label: blank }];
  return (
    <FieldSet field={field} label={label} hint={hint}>
      <div class={`govuk-radios govuk-radios--small ${inline ? 'govuk-radios--inline' : ''}`}>
        {all.map((choice, place) => {
          const id = place === 0 ? field.id : `${field.id}-${choice.value || 'blank'}`;
          return (
            <div key={choice.value} class="govuk-radios__item">
              <input
                class="govuk-radios__input" id={id} name={name} type="radio" value={choice.value}
                checked={textOf(field.value) === choice.value} onChange={() => field.set(choice.value)}
                aria-describedby={choice.hint ? `${id}-hint` : undefined}
              />
              <label class="govuk-label govuk-radios__label" for={id}>{choice.label}</label>
              {choice.hint && <div id={`${id}-hint`} class="govuk-hint govuk-radios__hint">{choice.hint}</div>}
            </div>
          );
        })}
      </div>
    </FieldSet>
  );
}

export function Select({ name, label, hint, choices, blank = '', plain = false }: FieldProps & {
  choices: Choice[];
  blank?: string;
  plain?: boolean;
}): JSX.Element {
  const field = useField(name, hint);
  return (
    <Group field={field} label={label} hint={hint} size={plain ? 'plain' : 's'}>
      <select
        class={`govuk-select ${field.error ? 'govuk-select--error' : ''}`} id={field.id} name={name} value={textOf(field.value)}
        aria-describedby={field.describedBy} onChange={(event) => field.set(event.currentTarget.value)}
      >
        <option value="" selected={textOf(field.value) === ''}>{blank}</option>
        <Options choices={choices} chosen={textOf(field.value)} />
      </select>
    </Group>
  );
}

/** The options of a select, under the headings of their groups. */
export function Options({ choices, chosen }: { choices: Choice[]; chosen: string }): JSX.Element {
  const groups = [...new Set(choices.map((choice) => choice.group ?? ''))];
  const option = ({ value, label }: Choice) => <option key={value} value={value} selected={value === chosen}>{label}</option>;
  return (
    <>
      {groups.map((group) => {
        const inside = choices.filter((choice) => (choice.group ?? '') === group).map(option);
        return group === '' ? inside : <optgroup key={group} label={group}>{inside}</optgroup>;
      })}
    </>
  );
}

export function Checkboxes({ name, label, hint, choices, part }: FieldProps & {
  choices: Choice[];
  /** When one list is shown as several fieldsets: which part this is, so that ids stay apart. */
  part?: string | undefined;
}): JSX.Element {
  const said = hint ?? 'Select all that apply.';
  const field = useField(name, said, true, part);
  const chosen = Array.isArray(field.value) ? (field.value as unknown[]) : [];
  const turn = (value: string) => {
    // Kept in the order of the list, so that ticking and unticking changes nothing.
    const others = chosen.filter((code) => !choices.some((choice) => choice.value === code));
    const here = choices.map((choice) => choice.value).filter((code) => (code === value) !== chosen.includes(code));
    field.set([...others, ...here]);
  };
  return (
    <FieldSet field={field} label={label} hint={said}>
      <div class={`govuk-checkboxes govuk-checkboxes--small ${choices.length > 5 ? 'cw-columns' : ''}`}>
        {choices.map(({ value, label: words }, place) => {
          const id = place === 0 ? field.id : `${field.id}-${value}`;
          return (
            <div key={value} class="govuk-checkboxes__item">
              <input
                class="govuk-checkboxes__input" id={id} name={name} type="checkbox" value={value}
                checked={chosen.includes(value)} onChange={() => turn(value)}
              />
              <label class="govuk-label govuk-checkboxes__label" for={id}>{words}</label>
            </div>
          );
        })}
      </div>
    </FieldSet>
  );
}

/** One yes-or-no tick, such as "I have printed it". */
export function Tick({ name, label, hint }: FieldProps): JSX.Element {
  const field = useField(name, hint);
  return (
    <div class={`govuk-form-group ${field.error ? 'govuk-form-group--error' : ''}`}>
      {field.error && <p id={`${field.id}-error`} class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> {field.error}</p>}
      <div class="govuk-checkboxes govuk-checkboxes--small">
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input" id={field.id} name={name} type="checkbox" checked={field.value === true}
            aria-describedby={field.describedBy} onChange={(event) => field.set(event.currentTarget.checked)}
          />
          <label class="govuk-label govuk-checkboxes__label" for={field.id}>{label}</label>
          {hint && <div id={`${field.id}-hint`} class="govuk-hint govuk-checkboxes__hint">{hint}</div>}
        </div>
      </div>
    </div>
  );
}
