// What goes out to those who answer for the work: summaries and packs, who was told what, samples, and the inspector's list.
import type { SideRoom } from '../../components/side_list';
import type { May } from '../../words/roles';

/** The first part of the addresses of these pages. */
export const GOES_OUT = ['/summary', '/sharing', '/samples', '/inspection', '/questions'];

export function summaryRooms(may: May, path: string): SideRoom[] {
  const rooms: [string, string, boolean][] = [
    ['Summary and packs', '/summary', may.summary],
    ['Sharing log', '/sharing', true],
    ['Questions from the public', '/questions', may.summary],
    ['Samples for audit', '/samples', may.summary],
    ['Inspection pack', '/inspection', may.decide],
  ];
  return rooms.filter(([, , shown]) => shown).map(([text, to]) => ({ text, to: `#${to}`, here: path.startsWith(to) }));
}
