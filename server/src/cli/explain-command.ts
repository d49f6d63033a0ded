import type { Example, RuleDescription } from '../lint/rule.js';
import { isSuppressible, suppressionRules } from '../lint/suppressing.js';
import { noSettings, type Settings } from '../configuration/config-chain.js';
import { diskNow } from '../disk/disk-now.js';
import { presentOptions, type RuleOption, type SetOptions } from '../lint/rule-options.js';
import { workspaceRoot } from '../workspace/workspace-root.js';
import { readSettings } from './read-settings.js';
import { relativeName } from './relative-name.js';
import { allRules } from '../rules/all-rules.js';
import { staleBaseline } from './stale-baseline.js';
import { readArguments } from './arguments.js';
import { Failure } from './failure.js';
import { findRule } from './find-rule.js';
import type { Surroundings } from './surroundings.js';

/** `lmn explain RULE`: what a rule asks for, why, and how it is met or silenced; without a rule, all of them in a line each. */
export async function explainCommand(
  words: readonly string[],
  surroundings: Surroundings,
  rules: readonly RuleDescription[] = [...allRules, ...suppressionRules, staleBaseline],
): Promise<number> {
  const { operands } = readArguments(words, []);
  const [id, ...more] = operands;
  if (more.length > 0) throw new Failure('Only one rule at a time: lmn explain RULE');
  if (id === undefined) {
    await surroundings.stdout.write(listRules(rules));
    return 0;
  }
  const rule = findRule(id, rules);
  const set = rule.options ? await settingsHere(surroundings) : noSettings;
  await surroundings.stdout.write(explainRule(rule, id, set));
  return 0;
}

function listRules(rules: readonly RuleDescription[]): string {
  const width = Math.max(...rules.map((rule) => rule.id.length));
  const lines = rules.map(
    ({ id, severity, summary }) => `  ${id.padEnd(width)}  ${severity.padEnd('warning'.length)}  ${summary}\n`,
  );
  return `${lines.join('')}\nMore about one of them: lmn explain RULE\n`;
}

/** What is set in the working folder. @throws {Failure} where a configuration is wrong: then nobody can say. */
async function settingsHere({ cwd, home }: Surroundings): Promise<Settings> {
  const { path } = await workspaceRoot(diskNow, cwd, cwd, home);
  const settings = await readSettings(path, [cwd], allRules, (file) => relativeName(file, cwd));
  return settings.get(cwd) ?? noSettings;
}

function explainRule(
  { id, formerly, group, severity, hint, summary, why, bad, good, options = [] }: RuleDescription,
  asked: string,
  set: Settings,
): string {
  const former = formerly?.includes(asked.toLowerCase()) ? [`${asked.toLowerCase()} is now called ${id}.`, ''] : [];
  return [
    ...former,
    `${id} (${severity}, ${group})`,
    '',
    summary,
    '',
    ...(hint ? ['A hint in the editor; lmn lint tells it where lmn.config.json gives it a severity.', ''] : []),
    `Why: ${why}`,
    '',
    'This is found:',
    '',
    ...exampleLines(bad),
    '',
    'This is right:',
    '',
    ...exampleLines(good),
    '',
    ...(options.length > 0 ? describedOptions(id, options, set.options[id] ?? {}) : []),
    ...silencing({ id, severity }),
  ].join('\n');
}

/** Each option with what it takes and what holds here. */
function describedOptions(id: string, options: readonly RuleOption[], set: SetOptions): string[] {
  const present = presentOptions(options, set);
  return [
    'Its options, with what holds in this folder:',
    '',
    `    { "rules": { "${id}": ${JSON.stringify(present)} } }`,
    '',
    ...options.flatMap((option) => [`  ${option.name}: ${option.description} ${takenBy(option)}`]),
    '',
  ];
}

function takenBy(option: RuleOption): string {
  switch (option.takes) {
    case 'number':
      return `From ${String(option.least)} to ${String(option.most)}; usually ${String(option.usual)}.`;
    case 'words':
      return 'Words in a list: ["one", "another"].';
    case 'table':
      return `An object: ${JSON.stringify(Object.fromEntries([option.example]))}.`;
    case 'switches':
      return `Each true or false: ${Object.keys(option.usual).join(', ')}.`;
  }
}

function silencing({ id, severity }: Pick<RuleDescription, 'id' | 'severity'>): string[] {
  if (id === staleBaseline.id) return ['Nothing silences it. To drop what is stale: lmn lint --write-baseline .', ''];
  return [
    ...(isSuppressible(id)
      ? [
          'To silence it in one place, write above the line, with your reason:',
          '',
          `    // lmn-disable-next-line ${id} -- why this one is right`,
          '',
        ]
      : ['A comment cannot silence it: it is about such comments.', '']),
    'To set it for a folder, in its lmn.config.json:',
    '',
    `    { "rules": { "${id}": "${severity === 'warning' ? 'info' : 'warning'}" } }`,
    '',
  ];
}

function exampleLines(example: Example): string[] {
  const indent = (text: string) => text.split('\n').map((line) => (line === '' ? '' : `    ${line}`));
  if (typeof example === 'string') return indent(example);
  return Object.entries(example).flatMap(([name, text], index) => [
    ...(index > 0 ? [''] : []),
    `    ${name}:`,
    ...indent(text).map((line) => line && `  ${line}`),
  ]);
}
