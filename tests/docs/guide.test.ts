import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { allComponents } from '../../server/src/knowledge/components.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { workspaceOf } from '../support/workspace.js';

const page = readFileSync(new URL('../../docs/guide.md', import.meta.url), 'utf8');
const kinds = readdirSync(new URL('../../templates/kinds/', import.meta.url)).map((name) => name.replace('.lmn', ''));
const { vocabulary } = workspaceOf({ 'x.lmn': 'case' }).schema;
const fields = new Set(
  [vocabulary.letter, ...vocabulary.records].flatMap((record) => [
    record.name,
    ...record.fields.map(({ name }) => (record === vocabulary.letter ? name : `${record.name} ${name}`)),
  ]),
);

/** The rows of the table beneath a heading, without its head. */
function rowsUnder(heading: string): string[] {
  const [, part = ''] = page.split(`## ${heading}\n`);
  const [section = ''] = part.split('\n## ');
  return section
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2);
}

/** What a row names: `rule npi`, `field patient name`, `section history`, `kind core`. */
function named(row: string): string[] {
  const rules = [...row.matchAll(/\[([^\]]+)\]\(rules\/([^)]+)\.md\)/g)].map(([, text = '', file = '']) => {
    expect(text).toBe(file);
    return `rule ${file}`;
  });
  const words = [...row.matchAll(/`([^`]+)`/g)].map(([, text = '']) => {
    if (text.startsWith('#')) return `section ${text.slice(1)}`;
    if (text.startsWith('[')) return `block ${text.slice(1, -1)}`;
    return kinds.includes(text) ? `kind ${text}` : `field ${text}`;
  });
  return [...rules, ...words];
}

describe.each([
  ['When a letter is written', 3, false],
  ['The six steps', 6, true],
  ['The six tips', 6, true],
  ['The five mistakes', 5, true],
] as const)('%s', (heading, count, isNumbered) => {
  const rows = rowsUnder(heading);

  test('has a row for each', () => {
    expect(rows).toHaveLength(count);
    if (isNumbered) for (const [index, row] of rows.entries()) expect(row).toMatch(`| ${String(index + 1)}. `);
  });

  test.each(rows.map((row) => [row.split(' | ')[0]?.slice(2) ?? '', row]))(
    '%s: all that it names is there',
    (_, row) => {
      const names = named(row);
      expect(names.length).toBeGreaterThan(0);
      for (const name of names) {
        const [what = '', ...rest] = name.split(' ');
        const text = rest.join(' ');
        const known = {
          rule: allRules.some(({ id }) => id === text),
          kind: true,
          section: allComponents.some((one) => one === text),
          block: text === 'criteria',
          field: fields.has(text),
        }[what];
        expect(known, name).toBe(true);
      }
    },
  );
});
