// The sign-off queue: what was sent and not yet decided, oldest first.
import type { WaitingPage, WaitingRow } from '../../api/types';
import { href } from '../../router';
import { sayDate, sayDays } from '../../words/dates';
import { KIND, capital, sayLevel } from '../../words/labels';

export interface WaitingLine {
  id: string;
  reference: string;
  toCase: string;
  toDecision: string;
  what: string;
  level: string;
  team: string;
  sent: string;
  waits: string;
  due: string;
  late: boolean;
  mayDecide: boolean;
  whyNot: string;
}

export function presentWaiting(page: WaitingPage): { rows: WaitingLine[]; total: number; offset: number } {
  return { rows: page.rows.map(presentRow), total: page.total, offset: page.offset };
}

export function presentRow(row: WaitingRow): WaitingLine {
  return {
    id: row.version_id,
    reference: row.reference,
    toCase: href(`/cases/${row.reference}`),
    toDecision: href(`/sign-off/${row.version_id}`),
    what: `${capital(KIND[row.kind])}, version ${row.number}`,
    level: sayLevel(row.level),
    team: row.team ?? 'None',
    sent: `${sayDate(row.submitted_on)} by ${row.submitted_by}`,
    waits: row.days_waiting === 0 ? 'Sent today' : sayDays(row.days_waiting),
    due: row.due_on ? sayDate(row.due_on) : 'Not known',
    late: row.late,
    mayDecide: row.may_decide,
    whyNot: row.why_not ?? '',
  };
}
