// Invented views in realistic shapes. Typed by the interface, so that they change when it does.
import type {
  CoverageView, PlanImportView,
  ActionPlanView, CaseRow, CaseView, ChoicesView, Content, DecisionPageView, FlagView, ImportView, PersonView, PolicyView,
  DecisionRow, DecisionsPage, DeputyView, PolicyPreview, Rule, Severity, StartPageView, Summary, VersionView, WaitingRow,
} from '../../src/api/types';
import { RULE } from '../../src/words/labels';
import { sayDate } from '../../src/words/dates';

export const TODAY = '2026-09-30';
const NAMES = ['Amira Bashir', 'Tom Ellery', 'Grace Okafor', 'Lena Marsh', 'David Pryce'];
export const people: PersonView[] = NAMES.map((name, place) => ({
  id: `00000000-0000-7000-8000-00000000000${place}`,
  name,
  roles: place === 0 ? ['practitioner', 'manager', 'analyst', 'administrator'] : place === 4 ? ['analyst'] : place === 3 ? ['manager'] : ['practitioner'],
  can_sign_in: place !== 2,
  team: place === 4 ? null : 'Exploitation team',
  active: true,
}));

export const reference = (n: number) => `CW-${(n * 7919 + 100003).toString(32).toUpperCase().padStart(4, '7').slice(-4)}-9Q${(n % 32).toString(32).toUpperCase()}D`;
const day = (back: number) => new Date(Date.parse(TODAY) - back * 86_400_000).toISOString().slice(0, 10);
const pick = <T>(from: T[], n: number): T => from[n % from.length] as T;
const TEAMS = ['North assessment', 'South family support', 'Exploitation team'];
const LEVELS = ['high', 'medium', 'low'];
const codes = (text: string) => text.split('|').map((entry) => {
  const [code = '', label = '', group = null] = entry.split('=');
  return { code, label, group, offered: code !== 'RC1' };
});

export const choices: ChoicesView = {
  lists: {
    sex: codes('F=Female|M=Male|U=Unknown'),
    ethnicity: codes('WBRI=White British=White|WIRI=White Irish=White|MWBC=White and Black Caribbean=Mixed|APKN=Pakistani=Asian or Asian British|BAFR=African=Black or Black British|OOTH=Any other ethnic group=Other'),
    care_status: codes('none=Not known to social care|cin=Child in need|cp=Child protection plan|looked_after=Looked after'),
    disability: codes('NONE=No disability|MOB=Mobility|COMM=Communication|LD=Learning|HEAR=Hearing|VIS=Vision|BEH=Behaviour|AUT=Diagnosed with autism or Asperger syndrome'),
    referral_source: codes('1A=Family member, relative or carer=Individual|1C=Self=Individual|2A=School=Education|3E=A&E=Health|5A=Local authority: social care=Local authority|6=Police=Police|8=Other=Other|10=Unknown=Other'),
    assessment_factor: codes('1A=Alcohol misuse: child|2A=Drug misuse: child|3A=Domestic abuse, subject of: child|4A=Mental health: child|8B=Going missing|9A=Gangs|11A=Child sexual exploitation|12A=Trafficking'),
    participation: codes('PN0=Child aged under 4 at the time of the review|PN1=Attends and speaks for themselves|PN2=Attends; an advocate speaks for them|PN3=Attends and conveys views without words|PN4=Attends but does not contribute|PN5=Does not attend; briefs an advocate|PN6=Does not attend; sends views|PN7=Does not attend and sends no views'),
    exploitation_model: codes('older_associate=Older associate presented as a boyfriend, girlfriend or friend|peer=Peer on peer|group_or_gang=Group or gang|online=Online or by image|party=Parties and social gatherings|unknown=Not yet known'),
    exploitation_context: codes('online=Online|public_place=Public place|hotel=Hotel or short let|vehicle=Taxi or other vehicle|unknown=Not yet known'),
    evidence_of_harm: codes('none=None known|suspected=Suspected|disclosed=Disclosed by the child|confirmed=Confirmed'),
    indicator_group: codes('missing=Missing, late or absent from home|education=Absence from or change in education|associates=Older or controlling associates|unexplained_goods=Unexplained money, goods or travel|online=Phone, internet and images|substances=Alcohol or drugs|mental_health=Self-harm or mental health|family=Family conflict, neglect or domestic abuse'),
    closure_reason: codes('RC1=Adopted|RC5=Transferred to services of another local authority|RC6=Transferred to adult social care|RC7=Services ceased for any other reason, including no longer in need|RC8=Case closed after assessment, no further action'),
    worker_change_reason: codes('MANAGE=Change of manager|LEFTRL=Left the role|ABSENC=Absence|CHCHAN=Change requested by the child|OTHERS=Other'),
    cause: codes('awareness=Lack of awareness|priorities=Competing priorities|resources=Lack of resources'),
  },
  levels: [
    { level: 'high', review_every_days: 28, ceiling_months: 3, critical_after_days: 7 },
    { level: 'medium', review_every_days: 42, ceiling_months: 3, critical_after_days: 14 },
    { level: 'low', review_every_days: 84, ceiling_months: 3, critical_after_days: 28 },
  ],
  teams: TEAMS,
  people,
};

