// Names of fields are dotted paths into the request: `content.actions.0.due_on`. Rust names a wrong field the same way.
import type { FieldError } from '../api/types';

/** What stands at a path; undefined where nothing does. */
export function at(values: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inside, part) => (isObject(inside) ? inside[part] : undefined), values);
}

/** A copy with another value at a path. */
export function put<T>(values: T, path: string, value: unknown): T {
  const [part = '', ...rest] = path.split('.');
  const inside: unknown = rest.length > 0 ? put(at(values, part) ?? {}, rest.join('.'), value) : value;
  if (Array.isArray(values)) {
    const copy: unknown[] = [...values];
    copy[Number(part)] = inside;
    return copy as T;
  }
  return { ...values, [part]: inside };
}

/** The id of a field's input. Ids hold no dots, so that they can be used in selectors as they are. */
export function idOf(name: string): string {
  return name.replaceAll('.', '-');
}

/** What is wrong with a field. A list typed as lines answers for each of its lines too. */
export function errorAt(errors: FieldError[], name: string, withInner = false): string | null {
  const found = errors.find(({ field }) => field === name || (withInner && field.startsWith(`${name}.`)));
  return found?.message ?? null;
}

/** Where a link in the error summary leads: the field itself, or the nearest thing around it that is on the page. */
export function targetOf(field: string, exists: (id: string) => boolean): string | null {
  const parts = field.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const id = idOf(parts.slice(0, length).join('.'));
    if (exists(id)) return id;
  }
  return null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
