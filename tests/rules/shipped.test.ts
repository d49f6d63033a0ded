import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { Workspace } from '../../server/src/language/workspace.js';
import { readSubjects } from '../../server/src/letter/subjects.js';
import { lint } from '../../server/src/lint/engine.js';
import { withCriteria } from '../../server/src/requirements/with-criteria.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { parse, readTemplate } from '../support/workspace.js';

const folder = fileURLToPath(new URL('../../templates/', import.meta.url));
const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.lmn'))
  .sort();

/** What a checkout of the project is to its own linter: the shipped files, and the same files as the workspace's own. */
const workspace = new Workspace();
for (const path of paths) {
  if (!path.includes('/')) workspace.set(parse(`lmn-shipped:/${path}`, readTemplate(path)));
  workspace.set(parse(`file:///templates/${path}`, readTemplate(path)));
}

/** `line rule` of every finding, in the order of the text. */
function findingsIn(uri: string, path: string): string[] {
  const file = workspace.get(uri) ?? parse(uri, readTemplate(path));
  return lint(readSubjects(file, workspace, undefined, withCriteria), { rules: allRules }).map(
    ({ range, rule }) => `${String(file.text.slice(0, range.start).split('\n').length)} ${rule}`,
  );
}

test.each(paths.filter((path) => !path.includes('/incomplete/')))('%s has nothing to find', (path) => {
  expect(findingsIn(`file:///templates/${path}`, path)).toEqual([]);
});

test.each(paths.filter((path) => !path.includes('/')))('nor does %s as it ships', (path) => {
  expect(findingsIn(`lmn-shipped:/${path}`, path)).toEqual([]);
});

test.each(paths.filter((path) => path.includes('/incomplete/')))('what is found in %s', async (path) => {
  const name = path.replace(/^.*\//, '').replace(/\.lmn$/, '.txt');
  await expect(`${findingsIn(`file:///templates/${path}`, path).join('\n')}\n`).toMatchFileSnapshot(`expected/${name}`);
});
