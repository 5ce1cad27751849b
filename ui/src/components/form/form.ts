// The state of a form. Its values are the request itself, so a field's name, its place in the request, its id and the
// name by which Rust refuses it are one and the same path.
import { createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { call, refusal, type Refused } from '../../api/call';
import type { FieldError } from '../../api/types';
import { put } from '../../words/paths';
import { keep, release, type DraftName, type Keeper } from './draft';

export interface Form<T> {
  values: T;
  set: (name: string, value: unknown) => void;
  errors: FieldError[];
  /** What Rust said no to, when the last sending was refused. */
  refused: Refused | null;
  /** How often it was refused: a new refusal takes the focus again. */
  refusals: number;
  busy: boolean;
  /** False while a draft is being looked for. */
  ready: boolean;
  /** When the draft was kept from which the form was filled; null when it began empty. */
  restored: string | null;
  /** The last time that what is typed was kept, or why it could not be. */
  kept: Date | Refused | null;
  hasDraft: boolean;
  leaving: () => void;
  startAgain: () => Promise<void>;
  /** Sends the form. The draft goes once it was sent, and then the action's answer says where to go next. */
  send: (action: Action<T>) => Promise<void>;
  /** Asks about the values and saves nothing, so that what was typed is kept. */
  ask: (action: Action<T>) => Promise<void>;
}

/** Sends the values; answers what to do when the draft is gone, such as opening another page. */
export type Action<T> = (values: T) => Promise<(() => void) | void>;

export function useForm<T extends object>(start: T, draft: DraftName | null = null): Form<T> {
  const [values, setValues] = useState(start);
  const [state, setState] = useState({ refused: null as Refused | null, refusals: 0, busy: false });
  const [found, setFound] = useState({ ready: draft === null, restored: null as string | null });
  const [kept, setKept] = useState<Date | Refused | null>(null);
  const keeper = useRef<Keeper | null>(null);
  const busy = useRef(false);
  const latest = useRef(values);
  latest.current = values;

  useEffect(() => {
    if (!draft) return;
    let current = true;
    const mine = keep(draft, (outcome) => current && setKept(outcome));
    keeper.current = mine;
    call('read_draft', { key: draft.key }).then(
      (view) => {
        if (!current) return;
        const before = readBody<T>(view.body);
        if (before) setValues({ ...start, ...before });
        setFound({ ready: true, restored: before ? view.saved_at : null });
      },
      () => current && setFound({ ready: true, restored: null }),
    );
    return () => {
      current = false;
      release(mine);
    };
  }, [draft?.key]);

  function change(next: T): void {
    latest.current = next;
    setValues(next);
    keeper.current?.type(JSON.stringify(next));
  }

  return {
    values,
    set: (name, value) => change(put(latest.current, name, value)),
    errors: state.refused?.fields ?? [],
    refused: state.refused,
    refusals: state.refusals,
    busy: state.busy,
    ...found,
    kept,
    hasDraft: draft !== null,
    leaving: () => void keeper.current?.flush(),
    async startAgain() {
      await keeper.current?.discard();
      latest.current = start;
      setValues(start);
      setFound({ ready: true, restored: null });
      setState({ refused: null, refusals: 0, busy: false });
    },
    send: (action) => run(action, true),
    ask: (action) => run(action, false),
  };

  async function run(action: Action<T>, sends: boolean): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    setState({ ...state, busy: true });
    try {
      const next = await action(latest.current);
      // What was sent is kept by the register now; a draft that cannot be thrown away does no harm.
      if (sends) await keeper.current?.discard().catch(() => undefined);
      setState({ refused: null, refusals: 0, busy: false });
      next?.();
    } catch (thrown) {
      setState({ refused: refusal(thrown), refusals: state.refusals + 1, busy: false });
    } finally {
      busy.current = false;
    }
  }
}

export const FormContext = createContext<Form<object> | null>(null);

export function useFormContext(): Form<object> {
  const form = useContext(FormContext);
  if (!form) throw new Error('A field was shown outside a form.');
  return form;
}

function readBody<T>(body: string): Partial<T> | null {
  try {
    const value: unknown = body === '' ? null : JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Partial<T>) : null;
  } catch {
    return null;
  }
}
