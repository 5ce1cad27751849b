// A policy as its form holds it: numbers as they are typed, checked here because Rust is sent whole numbers and codes only.
import { Refused } from '../../api/call';
import type { Clocks, FieldError, FloorRule, FloorWhen, LevelRule, Policy, RecordPolicy } from '../../api/types';
import { typedDate } from '../../words/dates';

type Typed<T> = { [key in keyof T]: string };
export type Fact = FloorWhen['fact'];
/** `number` holds years or days, `code` an evidence of harm: whichever the fact asks for. */
export interface FloorValues { fact: Fact | ''; number: string; code: string; at_least: string }
export interface PolicyValues { effective_from: string; levels: Typed<LevelRule>[]; clocks: Typed<Clocks>; floors: FloorValues[]; replaces: string }

export const BLANK_FLOOR: FloorValues = { fact: '', number: '', code: '', at_least: '' };

/** `again` where a policy that is to come is changed: then its day stands until another is typed. */
export function policyForm(policy: Policy, again = false): PolicyValues {
  const typed = <T extends object>(of: T) => Object.fromEntries(Object.entries(of).map(([name, value]) => [name, String(value)])) as Typed<T>;
  return {
    effective_from: again ? typedDate(policy.effective_from) : '',
    replaces: again ? policy.effective_from : '',
    levels: policy.levels.map((rule) => ({ ...typed(rule), level: rule.level.replaceAll('_', ' ') })),
    clocks: typed(policy.clocks),
    floors: policy.floors.map(floorForm),
  };
}

export function policyRequest(values: PolicyValues): RecordPolicy {
  const wrong: FieldError[] = [];
  const whole = (field: string, text: string, digits = 6): number => {
    if (/^\d+$/.test(text.trim()) && text.trim().length <= digits) return Number(text);
    wrong.push({ field, message: 'Enter a whole number.' });
    return 0;
  };
  const levels = values.levels.map((rule, place): LevelRule => ({
    level: levelName(rule.level, `levels.${place}.level`, wrong),
    review_every_days: whole(`levels.${place}.review_every_days`, rule.review_every_days),
    ceiling_months: whole(`levels.${place}.ceiling_months`, rule.ceiling_months),
    critical_after_days: whole(`levels.${place}.critical_after_days`, rule.critical_after_days),
  }));
  const clocks = Object.fromEntries(Object.entries(values.clocks).map(([name, text]) => [name, whole(`clocks.${name}`, text)])) as unknown as Clocks;
  const floors = values.floors.flatMap((floor, place): FloorRule[] => {
    const field = (name: string) => `floors.${place}.${name}`;
    if (floor.at_least === '') wrong.push({ field: field('at_least'), message: 'Choose the lowest level that is expected.' });
    switch (floor.fact) {
      case 'age_under': return [{ when: { fact: 'age_under', years: whole(field('number'), floor.number, 2) }, at_least: floor.at_least }];
      case 'missing_within': return [{ when: { fact: 'missing_within', days: whole(field('number'), floor.number, 4) }, at_least: floor.at_least }];
      case 'evidence_of_harm':
        if (floor.code === '') wrong.push({ field: field('code'), message: 'Choose what is recorded of harm.' });
        return [{ when: { fact: 'evidence_of_harm', code: floor.code }, at_least: floor.at_least }];
      case 'out_of_area': return [{ when: { fact: 'out_of_area' }, at_least: floor.at_least }];
      default:
        wrong.push({ field: field('fact'), message: 'Choose the fact that the rule asks for, or remove the rule.' });
        return [];
    }
  });
  if (wrong.length > 0) throw new Refused({ code: 'invalid', message: 'Some answers are missing or wrong.', fields: wrong });
  return { effective_from: values.effective_from, levels, clocks, floors, replaces: values.replaces };
}

function floorForm({ when, at_least }: FloorRule): FloorValues {
  switch (when.fact) {
    case 'age_under': return { ...BLANK_FLOOR, fact: when.fact, number: String(when.years), at_least };
    case 'missing_within': return { ...BLANK_FLOOR, fact: when.fact, number: String(when.days), at_least };
    case 'evidence_of_harm': return { ...BLANK_FLOOR, fact: when.fact, code: when.code, at_least };
    case 'out_of_area': return { ...BLANK_FLOOR, fact: when.fact, at_least };
  }
}

/** "Very high" is kept as `very_high`, and shown with its space again. */
export function levelCode(typed: string): string {
  return typed.trim().toLowerCase().replaceAll(/\s+/g, '_');
}

function levelName(typed: string, field: string, wrong: FieldError[]): string {
  const name = levelCode(typed);
  if (name === '') wrong.push({ field, message: 'Enter the name of the level, or remove it.' });
  else if (!/^[a-z0-9_-]{1,40}$/.test(name)) wrong.push({ field, message: 'Name the level in letters, digits and hyphens, such as “very high”.' });
  return name;
}
