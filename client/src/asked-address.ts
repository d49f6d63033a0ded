import { Uri } from 'vscode';

/** The address of the file that a command is to work on: as the server writes it, as a menu of VS Code hands it over, or in an item of our own tree. */
export function askedAddress(argument: unknown): string | undefined {
  if (typeof argument === 'string') return argument;
  if (argument instanceof Uri) return argument.toString();
  if (typeof argument !== 'object' || argument === null) return undefined;
  if ('row' in argument) return askedAddress(argument.row);
  return 'uri' in argument && typeof argument.uri === 'string' ? argument.uri : undefined;
}
