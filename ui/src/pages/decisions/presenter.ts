// What each manager signed off, returned, and changed the level of: from the address to the question, and to rows.
import type { DecisionRow, DecisionsPage, ListDecisions, ManagerDecisions, Outcome } from '../../api/types';
import { PAGE } from '../../components/paging';
import { href, type Query } from '../../router';
import { sayDate, sayDays, sayInstant, sayNumber } from '../../words/dates';
import { KIND, OUTCOME, capital, sayLevel, type Tag } from '../../words/labels';

export interface NumberTo { number: string; to: string | null }
export interface ManagerLine {
  id: string;
  name: string;
  signedOff: NumberTo;
  returned: NumberTo;
  levelChanged: NumberTo;
  asDeputy: string;
  median: string;
}
export interface DecisionLine {
  id: string;
  when: string;
  reference: string;
  toCase: string;
  what: string;
  outcome: Tag;
  /** "at High, changed from medium". */
  level: string;
  by: string;
  /** "for Maria Osei". */
  whose: string;
  reason: string;
}
export interface DecisionsShown { period: string; managers: ManagerLine[]; rows: DecisionLine[]; total: number; offset: number; what: string }

export function askDecisions(query: Query): ListDecisions {
  return {
    from: query.from ?? '',
    to: query.to ?? '',
    manager: query.manager || null,
    outcome: outcomeOf(query.outcome),
    level_changed: query.outcome === CHANGED,
    offset: Number(query.offset ?? 0) || 0,
    limit: PAGE,
  };
}

/** A sign-off at another level is looked for like an outcome of its own. */
export const CHANGED = 'level_changed';
export const OUTCOMES = [...Object.entries(OUTCOME).map(([value, label]) => ({ value, label })), { value: CHANGED, label: 'Level changed' }];

export function presentDecisions(page: DecisionsPage, query: Query): DecisionsShown {
  const of = ({ from, to }: Query) => ({ from, to });
  const link = (manager: ManagerDecisions, count: number, outcome: string): NumberTo => ({
    number: sayNumber(count),
    to: count === 0 ? null : href('/decisions', { ...of(query), manager: manager.manager_id, outcome }),
  });
  return {
    period: `${sayDate(page.from)} to ${sayDate(page.to)}`,
    managers: page.managers.map((manager) => ({
      id: manager.manager_id,
      name: manager.manager,
      signedOff: link(manager, manager.signed_off, 'signed_off'),
      returned: link(manager, manager.returned, 'returned'),
      levelChanged: link(manager, manager.level_changed, CHANGED),
      asDeputy: sayNumber(manager.as_deputy),
      median: manager.median_days === null ? 'Not known' : sayDays(manager.median_days),
    })),
    rows: page.rows.map(presentRow),
    total: page.total,
    offset: page.offset,
    what: query.outcome === CHANGED ? 'decisions that changed the level' : query.outcome === 'returned' ? 'returns' : query.outcome === 'signed_off' ? 'sign-offs' : 'decisions',
  };
}

function presentRow(row: DecisionRow): DecisionLine {
  const changed = row.level_changed && row.level_before ? `, changed from ${sayLevel(row.level_before).toLowerCase()}` : '';
  return {
    // A version that was returned and sent again is decided twice.
    id: `${row.version_id} ${row.at}`,
    when: sayInstant(row.at),
    reference: row.reference,
    toCase: href(`/cases/${row.reference}`),
    what: `${capital(KIND[row.kind])}, version ${row.number}`,
    outcome: { text: OUTCOME[row.outcome], colour: row.outcome === 'signed_off' ? 'green' : 'orange' },
    level: row.level ? `at ${sayLevel(row.level).toLowerCase()}${changed}` : '',
    by: row.by,
    whose: row.deputy_for ? `for ${row.deputy_for}` : '',
    reason: row.reason,
  };
}

function outcomeOf(asked: string | undefined): Outcome | null {
  return asked === 'signed_off' || asked === 'returned' ? asked : null;
}
