// What the window offers to whom. Rust enforces it; here it only keeps doors out of sight that would not open.
import type { Role } from '../api/types';

export interface May {
  /** Sees lists and numbers of cases. */
  lists: boolean;
  /** Reads cases, and writes in them: what analysts and administrators never see is words about a child. */
  work: boolean;
  /** Signs off or returns. */
  decide: boolean;
  /** Changes the authority's action plan. */
  plan: boolean;
  summary: boolean;
  import: boolean;
  /** Time limits and backups. */
  keep: boolean;
  /** People, teams and code lists. */
  administer: boolean;
}

export function may(roles: Role[]): May {
  const any = (...asked: Role[]) => asked.some((role) => roles.includes(role));
  return {
    lists: any('practitioner', 'manager', 'analyst'),
    work: any('practitioner', 'manager'),
    decide: any('manager'),
    plan: any('manager', 'analyst', 'administrator'),
    summary: any('manager', 'analyst'),
    import: any('manager', 'administrator'),
    keep: any('manager', 'administrator'),
    administer: any('administrator'),
  };
}
