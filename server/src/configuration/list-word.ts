import { type JsonMember, type JsonValue, readJson } from './config-json.js';
import { severityKey } from './rule-settings.js';

/** What is put into a text: offsets of UTF-16 code units, the end not included. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

type JsonObject = Extract<JsonValue, { kind: 'object' }>;

/** A configuration that says nothing but that a word is right. */
export function configurationWith(rule: string, option: string, word: string): string {
  return `${JSON.stringify({ rules: { [rule]: { [option]: [word] } } }, undefined, 2)}\n`;
}

/**
 * The change of a configuration's text that puts a word into the list of a rule's option, and leaves all else as it is written. Undefined where the text is no
 * configuration as it stands: it is the writer's to mend first.
 */
export function listWord(text: string, rule: string, option: string, word: string): TextChange | undefined {
  const { value } = readJson(text);
  if (value?.kind !== 'object') return undefined;
  const list = `[${JSON.stringify(word)}]`;
  const rules = memberOf(value, 'rules');
  if (!rules) return insertMember(text, value, `"rules": { "${rule}": { "${option}": ${list} } }`);
  if (rules.value.kind !== 'object') return undefined;
  const set = memberOf(rules.value, rule);
  if (!set) return insertMember(text, rules.value, `"${rule}": { "${option}": ${list} }`);
  if (set.value.kind === 'string') {
    const { start, value: severity } = set.value;
    const written = JSON.stringify(severity);
    // Written with other signs than it needs: nobody does.
    if (!text.startsWith(written, start)) return undefined;
    return { start, end: start + written.length, text: `{ "${severityKey}": ${written}, "${option}": ${list} }` };
  }
  if (set.value.kind !== 'object') return undefined;
  const words = memberOf(set.value, option);
  if (!words) return insertMember(text, set.value, `"${option}": ${list}`);
  if (words.value.kind !== 'array') return undefined;
  const at = words.value.start + 1;
  return { start: at, end: at, text: JSON.stringify(word) + (words.value.items.length > 0 ? ', ' : '') };
}

function memberOf({ members }: JsonObject, name: string): JsonMember | undefined {
  return members.find((member) => member.name === name);
}

/** Puts a member first, on a line of its own where the others have one. */
function insertMember(text: string, { start, members: [first] }: JsonObject, member: string): TextChange {
  const at = start + 1;
  if (!first) return { start: at, end: at, text: ` ${member} ` };
  return { start: at, end: at, text: `${text.slice(at, first.start) || ' '}${member},` };
}
