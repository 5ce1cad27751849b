// The authority's action plan: its themes, objectives, actions and how far each has come.
import type { ActionPlanView, ActionState, ActionView, Catalogue, MovedView, ObjectiveView, RequirementView } from '../../api/types';
import { href } from '../../router';
import { count, sayDate, sayNumber } from '../../words/dates';
import { ACTION, capital, type Tag } from '../../words/labels';

export interface ActionShown {
  id: string;
  number: string;
  title: string;
  owner: string;
  partners: string;
  due: string;
  /** "Moved twice, by 92 days in all". */
  moved: string;
  /** Every moved date, oldest first, in a sentence. */
  moves: string[];
  tag: Tag;
  /** A shape for the state, beside its word. */
  shape: string;
  late: boolean;
  withdrawn: string;
  measure: string;
  progress: string;
  distance: string;
  /** The share of the way as a whole number from 0 to 100, for a bar; null: not known. */
  way: number | null;
  finish: string;
  /** The finish lies after the date. */
  finishLate: boolean;
  requirements: { id: string; text: string }[];
  updates: { when: string; text: string; evidence: string }[];
  toChange: string;
  toUpdate: string;
}
export interface ObjectiveShown { id: string; title: string; actions: ActionShown[]; toChange: string; toAdd: string }
export interface ThemeShown { theme: string; actions: string; complete: string; confirmed: string; late: string; moved: string }
/** Objectives under their theme, as the plan is read. */
export interface ThemeOfPlan { theme: string; id: string; objectives: ObjectiveShown[] }
export interface ActionPlanShown { asAt: string; themes: ThemeShown[]; plan: ThemeOfPlan[]; says: string; empty: boolean }

/** A state can be told without its colour. */
export const SHAPE: Record<ActionState, string> = {
  not_started: '○', on_track: '▶', at_risk: '▲', off_track: '■', complete: '✓', effect_confirmed: '★',
};

/** With `onlyLate`, the objectives that have a late action, with those alone. */
export function presentActionPlan(view: ActionPlanView, onlyLate = false): ActionPlanShown {
  const objectives = view.objectives
    .map((objective) => (onlyLate ? { ...objective, actions: objective.actions.filter(({ late }) => late) } : objective))
    .filter(({ actions }) => !onlyLate || actions.length > 0);
  const themes = [...new Set(objectives.map(({ theme }) => theme))];
  const total = (of: 'actions' | 'effect_confirmed' | 'late' | 'moved') => view.themes.reduce((sum, theme) => sum + theme[of], 0);
  return {
    asAt: sayDate(view.as_at),
    empty: view.objectives.length === 0,
    says: `${count(total('actions'), 'action')}: ${sayNumber(total('late'))} late, ${sayNumber(total('moved'))} with a date that was moved, ${sayNumber(total('effect_confirmed'))} with an effect confirmed by a sample.`,
    themes: view.themes.map((theme) => ({
      theme: capital(theme.theme),
      actions: sayNumber(theme.actions),
      complete: sayNumber(theme.complete),
      confirmed: sayNumber(theme.effect_confirmed),
      late: sayNumber(theme.late),
      moved: sayNumber(theme.moved),
    })),
    plan: themes.map((theme, place) => ({
      theme: capital(theme),
      id: `theme-${place + 1}`,
      objectives: objectives.filter((objective) => objective.theme === theme).map((objective) => presentObjective(objective, view.requirements, view.as_at)),
    })),
  };
}

/** The themes that the plan uses, with those of the guidance. In the list of 2014 a theme is an addressee, and not one. */
export function themesOf(view: ActionPlanView): string[] {
  const guidance = view.requirements.filter(({ catalogue }) => catalogue !== 'recommendation_2014').map(({ theme }) => theme);
  const all = [...view.objectives.map(({ theme }) => theme), ...view.themes.map(({ theme }) => theme), ...guidance];
  return [...new Set(all.map(capital))].sort((a, b) => a.localeCompare(b, 'en-GB'));
}