const RULES = Object.keys(RULE) as Rule[];

export function flag(n: number, severity: Severity): FlagView {
  const rule = pick(RULES, n);
  const late = severity === 'critically_overdue' ? 40 + n : severity === 'overdue' ? 1 + (n % 7) : severity === 'due_soon' ? -(n % 7) : -20 - n;
  const level = pick([...LEVELS, null], n);
  const words = level === null ? 'No level is recorded, so the strictest interval applies' : `${level.charAt(0).toUpperCase()}${level.slice(1)} since ${sayDate(day(160))}`;
  return {
    reference: reference(n), rule, subject: null, snooze: null, says: RULE[rule], family: 'no_review', severity, level, start_on: day(late + 42), due_on: day(late), days_late: late,
    explanation: `${words}; reviews every 42 days under the policy of 1 January 2026; last review ${sayDate(day(late + 42))}; due ${sayDate(day(late))}.`,
    team: pick([...TEAMS, null], n), practitioner: pick([...NAMES, null], n),
  };
}

export const startPage: StartPageView = {
  as_at: TODAY,
  mine: { critically_overdue: 2, overdue: 5, due_soon: 3, not_due_yet: 31, snoozed: 1 },
  my_team: { critically_overdue: 9, overdue: 21, due_soon: 12, not_due_yet: 160, snoozed: 2 }, team: 'Exploitation team',
  all: { critically_overdue: 48, overdue: 113, due_soon: 61, not_due_yet: 1204, snoozed: 5 },
  open_cases: 302, cases_without_review: 57, to_decide: 6, waiting: 11, deputy_for: [], deputy: null, without_cause: 3, filters: [],
  returned: [{ reference: reference(4), item_id: 'item-assessment', kind: 'assessment', reason: 'The child was not seen alone. See the child alone and say what they told you, then send it again.', by: 'Lena Marsh', on: day(2) }],
  drafts: [
    { key: 'open_case', title: 'Open a case', body: '{}', saved_at: '2026-09-29T15:42:00Z' },
    { key: `record_item/${reference(3)}/review`, title: `New review for ${reference(3)}`, body: '{}', saved_at: '2026-09-28T09:05:00Z' },
  ],
  actions_late: 3, actions: 14, sharing_overdue: 1, recipients: 4, bank_holidays_end: null,
};

