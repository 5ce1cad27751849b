// An item's content in readable form: the same lines on the case page, on paper and on the decision page.
import type { Assessment, ChoicesView, Closure, Content, Plan, Review, ReviewArrangement } from '../api/types';
import { labelOf } from './choices';
import { sayDate } from './dates';
import { CHILD_SEEN, PROGRESSING, sayLevel } from './labels';

export interface ContentLine {
  /** Stays the same from version to version, so that two versions can be laid side by side. */
  key: string;
  label: string;
  /** One entry for each line; none: not recorded. */
  value: string[];
}

export function contentLines(content: Content, choices: ChoicesView): ContentLine[] {
  switch (content.kind) {
    case 'assessment': return assessment(content, choices);
    case 'plan': return plan(content);
    case 'review_arrangement': return arrangement(content);
    case 'review': return review(content, choices);
    case 'closure': return closure(content, choices);
  }
}

function assessment(a: Assessment, choices: ChoicesView): ContentLine[] {
  return [
    line('level', 'Practitioner’s level', sayLevel(a.level)),
    line('evidence_of_harm', 'Evidence of harm', labelOf(choices, 'evidence_of_harm', a.evidence_of_harm)),
    line('child_seen', 'Child seen', CHILD_SEEN[a.child_seen]),
    line('started_on', 'Started', sayDate(a.started_on)),
    line('completed_on', 'Completed', sayDate(a.completed_on)),
    line('tool', 'Tool', [a.tool, a.tool_version].filter(Boolean).join(', ')),
    line('score', 'Score of the tool', a.score === null ? '' : String(a.score)),
    { key: 'indicators', label: 'Indicators present', value: a.indicators.map((code) => labelOf(choices, 'indicator_group', code)) },
    line('summary', 'Summary', a.summary),
  ];
}

function plan(p: Plan): ContentLine[] {
  const actions = p.actions.map((action, place): ContentLine => ({
    key: `action ${action.id}`,
    label: `Action ${place + 1}`,
    value: [
      ...lines(action.what),
      `Owner: ${[action.owner_role, action.agency].filter(Boolean).join(', ')}`,
      `Due: ${sayDate(action.due_on)}`,
    ],
  }));
  return [{ key: 'goals', label: 'Goals', value: p.goals.flatMap(lines) }, ...actions];
}

function arrangement(r: ReviewArrangement): ContentLine[] {
  return [
    line('next_review_on', 'Next review', sayDate(r.next_review_on)),
    line('chair_role', 'Chaired by', r.chair_role),
    { key: 'agencies', label: 'Agencies to attend', value: [...r.agencies] },
    line('bring_forward_if', 'Brought forward if', r.bring_forward_if),
  ];
}

function review(r: Review, choices: ChoicesView): ContentLine[] {
  return [
    line('held_on', 'Held', sayDate(r.held_on)),
    line('level', 'Level', sayLevel(r.level)),
    line('plan_progressing', 'Is the plan progressing?', PROGRESSING[r.plan_progressing]),
    line('participation', 'How the child took part', `${labelOf(choices, 'participation', r.participation)} (${r.participation})`),
    line('changed_by_views', 'What changed because of the child’s views', r.changed_by_views),
    { key: 'agencies', label: 'Agencies present', value: [...r.agencies] },
    line('next_review_on', 'Next review', r.next_review_on ? sayDate(r.next_review_on) : ''),
  ];
}

function closure(c: Closure, choices: ChoicesView): ContentLine[] {
  return [
    line('closing_on', 'Closing', sayDate(c.closing_on)),
    line('reason', 'Reason', labelOf(choices, 'closure_reason', c.reason)),
    line('where_now', 'Where the child is now', c.where_now),
    line('level', 'Level at closure', c.level ? sayLevel(c.level) : ''),
  ];
}

function line(key: string, label: string, text: string): ContentLine {
  return { key, label, value: lines(text) };
}

function lines(text: string): string[] {
  return text.split('\n').map((part) => part.trim()).filter((part) => part !== '');
}
