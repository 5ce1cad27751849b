// The list of bank holidays, and what an administrator adds to it: one line for each day, as it is copied from gov.uk.
import { Refused } from '../../api/call';
import type { BankHolidayView, PolicyView, RecordBankHolidays } from '../../api/types';
import { sayDate, typedDate } from '../../words/dates';

export interface HolidayLine { key: string; day: string; title: string }
export interface HolidayYear { year: string; lines: HolidayLine[] }
export interface HolidaysShown {
  knownTo: string;
  /** Said from six months before the end; empty before. */
  warning: string;
  /** This year and those to come. */
  years: HolidayYear[];
  /** Newest first. */
  past: HolidayYear[];
}

export function presentHolidays(view: PolicyView, today: string): HolidaysShown {
  const knownTo = sayDate(view.bank_holidays_known_to);
  const years = byYear(view.bank_holidays);
  const isPast = ({ year }: HolidayYear) => year < today.slice(0, 4);
  return {
    knownTo,
    warning: view.bank_holidays_end_soon ? `The list ends on ${knownTo}. Past that day no due date in working days can be worked out. Add the next years now.` : '',
    years: years.filter((year) => !isPast(year)),
    past: years.filter(isPast).reverse(),
  };
}

/** What a person types: the last day, and a line for each bank holiday. */
export interface HolidayValues { known_to: string; holidays: string[] }

export function holidayForm(view: PolicyView): HolidayValues {
  return { known_to: typedDate(view.bank_holidays_known_to), holidays: [] };
}

/** "25 12 2029, Christmas Day". The lines that hold nothing are left out. */
export function holidayRequest({ known_to, holidays }: HolidayValues): RecordBankHolidays {
  return { known_to, holidays: filled(holidays).map(({ line }) => readLine(line)) };
}

/** Rust names the place of a wrong day; a person needs the line and what stands on it. */
export function nameLines(refused: Refused, { holidays }: HolidayValues): Refused {
  const lines = filled(holidays);
  const fields = refused.fields.map(({ field, message }) => {
    const found = lines[Number(/^holidays\.(\d+)\./.exec(field)?.[1] ?? -1)];
    return found ? { field: `holidays.${found.place}`, message: `Line ${found.place + 1}, ${found.line}: ${message}` } : { field, message };
  });
  return new Refused({ code: refused.code, message: refused.message, fields }, refused);
}

function filled(holidays: string[]): { line: string; place: number }[] {
  return holidays.map((line, place) => ({ line: line.trim(), place })).filter(({ line }) => line !== '');
}

function readLine(line: string): RecordBankHolidays['holidays'][number] {
  const [day = '', ...title] = line.split(/[,\t]/);
  return { day: day.trim(), title: title.join(',').trim() };
}

function byYear(holidays: BankHolidayView[]): HolidayYear[] {
  const years = new Map<string, HolidayLine[]>();
  for (const { day, title } of holidays) {
    const year = day.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), { key: day, day: sayDate(day), title }]);
  }
  return [...years].map(([year, lines]) => ({ year, lines }));
}
