import { nearest } from '../spelling/nearest.js';
import { readArguments } from './arguments.js';
import { Failure } from './failure.js';
import { commandHelp, generalHelp } from './help-text.js';
import { commands, serverOptions } from './help.js';
import { shown } from './printable.js';
import type { Surroundings } from './surroundings.js';
import { tellingFailures } from './telling-failures.js';

export { serveThread } from './serve-thread.js';

/**
 * Runs one command line, `argv` being the words after `lmn`. Gives the exit code: 0 clean, 1 something was found, 2 it could not run.
 * Never throws. Each command's code loads when it is asked for.
 */
export function run(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  return tellingFailures(surroundings, () => dispatch(argv, surroundings));
}

async function dispatch(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const [first = '', ...words] = argv;
  const { stdout, stderr } = surroundings;
  if (argv.length === 0) {
    await stderr.write(generalHelp());
    return 2;
  }
  const asksHelp = (word: string) => word === '--help' || word === '-h';
  const named = first === 'help' ? words[0] : first;
  const command = named !== undefined && Object.hasOwn(commands, named) ? commands[named] : undefined;
  if (command && (first === 'help' || beforeDashes(words).some(asksHelp))) {
    await stdout.write(commandHelp(command));
    return 0;
  }
  if (asksHelp(first) || (first === 'help' && named === undefined)) {
    await stdout.write(generalHelp());
    return 0;
  }
  if (first === '--version' || first === '-v' || first === '-V') {
    await stdout.write(`${surroundings.version ?? 'unknown'}\n`);
    return 0;
  }
  switch (first) {
    case 'new':
      return (await import('./new-command.js')).newCommand(words, surroundings);
    case 'lint':
      return (await import('./lint-command.js')).lintCommand(words, surroundings);
    case 'format':
      return (await import('./format-command.js')).formatCommand(words, surroundings);
    case 'render':
      return (await import('./render-command.js')).renderCommand(words, surroundings);
    case 'due':
      return (await import('./due-command.js')).dueCommand(words, surroundings);
    case 'report':
      return (await import('./report-command.js')).reportCommand(words, surroundings);
    case 'explain':
      return (await import('./explain-command.js')).explainCommand(words, surroundings);
    case 'init':
      return (await import('./init-command.js')).initCommand(words, surroundings);
    case 'codes':
      return (await import('./codes-command.js')).codesCommand(words, surroundings);
    case 'completions': {
      const { allRules } = await import('../rules/all-rules.js');
      const { shippedNames } = await import('./shipped-names.js');
      const names = { rule: allRules.map(({ id }) => id), ...shippedNames() };
      return (await import('./completions-command.js')).completionsCommand(words, surroundings, names);
    }
    case 'server':
      return startServer(words, surroundings);
    default:
      throw new Failure(unknownCommand(named ?? first));
  }
}

/** The server ends the process itself, when its editor says so. */
function startServer(words: readonly string[], { startServer }: Surroundings): number {
  const { options, operands } = readArguments(words, serverOptions);
  if (operands.length > 0)
    throw new Failure(`The server takes no ${shown(operands[0] ?? '')}: its editor names the files.`);
  if (!options.has('stdio')) throw new Failure('Editors start it as: lmn server --stdio');
  if (!startServer) throw new Failure('The language server is not part of this program.');
  startServer();
  return 0;
}

function beforeDashes(words: readonly string[]): readonly string[] {
  const end = words.indexOf('--');
  return end === -1 ? words : words.slice(0, end);
}

function unknownCommand(word: string): string {
  const isOption = word.startsWith('-');
  const [near] = nearest(word, isOption ? ['--help', '--version'] : Object.keys(commands), 1);
  const meant = near === undefined ? 'See lmn --help.' : `Did you mean lmn ${near}?`;
  return `There is no ${isOption ? 'option' : 'command'} ${shown(word)}. ${meant}`;
}
