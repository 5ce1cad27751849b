// Who decides for whom while a manager is away.
import { Refused } from '../../api/call';
import type { ChoicesView, DeputyView, NameDeputy } from '../../api/types';
import { peopleWith, type Choice } from '../../words/choices';
import { sayDate } from '../../words/dates';
import type { Tag } from '../../words/labels';

export interface DeputyLine { id: string; manager: string; deputy: string; from: string; to: string; state: Tag; mayEnd: boolean; endText: string }

export function presentDeputies(deputies: DeputyView[]): DeputyLine[] {
  return deputies.map((view) => ({
    id: view.id,
    manager: view.manager,
    deputy: view.deputy,
    from: sayDate(view.from),
    to: sayDate(view.to),
    state: view.is_over ? { text: 'Over', colour: 'grey' } : !view.may_decide ? { text: 'Can no longer decide: name another', colour: 'red' } : view.in_force ? { text: 'Decides now', colour: 'green' } : { text: 'To come', colour: 'blue' },
    mayEnd: view.may_end && !view.is_over,
    // What has begun is ended; what is to come is called off.
    endText: view.in_force ? 'End it today' : 'Call it off',
  }));
}

/** Managers who may be away, and those of them who can decide meanwhile: whoever cannot sign in cannot. */
export function managersOf(choices: ChoicesView, away: string): { away: Choice[]; deputies: Choice[] } {
  const all = peopleWith(choices, 'manager');
  const signsIn = (id: string) => choices.people.some((person) => person.id === id && person.can_sign_in);
  return { away: all, deputies: all.filter(({ value }) => value !== away && signsIn(value)) };
}

/** People are chosen in selects, where nobody is empty text. */
export interface DeputyValues { manager: string; deputy: string; from: string; to: string }

/** `forOther` where an administrator names a deputy for somebody else. */
export function nameDeputy(values: DeputyValues, forOther: boolean): NameDeputy {
  const wrong = [
    ...(forOther && values.manager === '' ? [{ field: 'manager', message: 'Choose the manager who is away.' }] : []),
    ...(values.deputy === '' ? [{ field: 'deputy', message: 'Choose who decides meanwhile.' }] : []),
  ];
  if (wrong.length > 0) throw new Refused({ code: 'invalid', message: 'Some answers are missing.', fields: wrong });
  return { ...values, manager: values.manager || null };
}
