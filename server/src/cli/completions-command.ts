import { seriesText } from '../knowledge/series.js';
import type { OptionSpec } from './arguments.js';
import { readArguments } from './arguments.js';
import { Failure } from './failure.js';
import { commands } from './help.js';
import { shown } from './printable.js';
import { type Shell, shellScripts, type ShellWords } from './shell-scripts.js';
import type { Surroundings } from './surroundings.js';

/** Names that options can have for their value, by the option: what is known without a look into a folder. */
export type KnownNames = Readonly<Record<'rule' | 'for' | 'from', readonly string[]>>;

/** `lmn completions SHELL`: prints a script for a shell, made of the very tables that the options are read by. */
export async function completionsCommand(
  words: readonly string[],
  { stdout }: Surroundings,
  names: KnownNames,
): Promise<number> {
  const { operands } = readArguments(words, []);
  const [written, ...more] = operands;
  const shells = seriesText(Object.keys(shellScripts), 'or');
  if (written === undefined || more.length > 0) throw new Failure(`Say for which shell: lmn completions ${shells}`);
  if (!isShell(written)) throw new Failure(`${shown(written)} is no shell that is known here: ${shells}.`);
  await stdout.write(shellScripts[written](shellWords(names)));
  return 0;
}

function isShell(word: string): word is Shell {
  return Object.hasOwn(shellScripts, word);
}

/** Words of the command line, all of which are plain enough to stand in any shell as they are. */
function shellWords(names: KnownNames): ShellWords {
  const isKnown = (option: string): option is keyof KnownNames => Object.hasOwn(names, option);
  const choicesOf = ({ name, choices }: OptionSpec) => choices ?? (isKnown(name) ? names[name] : []);
  return {
    commands: Object.entries(commands).map(([name, { options, operands = [] }]) => ({
      name,
      options: [
        ...options.map((option) => ({
          name: option.name,
          takes: option.value === undefined ? ('nothing' as const) : choicesOf(option),
        })),
        { name: 'help', takes: 'nothing' as const },
      ],
      operands: operands === 'rules' ? names.rule : operands,
    })),
  };
}