export const caseRow = (n: number): CaseRow => ({
  reference: reference(n), opened_on: day(200 + n), closed_on: n % 9 === 0 ? day(10) : null, level: pick([...LEVELS, null], n), level_confirmed: n % 3 !== 0,
  team: pick([...TEAMS, null], n), practitioner: pick([...NAMES, null], n), manager: 'Lena Marsh', reviews: n % 5,
  last_review_on: n % 5 === 0 ? null : day(30 + n), next_review_on: n % 4 === 0 ? null : day(-10 - n), flags: n % 3, at_rest: n % 5 === 4 ? 1 : 0, worst: n % 3 === 0 ? null : n % 3 === 1 ? 'overdue' : 'critically_overdue', source: 'entered',
});

const assessment = (summary: string, level: string): Content => ({
  kind: 'assessment', started_on: day(120), completed_on: day(100), tool: 'Local screening tool', tool_version: '3.1', score: 14, indicators: ['missing', 'associates', 'online'],
  level, evidence_of_harm: 'suspected', child_seen: 'alone', summary,
});
const SUMMARY_1 = 'Missing from home on four evenings in March. An older associate supplies a phone and travel. School attendance fell to 60 per cent.';
const SUMMARY_2 = 'Missing from home on four evenings in March. An older associate supplies a phone and travel. School attendance rose to 85 per cent. The child now names a trusted adult at school.';

export function version(id: string, number: number, content: Content, state: 'signed' | 'sent' | 'written' | 'returned'): VersionView {
  const decided = state === 'signed' || state === 'returned';
  return {
    version_id: id, number, hash: `${id}-hash`, authors: ['Tom Ellery'], written_at: '2026-06-03T10:20:00Z',
    submitted_at: state === 'written' ? null : '2026-06-03T10:31:00Z', content,
    decision: decided ? { outcome: state === 'signed' ? 'signed_off' : 'returned', level: state === 'signed' ? 'high' : null, plan_progressing: state === 'signed' ? 'partly' : null, reason: state === 'signed' ? 'Two further missing episodes since the assessment.' : 'See the child alone first.', by: 'Lena Marsh', deputy_for: null, level_before: state === 'signed' ? 'medium' : null, at: '2026-06-05T16:02:00Z' } : null,
  };
}

export const plan: Content = {
  kind: 'plan', goals: ['She is not missing overnight.', 'She has an adult at school whom she trusts.'],
  actions: [
    { id: 'plan-action-1', what: 'Disruption visit to the address that she names', owner_role: 'Detective sergeant', agency: 'Police', due_on: day(12) },
    { id: 'plan-action-2', what: 'Weekly session with the exploitation worker', owner_role: 'CSE worker', agency: 'Barnardo’s', due_on: day(-20) },
  ],
};

