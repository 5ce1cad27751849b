// How much a summary shows, and to whom that is safe.
import type { Choice } from './choices';

export const PROFILES: Choice[] = [
  { value: 'internal', label: 'Internal: exact numbers' },
  { value: 'partners', label: 'Partners: small numbers hidden' },
  { value: 'public', label: 'Public: small numbers hidden, others rounded' },
];

/** `Internal`. */
export function sayProfile(profile: string): string {
  return PROFILES.find(({ value }) => value === profile)?.label.split(':')[0] ?? profile;
}

/** Whether a pack shows more than somebody is usually shown. Rust decides; here it only asks for the reason in time. */
export function showsMore(pack: string, usual: string): boolean {
  const place = (profile: string) => PROFILES.findIndex(({ value }) => value === profile);
  return place(pack) < place(usual);
}
