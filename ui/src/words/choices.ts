// What a form offers, and what a code is called. Withdrawn codes are shown where they stand and never offered.
import type { ChoicesView, PersonView, Role } from '../api/types';

export interface Choice { value: string; label: string; group?: string | undefined; hint?: string | undefined }

/** The codes of a list that a form may offer, with those that already stand in it. */
export function offered(choices: ChoicesView, list: string, standing: string[] = []): Choice[] {
  return (choices.lists[list] ?? [])
    .filter((code) => code.offered || standing.includes(code.code))
    .map((code) => ({
      value: code.code,
      label: code.offered ? code.label : `${code.label} (withdrawn)`,
      group: code.group ?? undefined,
    }));
}

/** What a code is called; the code itself where the list no longer knows it. */
export function labelOf(choices: ChoicesView, list: string, code: string | null): string {
  if (code === null || code === '') return 'Not recorded';
  return (choices.lists[list] ?? []).find((known) => known.code === code)?.label ?? code;
}

/** Why something was late. Nothing given as the cause means that it was asked and is not known. */
export function sayCause(choices: ChoicesView, code: string): string {
  return code === '' ? 'Not known' : labelOf(choices, 'cause', code);
}

export function nameOf(choices: ChoicesView, id: string): string {
  return choices.people.find((person) => person.id === id)?.name ?? 'somebody unknown';
}

export function levelsOffered(choices: ChoicesView, standing = ''): Choice[] {
  const levels = choices.levels.map((rule) => rule.level);
  if (standing && !levels.includes(standing)) levels.push(standing);
  return levels.map((level) => ({ value: level, label: level.charAt(0).toUpperCase() + level.slice(1) }));
}

/** People with a role, by name. Those whose access has ended appear only where they already stand. */
export function peopleWith(choices: ChoicesView, role: Role | null, standing: string | null = null): Choice[] {
  return choices.people
    .filter((person) => person.id === standing || (person.active && holds(person, role)))
    .map((person) => ({ value: person.id, label: person.active ? person.name : `${person.name} (access ended)` }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en-GB'));
}

export function teamsOffered(choices: ChoicesView, standing = ''): Choice[] {
  const teams = standing && !choices.teams.includes(standing) ? [...choices.teams, standing] : choices.teams;
  return teams.map((team) => ({ value: team, label: team }));
}

function holds(person: PersonView, role: Role | null): boolean {
  return role === null || person.roles.includes(role);
}
