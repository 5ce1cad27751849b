// Where an unfinished form is: from the key under which it was kept to the address of its page.
import type { ItemKind } from '../../api/types';
import type { DraftName } from '../../components/form/draft';
import { KIND } from '../../words/labels';

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
  decision: (version: string, what: string): DraftName => ({ key: `record_sign_off/${version}`, title: `Decision on ${what}` }),
  objective: (objective: string): DraftName => ({ key: `record_objective/${objective}`, title: 'Objective of the action plan' }),
  action: (objective: string, action: string): DraftName => ({
    key: `record_action/${objective}/${action}`, title: 'Action of the action plan',
  }),
  actionUpdate: (action: string): DraftName => ({ key: `record_action_update/${action}`, title: 'Progress of the action plan' }),
};

/** Null for a key that no form of this version uses. */
export function routeOfDraft(key: string): string | null {
  const [verb, ...names] = key.split('/');
  const [first = '', second = '', third = ''] = names;
  switch (verb) {
    case 'open_case': return '#/cases/new';
    case 'change_case': return `#/cases/${first}/change`;
    case 'record_item': return `#/cases/${first}/write/${second}${third ? `/${third}` : ''}`;
    case 'record_missing_episode': return `#/cases/${first}/missing/${second}`;
    case 'record_plan_update': return `#/cases/${first}/plan/${second}`;
    case 'record_sign_off': return `#/sign-off/${first}`;
    case 'record_objective': return `#/action-plan/objective/${first}`;
    case 'record_action': return `#/action-plan/objective/${first}/action/${second}`;
    case 'record_action_update': return `#/action-plan/update/${first}`;
    default: return null;
  }
}
