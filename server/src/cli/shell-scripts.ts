/** What a shell can complete. */
export interface ShellWords {
  readonly commands: readonly {
    readonly name: string;
    /** Options by their names without dashes, with the values that they take; where that list is empty a file is meant. */
    readonly options: readonly { readonly name: string; readonly takes: 'nothing' | readonly string[] }[];
    /** What may stand beside options; files, where the list is empty. */
    readonly operands: readonly string[];
  }[];
}

/** The shells that there is a script for. */
export const shellScripts = { bash, zsh, fish, powershell } as const satisfies Record<
  string,
  (words: ShellWords) => string
>;

export type Shell = keyof typeof shellScripts;

type Command = ShellWords['commands'][number];

function valuesOf({ options }: Command): { readonly name: string; readonly values: readonly string[] }[] {
  return options.flatMap(({ name, takes }) => (takes === 'nothing' ? [] : [{ name, values: takes }]));
}

function dashed({ options }: Command): string {
  return options.map(({ name }) => `--${name}`).join(' ');
}

/** A list of files where there is no list of words. */
function compgen(words: readonly string[], files = '-f'): string {
  return `COMPREPLY=($(compgen ${words.length === 0 ? files : `-W '${words.join(' ')}'`} -- "$current"))`;
}

function bash({ commands }: ShellWords): string {
  const names = commands.map(({ name }) => name);
  const cases = commands.flatMap((command) => [
    `    ${command.name})`,
    '      case $previous in',
    ...valuesOf(command).map(({ name, values }) => `        --${name}) ${compgen(values)}; return ;;`),
    '      esac',
    `      if [[ $current == -* ]]; then COMPREPLY=($(compgen -W '${dashed(command)}' -- "$current"))`,
    `      else ${compgen(command.operands)}; fi`,
    '      ;;',
  ]);
  return [
    '# Completion of lmn for bash: eval "$(lmn completions bash)"',
    '_lmn() {',
    '  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}',
    '  COMPREPLY=()',
    `  if [[ $COMP_CWORD -eq 1 ]]; then ${compgen([...names, '--help', '--version'])}; return; fi`,
    '  case ${COMP_WORDS[1]} in',
    ...cases,
    '  esac',
    '}',
    'complete -o filenames -F _lmn lmn',
    '',
  ].join('\n');
}

function zsh(words: ShellWords): string {
  // zsh runs completions of bash as they are.
  return [
    '# Completion of lmn for zsh: source <(lmn completions zsh)',
    'autoload -U +X compinit && compinit -u',
    'autoload -U +X bashcompinit && bashcompinit',
    bash(words).replace(/^#[^\n]*\n/, ''),
  ].join('\n');
}

function fish({ commands }: ShellWords): string {
  const names = commands.map(({ name }) => name).join(' ');
  const isFirst = `not __fish_seen_subcommand_from ${names}`;
  const lines = commands.flatMap((command) => {
    const begin = `complete -c lmn -n '__fish_seen_subcommand_from ${command.name}'`;
    const options = command.options.map(({ name, takes }) => {
      if (takes === 'nothing') return `${begin} -l ${name}`;
      return takes.length === 0 ? `${begin} -l ${name} -r -F` : `${begin} -l ${name} -x -a '${takes.join(' ')}'`;
    });
    const { operands } = command;
    return [...options, ...(operands.length === 0 ? [] : [`${begin} -f -a '${operands.join(' ')}'`])];
  });
  return [
    '# Completion of lmn for fish: lmn completions fish | source',
    `complete -c lmn -n '${isFirst}' -f -a '${names}'`,
    ...lines,
    '',
  ].join('\n');
}

function powershell({ commands }: ShellWords): string {
  const list = (words: readonly string[]) => `@(${words.map((word) => `'${word}'`).join(', ')})`;
  const cases = commands.flatMap((command) => [
    `    '${command.name}' {`,
    ...valuesOf(command)
      .filter(({ values }) => values.length > 0)
      .map(({ name, values }) => `      if ($previous -eq '--${name}') { $words = ${list(values)}; break }`),
    `      $words = ${list([...command.options.map(({ name }) => `--${name}`), ...command.operands])}`,
    '    }',
  ]);
  return [
    '# Completion of lmn for PowerShell: lmn completions powershell | Out-String | Invoke-Expression',
    'Register-ArgumentCompleter -Native -CommandName lmn -ScriptBlock {',
    '  param($current, $ast, $cursor)',
    '  $given = @($ast.CommandElements | ForEach-Object { $_.ToString() })',
    "  if ($current -ne '') { $given = @($given | Select-Object -SkipLast 1) }",
    '  $previous = $given[-1]',
    `  $words = ${list([...commands.map(({ name }) => name), '--help', '--version'])}`,
    '  if ($given.Count -gt 1) { switch ($given[1]) {',
    ...cases,
    '  } }',
    '  $words | Where-Object { $_ -like "$current*" } | ForEach-Object {',
    "    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)",
    '  }',
    '}',
    '',
  ].join('\n');
}
