// The rooms of the register that a person's roles open.
import type { Role } from '../api/types';
import { may } from '../words/roles';

export interface Room { text: string; to: string; here: boolean }

export function navigation(roles: Role[], path: string): Room[] {
  const allowed = may(roles);
  const rooms: [string, string, boolean][] = [
    ['Start', '/', true],
    ['Worklist', '/worklist', allowed.cases],
    ['Cases', '/cases', allowed.cases],
    ['Sign-off', '/sign-off', allowed.text],
    ['Action plan', '/action-plan', allowed.cases],
    ['Summary', '/summary', allowed.summary],
    ['Import', '/import', allowed.import],
    ['People and settings', '/settings', true],
  ];
  const open = rooms.filter(([, , shown]) => shown);
  return open.map(([text, to]) => ({ text, to: `#${to}`, here: to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`) }));
}