export function caseView(ref: string): CaseView {
  return {
    reference: ref, version: 3, opened_on: '2026-02-11', closed_on: null, source: 'tracker', brought_in_on: '2026-08-01',
    facts: {
      referral_source: '6', age_at_referral: 14, sex: 'F', ethnicity: 'WBRI', disabilities: ['LD'], statuses: [{ status: 'cin', from: '2026-02-11', to: '2026-05-01' }, { status: 'cp', from: '2026-05-01', to: null }],
      factors: ['11A', '8B', '2A'], models: ['older_associate'], contexts: ['hotel', 'online'], evidence_of_harm: 'suspected', placed_out_of_area: false, school_absence_checked_on: null,
    },
    team: TEAMS[2] ?? null, practitioner: 'Amira Bashir', manager: 'Lena Marsh', practitioner_id: 'p0', manager_id: 'p1', level: { level: 'high', since: '2026-06-05', confirmed: false },
    levels: [{ on: '2026-06-05', level: 'high', stated_by: 'manager' }, { on: '2026-02-11', level: 'medium', stated_by: 'practitioner' }],
    floors: [{ at_least: 'medium', says: 'Aged 12 at referral: under 13 is at least medium under the policy of 1 January 2026.', broken: false }],
    review_dates: {
      computed: '2026-08-13', computed_says: 'High since 5 June 2026; reviews every 28 days under the policy of 1 January 2026; last review 2 July 2026; due 30 July 2026.',
      by_hand: [{ next_review_on: '2026-10-12', set_on: '2026-09-12', by: 'Lena Marsh', source: 'by_hand', reason: 'The police interview is on 8 October, and the review needs it.' }],
    },
    earlier: [{ opened_on: '2025-03-04', closed_on: '2025-11-20', reopened_on: '2026-02-11', reopened_by: 'Lena Marsh', reason: 'Seen again with the same adults.' }],
    concerns: ['The level is high, the most serious of the policy.', '3 flags stand on the case.', 'The child was missing on 20 September 2026, within 28 days.'],
    without_cause: [],
    flags: [{ ...flag(3, 'critically_overdue'), reference: ref }, { ...flag(1, 'overdue'), reference: ref }, { ...flag(11, 'overdue'), reference: ref }], ahead: [{ ...flag(5, 'due_soon'), reference: ref }, { ...flag(12, 'not_due_yet'), reference: ref }],
    items: [
      { item_id: 'item-assessment', kind: 'assessment', standing: 'changed_since_signed', changed: { on: '2026-09-20', by: 'Tom Ellery' }, may_take_back: false, versions: [version('v2', 2, assessment(SUMMARY_2, 'medium'), 'written'), version('v1', 1, assessment(SUMMARY_1, 'high'), 'signed')] },
      { item_id: 'item-plan', kind: 'plan', standing: 'signed_off', changed: null, may_take_back: false, versions: [version('v3', 1, plan, 'signed')] },
      { item_id: 'item-arrangement', kind: 'review_arrangement', standing: 'submitted', changed: null, may_take_back: true, versions: [version('v4', 1, { kind: 'review_arrangement', next_review_on: '2026-10-20', chair_role: 'Independent chair', agencies: ['Police', 'School nurse'], bring_forward_if: 'Any overnight missing episode' }, 'sent')] },
    ],
    reported: { assessment_signed_off: true, plan_signed_off: false, last_review_on: '2026-07-02', participation: 'PN6', missing_episodes: 3, return_interview_done: true, comment: '', comment_withheld: true },
    plan: {
      item_id: 'item-plan', done: 0, late: 1, last_update_on: '2026-09-01',
      actions: [
        { id: 'plan-action-1', what: 'Disruption visit to the address that she names', owner_role: 'Detective sergeant', agency: 'Police', due_on: day(12), state: 'open', late: true, updates: [{ on: '2026-09-01', state: 'open', note: 'Visit moved to the end of the month.', by: 'Amira Bashir' }] },
        { id: 'plan-action-2', what: 'Weekly session with the exploitation worker', owner_role: 'CSE worker', agency: 'Barnardo’s', due_on: day(-20), state: 'open', late: false, updates: [] },
      ],
    },
    episodes: [
      { id: 'episode-1', missing_from: '2026-08-14 21:10', returned: '2026-08-15 06:30', interview_offered: '2026-08-15', interview_held: '2026-08-17 11:00', interview_declined: null, themes: 'Went to meet friends in the city.', in_time: true },
      { id: 'episode-2', missing_from: '2026-09-20', returned: '2026-09-21', interview_offered: null, interview_held: null, interview_declined: null, themes: '', in_time: false },
    ],
    workers: [{ from: '2026-06-01', practitioner: 'Amira Bashir', manager: 'Lena Marsh', reason: 'LEFTRL' }, { from: '2026-02-11', practitioner: 'Tom Ellery', manager: 'Lena Marsh', reason: null }],
    timeline: Array.from({ length: 14 }, (_, n) => ({ at: `2026-09-${String(28 - n).padStart(2, '0')} 09:1${n % 10}`, by: pick(NAMES, n), says: pick(['Assessment version 2 written', 'Plan version 1 signed off at high', 'Missing episode recorded', 'Facts of the case changed'], n) })),
  };
}

