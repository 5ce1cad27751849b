// The authority's action plan: its themes, objectives, actions and how far each has come.
import type { ActionPlanView, ActionView, ObjectiveView, RequirementView } from '../../api/types';
import { href } from '../../router';
import { count, sayDate, sayNumber } from '../../words/dates';
import { ACTION, capital, type Tag } from '../../words/labels';

export interface ActionShown {
  id: string;
  title: string;
  owner: string;
  partners: string;
  due: string;
  /** "Moved from 31 March 2026". */
  moved: string;
  tag: Tag;
  late: boolean;
  measure: string;
  progress: string;
  requirements: { id: string; text: string }[];
  updates: { when: string; text: string; evidence: string }[];
  toChange: string;
  toUpdate: string;
}
export interface ObjectiveShown { id: string; theme: string; title: string; actions: ActionShown[]; toChange: string; toAdd: string }
export interface ThemeShown { theme: string; actions: string; complete: string; confirmed: string; late: string }
export interface ActionPlanShown { asAt: string; themes: ThemeShown[]; objectives: ObjectiveShown[]; says: string; empty: boolean }

/** With `onlyLate`, the objectives that have a late action, with those alone. */
export function presentActionPlan(view: ActionPlanView, onlyLate = false): ActionPlanShown {
  const total = (of: 'actions' | 'effect_confirmed' | 'late') => view.themes.reduce((sum, theme) => sum + theme[of], 0);
  return {
    asAt: sayDate(view.as_at),
    empty: view.objectives.length === 0,
    says: `${count(total('actions'), 'action')}: ${sayNumber(total('late'))} late, ${sayNumber(total('effect_confirmed'))} with an effect confirmed by a sample.`,
    themes: view.themes.map((theme) => ({
      theme: capital(theme.theme),
      actions: sayNumber(theme.actions),
      complete: sayNumber(theme.complete),
      confirmed: sayNumber(theme.effect_confirmed),
      late: sayNumber(theme.late),
    })),
    objectives: view.objectives
      .map((objective) => (onlyLate ? { ...objective, actions: objective.actions.filter(({ late }) => late) } : objective))
      .filter(({ actions }) => !onlyLate || actions.length > 0)
      .map((objective) => presentObjective(objective, view.requirements)),
  };
}

/** The themes that the plan uses, with those of the guidance. In the list of 2014 a theme is an addressee, and not one. */
export function themesOf(view: ActionPlanView): string[] {
  const guidance = view.requirements.filter(({ catalogue }) => catalogue !== 'recommendation_2014').map(({ theme }) => theme);
  const all = [...view.objectives.map(({ theme }) => theme), ...view.themes.map(({ theme }) => theme), ...guidance];
  return [...new Set(all.map(capital))].sort((a, b) => a.localeCompare(b, 'en-GB'));
}

const CATALOGUE: Record<string, string> = {
  guidance_2009: 'Supplementary guidance of 2009, superseded in 2017',
  recommendation_2014: 'Recommendations of 2014',
  today: 'Guidance in force today',
};

export function sayCatalogue(catalogue: string): string {
  return CATALOGUE[catalogue] ?? capital(catalogue.replaceAll('_', ' '));
}

function presentObjective(objective: ObjectiveView, requirements: RequirementView[]): ObjectiveShown {
  const at = `/action-plan/objective/${objective.id}`;
  return {
    id: objective.id,
    theme: capital(objective.theme),
    title: objective.title,
    actions: objective.actions.map((action) => presentAction(at, action, requirements)),
    toChange: href(at),
    toAdd: href(`${at}/action/new`),
  };
}

function presentAction(at: string, action: ActionView, requirements: RequirementView[]): ActionShown {
  return {
    id: action.id,
    title: action.title,
    owner: [action.owner_role, action.organisation].filter(Boolean).join(', '),
    partners: action.partners,
    due: sayDate(action.due_on),
    moved: action.earlier_due_dates.length > 0 ? `Moved from ${action.earlier_due_dates.map(sayDate).join(', then ')}` : '',
    tag: ACTION[action.state],
    late: action.late,
    measure: action.measure,
    progress: [['Baseline', action.baseline], ['target', action.target], ['now', action.now]]
      .filter(([, value]) => value !== '').map(([name, value]) => `${name} ${value}`).join(', '),
    requirements: action.requirements.map((id) => ({ id, text: requirements.find((known) => known.id === id)?.text ?? '' })),
    updates: action.updates.map((update) => ({
      when: `${sayDate(update.on)}: ${ACTION[update.state].text.toLowerCase()}, by ${update.by}`,
      text: update.text,
      evidence: update.evidence ? `Evidence: ${update.evidence}${update.checked_by ? `. Checked by ${update.checked_by}` : '. Not yet checked'}` : '',
    })),
    toChange: href(`${at}/action/${action.id}`),
    toUpdate: href(`/action-plan/update/${action.id}`),
  };
}
