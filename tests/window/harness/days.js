// Days as people type them, counted from today: `27 3 2026`.

/** A day before today, or after it where the number is negative. */
export function daysAgo(days) {
  const day = new Date();
  day.setHours(12, 0, 0, 0);
  day.setDate(day.getDate() - days);
  return `${day.getDate()} ${day.getMonth() + 1} ${day.getFullYear()}`;
}

export const today = () => daysAgo(0);
