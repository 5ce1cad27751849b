// The only door to Rust. Every other file asks through `call`, and meets a refusal as `Refused`.
import { invoke } from '@tauri-apps/api/core';
import type { CommandError, ErrorCode, FieldError, Verbs } from './types';

export type Verb = keyof Verbs;
export type Request<V extends Verb> = Verbs[V]['request'];
export type View<V extends Verb> = Verbs[V]['view'];

/** Rust said no, in words for the person at the window. */
export class Refused extends Error {
  readonly code: ErrorCode;
  readonly fields: FieldError[];

  constructor(error: CommandError, cause?: unknown) {
    super(error.message, { cause });
    this.name = 'Refused';
    this.code = error.code;
    this.fields = error.fields;
  }
}

/** Runs one verb. Rejects with `Refused`, and with nothing else. */
export async function call<V extends Verb>(verb: V, request: Request<V>): Promise<View<V>> {
  return ask<View<V>>(verb, { request });
}

/** Runs one command of the window's plugin. Used here and in `desk.ts` only. */
export async function ask<T>(command: string, args: Record<string, unknown> = {}): Promise<T> {
  try {
    return await invoke<T>(`plugin:desk|${command}`, args);
  } catch (thrown) {
    const refused = refusal(thrown);
    if (refused.code === 'not_signed_in') listeners.forEach((listener) => listener());
    throw refused;
  }
}

/** Called whenever Rust says that nobody is signed in. Answers how to stop listening. */
export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The same refusal, shown at a field: a wrong passphrase belongs to the passphrase. */
export function atField(field: string): (thrown: unknown) => never {
  return (thrown) => {
    const { code, message } = refusal(thrown);
    throw code === 'wrong_passphrase' ? new Refused({ code, message, fields: [{ field, message }] }) : thrown;
  };
}

/** Whatever was thrown, as a refusal. What is not a `CommandError` is a fault of ours and says nothing of a case. */
export function refusal(thrown: unknown): Refused {
  if (thrown instanceof Refused) return thrown;
  if (isCommandError(thrown)) return new Refused(thrown);
  const message = 'Caseward could not do this because of a fault of its own. Nothing was changed. Try again.';
  return new Refused({ code: 'register', message, fields: [] }, thrown);
}

function isCommandError(thrown: unknown): thrown is CommandError {
  if (typeof thrown !== 'object' || thrown === null) return false;
  const { code, message, fields } = thrown as Partial<CommandError>;
  return typeof code === 'string' && typeof message === 'string' && Array.isArray(fields);
}

const listeners = new Set<() => void>();
