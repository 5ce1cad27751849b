// The window's words for the closed sets that Rust sends. A set that grows in Rust fails to compile here.
import type {
  ActionState, ChildSeen, CaseSort, CaseStatus, Family, ItemKind, ItemStanding, Outcome, PlanActionState, Progressing,
  Role, Rule, Severity, StatedBy,
} from '../api/types';

export type TagColour = 'red' | 'orange' | 'yellow' | 'green' | 'blue' | 'grey' | 'purple' | 'turquoise';
export interface Tag { text: string; colour: TagColour }

export const SEVERITIES: Severity[] = ['critically_overdue', 'overdue', 'due_soon', 'not_due_yet'];

export const SEVERITY: Record<Severity, Tag> = {
  critically_overdue: { text: 'Critically overdue', colour: 'red' },
  overdue: { text: 'Overdue', colour: 'orange' },
  due_soon: { text: 'Due soon', colour: 'yellow' },
  not_due_yet: { text: 'Not due yet', colour: 'grey' },
};

export const RULE: Record<Rule, string> = {
  never_reviewed: 'Never reviewed',
  no_next_review_date: 'No date for the next review',
  next_review_too_late: 'Next review is too late',
  review_overdue: 'Review overdue',
  review_not_signed: 'Review not signed off',
  review_without_voice: 'Review without the child’s view',
  assessment_not_signed: 'Assessment not signed off',
  plan_not_signed: 'Plan not signed off',
  arrangement_not_signed: 'Review arrangement not signed off',
  decision_waiting: 'Waiting for a manager’s decision',
  changed_since_signed: 'Changed since it was signed',
  action_overdue: 'Plan action overdue',
  plan_not_updated: 'Plan not updated',
  return_interview: 'Return interview not held',
  level_missing: 'No level of risk',
};

export const FAMILY: Record<Family, string> = {
  no_review: 'Nobody has reviewed',
  sign_off: 'Sign-off',
  progress: 'Progress of plans',
  missing: 'Missing episodes',
  risk: 'Level of risk',
};

export const KINDS: ItemKind[] = ['assessment', 'plan', 'review_arrangement', 'review', 'closure'];

/** As a sentence says it. */
export const KIND: Record<ItemKind, string> = {
  assessment: 'assessment',
  plan: 'plan',
  review_arrangement: 'review arrangement',
  review: 'review',
  closure: 'closure',
};

export const STANDING: Record<ItemStanding, Tag> = {
  recorded: { text: 'Not yet sent', colour: 'grey' },
  submitted: { text: 'Waiting for sign-off', colour: 'blue' },
  signed_off: { text: 'Signed off', colour: 'green' },
  returned: { text: 'Returned', colour: 'orange' },
  changed_since_signed: { text: 'Changed since signed', colour: 'yellow' },
};

export const OUTCOME: Record<Outcome, string> = { signed_off: 'Signed off', returned: 'Returned' };

export const ROLE: Record<Role, string> = {
  practitioner: 'Practitioner',
  manager: 'Manager',
  analyst: 'Analyst',
  administrator: 'Administrator',
};

export const ROLE_MAY: Record<Role, string> = {
  practitioner: 'Writes cases, assessments, plans and reviews, and sends them for sign-off',
  manager: 'Signs off or returns the work of others, and states the level of risk',
  analyst: 'Makes summaries and sees no free text',
  administrator: 'Looks after people, teams, lists, time limits and backups, and reads no cases',
};

export const CHILD_SEEN: Record<ChildSeen, string> = { no: 'No', yes: 'Yes', alone: 'Yes, alone' };

export const PROGRESSING: Record<Progressing, string> = { yes: 'Yes', partly: 'Partly', no: 'No' };

export const PLAN_ACTION: Record<PlanActionState, Tag> = {
  open: { text: 'Open', colour: 'blue' },
  done: { text: 'Done', colour: 'green' },
  cancelled: { text: 'Cancelled', colour: 'grey' },
};

export const ACTION: Record<ActionState, Tag> = {
  not_started: { text: 'Not started', colour: 'grey' },
  on_track: { text: 'On track', colour: 'blue' },
  at_risk: { text: 'At risk', colour: 'yellow' },
  off_track: { text: 'Off track', colour: 'orange' },
  complete: { text: 'Complete', colour: 'turquoise' },
  effect_confirmed: { text: 'Effect confirmed', colour: 'green' },
};

/** Whose cases a list holds, where not everybody's. */
export type Whose = 'mine' | 'my_team';
export const WHOSE: Record<Whose, string> = { mine: 'Mine', my_team: 'My team’s' };

export const CASE_STATUS: Record<CaseStatus, string> = { open: 'Open', closed: 'Closed', all: 'Open and closed' };

export const CASE_SORT: Record<CaseSort, string> = {
  opened_on: 'Newest opened first',
  reference: 'Reference',
  last_review: 'Longest since a review first',
  next_review: 'Next review soonest first',
  level: 'Level, most serious first',
};

export const STATED_BY: Record<StatedBy, string> = { practitioner: 'practitioner', manager: 'manager' };

export const SOURCE: Record<string, string> = {
  entered: 'Entered in Caseward',
  tracker: 'Brought in from a tracker',
  census: 'Brought in from the census',
  demonstration: 'Demonstration',
};

/** `high` as `High`; nothing recorded as the words given. */
export function sayLevel(level: string | null, none = 'Not recorded'): string {
  return level ? capital(level.replaceAll('_', ' ')) : none;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
