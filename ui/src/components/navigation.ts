// The rooms of the register that a person's roles open.
import type { Role } from '../api/types';
import { may } from '../words/roles';

export interface Room { text: string; to: string; here: boolean }

/** Pages that a room leads to and that have an address of their own. */
const BESIDE: Record<string, string> = { decisions: 'sign-off', deputies: 'sign-off' };

export function navigation(roles: Role[], path: string): Room[] {
  const allowed = may(roles);
  const rooms: [string, string, boolean][] = [
    ['Start', '/', true],
    // Whoever signs off looks at everybody's work first; a practitioner at their own.
    ['Worklist', allowed.decide || !allowed.work ? '/worklist' : '/worklist?whose=mine', allowed.lists],
    ['Cases', '/cases', allowed.lists],
    ['Sign-off', '/sign-off', allowed.work],
    // Analysts decide nothing, and count what was decided.
    ['Decisions', '/decisions', allowed.summary && !allowed.work],
    ['Action plan', '/action-plan', true],
    ['Summary', '/summary', allowed.summary],
    ['Import', '/import', allowed.import],
    // The people are whom an administrator came for; everybody else came for their own passphrase.
    allowed.administer ? ['People and settings', '/settings', true] : ['Settings', '/settings/passphrase', true],
  ];
  const open = rooms.filter(([, , shown]) => shown);
  const first = (address: string) => address.split('?')[0]?.split('/')[1];
  const beside = allowed.work ? BESIDE[first(path) ?? ''] : undefined;
  return open.map(([text, to]) => ({ text, to: `#${to}`, here: (beside ?? first(path)) === first(to) }));
}