/** For a choice that has little room. */
export const CATALOGUE_SHORT: Record<Catalogue, string> = {
  guidance_2009: '2009 guidance', today: 'In force today', recommendation_2014: '2014 report',
};

export const CATALOGUE: Record<Catalogue, string> = {
  guidance_2009: 'Supplementary guidance of 2009, superseded in 2017',
  recommendation_2014: 'Recommendations of the 2014 inspection report',
  today: 'Guidance in force today',
};

function presentObjective(objective: ObjectiveView, requirements: RequirementView[], asAt: string): ObjectiveShown {
  const at = `/action-plan/objective/${objective.id}`;
  return {
    id: objective.id,
    title: objective.title,
    actions: objective.actions.map((action) => presentAction(at, action, requirements, asAt)),
    toChange: href(at),
    toAdd: href(`${at}/action/new`),
  };
}

function presentAction(at: string, action: ActionView, requirements: RequirementView[], asAt: string): ActionShown {
  return {
    id: action.id,
    number: action.number,
    title: action.title,
    owner: [action.owner_role, action.organisation].filter(Boolean).join(', ') || 'No owner yet',
    partners: action.partners,
    due: action.due_on ? sayDate(action.due_on) : 'No date',
    moved: sayMoved(action.moved),
    moves: action.moved.map(sayMove),
    tag: ACTION[action.state],
    shape: SHAPE[action.state],
    late: action.late,
    withdrawn: action.withdrawn_on ? `Withdrawn on ${sayDate(action.withdrawn_on)}` : '',
    measure: action.measure || 'No measure yet',
    progress: capital([['baseline', action.baseline], ['target', action.target], ['now', action.now]]
      .filter(([, value]) => value !== '').map(([name, value]) => `${name} ${value}`).join(', ')),
    distance: action.distance,
    way: action.way_gone === null ? null : Math.round(Math.min(1, Math.max(0, action.way_gone)) * 100),
    finish: action.finish,
    finishLate: action.finish_on !== null && action.finish_on > (action.due_on ?? asAt),
    requirements: action.requirements.map((id) => ({ id, text: requirements.find((known) => known.id === id)?.text ?? '' })),
    updates: action.updates.map((update) => ({
      when: `${sayDate(update.on)}: ${ACTION[update.state].text.toLowerCase()}${update.now ? `, measure at ${update.now}` : ''}, by ${update.by}`,
      text: update.text,
      evidence: sayEvidence(update),
    })),
    toChange: href(`${at}/action/${action.id}`),
    toUpdate: href(`/action-plan/update/${action.id}`),
  };
}

function sayEvidence(update: ActionView['updates'][number]): string {
  if (!update.evidence) return '';
  const sample = update.sample ? ` Sample ${update.sample}${update.sampled_on ? ` of ${sayDate(update.sampled_on)}` : ''}.` : '';
  return `Evidence: ${update.evidence}.${sample} ${update.checked_by ? `Checked by ${update.checked_by}.` : 'Not yet checked by anyone but the owner.'}`;
}

/** How often and how far a date was moved. */
function sayMoved(moved: MovedView[]): string {
  if (moved.length === 0) return '';
  const days = moved.reduce((sum, move) => sum + (move.days ?? 0), 0);
  const often = moved.length === 1 ? 'Moved once' : moved.length === 2 ? 'Moved twice' : `Moved ${sayNumber(moved.length)} times`;
  return days > 0 ? `${often}, ${count(days, 'day')} later` : days < 0 ? `${often}, ${count(-days, 'day')} sooner` : often;
}

function sayMove(move: MovedView): string {
  const by = move.by ? ` by ${move.by}` : '';
  const to = move.to ? sayDate(move.to) : 'no date';
  return `${sayDate(move.on)}${by}: from ${sayDate(move.from)} to ${to}. ${move.why || 'Why was not kept.'}`;
}
