// Waking a flag that rests: one press, and the list says that it stands again.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { call, refusal, type Refused } from '../../api/call';
import { Done, RefusedNotice } from '../../components/notice';

export interface Resting { says: string; reference: string; snooze: { id: string } | null }

/** `on` is the list that is shown: what was said belongs to it alone. `woken` fetches the list again. */
export function useWake(on: string, woken: () => void): { said: JSX.Element | null; wake: (flag: Resting) => void } {
  const [last, setLast] = useState<{ on: string; says: string; refused: Refused | null; turn: number }>({ on: '', says: '', refused: null, turn: 0 });
  const wake = async ({ says, reference, snooze }: Resting) => {
    if (!snooze) return;
    try {
      await call('end_snooze', { id: snooze.id });
      setLast(({ turn }) => ({ on, says: `“${says}” of ${reference} is awake, and stands in the worklist again.`, refused: null, turn: turn + 1 }));
      woken();
    } catch (thrown) {
      setLast(({ turn }) => ({ on, says: '', refused: refusal(thrown), turn: turn + 1 }));
    }
  };
  const said = last.on !== on ? null : last.refused
    ? <RefusedNotice key={last.turn} refused={last.refused} />
    : last.says ? <Done key={last.turn}><p class="govuk-notification-banner__heading">{last.says}</p></Done> : null;
  return { said, wake: (flag) => void wake(flag) };
}
