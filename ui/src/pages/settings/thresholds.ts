// How small numbers are shown outside the authority: in words, and as a form holds it.
import { Refused } from '../../api/call';
import type { FieldError, Profile, RecordThresholds, ThresholdView } from '../../api/types';
import { href } from '../../router';
import { sayNumber } from '../../words/dates';
import { sayProfile } from '../../words/profiles';

export interface ThresholdLine { profile: Profile; who: string; hidden: string; rounded: string; toChange: string }

export function presentThresholds(thresholds: ThresholdView[]): ThresholdLine[] {
  return thresholds.map((view) => ({
    profile: view.profile,
    who: sayProfile(view.profile),
    hidden: `1 to ${sayNumber(view.hidden_to)} is shown as [c]`,
    rounded: sayRounding(view),
    toChange: href(`/settings/small-numbers/${view.profile}`),
  }));
}

/** "The rest is rounded to the nearest 5: 8 is shown as 10", by the smallest number that is shown. */
function sayRounding({ hidden_to: hidden, rounded_to: base }: ThresholdView): string {
  if (base === 1) return 'The rest is shown exactly';
  const shown = Math.floor((hidden + 1 + Math.floor(base / 2)) / base) * base;
  return `The rest is rounded to the nearest ${sayNumber(base)}: ${sayNumber(hidden + 1)} is shown as ${sayNumber(shown)}`;
}

/** What a person types: numbers as text. */
export interface ThresholdValues { hidden_to: string; rounded_to: string; reason: string }

export function thresholdForm(view: ThresholdView): ThresholdValues {
  return { hidden_to: String(view.hidden_to), rounded_to: String(view.rounded_to), reason: '' };
}

/** Whole numbers are checked here, because Rust is sent nothing else; which numbers will do is for Rust to say. */
export function thresholdRequest(profile: Profile, values: ThresholdValues): RecordThresholds {
  const wrong: FieldError[] = [];
  const whole = (field: 'hidden_to' | 'rounded_to'): number => {
    const text = values[field].trim();
    if (!/^\d{1,6}$/.test(text)) wrong.push({ field, message: 'Enter a whole number.' });
    return Number(text);
  };
  const request = { profile, hidden_to: whole('hidden_to'), rounded_to: whole('rounded_to'), reason: values.reason };
  if (wrong.length > 0) throw new Refused({ code: 'invalid', message: 'Some answers are missing or wrong.', fields: wrong });
  return request;
}