export const waiting = (n: number): WaitingRow => ({
  version_id: n === 0 ? 'v2' : `v-${n}`, item_id: 'item-assessment', reference: reference(n), kind: pick(['assessment', 'plan', 'review', 'review_arrangement', 'closure'], n), number: 1 + (n % 2), level: pick(LEVELS, n), team: pick(TEAMS, n),
  submitted_on: day(12 - n), submitted_by: pick(NAMES, n + 1), days_waiting: 12 - n, due_on: day(5 - n), late: n < 5, severity: n < 2 ? 'critically_overdue' : n < 5 ? 'overdue' : n < 9 ? 'due_soon' : 'not_due_yet',
  manager: n === 6 ? null : n % 3 === 0 ? 'Amira Bashir' : 'Lena Marsh', mine: n % 3 !== 2 && n % 4 !== 1, deputy_for: n % 3 === 1 && n % 4 !== 1 ? 'Lena Marsh' : null, may_decide: n % 4 !== 1, why_not: n % 4 === 1 ? 'You wrote part of this version, so another manager decides it.' : null,
});

export const decision: DecisionPageView = {
  waiting: { ...waiting(0), number: 2 }, version: version('v2', 2, assessment(SUMMARY_2, 'medium'), 'sent'), last_signed: version('v1', 1, assessment(SUMMARY_1, 'high'), 'signed'),
  practitioners_level: 'medium', level: { level: 'high', since: '2026-06-05', confirmed: true },
  levels: [{ on: '2026-09-20', level: 'medium', stated_by: 'practitioner' }, { on: '2026-06-05', level: 'high', stated_by: 'manager' }],
  reviews: [{ on: '2026-07-02', participation: 'PN6', reported: true, signed_off: false }, { on: '2026-05-20', participation: 'PN1', reported: false, signed_off: true }],
  flags: [flag(3, 'critically_overdue')], concerns: [],
  floors: [{ at_least: 'medium', says: 'Aged 12 at referral: under 13 is at least medium under the policy of 1 January 2026.', broken: false }],
  look_for: ['The child was seen, and seen alone.', 'Evidence of harm is stated apart from risk.', 'The level follows from what is written, not from a score.'],
};

export const actionPlan: ActionPlanView = {
  as_at: TODAY,
  themes: [{ theme: 'prevention', actions: 4, complete: 1, effect_confirmed: 0, late: 1, moved: 0 }, { theme: 'protection', actions: 6, complete: 2, effect_confirmed: 1, late: 2, moved: 1 }],
  objectives: [
    { id: 'objective-1', theme: 'protection', title: 'Every child at risk is reviewed in time', actions: [
      { id: 'action-1', title: 'Weekly list of late reviews to each team manager', owner_role: 'Head of safeguarding', organisation: 'Children’s services', partners: 'Police', start_on: '2026-02-01', due_on: '2026-08-31', number: '1.1', moved: [{ on: '2026-06-20', from: '2026-06-30', to: '2026-08-31', days: 62, by: 'Maria Osei', why: 'Two posts were vacant.' }], distance: '44% of the way to the target', way_gone: 0.449, finish: 'On course for 24 November 2027, 450 days after its date: 52% on 1 March 2026, 63% on 1 September 2026.', finish_on: '2027-11-24', withdrawn_on: null, measure: 'Reviews held in time', baseline: '41%', target: '90%', now: '63%', requirements: ['S-03'], state: 'at_risk', late: true, updates: [{ on: '2026-09-01', state: 'at_risk', text: 'Two teams without a manager.', now: '63%', sample: '', sampled_on: null, evidence: 'Worklist of 31 August', checked_by: 'Board manager', by: 'Lena Marsh' }] },
      { id: 'action-2', title: 'Sample of twenty signed plans, each read by another manager', owner_role: 'Principal social worker', organisation: 'Children’s services', partners: '', start_on: null, due_on: '2026-12-31', number: '', moved: [], distance: 'Distance not known: no baseline is given', way_gone: null, finish: 'A finish cannot be told: no update says where the measure stands as a number.', finish_on: null, withdrawn_on: null, measure: 'Plans that progressed', baseline: '', target: '80%', now: '', requirements: [], state: 'not_started', late: false, updates: [] },
    ] },
    { id: 'objective-2', theme: 'prevention', title: 'Hotels and taxis know what to look for', actions: [] },
  ],
  requirements: [
    { id: 'S-01', catalogue: 'today', theme: 'monitoring', text: 'Local data is collected and analysed to build a problem profile.', basis: 'from memory: check before publishing', checked_by: '', checked_on: '' },
    { id: 'S-03', catalogue: 'today', theme: 'protection', text: 'Practitioners judge; tools support judgement and do not replace it.', basis: 'from memory: check before publishing', checked_by: '', checked_on: '' },
    { id: 'C-09', catalogue: 'guidance_2009', theme: 'prevention', text: 'Awareness is raised among those who may see exploitation first.', basis: 'from memory: check before publishing', checked_by: '', checked_on: '' },
  ],
};

