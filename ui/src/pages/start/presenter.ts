// What waits for the person who is signed in, as the start page shows it.
import type { Severity, StartPageView } from '../../api/types';
import { href } from '../../router';
import { count, sayDate, sayInstant, sayNumber } from '../../words/dates';
import type { May } from '../../words/roles';
import { KIND, SEVERITIES, SEVERITY, capital } from '../../words/labels';
import { routeOfDraft } from './draft_route';

export interface Tile { severity: Severity; number: string; words: string; to: string }
export interface ReturnedLine { what: string; reference: string; toCase: string; toForm: string; reason: string; by: string }
export interface DraftLine { key: string; title: string; kept: string; to: string | null }
export interface StartShown {
  asAt: string;
  mine: Tile[];
  all: Tile[];
  noReview: { text: string; to: string; none: boolean };
  toDecide: { text: string; to: string; none: boolean };
  returned: ReturnedLine[];
  drafts: DraftLine[];
  actionPlan: { text: string; to: string; none: boolean };
  /** A register in which nothing was entered yet. */
  empty: boolean;
}

export function presentStart(view: StartPageView, may: May): StartShown {
  const tiles = (mine: boolean): Tile[] => SEVERITIES.map((severity) => ({
    severity,
    number: sayNumber((mine ? view.mine : view.all)[severity]),
    words: SEVERITY[severity].text,
    to: href('/worklist', { severity, mine }),
  }));
  return {
    asAt: sayDate(view.as_at),
    mine: tiles(true),
    all: tiles(false),
    noReview: {
      text: `${sayNumber(view.cases_without_review)} of ${count(view.open_cases, 'open case')}`,
      to: href('/worklist', { family: 'no_review' }),
      none: view.cases_without_review === 0,
    },
    toDecide: may.decide
      ? { text: `${count(view.to_decide, 'item')} for you to decide, of ${sayNumber(view.waiting)} waiting`, to: href('/sign-off'), none: view.waiting === 0 }
      : { text: `${count(view.waiting, 'item')} sent and waiting for a manager`, to: href('/sign-off'), none: view.waiting === 0 },
    returned: view.returned.map((item) => ({
      what: capital(KIND[item.kind]),
      reference: item.reference,
      toCase: href(`/cases/${item.reference}`),
      toForm: href(`/cases/${item.reference}/write/${item.kind}/${item.item_id}`),
      reason: item.reason,
      by: `${item.by}, ${sayDate(item.on)}`,
    })),
    drafts: view.drafts.map((kept) => ({
      key: kept.key,
      title: kept.title,
      kept: kept.saved_at ? sayInstant(kept.saved_at) : '',
      to: routeOfDraft(kept.key),
    })),
    actionPlan: {
      text: `${sayNumber(view.actions_late)} of ${count(view.actions, 'action')} late`,
      to: href('/action-plan'),
      none: view.actions_late === 0,
    },
    empty: view.open_cases === 0 && view.actions === 0 && view.drafts.length === 0,
  };
}
