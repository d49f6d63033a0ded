import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const floors = join(import.meta.dirname, 'floors.mjs');

/** The letters as other linters read them: `.lmn` as it is, also called Markdown, and as a Liquid template with the same words. */
export const forms = {
  lmn: { extension: 'lmn', write: (text) => text },
  md: { extension: 'md', write: (text) => text },
  liquid: { extension: 'liquid', write: asLiquid },
};

/** What linters of prose are told to leave alone: a paragraph of a letter is one line. */
const settings = {
  'markdownlint.json': { default: true, MD013: false },
  'remark.json': { plugins: ['remark-preset-lint-recommended'] },
  'textlint.json': {
    rules: {
      'no-todo': true,
      'max-comma': { max: 6 },
      'sentence-length': { max: 250 },
      'common-misspellings': true,
      terminology: { defaultTerms: true },
    },
  },
  'theme-check.yml': 'extends: theme-check:recommended\n',
};

/**
 * The linters to measure: two floors, ours, and those of the packages that `peers`/node_modules has, each with the rules that it recommends. Of each: the `form` of the
 * letters and its `command` with arguments, to be run in their folder; or in `cwd`, with a `pattern` in their folder as its last argument. Settings are written into `peers`, where their plugins are found.
 */
export function lintersIn(peers) {
  const folder = resolve(peers);
  const modules = join(folder, 'node_modules');
  if (!existsSync(modules)) throw new Error(`There is no folder ${modules}.`);
  for (const [name, content] of Object.entries(settings))
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  writeFileSync(
    join(folder, 'eslint.config.mjs'),
    "import markdown from '@eslint/markdown';\nexport default markdown.configs.recommended;\n",
  );
  const node = (name, form, path, ...args) => ({ name, form, needs: path, command: [process.execPath, path, ...args] });
  const bin = (name) => join(modules, '.bin', name);
  const at = (name) => join(folder, name);
  const rumdl = rumdlIn(modules);
  const others = [
    ...(rumdl
      ? [
          {
            name: 'rumdl',
            form: 'md',
            needs: rumdl,
            command: [rumdl, 'check', '--no-cache', '--config', at('markdownlint.json'), '.'],
          },
        ]
      : []),
    node('markdownlint-cli2', 'md', bin('markdownlint-cli2'), '--config', at('markdownlint.json'), '**/*.md'),
    // It finds its rules from the working folder only.
    { ...node('textlint', 'md', bin('textlint'), '-c', at('textlint.json')), cwd: folder, pattern: '**/*.md' },
    node('remark-lint', 'md', bin('remark'), '.', '--rc-path', at('remark.json'), '--quiet', '--frail'),
    node('eslint, @eslint/markdown', 'md', bin('eslint'), '-c', at('eslint.config.mjs'), '.'),
    node('theme-check', 'liquid', join(modules, '@shopify/theme-check-node/dist/cli.js'), '.', at('theme-check.yml')),
  ];
  return [
    node('reading the files', 'lmn', floors, 'read', '.'),
    node('marked alone', 'lmn', floors, 'marked', '.'),
    node('lmn lint', 'lmn', join(root, 'dist/cli.cjs'), 'lint', '.'),
    ...others.filter(({ needs }) => existsSync(needs)),
  ];
}

/** The program itself: its npm package only starts it. */
function rumdlIn(modules) {
  const scope = join(modules, '@rumdl');
  const programs = existsSync(scope) ? readdirSync(scope).map((name) => join(scope, name, 'rumdl')) : [];
  return programs.find((path) => existsSync(path));
}

/** The head as a comment, the placeholders as names that Liquid takes. */
function asLiquid(text) {
  const divider = text.indexOf('\n---\n');
  const body = text.slice(divider + 5).replace(/\[([^\]]+)\]/g, (_, name) => `{{ ${name.replace(/\W+/g, '_')} }}`);
  return `{% comment %}\n${text.slice(0, divider)}\n{% endcomment %}\n${body}`;
}
