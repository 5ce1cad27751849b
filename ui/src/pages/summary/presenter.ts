// The progress summary as the window shows it: tables as Rust made them, numbers in words where there is none.
import type { Refused } from '../../api/call';
import type { Cell, Chart, PackView, Profile, RecipientView, Summary, Table } from '../../api/types';
import { href, type Query } from '../../router';
import { count, lastFullQuarter, sayDate, sayInstant, sayNumber, typedDate } from '../../words/dates';
import { PROFILES, sayProfile } from '../../words/profiles';

export interface TableShown {
  id: string;
  title: string;
  finding: string;
  headings: string[];
  rows: { label: string; total: boolean; cells: string[] }[];
  notes: string[];
  charts: Chart[];
}
export interface SummaryShown { title: string; marking: string; period: string; made: string; method: string[]; suppression: string[]; auditHead: string; tables: TableShown[] }

/** What somebody chose to see, as the address holds it. */
export interface Chosen { from: string; to: string; profile: Profile; recipient: string; leave_out: string[] }

/** Without a choice: the last full quarter, shown as the recipient is usually shown it. */
export function chosenIn(query: Query, recipients: RecipientView[], today: string): Chosen {
  const quarter = lastFullQuarter(today);
  const recipient = recipients.find(({ code }) => code === query.recipient);
  return {
    from: query.from ?? typedDate(quarter.from),
    to: query.to ?? typedDate(quarter.to),
    profile: profileIn(query) || profileOf(recipient?.profile) || 'internal',
    recipient: recipient?.code ?? '',
    leave_out: (query.leave_out ?? '').split(',').filter(Boolean),
  };
}

/** The profile that somebody chose; empty: what is usual. */
export function profileIn(query: Query): Profile | '' {
  return profileOf(query.profile);
}

function profileOf(asked: string | undefined): Profile | '' {
  return (PROFILES.find(({ value }) => value === asked)?.value ?? '') as Profile | '';
}

/** Another recipient is shown what is usual for them, unless a profile was chosen together with them. */
export function askedAfter(before: Query, chosen: Query): Query {
  const same = (name: string) => (before[name] ?? '') === (chosen[name] ?? '');
  return !same('recipient') && same('profile') ? { ...chosen, profile: '' } : chosen;
}

/** The table that cannot be published with the others, where that is what was refused. */
export function tableToLeaveOut(refused: Refused): string | null {
  return refused.fields.find(({ field }) => field === 'leave_out')?.message ?? null;
}

export interface PackLine { id: string; period: string; profile: string; recipient: string; made: string; count: string; files: string[]; toView: string; toRecord: string; toWrite: string }

export function presentPacks(packs: PackView[]): PackLine[] {
  return packs.map((pack) => ({
    id: pack.pack_id,
    period: `${sayDate(pack.from)} to ${sayDate(pack.to)}`,
    profile: sayProfile(pack.profile),
    recipient: pack.recipient_name || 'Nobody named',
    made: `${sayInstant(pack.made_at)} by ${pack.made_by}`,
    count: count(pack.files.length, 'file'),
    files: pack.files.map(({ name }) => name),
    toView: href(`/summary/pack/${pack.pack_id}`),
    toRecord: href('/sharing/record', { pack: pack.pack_id, recipient: pack.recipient }),
    toWrite: href(`/summary/again/${pack.pack_id}`),
  }));
}

/** Before a pack is made of it nothing of a summary for others is remembered, so only what stays inside may be printed. */
export function mayPrint(profile: Profile): boolean {
  return profile === 'internal';
}

const SHOWS: Record<Profile, string> = {
  internal: 'Exact numbers, for use inside the authority.',
  partners: 'Small numbers are hidden.',
  public: 'Small numbers are hidden, and others rounded.',
};

export function presentSummary(summary: Summary): SummaryShown {
  return {
    title: summary.title,
    period: `${sayDate(summary.from)} to ${sayDate(summary.to)}`,
    marking: summary.marking,
    made: `${summary.authority}, made ${sayInstant(summary.made_at)}. ${SHOWS[summary.profile]}`,
    method: [...summary.method, '[z] stands where a number does not apply.'],
    suppression: summary.suppression,
    auditHead: summary.audit_head,
    tables: summary.tables.map((table) => presentTable(table, summary.charts)),
  };
}

function presentTable(table: Table, charts: Chart[]): TableShown {
  return {
    id: table.id,
    title: table.title,
    finding: table.finding,
    headings: table.columns,
    rows: table.rows.map(({ label, total, cells }) => ({ label, total, cells: cells.map(sayCell) })),
    notes: table.notes,
    charts: charts.filter((chart) => chart.table === table.id),
  };
}

/** As the exported files show it, so that window and paper read the same. */
const NOT_APPLICABLE = '[z]';

export function sayCell(cell: Cell): string {
  switch (cell.cell) {
    case 'count': return sayNumber(cell.value);
    case 'percent': return cell.value === null ? NOT_APPLICABLE : `${cell.value.toFixed(1)}%`;
    case 'days': return cell.value === null ? NOT_APPLICABLE : sayNumber(cell.value);
    case 'hidden': return '[c]';
    case 'blank': return NOT_APPLICABLE;
  }
}

/** The picture as an address that a strict policy lets an image have. */
export function imageOf(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
