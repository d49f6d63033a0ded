import type { Example, RuleDescription } from '../lint/rule.js';
import { isSuppressible, suppressionRules } from '../lint/suppressing.js';
import { allRules } from '../rules/all-rules.js';
import { staleBaseline } from './stale-baseline.js';
import { readArguments } from './arguments.js';
import { Failure } from './failure.js';
import { findRule } from './find-rule.js';
import type { Surroundings } from './surroundings.js';

/** `lmn explain RULE`: what a rule asks for, why, and how it is met or silenced; without a rule, all of them in a line each. */
export async function explainCommand(
  words: readonly string[],
  { stdout }: Surroundings,
  rules: readonly RuleDescription[] = [...allRules, ...suppressionRules, staleBaseline],
): Promise<number> {
  const { operands } = readArguments(words, []);
  const [id, ...more] = operands;
  if (more.length > 0) throw new Failure('Only one rule at a time: lmn explain RULE');
  await stdout.write(id === undefined ? listRules(rules) : explainRule(findRule(id, rules), id));
  return 0;
}

function listRules(rules: readonly RuleDescription[]): string {
  const width = Math.max(...rules.map((rule) => rule.id.length));
  const lines = rules.map(
    ({ id, severity, summary }) => `  ${id.padEnd(width)}  ${severity.padEnd('warning'.length)}  ${summary}\n`,
  );
  return `${lines.join('')}\nMore about one of them: lmn explain RULE\n`;
}

function explainRule(
  { id, formerly, group, severity, hint, summary, why, bad, good }: RuleDescription,
  asked: string,
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
    ...silencing({ id, severity }),
  ].join('\n');
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
