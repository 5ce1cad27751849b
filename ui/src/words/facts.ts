// The facts of a case as a form holds them.
import type { CaseFacts, CaseFactsForm, CaseView, ChangeCase, OpenCase } from '../api/types';
import { typedDate } from './dates';

export function blankFacts(): CaseFactsForm {
  return {
    referral_source: '', age_at_referral: '', sex: '', ethnicity: '', disabilities: [], statuses: [], factors: [], models: [],
    contexts: [], evidence_of_harm: '', placed_out_of_area: '', school_absence_checked_on: '',
  };
}

export function factsForm(facts: CaseFacts): CaseFactsForm {
  return {
    referral_source: facts.referral_source ?? '',
    age_at_referral: facts.age_at_referral === null ? '' : String(facts.age_at_referral),
    sex: facts.sex ?? '',
    ethnicity: facts.ethnicity ?? '',
    disabilities: facts.disabilities,
    statuses: facts.statuses.map(({ status, from, to }) => ({ status, from: typedDate(from), to: typedDate(to) })),
    factors: facts.factors,
    models: facts.models,
    contexts: facts.contexts,
    evidence_of_harm: facts.evidence_of_harm ?? '',
    placed_out_of_area: facts.placed_out_of_area === null ? '' : facts.placed_out_of_area ? 'yes' : 'no',
    school_absence_checked_on: typedDate(facts.school_absence_checked_on),
  };
}

/** People are chosen in selects, where nobody is empty text; Rust is sent nobody as null. */
export type OpenCaseForm = Omit<OpenCase, 'practitioner' | 'manager'> & { practitioner: string; manager: string };
export type ChangeCaseForm = Omit<ChangeCase, 'practitioner' | 'manager'> & { practitioner: string; manager: string };

export function blankCase(me: string): OpenCaseForm {
  return { child_id: '', opened_on: '', level: '', facts: blankFacts(), team: '', practitioner: me, manager: '' };
}

export function openCase(form: OpenCaseForm): OpenCase {
  return { ...form, facts: tidyFacts(form.facts), practitioner: form.practitioner || null, manager: form.manager || null };
}

export function changeCase(form: ChangeCaseForm): ChangeCase {
  return { ...form, facts: tidyFacts(form.facts), practitioner: form.practitioner || null, manager: form.manager || null };
}

/** `people` finds who is named on the page, because a case's view names its workers and a form chooses people. */
export function changeForm(view: CaseView): ChangeCaseForm {
  return {
    reference: view.reference,
    version: view.version,
    facts: factsForm(view.facts),
    team: view.team ?? '',
    practitioner: view.practitioner_id ?? '',
    manager: view.manager_id ?? '',
    worker_change_reason: '',
  };
}

/** Rows in which nothing was typed are not sent. */
function tidyFacts(facts: CaseFactsForm): CaseFactsForm {
  return { ...facts, statuses: facts.statuses.filter(({ status, from, to }) => `${status}${from}${to}`.trim() !== '') };
}