export const coverage: CoverageView = {
  as_at: TODAY, catalogue: 'guidance_2009', name: 'Supplementary guidance of 2009', standing: 'This guidance was superseded in February 2017.',
  total: 3, covered: 1, evidenced: 1, reflected: 0, says: 'Of 3 lines, 1 covered, 1 evidenced and 0 reflected on 30 September 2026.',
  rests_on: 'This rests on what stood in the register at the end of that day.',
  actions: [{ id: 'action-1', number: '1.1', title: 'Weekly list of late reviews' }, { id: 'action-2', number: '', title: 'Sample of twenty signed plans' }],
  lines: [
    { requirement: { id: 'C-08', catalogue: 'guidance_2009', theme: 'protection', text: 'Each child has a plan.', basis: 'from memory', checked_by: '', checked_on: '' }, covered: true, evidenced: false, reflected: false, why_not: '', state: 'at_risk', confirmed: '', answers: [{ action: 'action-1', covers: true, evidenced: false, gaps: [] }] },
    { requirement: { id: 'C-09', catalogue: 'guidance_2009', theme: 'protection', text: 'The plan is reviewed.', basis: 'from memory', checked_by: 'Board manager', checked_on: '2026-09-02' }, covered: false, evidenced: true, reflected: false, why_not: 'Its action has no date.', state: 'on_track', confirmed: '', answers: [{ action: 'action-2', covers: false, evidenced: true, gaps: ['has no date'] }] },
    { requirement: { id: 'C-10', catalogue: 'guidance_2009', theme: 'protection', text: 'The parents’ part is taken into account.', basis: 'from memory', checked_by: '', checked_on: '' }, covered: false, evidenced: false, reflected: false, why_not: 'No action answers it.', state: null, confirmed: '', answers: [] },
  ],
};

