/** What a configuration can set an option to: a number, a list of words, words with what each stands for, or names that are on or off. */
export type OptionValue =
  number | readonly string[] | Readonly<Record<string, string>> | Readonly<Record<string, boolean>>;

/** What is set of one rule's options, by name; what is not named is as usual. Values have been held against the options. */
export type SetOptions = Readonly<Record<string, OptionValue>>;

/** What is set of the options of rules, by the rule's id. */
export type OptionsByRule = Readonly<Record<string, SetOptions>>;

interface Named {
  readonly name: string;
  /** One sentence for completion, hover and `lmn explain`. */
  readonly description: string;
}

/** A whole number within limits. */
export interface NumberOption extends Named {
  readonly takes: 'number';
  readonly usual: number;
  readonly least: number;
  readonly most: number;
}

/** Words of the writer's own. What several configurations list adds up. */
export interface WordsOption extends Named {
  readonly takes: 'words';
  readonly usual: readonly string[];
}

/** Words of the writer's own with what each stands for. What several configurations say adds up; of one word the last counts. */
export interface TableOption extends Named {
  readonly takes: 'table';
  readonly usual: Readonly<Record<string, string>>;
  /** An entry, for messages and documentation. */
  readonly example: readonly [string, string];
  /** What is wrong with what a word is to stand for; any text will do without it. */
  readonly problemOf?: (text: string) => string | undefined;
}

/** Parts of a rule, each of which is on or off. */
export interface SwitchesOption extends Named {
  readonly takes: 'switches';
  readonly usual: Readonly<Record<string, boolean>>;
}

export type RuleOption = NumberOption | WordsOption | TableOption | SwitchesOption;

/** The number that holds. */
export function numberOf({ name, usual }: NumberOption, set: SetOptions): number {
  const value = set[name];
  return typeof value === 'number' ? value : usual;
}

/** The words that are set. */
export function wordsOf({ name, usual }: WordsOption, set: SetOptions): readonly string[] {
  const value = set[name];
  return isWords(value) ? value : usual;
}

/** What is set for each word. */
export function tableOf({ name, usual }: TableOption, set: SetOptions): ReadonlyMap<string, string> {
  return new Map([...Object.entries(usual), ...entriesOf(set[name], 'string')]);
}

/** The parts that are off. */
export function switchedOff({ name, usual }: SwitchesOption, set: SetOptions): readonly string[] {
  const parts = new Map([...Object.entries(usual), ...entriesOf(set[name], 'boolean')]);
  return [...parts].filter(([, isOn]) => !isOn).map(([part]) => part);
}

function entriesOf(value: OptionValue | undefined, type: 'string'): [string, string][];
function entriesOf(value: OptionValue | undefined, type: 'boolean'): [string, boolean][];
function entriesOf(value: OptionValue | undefined, type: string): [string, string | boolean][] {
  return isTable(value) ? Object.entries<string | boolean>(value).filter(([, one]) => typeof one === type) : [];
}

function isWords(value: OptionValue | undefined): value is readonly string[] {
  return Array.isArray(value);
}

function isTable(value: OptionValue | undefined): value is Exclude<OptionValue, number | readonly string[]> {
  return typeof value === 'object' && !isWords(value);
}

/** What is set above, over what is set below: numbers take the place, words and what stands for them add up. */
export function optionsOver(below: OptionsByRule, above: OptionsByRule): OptionsByRule {
  const rules = new Set([...Object.keys(below), ...Object.keys(above)]);
  return Object.fromEntries([...rules].map((rule) => [rule, setOver(below[rule] ?? {}, above[rule] ?? {})]));
}

function setOver(below: SetOptions, above: SetOptions): SetOptions {
  const names = new Set([...Object.keys(below), ...Object.keys(above)]);
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const value = valueOver(below[name], above[name]);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

function valueOver(below: OptionValue | undefined, above: OptionValue | undefined): OptionValue | undefined {
  if (isWords(below) && isWords(above)) return [...new Set([...below, ...above])];
  if (isTable(below) && isTable(above)) return { ...below, ...above } as OptionValue;
  return above ?? below;
}

/** What holds of a rule's options, by name: what is set over what is usual. */
export function presentOptions(options: readonly RuleOption[], set: SetOptions): SetOptions {
  const usual = Object.fromEntries(options.map(({ name, usual }) => [name, usual]));
  return setOver(usual, set);
}
