// Dates as people read and type them. Rust sends ISO text; nothing here reads a clock or a time zone for a plain day.

const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
];

/** `2026-03-27` as `27 March 2026`. What is not an ISO day comes back as it is. */
export function sayDate(iso: string | null): string {
  const day = iso === null ? null : readDay(iso);
  return day ? `${day.day} ${MONTHS[day.month - 1]} ${day.year}` : (iso ?? '');
}

/** `2026-03-27` as it would be typed: `27 3 2026`. */
export function typedDate(iso: string | null): string {
  const day = iso === null ? null : readDay(iso);
  return day ? `${day.day} ${day.month} ${day.year}` : (iso ?? '');
}

/** `2026-03` as `Mar 2026`: for the head of a column. */
export function sayMonth(month: string): string {
  const day = readDay(`${month}-01`);
  return day ? `${MONTHS[day.month - 1]?.slice(0, 3)} ${day.year}` : month;
}

/** `2026-03-27 14:05` as `27 March 2026, 14:05`; a day without a time as `sayDate`. */
export function sayDayTime(text: string | null): string {
  const [day = '', time] = (text ?? '').split(' ');
  return time ? `${sayDate(day)}, ${time}` : sayDate(day);
}

/** `2026-03-27 14:05` as it would be typed: `27 3 2026 14:05`. */
export function typedDayTime(text: string | null): string {
  const [day = '', time] = (text ?? '').split(' ');
  return time ? `${typedDate(day)} ${time}` : typedDate(day);
}

/** A UTC instant as `27 March 2026, 14:05`, on this computer's clock. */
export function sayInstant(instant: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  return `${at.getDate()} ${MONTHS[at.getMonth()]} ${at.getFullYear()}, ${sayTime(at)}`;
}

/** `14:05`. */
export function sayTime(at: Date): string {
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
}

/** `1 day`, `42 days`. */
export function sayDays(days: number): string {
  return count(days, 'day');
}

/** `1 case`, `20,000 cases`: the plural is the word with an s unless it is given. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${sayNumber(n)} ${n === 1 ? one : many}`;
}

/** `20,000`. */
export function sayNumber(n: number): string {
  return n.toLocaleString('en-GB');
}

/** The first and last day of the last quarter that had ended by `today`, as ISO text. */
export function lastFullQuarter(today: string): { from: string; to: string } {
  const { year, month } = readDay(today) ?? { year: 1970, month: 1 };
  const quarter = Math.floor((month - 1) / 3);
  const [of, first] = quarter === 0 ? [year - 1, 10] : [year, quarter * 3 - 2];
  const last = first + 2;
  const days = last === 6 || last === 9 ? 30 : 31;
  return { from: `${of}-${two(first)}-01`, to: `${of}-${two(last)}-${days}` };
}

function readDay(iso: string): { year: number; month: number; day: number } | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return found ? { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) } : null;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
