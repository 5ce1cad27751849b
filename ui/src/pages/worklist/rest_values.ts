// What the form that lets a flag rest holds, and what Rust is sent.
import { Refused } from '../../api/call';
import type { FlagView, SnoozeFlag } from '../../api/types';
import type { Query } from '../../router';

export interface RestValues { cause: string; reason: string; until: string }

/** Stands for "not known" while the form is filled in, so that a question nobody answered is not taken for it. No code holds this sign. */
export const NOT_KNOWN = '?';

export function flagToRest(flags: FlagView[], query: Query): FlagView | null {
  return flags.find((flag) => flag.rule === query.rule && flag.start_on === query.start_on && (flag.subject ?? '') === (query.subject ?? '') && flag.snooze === null) ?? null;
}

export function snoozeRequest({ reference, rule, subject, start_on }: FlagView, { cause, reason, until }: RestValues): SnoozeFlag {
  if (cause === '') {
    // Everything that is missing is said at once, as Rust would.
    const fields = [
      { field: 'cause', message: 'Choose why it is late, or choose that it is not known.' },
      ...(reason.trim() === '' ? [{ field: 'reason', message: 'Say why this may wait, and what is being done meanwhile.' }] : []),
      ...(until.trim() === '' ? [{ field: 'until', message: 'Enter the last day on which it rests.' }] : []),
    ];
    throw new Refused({ code: 'invalid', message: 'Some answers are missing.', fields });
  }
  return { reference, rule, subject, start_on, until, cause: cause === NOT_KNOWN ? '' : cause, reason };
}
