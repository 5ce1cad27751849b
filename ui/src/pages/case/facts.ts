// The facts of a case, its workers and what a tracker reported of it, as lines to read.
import type { CaseFacts, CaseView, ChoicesView, ReportedView, WorkerView } from '../../api/types';
import type { ContentLine } from '../../words/content';
import { labelOf } from '../../words/choices';
import { count, sayDate } from '../../words/dates';
import { SOURCE } from '../../words/labels';

export function factLines(facts: CaseFacts, choices: ChoicesView): ContentLine[] {
  const one = (list: string, code: string | null) => (code === null ? [] : [labelOf(choices, list, code)]);
  const many = (list: string, codes: string[]) => codes.map((code) => labelOf(choices, list, code));
  return [
    line('Age at referral', facts.age_at_referral === null ? [] : [count(facts.age_at_referral, 'year')]),
    line('Sex', one('sex', facts.sex)),
    line('Ethnicity', one('ethnicity', facts.ethnicity)),
    line('Disabilities', many('disability', facts.disabilities)),
    line('Referred by', one('referral_source', facts.referral_source)),
    line('Social-care status', facts.statuses.map((status) => `${labelOf(choices, 'care_status', status.status)}, from ${sayDate(status.from)}${status.to ? ` to ${sayDate(status.to)}` : ''}`)),
    line('Evidence of harm', one('evidence_of_harm', facts.evidence_of_harm)),
    line('Models of exploitation', many('exploitation_model', facts.models)),
    line('Contexts', many('exploitation_context', facts.contexts)),
    line('Factors', many('assessment_factor', facts.factors)),
    line('Placed out of the area', facts.placed_out_of_area === null ? [] : [facts.placed_out_of_area ? 'Yes' : 'No']),
    line('School absence checked', facts.school_absence_checked_on ? [sayDate(facts.school_absence_checked_on)] : []),
  ];
}

export function placeLines(view: CaseView): ContentLine[] {
  const source = `${SOURCE[view.source] ?? view.source}${view.brought_in_on ? ` on ${sayDate(view.brought_in_on)}` : ''}`;
  return [
    line('Opened', [sayDate(view.opened_on)]),
    ...(view.closed_on ? [line('Closed', [sayDate(view.closed_on)])] : []),
    line('Team', view.team ? [view.team] : []),
    line('Practitioner', view.practitioner ? [view.practitioner] : []),
    line('Manager', view.manager ? [view.manager] : []),
    line('Source', [source]),
  ];
}

/** What a tracker said of the time before; null when it said nothing, as of a case that was entered here. */
export function reportedLines(reported: ReportedView, choices: ChoicesView): ContentLine[] | null {
  const said: ContentLine[] = [];
  if (reported.assessment_signed_off) said.push(line('Assessment', ['Reported as signed off']));
  if (reported.plan_signed_off) said.push(line('Plan', ['Reported as signed off']));
  if (reported.last_review_on) said.push(line('Last review', [sayDate(reported.last_review_on)]));
  if (reported.participation) said.push(line('How the child took part', [labelOf(choices, 'participation', reported.participation)]));
  if (reported.missing_episodes !== null) said.push(line('Missing episodes', [String(reported.missing_episodes)]));
  if (reported.return_interview_done !== null) said.push(line('Return interview', [reported.return_interview_done ? 'Done' : 'Not done']));
  if (reported.comment) said.push(line('Comment', reported.comment.split('\n')));
  if (reported.comment_withheld) said.push(line('Comment', ['Left out, because it seemed to hold personal data']));
  return said.length > 0 ? said : null;
}

export function workerLines(workers: WorkerView[], choices: ChoicesView): ContentLine[] {
  return workers.map((worker, place) => ({
    key: `${worker.from} ${place}`,
    label: `From ${sayDate(worker.from)}`,
    value: [
      `Practitioner: ${worker.practitioner ?? 'none'}`,
      `Manager: ${worker.manager ?? 'none'}`,
      ...(worker.reason ? [`Why: ${labelOf(choices, 'worker_change_reason', worker.reason)}`] : []),
    ],
  }));
}

function line(label: string, value: string[]): ContentLine {
  return { key: label, label, value };
}
