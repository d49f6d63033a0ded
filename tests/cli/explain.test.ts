import { describe, expect, test } from 'vitest';
import { explainCommand } from '../../server/src/cli/explain-command.js';
import { suppressionRules } from '../../server/src/lint/suppressing.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { folderWith, lmn } from './folder.js';

const rules = [...allRules, ...suppressionRules];

describe('every rule is explained', () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))('%s', async (id, rule) => {
    const { code, stdout, stderr } = await lmn('/', 'explain', id);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n')[0]).toBe(`${id} (${rule.severity}, ${rule.group})`);
    expect(stdout).toContain(rule.summary);
    expect(stdout).toContain(rule.why);
    const isSilenced = stdout.includes(`// lmn-disable-next-line ${id} -- `);
    expect(isSilenced, 'told how a comment silences it').toBe(!suppressionRules.some((one) => one.id === id));
    expect(stdout).not.toContain('undefined');
    for (const example of [rule.bad, rule.good]) {
      const texts = typeof example === 'string' ? [example] : Object.values(example);
      for (const line of texts.join('\n').split('\n')) expect(stdout).toContain(line);
    }
  });
});

test('without a rule, all of them in a line each', async () => {
  const { code, stdout } = await lmn('/', 'explain');
  expect(code).toBe(0);
  const lines = stdout.split('\n').map((line) => line.trim().replace(/ {2,}/g, ' '));
  for (const { id, severity, summary } of rules) expect(lines).toContain(`${id} ${severity} ${summary}`);
});

const renamed = {
  id: 'new-name',
  group: 'facts',
  severity: 'error',
  summary: 'S.',
  why: 'W.',
  bad: { 'a.lmn': 'case x\n  y', 'b.lmn': 'template x' },
  good: 'g',
  formerly: ['old-name'],
} as const;

async function explain(...words: string[]): Promise<string> {
  let stdout = '';
  const output = { write: (text: string) => void (stdout += text) };
  await explainCommand(words, { cwd: '/', stdout: output, stderr: output }, [renamed]);
  return stdout;
}

test('by a former id too, and says the present one', async () =>
  expect(await explain('OLD-name')).toMatch(/^old-name is now called new-name\.\n\nnew-name \(error, facts\)/));

test('an example of several files names them', async () =>
  expect(await explain('new-name')).toContain('    a.lmn:\n      case x\n        y\n\n    b.lmn:\n      template x\n'));

test.each([
  [['npii'], 'No rule has the name npii. Did you mean npi?'],
  [['zzzzzz'], 'No rule has the name zzzzzz. All rules: lmn explain'],
  [['npi', 'npi'], 'Only one rule at a time: lmn explain RULE'],
  [['--all'], 'There is no option --all here. It has --help, -h.'],
])('%j', async (words, line) =>
  expect(await lmn('/', 'explain', ...words)).toEqual({ code: 2, stdout: '', stderr: `lmn: ${line}\n` }),
);

test('options are shown with what holds in the folder', async () => {
  const root = folderWith({ 'lmn.config.json': '{ "root": true, "rules": { "long-sentence": { "words": 25 } } }' });
  expect((await lmn(root, 'explain', 'long-sentence')).stdout).toContain(
    `Its options, with what holds in this folder:

    { "rules": { "long-sentence": {"words":25} } }

  words: How many words a sentence may have. From 15 to 200; usually 40.
`,
  );
});
