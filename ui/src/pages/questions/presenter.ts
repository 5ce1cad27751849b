// Questions from the public as the window shows them: what is asked, what would be answered, what was given.
import type { AnswersView, AnswerQuestion, Question, Summary } from '../../api/types';
import type { Query } from '../../router';
import { lastFullQuarter, sayDate, sayInstant, typedDate } from '../../words/dates';
import { presentSummary, type TableShown } from '../summary/presenter';

/** Few words, for a list to choose from: the whole questions all begin alike. */
export const SHORT: Record<Question, string> = {
  cases_by_year: 'Opened, by year',
  cases_by_age_and_sex: 'Open, by age and sex',
  cases_by_level: 'Open, by level',
  cases_by_model: 'Open, by model',
  plans_in_place: 'Plans in place',
  audits_made: 'Audits made',
};

const YEARS_BACK = 3;

/** Asked of years. */
const BY_YEAR: Question[] = ['cases_by_year', 'audits_made'];

/** What the address asks for, or else the first question for the last full quarter. By year, for the last three years. */
export function askAnswer(query: Query, today: string): AnswerQuestion {
  const question = (query.question || 'cases_by_level') as Question;
  const quarter = lastFullQuarter(today);
  const from = BY_YEAR.includes(question) ? yearsBefore(quarter.to) : quarter.from;
  return { question, from: query.from || typedDate(from), to: query.to || typedDate(quarter.to), request: '', preview: true };
}

/** The day after the same day three years before: `2026-09-30` gives `2023-10-01`. Quarters end where the next month begins. */
function yearsBefore(to: string): string {
  const [year = 0, month = 0] = to.split('-').map(Number);
  const first = new Date(Date.UTC(year - YEARS_BACK, month, 1));
  return first.toISOString().slice(0, 10);
}

export interface AnswerShown { asks: string; marking: string; period: string; says: string; tables: TableShown[]; hidden: string[] }

export function presentAnswer(summary: Summary): AnswerShown {
  const { title, marking, tables, period } = presentSummary(summary);
  return { asks: title, marking, period, says: tables.map(({ finding }) => finding).join(' '), tables, hidden: summary.suppression };
}

export interface GivenShown { key: string; to: string; asks: string; period: string; request: string; given: string }

export function presentGiven(view: AnswersView): GivenShown[] {
  return view.answers.map((answer) => ({
    key: answer.pack_id,
    to: `#/questions/${answer.pack_id}`,
    asks: answer.says,
    period: `${sayDate(answer.from)} to ${sayDate(answer.to)}`,
    request: answer.request,
    given: `${sayInstant(answer.given_at)}, by ${answer.given_by}`,
  }));
}
