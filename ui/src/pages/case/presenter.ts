// The head of a case's page: its level, its flags and what would settle them, its missing episodes, its timeline.
import type { CaseView, EpisodeView, EventView, FlagView, ItemKind, LevelView, PlanProgressView } from '../../api/types';
import { href } from '../../router';
import { count, sayDate, sayDayTime } from '../../words/dates';
import { KIND, PLAN_ACTION, STATED_BY, sayLevel, type Tag } from '../../words/labels';
import type { May } from '../../words/roles';
import { toDecision } from '../queue/presenter';
import { presentFlag, settledBy, toRest, type FlagRow, type Step } from '../worklist/presenter';

export interface CaseFlag extends FlagRow {
  next: Step | null;
  /** The form that lets it rest, for whoever may. */
  toRest: string | null;
}

export function presentFlags(view: CaseView, flags: FlagView[], allowed: Pick<May, 'work' | 'decide'>): CaseFlag[] {
  const open = view.closed_on === null && allowed.work;
  return flags.map((flag, place) => ({
    ...presentFlag(flag, place),
    next: open ? nextOf(view, flag, allowed) : null,
    toRest: open && allowed.decide && flag.days_late > 0 && flag.snooze === null ? toRest(flag, null) : null,
  }));
}

/** The form that would settle a flag, where one would: what the flag alone tells, or what the case's items add to it. */
function nextOf(view: CaseView, flag: FlagView, allowed: Pick<May, 'decide'>): Step | null {
  const to = (text: string, path: string): Step => ({ text, to: href(`/cases/${view.reference}/${path}`) });
  const write = (kind: ItemKind, text: string) => (view.items.some((item) => item.kind === kind) ? null : to(text, `write/${kind}`));
  const item = view.items.find(({ item_id: id }) => id === flag.subject);
  switch (flag.rule) {
    case 'assessment_not_signed': return write('assessment', 'Write an assessment');
    case 'plan_not_signed': return write('plan', 'Write a plan');
    case 'arrangement_not_signed': return write('review_arrangement', 'Arrange the next review');
    case 'changed_since_signed': return item && item.standing !== 'signed_off' ? to(`Change the ${KIND[item.kind]}, or send it`, `write/${item.kind}/${item.item_id}`) : null;
    case 'decision_waiting':
    case 'review_not_signed': {
      const latest = item?.versions[0];
      if (!latest?.submitted_at || latest.decision || !allowed.decide) return null;
      return { text: 'Read and decide', to: toDecision(latest.version_id, view.reference) };
    }
    default: return settledBy(flag);
  }
}

export function sayLevelInForce(level: LevelView | null): { level: string; since: string; confirmed: boolean } {
  if (level === null) return { level: 'No level recorded', since: '', confirmed: true };
  return { level: sayLevel(level.level), since: `since ${sayDate(level.since)}`, confirmed: level.confirmed };
}

export function levelsStated(view: Pick<CaseView, 'levels'>): string[] {
  return view.levels.map(({ on, level, stated_by: by }) => `${sayDate(on)}: ${sayLevel(level)}, stated by the ${STATED_BY[by]}`);
}

export interface PlanActionShown {
  id: string;
  what: string;
  owner: string;
  due: string;
  tag: Tag;
  late: boolean;
  updates: string[];
  to: string;
}

export function presentPlan(reference: string, plan: PlanProgressView): { says: string; actions: PlanActionShown[] } {
  const last = plan.last_update_on ? `last updated ${sayDate(plan.last_update_on)}` : 'never updated';
  return {
    says: `${plan.done} of ${count(plan.actions.length, 'action')} done, ${plan.late} late, ${last}.`,
    actions: plan.actions.map((action) => ({
      id: action.id,
      what: action.what,
      owner: [action.owner_role, action.agency].filter(Boolean).join(', '),
      due: sayDate(action.due_on),
      tag: PLAN_ACTION[action.state],
      late: action.late,
      updates: action.updates.map((update) => `${sayDate(update.on)}, ${update.by}: ${PLAN_ACTION[update.state].text.toLowerCase()}. ${update.note}`.trim()),
      to: href(`/cases/${reference}/plan/${action.id}`),
    })),
  };
}

export interface EpisodeShown { id: string; from: string; returned: string; offered: string; held: string; inTime: Tag; themes: string; to: string }

export function presentEpisodes(reference: string, episodes: EpisodeView[]): EpisodeShown[] {
  return episodes.map((episode) => ({
    id: episode.id,
    from: sayDayTime(episode.missing_from),
    returned: episode.returned ? sayDayTime(episode.returned) : 'Not recorded',
    offered: episode.interview_offered ? sayDayTime(episode.interview_offered) : 'Not recorded',
    held: episode.interview_held ? sayDayTime(episode.interview_held) : episode.interview_declined ? `Declined on ${sayDayTime(episode.interview_declined)}` : 'Not held',
    inTime: inTime(episode),
    themes: episode.themes,
    to: href(`/cases/${reference}/missing/${episode.id}`),
  }));
}

/** As the list of missing episodes judges it: by hours, and by days only where a time of day is missing. */
function inTime({ in_time: inTime, returned, interview_held: held, interview_declined: declined }: EpisodeView): Tag {
  // A declined interview ends what is owed, and is never counted as held.
  if (declined) return { text: 'Declined', colour: 'grey' };
  if (inTime === true) return { text: 'Held in time', colour: 'green' };
  if (inTime === false) return { text: 'Not held in time', colour: 'orange' };
  if (held) return { text: 'Cannot tell whether in time', colour: 'yellow' };
  return returned ? { text: 'Not overdue yet', colour: 'blue' } : { text: 'Return not recorded', colour: 'grey' };
}

export function presentEvents(events: EventView[]): { key: number; when: string; by: string; says: string }[] {
  return events.map(({ at, by, says }, place) => ({ key: place, when: sayDayTime(at), by, says }));
}
