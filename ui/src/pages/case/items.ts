// What a manager signs on a case: where each item stands, its versions, and what this person may do with it.
import type { Content, DecisionView, ItemKind, ItemView, VersionView } from '../../api/types';
import { href } from '../../router';
import type { May } from '../../words/roles';
import { count, sayDate, sayInstant } from '../../words/dates';
import { toDecision } from '../queue/presenter';
import { KIND, KINDS, OUTCOME, PROGRESSING, STANDING, capital, sayLevel, type Tag } from '../../words/labels';

export type ItemAction =
  | { does: 'change'; text: string; to: string }
  | { does: 'decide'; text: string; to: string }
  | { does: 'submit'; text: string; item: string; hash: string }
  | { does: 'withdraw'; text: string; item: string };

export interface VersionShown { id: string; title: string; says: string[]; version: VersionView }
export interface ItemShown {
  id: string;
  kind: ItemKind;
  title: string;
  /** What tells it from others of its kind: "Held 12 November 2026". */
  about: string;
  tag: Tag;
  /** "Signed, then changed on 3 March 2026 by …". */
  changed: string | null;
  latest: VersionShown | null;
  earlier: VersionShown[];
  actions: ItemAction[];
}
export interface KindShown { kind: ItemKind; title: string; none: string; write: { text: string; to: string } | null; items: ItemShown[] }

/** Every kind in the order of work, with its items. `open` is false when the case is closed: then nothing is written. */
export function presentItems(reference: string, items: ItemView[], allowed: May, open: boolean): KindShown[] {
  return KINDS.map((kind) => ({
    kind,
    title: PLURAL[kind],
    none: `No ${KIND[kind]} has been written.`,
    write: allowed.work && open ? { text: writeText(kind, items.some((item) => item.kind === kind)), to: href(`/cases/${reference}/write/${kind}`) } : null,
    items: items.filter((item) => item.kind === kind).map((item) => presentItem(reference, item, allowed, open)),
  }));
}

export function presentVersion(version: VersionView): VersionShown {
  const sent = version.submitted_at ? `; sent for sign-off ${sayInstant(version.submitted_at)}` : '';
  const written = `Written ${sayInstant(version.written_at)} by ${version.authors.join(', ')}${sent}`;
  const decided = version.decision ? decisionLines(version.decision) : [];
  return { id: version.version_id, title: `Version ${version.number}`, says: [written, ...decided], version };
}

export function decisionLines(decision: DecisionView): string[] {
  const level = decision.level ? ` at ${sayLevel(decision.level)}` : '';
  const progressing = decision.plan_progressing ? `; plan progressing: ${PROGRESSING[decision.plan_progressing].toLowerCase()}` : '';
  const whose = decision.deputy_for ? ` for ${decision.deputy_for}` : '';
  const changed = levelChanged(decision) ? `; level changed from ${sayLevel(decision.level_before).toLowerCase()}` : '';
  const said = [`${OUTCOME[decision.outcome]}${level} by ${decision.by}${whose}, ${sayInstant(decision.at)}${changed}${progressing}`];
  if (decision.reason) said.push(`${decision.outcome === 'returned' ? 'What to do instead' : 'Reason'}: ${decision.reason}`);
  return said;
}

/** Signed at another level than the one that the manager met. */
function levelChanged({ level, level_before: before }: DecisionView): boolean {
  return level !== null && before !== null && level !== before;
}

function presentItem(reference: string, item: ItemView, allowed: May, open: boolean): ItemShown {
  const [latest, ...earlier] = item.versions;
  return {
    id: item.item_id,
    kind: item.kind,
    title: capital(KIND[item.kind]),
    about: latest ? aboutContent(latest.content) : '',
    tag: STANDING[item.standing],
    changed: item.changed ? `Signed, then changed on ${sayDate(item.changed.on)} by ${item.changed.by}` : null,
    latest: latest ? presentVersion(latest) : null,
    earlier: earlier.map(presentVersion),
    actions: latest && open ? actionsOf(reference, item, latest, allowed) : [],
  };
}

function aboutContent(content: Content): string {
  switch (content.kind) {
    case 'assessment': return `Completed ${sayDate(content.completed_on)}`;
    case 'plan': return `${count(content.goals.length, 'goal')}, ${count(content.actions.length, 'action')}`;
    case 'review_arrangement': return `Next review ${sayDate(content.next_review_on)}`;
    case 'review': return `Held ${sayDate(content.held_on)}`;
    case 'closure': return `Closing ${sayDate(content.closing_on)}`;
  }
}

function actionsOf(reference: string, item: ItemView, latest: VersionView, allowed: May): ItemAction[] {
  const change = (text: string): ItemAction => ({ does: 'change', text, to: href(`/cases/${reference}/write/${item.kind}/${item.item_id}`) });
  const actions: ItemAction[] = [];
  if (latest.submitted_at && !latest.decision) {
    if (allowed.decide) actions.push({ does: 'decide', text: 'Read and decide', to: toDecision(latest.version_id, reference) });
    if (item.may_take_back) actions.push({ does: 'withdraw', text: 'Take back', item: item.item_id });
  } else if (allowed.work) {
    if (!latest.decision) actions.push({ does: 'submit', text: 'Send for sign-off', item: item.item_id, hash: latest.hash });
    actions.push(change(latest.decision?.outcome === 'returned' ? 'Put it right' : 'Change'));
  }
  return actions;
}

const PLURAL: Record<ItemKind, string> = {
  assessment: 'Assessments',
  plan: 'Plan',
  review_arrangement: 'Review arrangement',
  review: 'Reviews',
  closure: 'Closure',
};

/** A second plan or assessment is a new one; changing the one that stands has its own button. */
function writeText(kind: ItemKind, again: boolean): string {
  return again && (kind === 'assessment' || kind === 'plan') ? `Write a new ${KIND[kind]}` : WRITE[kind];
}

const WRITE: Record<ItemKind, string> = {
  assessment: 'Write an assessment',
  plan: 'Write a plan',
  review_arrangement: 'Arrange the next review',
  review: 'Record a review',
  closure: 'Close the case',
};
