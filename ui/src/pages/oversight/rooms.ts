// The pages of oversight: what a manager looks at across all cases, apart from the worklist and the queue.
import type { SideRoom } from '../../components/side_list';
import type { May } from '../../words/roles';

export const LATE = '/worklist/causes';

export function oversightRooms(may: May, path: string): SideRoom[] {
  const rooms: [string, string, boolean][] = [
    ['What was late, and why', LATE, may.lists],
    ['Children’s voice', '/oversight/voice', may.lists],
    ['Missing children', '/oversight/missing', may.lists],
    ['Changes of worker', '/oversight/workers', may.lists],
    ['Decisions by manager', '/decisions', may.summary],
    ['Deputies', '/deputies', may.keep],
  ];
  return rooms.filter(([, , shown]) => shown).map(([text, to]) => ({ text, to: `#${to}`, here: path.startsWith(to) }));
}
