// A rate in words: of what is recorded, and at worst, so that what nobody recorded never flatters a number.
import type { RateView } from '../api/types';
import { sayNumber } from './dates';

/** A number in large type, and the words under it that it does not go without. */
export interface Measure { title: string; number: string; words: string }

/** "62.5%", "of those recorded (45 of 72); 48.9% at worst: 20 of 92 not recorded." */
export function sayRate(title: string, rate: RateView): Measure {
  const [recorded, all] = [rate.hits + rate.misses, countOf(rate)];
  if (recorded === 0) return { title, number: 'Not known', words: all === 0 ? 'There is nothing to count.' : sayMissing(rate) };
  const of = `${sayNumber(rate.hits)} of ${sayNumber(recorded)}`;
  const words = rate.not_recorded === 0
    ? `${of}, all of them recorded.`
    : `of those recorded (${of}); ${sayPercent(rate.worst)} at worst: ${sayMissing(rate)}`;
  return { title, number: sayPercent(rate.share), words };
}

/** A rate of which only the hits are ever recorded: the share of what is recorded would always be the whole. */
export function sayAtLeast(title: string, rate: RateView): Measure {
  if (countOf(rate) === 0) return { title, number: 'Not known', words: 'There is nothing to count.' };
  const of = `${sayNumber(rate.hits)} of ${sayNumber(countOf(rate))}`;
  return { title, number: sayPercent(rate.worst), words: rate.not_recorded === 0 ? `${of}, all of them recorded.` : `at worst (${of}): ${sayMissing(rate)}` };
}

export function countOf(rate: RateView): number {
  return rate.hits + rate.misses + rate.not_recorded;
}

function sayMissing(rate: RateView): string {
  return `${sayNumber(rate.not_recorded)} of ${sayNumber(countOf(rate))} not recorded.`;
}

function sayPercent(share: number | null): string {
  return share === null ? 'not known' : `${share.toLocaleString('en-GB', { maximumFractionDigits: 1 })}%`;
}
