/** A file that `lmn init` can begin. */
export interface BeginningFile {
  /** From the folder, with slashes; `hook` is git's affair. */
  readonly path: string;
  readonly text: string;
}

/** What a folder of letters has in any case. */
export const settingsFiles: readonly BeginningFile[] = [
  { path: 'lmn.config.json', text: '{\n  "rules": {}\n}\n' },
  {
    path: '.lmnignore',
    text: '# What lmn does not read, as .gitignore would say it. What .gitignore leaves out need not be here.\n',
  },
];

/** Checks in CI, by the name that `--ci` takes. Both take the lmn that package-lock.json holds. */
export const ciFiles: Readonly<Record<'github' | 'gitlab', BeginningFile>> = {
  github: {
    path: '.github/workflows/letters.yml',
    text: `name: Letters
on: [push, pull_request]
permissions:
  contents: read
jobs:
  lint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npm ci
      - run: npx --no lmn lint --format github .
`,
  },
  gitlab: {
    path: '.gitlab-ci.yml',
    text: `letters:
  image: node:22
  script:
    - npm ci
    - npx --no lmn lint --format gitlab --output-file lmn.json --format stylish .
  artifacts:
    when: always
    reports:
      codequality: lmn.json
`,
  },
};

/** Runs before each commit, in the folder where the repository begins. Warnings let it pass. */
export const hookText = `#!/bin/sh
# Checks the letters that have changed before they are committed. Begun by: lmn init --hook
exec npx --no lmn lint --changed --quiet .
`;
