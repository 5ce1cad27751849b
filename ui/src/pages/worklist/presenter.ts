// The worklist: from the address to the question for Rust, and from its answer to rows.
import type { FlagPage, FlagView, ListFlags, Severity } from '../../api/types';
import { PAGE } from '../../components/paging';
import { href, type Query } from '../../router';
import { sayDate, sayDays, sayNumber } from '../../words/dates';
import { RULE, FAMILY, SEVERITIES, SEVERITY, sayLevel } from '../../words/labels';

export interface Tab { text: string; number: string; to: string; here: boolean }
export interface FlagRow {
  key: string;
  reference: string;
  to: string;
  says: string;
  explanation: string;
  severity: Severity;
  late: string;
  due: string;
  level: string;
  team: string;
  practitioner: string;
}
export interface WorklistShown { asAt: string; tabs: Tab[]; rows: FlagRow[]; total: number; offset: number; what: string }

export function askFlags(query: Query): ListFlags {
  return {
    as_at: query.as_at || null,
    rule: known(RULE, query.rule),
    family: known(FAMILY, query.family),
    severity: known(SEVERITY, query.severity),
    level: query.level || null,
    team: query.team || null,
    practitioner: query.practitioner || null,
    mine: query.mine === '1',
    offset: Number(query.offset ?? 0) || 0,
    limit: PAGE,
  };
}

export function presentWorklist(page: FlagPage, query: Query): WorklistShown {
  const severity = known(SEVERITY, query.severity);
  const late = page.counts.critically_overdue + page.counts.overdue;
  const { offset: _, severity: __, ...filters } = query;
  const tab = (text: string, number: number, of: Severity | null): Tab => ({
    text, number: sayNumber(number), to: href('/worklist', { ...filters, severity: of }), here: of === severity,
  });
  return {
    asAt: sayDate(page.as_at),
    tabs: [tab('Everything late', late, null), ...SEVERITIES.map((of) => tab(SEVERITY[of].text, page.counts[of], of))],
    rows: page.rows.map(presentFlag),
    total: severity ? page.counts[severity] : late,
    offset: page.offset,
    what: severity === 'due_soon' || severity === 'not_due_yet' ? 'duties' : 'flags',
  };
}

export function presentFlag(flag: FlagView, place: number): FlagRow {
  return {
    // Several actions of one plan may be late on one day, so the place is part of the key.
    key: `${flag.reference} ${flag.rule} ${flag.due_on} ${place}`,
    reference: flag.reference,
    to: href(`/cases/${flag.reference}`),
    says: flag.says,
    explanation: flag.explanation,
    severity: flag.severity,
    late: sayLate(flag),
    due: flag.due_on ? sayDate(flag.due_on) : 'Not known',
    level: sayLevel(flag.level),
    team: flag.team ?? 'None',
    practitioner: flag.practitioner ?? 'None',
  };
}

function sayLate({ days_late: days, due_on: due }: FlagView): string {
  if (due === null) return '';
  if (days > 0) return `${sayDays(days)} late`;
  return days === 0 ? 'today' : `in ${sayDays(-days)}`;
}

function known<K extends string>(words: Record<K, unknown>, asked: string | undefined): K | null {
  return asked !== undefined && Object.hasOwn(words, asked) ? (asked as K) : null;
}
