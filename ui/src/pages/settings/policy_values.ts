// A policy as its form holds it: numbers as they are typed, checked here because Rust is sent whole numbers only.
import { Refused } from '../../api/call';
import type { Clocks, FieldError, FloorRule, LevelRule, Policy, RecordPolicy } from '../../api/types';

type Typed<T> = { [key in keyof T]: string };
export interface PolicyValues { effective_from: string; levels: Typed<LevelRule>[]; clocks: Typed<Clocks>; floors: FloorRule[] }

export function policyForm(policy: Policy): PolicyValues {
  const typed = <T extends object>(of: T) => Object.fromEntries(Object.entries(of).map(([name, value]) => [name, String(value)])) as Typed<T>;
  return { effective_from: '', levels: policy.levels.map(typed), clocks: typed(policy.clocks), floors: policy.floors };
}

export function policyRequest(values: PolicyValues): RecordPolicy {
  const wrong: FieldError[] = [];
  const whole = (field: string, text: string): number => {
    if (/^\d{1,6}$/.test(text.trim())) return Number(text);
    wrong.push({ field, message: 'Enter a whole number.' });
    return 0;
  };
  const levels = values.levels.map((rule, place): LevelRule => ({
    level: rule.level.trim().toLowerCase(),
    review_every_days: whole(`levels.${place}.review_every_days`, rule.review_every_days),
    ceiling_months: whole(`levels.${place}.ceiling_months`, rule.ceiling_months),
    critical_after_days: whole(`levels.${place}.critical_after_days`, rule.critical_after_days),
  }));
  const clocks = Object.fromEntries(Object.entries(values.clocks).map(([name, text]) => [name, whole(`clocks.${name}`, text)])) as unknown as Clocks;
  if (wrong.length > 0) throw new Refused({ code: 'invalid', message: 'Some numbers are missing.', fields: wrong });
  return { effective_from: values.effective_from, levels, clocks, floors: values.floors };
}
