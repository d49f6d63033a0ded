import { helpOption, type OptionSpec } from './arguments.js';
import { type CommandHelp, commands } from './help.js';

/** What `lmn --help` prints. */
export function generalHelp(): string {
  return [
    'lmn: letters of medical necessity as plain text',
    '',
    ...Object.values(commands).flatMap(({ usage, does }) => [`  ${usage}`, ...wrap(does, '      '), '']),
    '  lmn COMMAND --help',
    '      More about a command.',
    '',
    '  lmn --version',
    '      The version.',
    '',
    'Nothing leaves your machine: no network, no telemetry.',
    '',
  ].join('\n');
}

/** What `lmn COMMAND --help` prints. */
export function commandHelp({ usage, does, options, more }: CommandHelp): string {
  return [
    usage,
    '',
    ...wrap(does, ''),
    '',
    ...[...options, helpOption].flatMap((option) => [`  ${writtenOption(option)}`, ...wrap(option.help, '      ')]),
    ...more.flatMap((text) => ['', ...wrap(text, '')]),
    '',
  ].join('\n');
}

function writtenOption({ name, letter, value }: OptionSpec): string {
  return `${letter === undefined ? '' : `-${letter}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
}

/** Lines no wider than the narrowest terminal in use. */
function wrap(text: string, indent: string, width = 80): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(indent + word);
  }
  return lines;
}