export const planImported = (dryRun: boolean): PlanImportView => ({
  dry_run: dryRun, tables: 1, added: 1, changed: 1, unchanged: 12, updates: 2, moved: 1, absent: ['Weekly list of late reviews to each team manager'],
  refused: [{ sheet: 'Action plan', row: 9, cells: [{ column: 'When', reason: 'This names no year. Write the month with its year, for example March 2026.' }, { column: 'RAG', reason: 'This is not a status that is known.' }] }],
  rows: [
    { sheet: 'Action plan', row: 3, number: '1.1', objective: 'No case drifts', title: 'Review every case', due_on: '2026-12-31', state: 'at_risk', outcome: 'changed' },
    { sheet: 'Action plan', row: 4, number: '', objective: 'No case drifts', title: 'Goes on', due_on: null, state: 'not_started', outcome: 'added' },
  ],
  notes: [{ sheet: 'Action plan', row: 4, column: 'When', note: 'No date is given.' }, { sheet: 'Action plan', row: null, column: 'Budget', note: 'This column was not read.' }],
});

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 180" font-family="Arial" font-size="14"><rect width="600" height="180" fill="#fff"/><text x="0" y="40">High</text><rect x="80" y="22" width="240" height="28" fill="#1d70b8"/><text x="330" y="42">84</text><text x="0" y="90">Medium</text><rect x="80" y="72" width="400" height="28" fill="#1d70b8"/><text x="490" y="92">140</text><text x="0" y="140">Low</text><rect x="80" y="122" width="220" height="28" fill="#1d70b8"/><text x="310" y="142">78</text></svg>';
export const summary: Summary = {
  title: 'Progress summary', authority: 'Northshire County Council', recipient: null, suppression: [], profile: 'internal', marking: 'OFFICIAL-SENSITIVE', from: '2026-07-01', to: '2026-09-30', made_at: '2026-09-30T14:03:00Z', audit_head: 'a94f3c0b77d1e2c9a94f3c0b77d1e2c9a94f3c0b77d1e2c9a94f3c0b77d1e2c9',
  method: ['All cases that were open on at least one day of the period.', 'Lateness is counted on the last day of the period.'],
  tables: [
    { id: 'cases-by-level', title: 'Cases by level', finding: '302 cases were open on 30 September 2026, 84 of them at high.', columns: ['Level', 'Open at the end', 'Opened', 'Closed'], rows: [['High', 84, 20, 6], ['Medium', 140, 31, 18], ['Low', 78, 12, 22]].map(([label, ...cells]) => ({ label: String(label), total: false, cells: cells.map((value) => ({ cell: 'count' as const, value: Number(value) })) })), notes: ['The level of 4 cases is not recorded.'] },
    { id: 'interviews', title: 'Return interviews', finding: 'Two thirds of return interviews were held within 72 hours.', columns: ['Outcome', 'Episodes', 'Share', 'Median days'], rows: [{ label: 'Held in 72 hours', total: false, cells: [{ cell: 'count', value: 64 }, { cell: 'percent', value: 66.7 }, { cell: 'days', value: 2 }] }, { label: 'Not known', total: true, cells: [{ cell: 'count', value: 9 }, { cell: 'percent', value: null }, { cell: 'days', value: null }] }], notes: [] },
  ],
  charts: [{ id: 'levels', title: 'Open cases by level', finding: 'Almost half are at medium.', description: 'A bar chart of open cases: high 84, medium 140, low 78.', table: 'cases-by-level', columns: [0], svg }],
};

export const imported = (dryRun: boolean, skipped: boolean): ImportView => ({
  dry_run: dryRun, created: 238, matched: 0, unchanged: 0, withheld_comments: 37,
  refused: [
    { row: 119, cells: [{ column: 'Child ID', reason: 'The same child stands in row 41. Leave one of the two.' }] },
    { row: 204, cells: [{ column: 'Date opened', reason: '31/02/2026 does not exist. Check the day and the month.' }, { column: 'Age', reason: '“fourteen-ish” is not a whole number.' }] },
  ],
  rows: dryRun || !skipped ? [] : Array.from({ length: 5 }, (_, n) => ({ row: n + 6, reference: reference(n) })),
  notes: [{ row: 12, column: 'Next review', note: '“TBC” was read as blank.' }, { row: null, column: 'Shoe size', note: 'This column was not read.' }],
});

export const policy: PolicyView = {
  policies: [{ effective_from: '2026-01-01', levels: choices.levels, clocks: { assessment_authorised: 45, plan_in_place: 10, sign_off_decided: 5, review_signed: 5, change_resubmitted: 5, return_interview_hours: 72, plan_update_days: 28, due_soon_days: 7 }, floors: [{ when: { fact: 'age_under', years: 13 }, at_least: 'medium' }, { when: { fact: 'evidence_of_harm', code: 'confirmed' }, at_least: 'high' }] }],
  in_force: '2026-01-01', bank_holidays_known_to: '2028-12-31', bank_holidays_end_soon: false,
  bank_holidays: [['2025-12-25', 'Christmas Day'], ['2026-04-03', 'Good Friday'], ['2026-12-25', 'Christmas Day'], ['2028-12-25', 'Christmas Day']].map(([day = '', title = '']) => ({ day, title })),
};

