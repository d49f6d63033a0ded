import { builtinModules } from 'node:module';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const nodeBan =
  'The core runs in a browser too: files, clocks and processes are arguments. Node belongs in server/src/cli/, server/src/disk/, main-node.ts and main-pdf.ts.';
const bans = (...others) => [
  'error',
  {
    paths: [...builtinModules.map((name) => ({ name, message: nodeBan })), ...others],
    patterns: [{ group: ['node:*'], message: nodeBan }],
  },
];
const vscodeBan = { name: 'vscode', message: 'The server serves every editor; what is of VS Code belongs in client/.' };
const outward = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'].map((name) => ({
  name,
  message: "Patients' data: nothing leaves the machine.",
}));
const noDefaultExports = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name, so that a thing is called the same everywhere.',
};

/** `void` would only hide that nobody hears of a failure: work that nobody waits for has an owner, `background.ts`. */
const floating = ['error', { ignoreVoid: false, checkThenables: true }];

export default defineConfig(
  { ignores: ['**/generated/**', 'dist/', 'out/', 'coverage/', '.vscode-test/', '.mutants/'] },
  // No file switches a rule off for itself; where one does not fit, it is changed here, for all to see.
  { linterOptions: { noInlineConfig: true } },
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-restricted-globals': ['error', ...outward],
      'no-restricted-syntax': ['error', noDefaultExports],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': floating,
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['server/src/**/*.ts'],
    ignores: ['server/src/cli/**', 'server/src/disk/**', 'server/src/main-node.ts', 'server/src/main-pdf.ts'],
    rules: { 'no-console': 'error', 'no-restricted-imports': bans(vscodeBan) },
  },
  {
    files: ['server/src/cli/**/*.ts', 'server/src/disk/**/*.ts', 'server/src/main-node.ts', 'server/src/main-pdf.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: [vscodeBan] }] },
  },
  { files: ['client/**/*.ts'], rules: { 'no-console': 'error', 'no-restricted-imports': bans() } },
  // In a test, `found[0]!` that is missing fails the test, which is what it is for; and so does a promise that rejects unheard.
  {
    files: ['tests/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }],
    },
  },
  // These tools read a default export, and nothing else, or a package has one.
  {
    files: [
      '**/*.config.{js,ts}',
      'server/src/lmn-text.d.ts',
      'server/src/render/pdf/packages.d.ts',
      'scripts/no-web-fonts.mjs',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
  { files: ['**/*.{js,mjs,cjs}'], extends: [tseslint.configs.disableTypeChecked] },
  // There is no other way for these to load anything.
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
