// What the window offers to whom. Rust enforces it; here it only keeps doors out of sight that would not open.
import type { Role } from '../api/types';

export interface May {
  /** Sees cases at all. */
  cases: boolean;
  /** Sees words about a child. */
  text: boolean;
  /** Enters cases and writes items. */
  write: boolean;
  /** Signs off or returns. */
  decide: boolean;
  /** Changes the authority's action plan. */
  plan: boolean;
  summary: boolean;
  import: boolean;
  /** People, teams, lists, time limits, backup. */
  administer: boolean;
}

export function may(roles: Role[]): May {
  const any = (...asked: Role[]) => asked.some((role) => roles.includes(role));
  return {
    cases: any('practitioner', 'manager', 'analyst'),
    text: any('practitioner', 'manager'),
    write: any('practitioner', 'manager'),
    decide: any('manager'),
    plan: any('manager'),
    summary: any('practitioner', 'manager', 'analyst'),
    import: any('manager', 'administrator'),
    administer: any('administrator'),
  };
}
