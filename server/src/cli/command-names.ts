/** The commands, apart from what they do: the program's starter knows no more of them, and starts the sooner. */
export const commandNames = [
  'new',
  'lint',
  'format',
  'render',
  'due',
  'report',
  'explain',
  'init',
  'codes',
  'completions',
  'server',
] as const;

export type CommandName = (typeof commandNames)[number];
