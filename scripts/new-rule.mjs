// Begins a rule: npm run new-rule ID writes the rule, its test and its entry in the list of rules. The rule fails, and its test with it,
// until it is written. Another folder than the project's can be named: node scripts/new-rule.mjs ID [FOLDER]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const [id, folder] = process.argv.slice(2);
const root = resolve(folder ?? join(import.meta.dirname, '..'));
const list = join(root, 'server', 'src', 'rules', 'all-rules.ts');
const ruleFile = join(root, 'server', 'src', 'rules', `${id}.ts`);
const testFile = join(root, 'tests', 'rules', `${id}.test.ts`);

if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id ?? '')) {
  fail(
    'Name the rule after the problem that it finds, in small letters with hyphens: npm run new-rule denial-unanswered',
  );
}
if (!existsSync(list)) fail(`No list of rules here: ${list}`);
for (const file of [ruleFile, testFile]) if (existsSync(file)) fail(`This is there already: ${file}`);

const name = id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

const rule = `import type { Rule } from '../lint/rule.js';

export const ${name}: Rule = {
  id: '${id}',
  group: 'content',
  severity: 'warning',
  subject: 'letter',
  needs: 'template',
  summary: 'TODO: what holds where the rule has nothing to say, in one sentence.',
  why: 'TODO: why it matters to the reader of the letter, with the source of any fact.',
  bad: '// TODO: the smallest text that the rule finds something in',
  good: '// TODO: the same text, right',
  check() {
    throw new Error('This rule is not written yet.');
  },
};
`;

const test = `import { test } from 'vitest';
import { ${name} } from '../../server/src/rules/${id}.js';
import { finds } from '../support/finds.js';

test('stands on what is wrong', () => {
  finds(${name}, 'case\\n<|TODO|>');
});

test('has nothing to say where all is right', () => {
  finds(${name}, 'case\\n// TODO');
});
`;

writeFileSync(ruleFile, rule);
mkdirSync(dirname(testFile), { recursive: true });
writeFileSync(testFile, test);
writeFileSync(list, register(readFileSync(list, 'utf8')));
console.log(`\
Begun: server/src/rules/${id}.ts and tests/rules/${id}.test.ts.
  1. Write the test and the rule:          npx vitest tests/rules/${id}
  2. Move it to its place in the catalogue: server/src/rules/all-rules.ts
  3. Make its page:                        npm run docs`);

/** The list with the rule at its end, its import among the others. */
function register(text) {
  const line = `import { ${name} } from './${id}.js';`;
  const imports = text.match(/^import \{ \w+ \} from '\.\/[\w-]+\.js';$/gm) ?? [];
  const next = imports.find((other) => other.localeCompare(line) > 0);
  const last = imports.at(-1) ?? text.match(/^import .*$/m)?.[0];
  const end = text.lastIndexOf('];');
  if (last === undefined || end < 0) fail(`Cannot read the list of rules: ${list}`);
  const listed = `${text.slice(0, end)}  ${name},\n${text.slice(end)}`;
  return next ? listed.replace(next, () => `${line}\n${next}`) : listed.replace(last, () => `${last}\n${line}`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
