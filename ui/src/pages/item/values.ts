// The content of an item as its form holds it: empty, filled from what stands, and tidied before it is sent.
import type { Content, ContentForm, ItemKind, PlanActionForm, VersionHash } from '../../api/types';
import { typedDate } from '../../words/dates';

/** What the form of an item keeps. The rest of the request stands in the page's address. */
export interface ItemValues { based_on: VersionHash | null; content: ContentForm }

export function blank(kind: ItemKind): ContentForm {
  switch (kind) {
    case 'assessment': return {
      kind, started_on: '', completed_on: '', tool: '', tool_version: '', score: '', indicators: [], level: '',
      evidence_of_harm: '', child_seen: '', summary: '',
    };
    case 'plan': return { kind, goals: [], actions: [] };
    case 'review_arrangement': return { kind, next_review_on: '', chair_role: '', agencies: [], bring_forward_if: '' };
    case 'review': return {
      kind, held_on: '', agencies: [], participation: '', level: '', plan_progressing: '', changed_by_views: '', next_review_on: '',
    };
    case 'closure': return { kind, closing_on: '', reason: '', where_now: '', level: '' };
  }
}

export function blankAction(): PlanActionForm {
  return { id: null, what: '', owner_role: '', agency: '', due_on: '' };
}

export function fromContent(content: Content): ContentForm {
  switch (content.kind) {
    case 'assessment': return {
      ...content, started_on: typedDate(content.started_on), completed_on: typedDate(content.completed_on),
      score: content.score === null ? '' : String(content.score),
    };
    case 'plan': return { ...content, actions: content.actions.map((action) => ({ ...action, due_on: typedDate(action.due_on) })) };
    case 'review_arrangement': return { ...content, next_review_on: typedDate(content.next_review_on) };
    case 'review': return { ...content, held_on: typedDate(content.held_on), next_review_on: typedDate(content.next_review_on) };
    case 'closure': return { ...content, closing_on: typedDate(content.closing_on), level: content.level ?? '' };
  }
}

/** Lines and rows in which nothing was typed are left out, so that Rust counts rows as the person sees them. */
export function tidy(content: ContentForm): ContentForm {
  const filled = (line: string) => line.trim() !== '';
  switch (content.kind) {
    case 'plan': return {
      ...content,
      goals: content.goals.filter(filled),
      actions: content.actions.filter(({ id, what, owner_role, agency, due_on }) => id !== null || filled(what + owner_role + agency + due_on)),
    };
    // An assessment without a tool is a professional judgement, and says so.
    case 'assessment': return filled(content.tool) ? content : { ...content, tool: 'Professional judgement' };
    case 'review_arrangement':
    case 'review': return { ...content, agencies: content.agencies.filter(filled) };
    default: return content;
  }
}

export function isKind(text: string | undefined): text is ItemKind {
  return text !== undefined && ['assessment', 'plan', 'review_arrangement', 'review', 'closure'].includes(text);
}