export const closing: DecisionPageView = {
  ...decision, waiting: { ...waiting(4), version_id: 'closure', deputy_for: 'Lena Marsh', may_decide: true, why_not: null }, last_signed: null, practitioners_level: 'high', floors: [],
  version: version('closure', 1, { kind: 'closure', closing_on: TODAY, reason: 'RC7', where_now: 'With her mother', level: 'high' }, 'sent'),
  concerns: caseView(reference(4)).concerns, flags: [flag(3, 'critically_overdue'), { ...flag(1, 'overdue'), snooze: { id: 'rest-1', until: '2026-10-14', by: 'Lena Marsh', cause: 'resources', reason: 'The new worker starts on 12 October.' } }, flag(2, 'overdue'), flag(11, 'overdue'), flag(12, 'overdue')],
  look_for: ['Is the child safe from exploitation, rather than older or moved?', 'Are any flags still open, or was there a missing episode in the last 28 days?', 'Who will notice if it begins again?'],
};

const decided = (n: number): DecisionRow => ({
  version_id: `v-${n}`, reference: reference(n), kind: pick(['assessment', 'plan', 'review'], n), number: 1 + (n % 2), outcome: n % 4 === 3 ? 'returned' : 'signed_off', by: pick(['Amira Bashir', 'Lena Marsh'], n), deputy_for: n === 2 ? 'Lena Marsh' : null,
  at: `${day(n)}T10:1${n % 10}:00Z`, level_before: 'medium', level: n % 4 === 3 ? null : n % 4 === 1 ? 'high' : 'medium', level_changed: n % 4 === 1,
  reason: n % 4 === 3 ? 'See the child alone, and say what they told you.' : n % 4 === 1 ? 'Two missing episodes since the assessment.' : '',
});

export const decisions: DecisionsPage = {
  from: day(27), to: TODAY, total: 14, offset: 0, rows: Array.from({ length: 14 }, (_, n) => decided(n)),
  managers: [
    { manager_id: people[0]!.id, manager: 'Amira Bashir', signed_off: 6, returned: 1, level_changed: 0, as_deputy: 1, median_days: 2 },
    { manager_id: people[3]!.id, manager: 'Lena Marsh', signed_off: 4, returned: 3, level_changed: 4, as_deputy: 0, median_days: 6.5 },
  ],
};

const deputy = (id: string, manager: number, other: number, from: number, to: number): DeputyView => ({
  id, manager_id: people[manager]!.id, manager: NAMES[manager]!, deputy: NAMES[other]!, from: day(from), to: day(to), in_force: from >= 0 && to <= 0, is_over: to > 0, may_decide: true, may_end: to <= 0 && manager === 0,
});
export const deputies: DeputyView[] = [deputy('d1', 3, 0, 2, -12), deputy('d2', 0, 3, -30, -44), deputy('d3', 3, 0, 80, 66)];

export const preview: PolicyPreview = {
  effective_from: '2027-01-01', to: '2027-04-01', open_cases: 302, finding: '17 cases become overdue on 1 January 2027.',
  days: [{ on: '2027-01-01', cases: 17 }, { on: '2027-01-04', cases: 3 }, { on: '2027-01-12', cases: 1 }],
  rules: [{ rule: 'review_overdue', says: RULE.review_overdue, now: 40, then: 55 }, { rule: 'never_reviewed', says: RULE.never_reviewed, now: 11, then: 13 }, { rule: 'decision_waiting', says: RULE.decision_waiting, now: 4, then: 4 }],
  cases: Array.from({ length: 21 }, (_, n) => ({ reference: reference(n), rule: 'review_overdue' as const, says: RULE.review_overdue, due_now: n === 4 ? null : day(-100 - n), due_then: day(-93 - n) })),
  sooner: 21, later: 2, below_floor: 5, critical_now: 12, critical_then: 31,
};
