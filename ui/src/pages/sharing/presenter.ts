// The sharing log: how it stands with each recipient, and what was shared with them.
import type { ListSharing, PackView, RecipientStanding, RecipientView, RecordRecipient, RecordSharing, SharingRow, SharingView } from '../../api/types';
import { Refused } from '../../api/call';
import { href, type Query } from '../../router';
import type { Choice } from '../../words/choices';
import { count, sayDate, sayDays } from '../../words/dates';
import type { Tag } from '../../words/labels';
import { sayProfile, showsMore } from '../../words/profiles';

export interface StandingLine {
  code: string;
  name: string;
  organisation: string;
  often: string;
  profile: string;
  last: string;
  gap: string;
  due: string;
  state: Tag;
  toLog: string;
  toChange: string;
  ended: boolean;
}
export interface SharedLine { key: string; on: string; recipient: string; pack: string; to: string; means: string; by: string; wider: string }
export interface SharingShown { says: string; standings: StandingLine[]; shared: SharedLine[] }

export function askSharing(query: Query): ListSharing {
  return { overdue: query.overdue === '1', recipient: query.recipient ?? '' };
}

export function presentSharing(view: SharingView): SharingShown {
  const overdue = view.recipients.filter(({ overdue_days: days }) => days > 0);
  return {
    says: overdue.length === 0
      ? 'Nothing is overdue.'
      : `Sharing is overdue with ${count(overdue.length, 'recipient')}: ${overdue.map(({ name }) => name).join(', ')}.`,
    standings: view.recipients.map(presentStanding),
    shared: view.shared.map(presentShared),
  };
}

function presentStanding(view: RecipientStanding): StandingLine {
  return {
    code: view.code,
    name: view.name,
    organisation: view.organisation,
    often: view.interval_months === 1 ? 'Every month' : `Every ${count(view.interval_months, 'month')}`,
    profile: sayProfile(view.profile).toLowerCase(),
    last: view.last_shared ? sayDate(view.last_shared) : `Never, since ${sayDate(view.since)}`,
    gap: sayDays(view.longest_gap_days),
    due: view.next_due ? sayDate(view.next_due) : '',
    state: stateOf(view),
    toLog: href('/sharing', { recipient: view.code }),
    toChange: href(`/sharing/recipient/${view.code}`),
    ended: view.ended_on !== null,
  };
}

function stateOf(view: RecipientStanding): Tag {
  if (view.ended_on !== null) return { text: `Ended ${sayDate(view.ended_on)}`, colour: 'grey' };
  if (view.overdue_days > 0) return { text: `Overdue by ${sayDays(view.overdue_days)}`, colour: 'red' };
  return { text: 'In time', colour: 'green' };
}

function presentShared(row: SharingRow): SharedLine {
  return {
    key: row.id,
    on: sayDate(row.shared_on),
    recipient: row.recipient_name,
    pack: `${sayDate(row.pack_from)} to ${sayDate(row.pack_to)}, ${sayProfile(row.profile).toLowerCase()}`,
    to: row.to_role,
    means: row.means,
    by: row.shared_by,
    wider: row.wider ? `Shows more than they are usually shown: ${row.reason}` : '',
  };
}

/** Those who are recipients now, as a form offers them. */
export function recipientChoices(recipients: RecipientView[]): Choice[] {
  return recipients.filter(({ ended_on: ended }) => ended === null).map(({ code, name }) => ({ value: code, label: name }));
}

export function packChoices(packs: PackView[]): Choice[] {
  return packs.map((pack) => ({
    value: pack.pack_id,
    label: `${sayDate(pack.from)} to ${sayDate(pack.to)}, ${sayProfile(pack.profile).toLowerCase()}${pack.recipient_name ? `, for ${pack.recipient_name}` : ''}, made ${sayDate(pack.made_at.slice(0, 10))}`,
  }));
}

/** Whether the form must ask for a reason: the pack that is chosen shows more than the recipient is usually shown. */
export function needsReason(values: RecordSharing, packs: PackView[], recipients: RecipientView[]): boolean {
  const pack = packs.find(({ pack_id: id }) => id === values.pack_id);
  const recipient = recipients.find(({ code }) => code === values.recipient);
  return pack !== undefined && recipient !== undefined && showsMore(pack.profile, recipient.profile);
}

/** A select that nobody touched sends empty text, which is no id. */
export function sharingRequest(values: RecordSharing): RecordSharing {
  if (values.pack_id === '') throw new Refused({ code: 'invalid', message: 'Some answers are missing.', fields: [{ field: 'pack_id', message: 'Choose the pack that was shared.' }] });
  return values;
}

/** What a person types of a recipient: months as text. */
export interface RecipientValues { code: string; name: string; organisation: string; interval_months: string; profile: string; ended: boolean }

export function recipientForm(view: RecipientView | null): RecipientValues {
  return {
    code: view?.code ?? '',
    name: view?.name ?? '',
    organisation: view?.organisation ?? '',
    interval_months: String(view?.interval_months ?? 3),
    profile: view?.profile ?? 'partners',
    ended: view?.ended_on !== null && view !== null,
  };
}

export function recipientRequest(values: RecipientValues): RecordRecipient {
  const months = /^\d{1,2}$/.test(values.interval_months.trim()) ? Number(values.interval_months) : 0;
  return { ...values, interval_months: months };
}
