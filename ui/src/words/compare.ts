// Two versions laid side by side, line by line: what is new, what was removed, what changed. Plain comparison of words.
import type { ContentLine } from './content';

export type Mark = 'same' | 'new' | 'removed' | 'changed';
export interface MarkedLine { text: string; mark: 'same' | 'new' | 'removed' }
export interface Compared { key: string; label: string; mark: Mark; before: MarkedLine[]; after: MarkedLine[] }

export function compare(before: ContentLine[], after: ContentLine[]): Compared[] {
  const old = new Map(before.map((line) => [line.key, line]));
  const kept = new Set(after.map((line) => line.key));
  const now = after.map((line) => compareLine(old.get(line.key) ?? null, line));
  const gone = before.filter((line) => !kept.has(line.key)).map((line): Compared => ({
    key: line.key, label: line.label, mark: 'removed', before: mark(line.value, 'removed'), after: [],
  }));
  return [...now, ...gone];
}

function compareLine(before: ContentLine | null, after: ContentLine): Compared {
  const { key, label } = after;
  const [old, now] = [sentences(before?.value ?? []), sentences(after.value)];
  const shared = longestCommon(old, now);
  const left = markAgainst(old, shared, 'removed');
  const right = markAgainst(now, shared, 'new');
  const differs = [...left, ...right].some((line) => line.mark !== 'same');
  const which: Mark = !differs ? 'same' : old.length === 0 ? 'new' : now.length === 0 ? 'removed' : 'changed';
  return { key, label, mark: which, before: left, after: right };
}

/** A changed word in a long text should not mark all of it, so texts are compared sentence by sentence. */
function sentences(value: string[]): string[] {
  return value.flatMap((line) => line.split(/(?<=[.!?])\s+/)).filter((sentence) => sentence !== '');
}

/** Which lines, in order, both have. Texts are short enough for the plain table. */
function longestCommon(a: string[], b: string[]): string[] {
  const best: number[][] = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const of = (i: number, j: number) => best[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      best[i]![j] = a[i] === b[j] ? of(i + 1, j + 1) + 1 : Math.max(of(i + 1, j), of(i, j + 1));
    }
  }
  const common: string[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      common.push(a[i]!);
      i += 1;
      j += 1;
    } else if (of(i + 1, j) >= of(i, j + 1)) i += 1;
    else j += 1;
  }
  return common;
}

function markAgainst(lines: string[], shared: string[], otherwise: 'new' | 'removed'): MarkedLine[] {
  let next = 0;
  return lines.map((text) => {
    if (text !== shared[next]) return { text, mark: otherwise };
    next += 1;
    return { text, mark: 'same' };
  });
}

function mark(lines: string[], as: 'new' | 'removed'): MarkedLine[] {
  return lines.map((text) => ({ text, mark: as }));
}
