// Rows of what was settled late, each with a button for each cause: one press records it, and the focus goes to the next row.
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { call, refusal } from '../../api/call';
import { Button, Link } from '../../components/button';
import { useDesk } from '../../session';
import { offered, sayCause, type Choice } from '../../words/choices';
import { count } from '../../words/dates';
import { nextUnsaid, type SettledRow } from './presenter';

/** What was said at this window since the rows were fetched, by their keys. */
type Said = Record<string, string>;
interface Open { key: string; as: 'buttons' | 'note' }

const OTHER = 'other';

export function SettledRows({ rows, withCase, onSaid }: {
  rows: SettledRow[];
  /** On a case's own page every row is of that case. */
  withCase: boolean;
  onSaid?: (first: boolean) => void;
}): JSX.Element {
  const { may, choices } = useDesk();
  const [said, setSaid] = useState<Said>({});
  const [open, setOpen] = useState<Open | null>(null);
  const [busy, setBusy] = useState('');
  const [refused, setRefused] = useState<{ key: string; message: string }>({ key: '', message: '' });
  const [announced, setAnnounced] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const line = useRef<HTMLParagraphElement>(null);
  const focusNext = useRef<string | null>(null);

  // Before the next frame, so that the focus is never lost between the button that went and the row that comes.
  useLayoutEffect(() => {
    if (focusNext.current === null) return;
    const place = rows.findIndex(({ key }) => key === focusNext.current);
    const row = place < 0 ? null : list.current?.children[place];
    (row?.querySelector<HTMLElement>('input, button') ?? line.current)?.focus();
    focusNext.current = null;
  });

  const errorOf = (row: SettledRow) => (refused.key === row.key ? refused.message : '');
  const causeOf = (row: SettledRow) => said[row.key] ?? row.cause;
  const give = async (row: SettledRow, code: string, note = '') => {
    if (busy) return;
    setBusy(row.key);
    try {
      await call('record_cause', { ...row.of, cause: code, note });
      const words = note ? `${sayCause(choices, code)}: ${note}` : sayCause(choices, code);
      const first = causeOf(row) === null;
      const left = rows.filter((other) => other.key !== row.key && causeOf(other) === null).length;
      setSaid({ ...said, [row.key]: words });
      setOpen(null);
      setRefused({ key: '', message: '' });
      setAnnounced(`${row.says} of ${row.reference}: ${words}. ${left === 0 ? 'Every row here has an answer.' : `${count(left, 'row')} here without an answer.`}`);
      focusNext.current = nextUnsaid(rows.map((other) => ({ key: other.key, said: causeOf(other) !== null })), row.key) ?? '';
      onSaid?.(first);
    } catch (thrown) {
      const { message, fields } = refusal(thrown);
      setRefused({ key: row.key, message: fields[0]?.message ?? message });
    } finally {
      setBusy('');
    }
  };
  const turn = (row: SettledRow, as: Open['as'] | null) => {
    setOpen(as && { key: row.key, as });
    setRefused({ key: '', message: '' });
    focusNext.current = row.key;
  };

  return (
    <>
      <ul class="cw-settled" ref={list}>
        {rows.map((row) => {
          const cause = causeOf(row);
          const asked = may.work && (cause === null || open?.key === row.key);
          return (
            <li key={row.key} class="cw-settled__row">
              <p class="cw-settled__says">
                {withCase && <>{may.work ? <Link to={row.to} quiet>{row.reference}</Link> : row.reference}{' '}</>}
                {withCase ? <><strong>{row.says}</strong>: {row.late}. {row.team}.</> : <>“{row.says}” was {row.late}.</>}
              </p>
              {asked
                ? <Asked row={row} cause={cause} note={open?.key === row.key && open.as === 'note'} busy={busy === row.key} error={errorOf(row)} give={give} turn={turn} />
                : <Answer row={row} cause={cause} turn={turn} />}
            </li>
          );
        })}
      </ul>
      <p ref={line} tabIndex={-1} role="status" class="govuk-body-s cw-said">{announced}</p>
    </>
  );
}

function Answer({ row, cause, turn }: { row: SettledRow; cause: string | null; turn: (row: SettledRow, as: 'buttons') => void }): JSX.Element {
  const { may } = useDesk();
  if (cause === null) return <p class="cw-settled__answer cw-quiet">Not asked yet</p>;
  return (
    <p class="cw-settled__answer">
      <span>Why: <strong>{cause}</strong></span>
      {may.work && <button type="button" class="cw-link-button" onClick={() => turn(row, 'buttons')}>Change<About row={row} /></button>}
    </p>
  );
}

function Asked({ row, cause, note, busy, error, give, turn }: {
  row: SettledRow;
  cause: string | null;
  note: boolean;
  busy: boolean;
  error: string;
  give: (row: SettledRow, code: string, note?: string) => Promise<void>;
  turn: (row: SettledRow, as: 'buttons' | 'note' | null) => void;
}): JSX.Element {
  const { choices } = useDesk();
  const all: Choice[] = [...offered(choices, 'cause'), { value: '', label: 'Not known' }];
  if (note) return <Note row={row} busy={busy} error={error} give={give} back={() => turn(row, 'buttons')} />;
  return (
    <div class="cw-causes" role="group" aria-label={`Why was “${row.says}” of ${row.reference} late?`}>
      <span class="cw-causes__ask" aria-hidden="true">Why was it late?</span>
      {all.map(({ value, label }) => (
        <button key={value} type="button" class="cw-cause" aria-disabled={busy} onClick={() => (value === OTHER ? turn(row, 'note') : void give(row, value))}>{label}</button>
      ))}
      {cause !== null && <button type="button" class="cw-link-button" onClick={() => turn(row, null)}>Leave it as it is<About row={row} /></button>}
      {error && <p class="govuk-error-message cw-causes__error" role="alert">{error}</p>}
    </div>
  );
}

/** The one line that says what the list of causes does not. */
function Note({ row, busy, error, give, back }: { row: SettledRow; busy: boolean; error: string; give: (row: SettledRow, code: string, note?: string) => Promise<void>; back: () => void }): JSX.Element {
  const [text, setText] = useState('');
  const id = `note-${row.key.replaceAll(' ', '-')}`;
  const send = (event: Event) => {
    event.preventDefault();
    void give(row, OTHER, text.trim());
  };
  return (
    <form class="cw-cause-note" onSubmit={send} noValidate>
      <label class="govuk-label" for={id}>Why was it late? One line, without names, addresses or numbers<About row={row} /></label>
      {error && <p id={`${id}-error`} class="govuk-error-message" role="alert">{error}</p>}
      <div class="cw-cause-note__line">
        <input class={`govuk-input ${error ? 'govuk-input--error' : ''}`} id={id} type="text" autocomplete="off" value={text} aria-describedby={error ? `${id}-error` : undefined} onInput={(event) => setText(event.currentTarget.value)} />
        <Button type="submit" kind="secondary" small busy={busy}>Record</Button>
        <button type="button" class="cw-link-button" onClick={back}>Choose from the list</button>
      </div>
    </form>
  );
}

function About({ row }: { row: SettledRow }): JSX.Element {
  return <span class="govuk-visually-hidden"> for “{row.says}” of {row.reference}</span>;
}
