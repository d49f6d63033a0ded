import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { Workspace } from '../../server/src/language/workspace.js';
import { readSubjects } from '../../server/src/letter/subjects.js';
import { lint } from '../../server/src/lint/engine.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { parse, readTemplate } from '../support/workspace.js';

const folder = fileURLToPath(new URL('../../templates/', import.meta.url));
const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.lmn'))
  .sort();

/** What a checkout of the project is to its own linter: the shipped files, and the same files as the workspace's own. */
function projectWorkspace(): Workspace {
  const workspace = new Workspace();
  for (const path of paths) {
    if (!path.includes('/')) workspace.set(parse(`lmn-shipped:/${path}`, readTemplate(path)));
    workspace.set(parse(`file:///templates/${path}`, readTemplate(path)));
  }
  return workspace;
}

const workspace = projectWorkspace();

/** `line rule` of every finding, in the order of the text. */
function findingsIn(path: string): string[] {
  const file = parse(`file:///templates/${path}`, readTemplate(path));
  workspace.set(file);
  return lint(readSubjects(file, workspace), { rules: allRules }).map(({ range, rule, message }) => {
    const line = file.text.slice(0, range.start).split('\n').length;
    return `${String(line)} ${rule} ${process.env.SHOW ? message : ''}`;
  });
}

test.each(paths.filter((path) => !path.includes('/incomplete/')))('%s has nothing to find', (path) => {
  expect(findingsIn(path)).toEqual([]);
});

test('x', () => {
 for (const p of paths) if (p.includes('/incomplete/')) console.log(p, findingsIn(p).join('\n'));
});
