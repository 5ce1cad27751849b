// The rooms of the register that a person's roles open.
import type { Role } from '../api/types';
import { LATE } from '../pages/oversight/rooms';
import { GOES_OUT } from '../pages/summary/rooms';
import { may } from '../words/roles';

export interface Room { text: string; to: string; here: boolean }

const OVERSIGHT = 'Oversight';
/** Its pages were there before the room, so their addresses begin in several ways. */
const IN_OVERSIGHT = ['/oversight', LATE, '/decisions', '/deputies'];
const SUMMARY = 'Summary';

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
    [SUMMARY, '/summary', allowed.summary],
    ['Import', '/import', allowed.import],
    // The people are whom an administrator came for; everybody else came for their own passphrase.
    allowed.administer ? ['People and settings', '/settings', true] : ['Settings', '/settings/passphrase', true],
  ];
  const first = (address: string) => address.split('?')[0]?.split('/')[1];
  const inOversight = allowed.lists && IN_OVERSIGHT.some((page) => path.startsWith(page));
  const room = inOversight ? OVERSIGHT : GOES_OUT.some((page) => path.startsWith(page)) ? SUMMARY : null;
  const here = (text: string, to: string) => (room !== null || text === OVERSIGHT ? text === room : first(path) === first(to));
  return rooms.filter(([, , shown]) => shown).map(([text, to]) => ({ text, to: `#${to}`, here: here(text, to) }));
}
