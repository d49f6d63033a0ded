import type { Severities } from '../lint/engine.js';
import type { RuleDescription, RuleGroup, Severity } from '../lint/rule.js';
import type { OptionsByRule, OptionValue, RuleOption, SetOptions } from '../lint/rule-options.js';
import { nearest } from '../spelling/nearest.js';
import type { JsonValue } from './config-json.js';
import { membersOf, named, type Tell } from './config-members.js';

/** What of a rule a configuration must know. */
export type RuleNames = Pick<RuleDescription, 'id' | 'formerly' | 'options'> & Partial<Pick<RuleDescription, 'group'>>;

export const severityWords: readonly (Severity | 'off')[] = ['error', 'warning', 'info', 'off'];

/** Beside the options of a rule, in the object that sets them. */
export const severityKey = 'severity';

export const groupNames: readonly RuleGroup[] = ['structure', 'facts', 'content', 'writing', 'privacy'];

/** What is set of rules, by present ids: former ones are put as what they are called today. */
export interface RuleSettings {
  readonly severities: Severities;
  readonly options: OptionsByRule;
}

/** Reads what stands under `"rules"`; what is wrong is told, and left out. */
export function readRules(value: JsonValue, rules: readonly RuleNames[], tell: Tell): RuleSettings {
  const present = new Map(
    rules.flatMap((rule) => [rule.id, ...(rule.formerly ?? [])].map((id) => [id, rule] as const)),
  );
  const severities: Record<string, Severity | 'off'> = {};
  const options: Record<string, SetOptions> = {};
  const seen = new Set<string>();
  for (const { name, start, value: set } of membersOf(value, '"rules" is an object: { "unused-field": "off" }', tell)) {
    const rule = present.get(name);
    if (!rule) {
      tell(start, unknownRule(name, [...present.keys()]));
      continue;
    }
    if (seen.has(rule.id)) {
      tell(start, `This is the rule ${rule.id} a second time. Keep one of them.`);
      continue;
    }
    seen.add(rule.id);
    const severity = set.kind === 'object' ? undefined : readSeverity(set, tell);
    if (severity) severities[rule.id] = severity;
    if (set.kind !== 'object') continue;
    const inside = set.members.find((member) => member.name === severityKey);
    const within = inside && readSeverity(inside.value, tell);
    if (within) severities[rule.id] = within;
    const read = readOptions(set, rule, tell);
    if (Object.keys(read).length > 0) options[rule.id] = read;
  }
  return { severities, options };
}

/** Reads what stands under `"groups"`: how severe all rules of a group are, as far as they are not named themselves. */
export function readGroups(value: JsonValue, rules: readonly RuleNames[], tell: Tell): Severities {
  const severities: Record<string, Severity | 'off'> = {};
  for (const { name, start, value: set } of membersOf(value, '"groups" is an object: { "writing": "off" }', tell)) {
    if (!groupNames.some((group) => group === name)) {
      const [near] = nearest(name, groupNames, 1);
      const all = groupNames.map((group) => `"${group}"`).join(', ');
      tell(
        start,
        `No group of rules has the name ${named(name)}. ${near === undefined ? `Groups: ${all}.` : `Did you mean "${near}"?`}`,
      );
      continue;
    }
    const severity = readSeverity(set, tell);
    if (severity) for (const { id, group } of rules) if (group === name) severities[id] = severity;
  }
  return severities;
}

function readSeverity(value: JsonValue, tell: Tell): Severity | 'off' | undefined {
  const severity = value.kind === 'string' ? severityWords.find((word) => word === value.value) : undefined;
  if (!severity) tell(value.start, 'A rule is set to "error", "warning", "info" or "off", in double quotes.');
  return severity;
}

function unknownRule(name: string, ids: readonly string[]): string {
  const [near] = nearest(name, ids, 1);
  const written = named(name);
  return near === undefined
    ? `No rule has the name ${written}. All rules: lmn explain`
    : `No rule has the name ${written}. Did you mean "${near}"?`;
}

function readOptions(set: JsonValue & { kind: 'object' }, { id, options = [] }: RuleNames, tell: Tell): SetOptions {
  const read: Record<string, OptionValue> = {};
  for (const { name, start, value } of set.members) {
    if (name === severityKey) continue;
    const option = options.find((one) => one.name === name);
    if (!option) {
      tell(start, unknownOption(name, id, options));
      continue;
    }
    const found = readOption(value, option, tell);
    if (found !== undefined) read[name] = found;
  }
  return read;
}

function unknownOption(name: string, rule: string, options: readonly RuleOption[]): string {
  const names = [severityKey, ...options.map((option) => option.name)];
  const [near] = nearest(name, names, 1);
  const all = names.map((one) => `"${one}"`).join(', ');
  return `The rule ${rule} has no option ${named(name)}. ${near === undefined ? `What can be set: ${all}.` : `Did you mean "${near}"?`}`;
}

function readOption(value: JsonValue, option: RuleOption, tell: Tell): OptionValue | undefined {
  switch (option.takes) {
    case 'number': {
      const { least, most, name } = option;
      if (value.kind === 'number' && Number.isInteger(value.value) && value.value >= least && value.value <= most)
        return value.value;
      tell(
        value.start,
        `"${name}" is a whole number from ${String(least)} to ${String(most)}, without quotation marks.`,
      );
      return undefined;
    }
    case 'words':
      return readWords(value, option.name, tell);
    case 'table': {
      const [word, meaning] = option.example;
      const wanted = `"${option.name}" is an object: { "${word}": "${meaning}" }`;
      return readEntries(value, wanted, tell, (one) => {
        const text = one.kind === 'string' ? one.value.trim() : '';
        const problem =
          text === '' ? `Here stand words in double quotes, such as "${meaning}".` : option.problemOf?.(text);
        if (problem === undefined) return text;
        tell(one.start, problem);
        return undefined;
      });
    }
    case 'switches': {
      const parts = Object.keys(option.usual);
      const wanted = `"${option.name}" is an object: { "${parts[0] ?? ''}": false }`;
      return readEntries(
        value,
        wanted,
        tell,
        (one) => {
          if (one.kind === 'boolean') return one.value;
          tell(one.start, 'It is on or off: write true or false, without quotation marks.');
          return undefined;
        },
        parts,
      );
    }
  }
}

function readWords(value: JsonValue, name: string, tell: Tell): readonly string[] | undefined {
  if (value.kind !== 'array') {
    tell(value.start, `"${name}" is a list of words in double quotes: ["one", "another"]`);
    return undefined;
  }
  return value.items.flatMap((item) => {
    if (item.kind === 'string' && item.value.trim() !== '') return [item.value.trim()];
    tell(item.start, 'Here stands a word in double quotes.');
    return [];
  });
}

/** The members of an object; only of the names in `among`, where they are given. */
function readEntries<T>(
  value: JsonValue,
  wanted: string,
  tell: Tell,
  read: (value: JsonValue) => T | undefined,
  among?: readonly string[],
): Readonly<Record<string, T>> | undefined {
  if (value.kind !== 'object') {
    tell(value.start, wanted);
    return undefined;
  }
  const entries = value.members.flatMap(({ name, start, value: set }): [string, T][] => {
    if (among && !among.includes(name)) {
      const [near] = nearest(name, among, 1);
      tell(start, `There is no ${named(name)} here. ${near === undefined ? wanted : `Did you mean "${near}"?`}`);
      return [];
    }
    const one = read(set);
    return one === undefined ? [] : [[name, one]];
  });
  return Object.fromEntries(entries);
}
