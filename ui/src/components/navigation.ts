// The rooms of the register that a person's roles open.
import type { Role } from '../api/types';
import { LATE } from '../pages/oversight/rooms';
import { may } from '../words/roles';

export interface Room { text: string; to: string; here: boolean }

const OVERSIGHT = 'Oversight';
/** Its pages were there before the room, so their addresses begin in several ways. */
const IN_OVERSIGHT = ['/oversight', LATE, '/decisions', '/deputies'];

export function navigation(roles: Role[], path: string): Room[] {
  const allowed = may(roles);
  const rooms: [string, string, boolean][] = [
    ['Start', '/', true],
    // Whoever signs off looks at everybody's work first; a practitioner at their own.
    ['Worklist', allowed.decide || !allowed.work ? '/worklist' : '/worklist?whose=mine', allowed.lists],
    ['Cases', '/cases', allowed.lists],
    ['Sign-off', '/sign-off', allowed.work],
    ['Meetings', '/meetings', allowed.work],
    [OVERSIGHT, LATE, allowed.lists],
    ['Action plan', '/action-plan', true],
    ['Summary', '/summary', allowed.summary],
    ['Questions', '/questions', allowed.summary],
    ['Import', '/import', allowed.import],
    // The people are whom an administrator came for; everybody else came for their own passphrase.
    allowed.administer ? ['People and settings', '/settings', true] : ['Settings', '/settings/passphrase', true],
  ];
  const first = (address: string) => address.split('?')[0]?.split('/')[1];
  const inOversight = allowed.lists && IN_OVERSIGHT.some((page) => path.startsWith(page));
  const here = (text: string, to: string) => (inOversight || text === OVERSIGHT ? inOversight && text === OVERSIGHT : first(path) === first(to));
  return rooms.filter(([, , shown]) => shown).map(([text, to]) => ({ text, to: `#${to}`, here: here(text, to) }));
}
