// Settings as they are shown: people, code lists, the time limits of a policy, the check of the register.
import type { ChoicesView, Clocks, FloorRule, PeopleView, Policy, PolicyView, VerifyView } from '../../api/types';
import { href } from '../../router';
import { labelOf } from '../../words/choices';
import type { May } from '../../words/roles';
import { count, sayDate, sayDays, sayNumber } from '../../words/dates';
import { ROLE, capital, sayLevel, type Tag } from '../../words/labels';

export function settingsRooms(may: May, path: string): { text: string; to: string; here: boolean }[] {
  const rooms: [string, string, boolean][] = [
    ['People', '/settings', may.administer],
    ['Your passphrase', '/settings/passphrase', true],
    ['Teams', '/settings/teams', may.administer],
    ['Code lists', '/settings/lists', may.administer],
    ['Review intervals and time limits', '/settings/policy', true],
    ['Bank holidays', '/settings/bank-holidays', may.administer],
    ['Small numbers', '/settings/small-numbers', may.summary],
    // Whoever sees lists of cases has it under Oversight.
    ['Who decides for whom', '/deputies', may.keep && !may.lists],
    ['Check the register', '/settings/verify', true],
    ['Back up', '/settings/backup', may.keep],
  ];
  const here = (to: string) => (to === '/settings' ? path === to || path.startsWith('/settings/person') : path.startsWith(to));
  return rooms.filter(([, , shown]) => shown).map(([text, to]) => ({ text, to: `#${to}`, here: here(to) }));
}

export interface PersonLine { id: string; name: string; roles: string; team: string; access: Tag; to: string }

export function presentPeople(view: PeopleView): PersonLine[] {
  return view.people.map((person) => ({
    id: person.id,
    name: person.name,
    roles: person.roles.map((role) => ROLE[role]).join(', ') || 'None',
    team: person.team ?? 'None',
    access: !person.active
      ? { text: 'Access ended', colour: 'grey' }
      : person.can_sign_in ? { text: 'Can sign in', colour: 'green' } : { text: 'No passphrase yet', colour: 'yellow' },
    to: href(`/settings/person/${person.id}`),
  }));
}

const LIST: Record<string, string> = {
  sex: 'Sex',
  ethnicity: 'Ethnicity',
  disability: 'Disabilities',
  care_status: 'Social-care statuses',
  abuse_category: 'Categories of abuse',
  primary_need: 'Primary needs',
  missing_type: 'Kinds of absence',
  referral_source: 'Referral sources',
  assessment_factor: 'Factors found at assessment',
  participation: 'How a child takes part in a review',
  exploitation_model: 'Models of exploitation',
  exploitation_context: 'Contexts of exploitation',
  evidence_of_harm: 'Evidence of harm',
  indicator_group: 'Indicators',
  closure_reason: 'Reasons for closing',
  worker_change_reason: 'Reasons for a change of worker',
  cause: 'Causes of lateness',
};

export function sayList(list: string): string {
  return LIST[list] ?? capital(list.replaceAll('_', ' '));
}

export const CLOCK: Record<keyof Clocks, { label: string; unit: string }> = {
  assessment_authorised: { label: 'Assessment signed off, from opening', unit: 'working days' },
  plan_in_place: { label: 'Plan and review arrangement signed off, from the assessment’s sign-off', unit: 'working days' },
  sign_off_decided: { label: 'Sent work decided by a manager', unit: 'working days' },
  review_signed: { label: 'Review signed off, from the day it was held', unit: 'working days' },
  change_resubmitted: { label: 'Changed work sent again', unit: 'working days' },
  return_interview_hours: { label: 'Return interview held, from the return', unit: 'hours' },
  plan_update_days: { label: 'Progress of each live plan updated', unit: 'days' },
  due_soon_days: { label: 'Shown as due soon, before the due date', unit: 'days' },
};

export const CLOCKS = Object.keys(CLOCK) as (keyof Clocks)[];

export interface PolicyShown {
  key: string;
  title: string;
  levels: { level: string; every: string; ceiling: string; critical: string }[];
  clocks: { key: string; value: string }[];
  floors: string[];
  /** Where it can be changed: a policy that has not taken effect. */
  toChange: string | null;
}

/** In force first, then what is to come, then the past, newest first. */
export function presentPolicies(view: PolicyView, choices: ChoicesView, today: string): PolicyShown[] {
  const rank = (policy: Policy) => (policy.effective_from === view.in_force ? 0 : policy.effective_from > view.in_force ? 1 : 2);
  const sorted = [...view.policies].sort((a, b) => rank(a) - rank(b) || b.effective_from.localeCompare(a.effective_from));
  const state = ['In force since', 'To come on', 'Earlier, from'];
  return sorted.map((policy) => ({
    key: policy.effective_from,
    title: `${state[rank(policy)]} ${sayDate(policy.effective_from)}`,
    levels: policy.levels.map((rule) => ({
      level: sayLevel(rule.level),
      every: count(rule.review_every_days, 'day'),
      ceiling: count(rule.ceiling_months, 'month'),
      critical: count(rule.critical_after_days, 'day'),
    })),
    clocks: CLOCKS.map((clock) => ({ key: CLOCK[clock].label, value: `${policy.clocks[clock]} ${CLOCK[clock].unit}` })),
    floors: policy.floors.map((rule) => sayFloor(rule, choices)),
    toChange: policy.effective_from > today ? href('/settings/policy/new', { from: policy.effective_from }) : null,
  }));
}

/** "Under 13 at referral: at least medium". */
export function sayFloor({ when, at_least }: FloorRule, choices: ChoicesView): string {
  const level = `at least ${sayLevel(at_least).toLowerCase()}`;
  switch (when.fact) {
    case 'age_under': return `Under ${when.years} at referral: ${level}`;
    case 'evidence_of_harm': return `Evidence of harm recorded as “${labelOf(choices, 'evidence_of_harm', when.code)}”: ${level}`;
    case 'missing_within': return `Missing in the last ${sayDays(when.days)}: ${level}`;
    case 'out_of_area': return `Placed out of the area: ${level}`;
  }
}

export function presentVerify(view: VerifyView): { title: string; says: string[] } {
  const events = `${sayNumber(view.events)} events were checked. The head of the chain is ${view.head}.`;
  if (view.ok) return { title: 'The register is whole', says: [events] };
  const first = view.first_bad_event === null ? [] : [`The first event that does not hold is number ${sayNumber(view.first_bad_event)}.`];
  return { title: 'The register is not whole', says: [...first, ...view.problems, events] };
}
