// Where an unfinished form is: from the key under which it was kept to the address of its page.
import type { FlagView, ItemKind, Rule } from '../../api/types';
import type { DraftName } from '../../components/form/draft';
import { KIND } from '../../words/labels';
import { toRest } from '../worklist/presenter';

/** Names of drafts, made in one place so that each has a way back. */
export const draft = {
  openCase: (): DraftName => ({ key: 'open_case', title: 'Open a case' }),
  changeCase: (reference: string): DraftName => ({ key: `change_case/${reference}`, title: `Facts of ${reference}` }),
  item: (reference: string, kind: ItemKind, item: string | null): DraftName => (item === null
    ? { key: `record_item/${reference}/${kind}`, title: `New ${KIND[kind]} for ${reference}` }
    : { key: `record_item/${reference}/${kind}/${item}`, title: `Change to the ${KIND[kind]} of ${reference}` }),
  episode: (reference: string, episode: string): DraftName => ({
    key: `record_missing_episode/${reference}/${episode}`, title: `Missing episode of ${reference}`,
  }),
  planUpdate: (reference: string, action: string): DraftName => ({
    key: `record_plan_update/${reference}/${action}`, title: `Progress of the plan of ${reference}`,
  }),
  rest: ({ reference, rule, start_on, subject }: Pick<FlagView, 'reference' | 'rule' | 'start_on' | 'subject'>): DraftName => ({
    key: `snooze_flag/${reference}/${rule}/${start_on}/${subject ?? ''}`, title: `A flag of ${reference} to let rest`,
  }),
  decision: (version: string, what: string): DraftName => ({ key: `record_sign_off/${version}`, title: `Decision on ${what}` }),
  reviewDate: (reference: string): DraftName => ({ key: `set_review_date/${reference}`, title: `Next review of ${reference}` }),
  meeting: (meeting: string): DraftName => ({ key: `record_meeting/${meeting}`, title: 'A meeting and its cases' }),
  meetingDecision: (meeting: string, reference: string): DraftName => ({
    key: `record_meeting_decision/${meeting}/${reference}`, title: `What a meeting decides on ${reference}`,
  }),
  reopen: (reference: string): DraftName => ({ key: `reopen_case/${reference}`, title: `Open ${reference} again` }),
  /** `from` is the first day of the policy that is changed; empty for a new one. */
  policy: (from: string): DraftName => ({ key: `record_policy/${from}`, title: 'Review intervals and time limits' }),
  bankHolidays: (): DraftName => ({ key: 'record_bank_holidays', title: 'Bank holidays' }),
  objective: (objective: string): DraftName => ({ key: `record_objective/${objective}`, title: 'Objective of the action plan' }),
  action: (objective: string, action: string): DraftName => ({
    key: `record_action/${objective}/${action}`, title: 'Action of the action plan',
  }),
  actionUpdate: (action: string): DraftName => ({ key: `record_action_update/${action}`, title: 'Progress of the action plan' }),
};

/** Null for a key that no form of this version uses. */
export function routeOfDraft(key: string): string | null {
  const [verb, ...names] = key.split('/');
  const [first = '', second = '', third = '', fourth = ''] = names;
  switch (verb) {
    case 'open_case': return '#/cases/new';
    case 'change_case': return `#/cases/${first}/change`;
    case 'record_item': return `#/cases/${first}/write/${second}${third ? `/${third}` : ''}`;
    case 'record_missing_episode': return `#/cases/${first}/missing/${second}`;
    case 'record_plan_update': return `#/cases/${first}/plan/${second}`;
    case 'snooze_flag': return toRest({ reference: first, rule: second as Rule, start_on: third, subject: fourth || null }, null);
    case 'record_sign_off': return `#/sign-off/${first}`;
    case 'set_review_date': return `#/cases/${first}/review-date`;
    case 'record_meeting': return first === 'new' ? '#/meetings/new' : `#/meetings/${first}/change`;
    case 'record_meeting_decision': return `#/meetings/${first}/cases?case=${second}`;
    case 'reopen_case': return `#/cases/${first}/reopen`;
    case 'record_policy': return `#/settings/policy/new${first ? `?from=${first}` : ''}`;
    case 'record_bank_holidays': return '#/settings/bank-holidays';
    case 'record_objective': return `#/action-plan/objective/${first}`;
    case 'record_action': return `#/action-plan/objective/${first}/action/${second}`;
    case 'record_action_update': return `#/action-plan/update/${first}`;
    default: return null;
  }
}
