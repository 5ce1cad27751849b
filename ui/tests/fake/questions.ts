// An answer to a question from the public, and the answers that were given: invented.
import type { AnswersView, Summary } from '../../src/api/types';
import { summary } from './data';

export const answer: Summary = {
  ...summary, title: 'How many cases of child sexual exploitation are open, by level of risk?', profile: 'public', marking: 'OFFICIAL', charts: [],
  suppression: ['[c] stands for a number that is not shown because it could point at a child.', 'All other numbers are rounded to the nearest 5.'],
  tables: [{
    id: 'open-by-level', title: 'Open cases on 30 September 2026, by level of risk', finding: 'About 160 cases were open on 30 September 2026.', notes: [],
    columns: ['Level of risk', 'Cases'],
    rows: [['High', 55], ['Medium', 60], ['Low', null], ['All levels', 160]].map(([label, value]) => ({
      label: String(label), total: label === 'All levels', cells: [value === null ? { cell: 'hidden' as const } : { cell: 'count' as const, value: Number(value) }],
    })),
  }],
};

export const answers: AnswersView = {
  questions: [
    { question: 'cases_by_year', says: 'How many cases of child sexual exploitation were opened in each year?' },
    { question: 'cases_by_level', says: answer.title },
  ],
  answers: [{ pack_id: 'p1', says: answer.title, from: '2026-04-01', to: '2026-06-30', request: 'FOI 2026/118', given_at: '2026-07-14T10:00:00Z', given_by: 'Priya Nair' }],
};
