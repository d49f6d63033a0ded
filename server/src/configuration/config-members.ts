import type { JsonMember, JsonValue } from './config-json.js';

/** Hears what is wrong, with the offset where it stands in UTF-16 code units. */
export type Tell = (start: number, message: string) => void;

/** The members of an object; of anything else none, and `otherwise` is told. */
export function membersOf(value: JsonValue, otherwise: string, tell: Tell): readonly JsonMember[] {
  if (value.kind === 'object') return value.members;
  tell(value.start, otherwise);
  return [];
}

/** A name as a message of one line can show it. */
export function named(name: string): string {
  const shown = name.length > 60 ? `${name.slice(0, 60)}…` : name;
  return JSON.stringify(shown);
}
