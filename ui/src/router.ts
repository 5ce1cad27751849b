// A page is addressed by the hash: `#/worklist?severity=overdue`. Everything that a list shows stands in its address,
// so that Back, a link from the start page and a reload all lead to the same list.
import { useEffect, useState } from 'preact/hooks';

export type Query = Record<string, string>;
export interface Route { path: string; query: Query }

export function readRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#/, '').split('?');
  return { path: path.startsWith('/') ? path : '/', query: Object.fromEntries(new URLSearchParams(search)) };
}

/** The address of a page. Empty and absent values are left out. */
export function href(path: string, query: Record<string, string | number | boolean | null | undefined> = {}): string {
  const kept = Object.entries(query).filter(([, value]) => value !== '' && value !== null && value !== undefined && value !== false);
  const search = new URLSearchParams(kept.map(([name, value]): [string, string] => [name, value === true ? '1' : String(value)]));
  return kept.length > 0 ? `#${path}?${search}` : `#${path}`;
}

export function go(address: string): void {
  window.location.hash = address.replace(/^#/, '');
}

/** What `:names` of a pattern stand for in a path, or null when the path does not fit. */
export function match(pattern: string, path: string): Record<string, string> | null {
  const [wanted, found] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== found.length) return null;
  const names: Record<string, string> = {};
  for (const [place, part] of wanted.entries()) {
    const value = found[place] ?? '';
    if (part.startsWith(':') && value !== '') names[part.slice(1)] = decodeURIComponent(value);
    else if (part !== value) return null;
  }
  return names;
}

export function useRoute(): Route {
  const [route, setRoute] = useState(() => readRoute(window.location.hash));
  useEffect(() => {
    const moved = () => setRoute(readRoute(window.location.hash));
    window.addEventListener('hashchange', moved);
    return () => window.removeEventListener('hashchange', moved);
  }, []);
  return route;
}
