import { seriesText } from '../knowledge/series.js';
import { nearest } from '../spelling/nearest.js';
import { Failure } from './failure.js';
import { shown } from './printable.js';

/** An option of a command. */
export interface OptionSpec {
  /** Without its dashes. */
  readonly name: string;
  /** A single letter, used with one dash. */
  readonly letter?: string;
  /** What its value is, as the help calls it; an option without one is a switch. */
  readonly value?: string;
  /** The values that it takes, where they are few. */
  readonly choices?: readonly string[];
  readonly help: string;
}

/** Every command has it. */
export const helpOption: OptionSpec = { name: 'help', letter: 'h', help: 'Prints this.' };

export interface Arguments {
  /** Values by the option's name; a switch that is given has the value ''. Of several the last counts. */
  readonly options: ReadonlyMap<string, string>;
  /** Options with their values in the order in which they were given, each as often as it was. */
  readonly given: readonly (readonly [name: string, value: string])[];
  /** All else, in its order. */
  readonly operands: readonly string[];
}

/**
 * Reads the words after a command. Options may stand anywhere before `--`, as `--to html`, `--to=html` and `-o letter.html`.
 *
 * @throws {Failure} where a word is no option of the command, or an option lacks its value.
 */
export function readArguments(words: readonly string[], specs: readonly OptionSpec[]): Arguments {
  const given: (readonly [string, string])[] = [];
  const operands: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (word === '--') {
      operands.push(...words.slice(i + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      operands.push(word);
      continue;
    }
    const [written, attached] = split(word);
    const spec = specs.find(
      ({ name, letter }) => written === `--${name}` || (letter !== undefined && written === `-${letter}`),
    );
    if (!spec) throw new Failure(unknownOption(written, specs));
    if (spec.value === undefined) {
      if (attached !== undefined) throw new Failure(`${written} takes no value. Write only ${written}.`);
      given.push([spec.name, '']);
      continue;
    }
    const value = attached ?? words[++i];
    if (value === undefined || value === '') throw new Failure(`${written} needs a value: ${written} ${spec.value}`);
    given.push([spec.name, choose(spec, written, value)]);
  }
  return { options: new Map(given), given, operands };
}

/** `--to=html` in two; what follows a single letter is not its value, for `-ohtml` is more often a slip. */
function split(word: string): readonly [string, string?] {
  const equals = word.startsWith('--') ? word.indexOf('=') : -1;
  return equals === -1 ? [word] : [word.slice(0, equals), word.slice(equals + 1)];
}

function choose({ choices }: OptionSpec, written: string, value: string): string {
  if (!choices || choices.includes(value)) return value;
  const [near] = nearest(value, choices, 1);
  const meant = near === undefined ? '' : ` Did you mean ${near}?`;
  throw new Failure(`${written} can be ${seriesText(choices, 'or')}, not ${shown(value)}.${meant}`);
}

function unknownOption(written: string, specs: readonly OptionSpec[]): string {
  const names = [...specs, helpOption].flatMap(({ name, letter }) => [
    `--${name}`,
    ...(letter === undefined ? [] : [`-${letter}`]),
  ]);
  const near = nearest(written, names, 1)[0] ?? names.find((name) => written.toLowerCase() === name);
  const meant = near === undefined ? `It has ${names.join(', ')}.` : `Did you mean ${near}?`;
  return `There is no option ${shown(written)} here. ${meant}`;
}

/** A number that is given, or undefined. @throws {Failure} where it is none. */
export function readNumber(options: Arguments['options'], option: string): number | undefined {
  const written = options.get(option);
  if (written === undefined) return undefined;
  if (!/^\d{1,9}$/.test(written))
    throw new Failure(`--${option} is a number, such as --${option} 10, not ${shown(written)}.`);
  return Number(written);
}
