// Invented packs, recipients, sharings and samples.
import type { PacksView, RecipientStanding, SampleView, SamplesView, SharingView } from '../../src/api/types';
import { reference } from './data';

const HEAD = '4f'.repeat(32);

export const packs: PacksView = {
  packs: [
    {
      pack_id: 'pack-1', profile: 'partners', recipient: 'lscb', recipient_name: 'Safeguarding Children Partnership', from: '2026-04-01', to: '2026-06-30', made_at: '2026-07-06T10:12:00Z',
      made_by: 'David Pryce', audit_head: HEAD, files: ['xlsx', 'csv', 'html'].map((ending) => ({ name: `caseward-summary-2026-04-01-to-2026-06-30-partners.${ending}`, sha256: HEAD })),
    },
    { pack_id: 'pack-2', profile: 'internal', recipient: '', recipient_name: '', from: '2026-04-01', to: '2026-06-30', made_at: '2026-07-02T09:00:00Z', made_by: 'Lena Marsh', audit_head: HEAD, files: [{ name: 'a.xlsx', sha256: HEAD }] },
  ],
  thresholds: [{ profile: 'partners', hidden_to: 5, rounded_to: 1 }, { profile: 'public', hidden_to: 7, rounded_to: 5 }],
};

const stands = (code: string, name: string, more: Partial<RecipientStanding> = {}): RecipientStanding => ({
  code, name, organisation: 'Partnership', interval_months: 3, profile: 'partners', since: '2026-01-05', ended_on: null, times_shared: 2, last_shared: '2026-07-10',
  longest_gap_days: 98, next_due: '2026-10-10', overdue_days: 0, ...more,
});

export const sharing: SharingView = {
  recipients: [
    stands('chief_executive', 'Chief Executive (Lead Safeguarding Partner)', { organisation: 'Local authority', profile: 'internal' }),
    stands('csp', 'Community Safety Partnership', { interval_months: 1, next_due: '2026-08-10', overdue_days: 51 }),
    stands('lscb', 'Safeguarding Children Partnership'),
    stands('pcc', 'Police and Crime Commissioner', { times_shared: 0, last_shared: null, longest_gap_days: 268, next_due: null, ended_on: '2026-09-01' }),
  ],
  shared: [
    {
      id: 's-1', recipient: 'csp', recipient_name: 'Community Safety Partnership', pack_id: 'pack-2', pack_from: '2026-04-01', pack_to: '2026-06-30', profile: 'internal', wider: true,
      reason: 'Asked for under the joint inspection.', shared_on: '2026-07-10', to_role: 'Chair of the partnership', means: 'In a meeting', shared_by: 'Lena Marsh',
    },
    {
      id: 's-2', recipient: 'lscb', recipient_name: 'Safeguarding Children Partnership', pack_id: 'pack-1', pack_from: '2026-04-01', pack_to: '2026-06-30', profile: 'partners', wider: false, reason: '',
      shared_on: '2026-07-10', to_role: 'Board manager', means: 'Secure email', shared_by: 'David Pryce',
    },
  ],
};

export const samples: SamplesView = {
  samples: [{ id: 'sample-1', reference: 'S-2026-09-30-1a2b3c', title: 'Quality of plans, autumn 2026', population: 'Cases open on 30 September 2026', drawn_on: '2026-09-30', drawn_by: 'David Pryce', drawn: 3, looked_at: 2 }],
};

export const sample: SampleView = {
  id: 'sample-1', reference: 'S-2026-09-30-1a2b3c', title: 'Quality of plans, autumn 2026', population: 'Cases open on 30 September 2026', in_population: 302, left_out: [{ what: 'Read by the inspectors last week.', count: 1 }], eligible: 301,
  seed: '30 September 2026, 4 8 15 16 23 42', size: 3, allocation: 'proportionate', drawn_on: '2026-09-30', drawn_by: 'David Pryce',
  cases: [
    { reference: reference(1), stratum: 'Level: High', place: 1, found: { finding: 'good', finding_says: 'Good: what should be there is there', child_heard: 'yes', looked_at: 'The plan of May.', note: '', found_by: 'Lena Marsh', found_on: '2026-09-30', own_case: false } },
    { reference: reference(2), stratum: 'Level: Low', place: 1, found: { finding: 'serious_gaps', finding_says: 'Serious gaps: the child may be less safe for them', child_heard: 'not_reachable', looked_at: 'The last two reviews.', note: 'No plan since June.', found_by: 'Lena Marsh', found_on: '2026-09-30', own_case: true } },
    { reference: reference(3), stratum: 'Level: Medium', place: 1, found: null },
  ],
  findings: [{ what: 'Good: what should be there is there', count: 1 }, { what: 'Serious gaps: the child may be less safe for them', count: 1 }, { what: 'Not looked at yet', count: 1 }],
  not_heard: [reference(2)],
  strata: [{ name: 'Level: High', eligible: 84, drawn: 1 }, { name: 'Level: Low', eligible: 77, drawn: 1 }, { name: 'Level: Medium', eligible: 140, drawn: 1 }],
  unreached: ['Level: Severe'],
  method: ['Drawn from: cases open on 30 September 2026.', 'The cases were divided into strata by the level of risk in force on 30 September 2026.'],
};
