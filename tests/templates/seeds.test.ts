import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { normalizeName } from '../../server/src/language/names.js';
import { resolveName } from '../../server/src/language/name-resolution.js';
import { seedBlanks } from './seed-blanks.js';
import { shippedSections, shippedTemplate, shippedWorkspace } from './shipped.js';

const workspace = shippedWorkspace();

describe.each(Object.entries(seedBlanks))('%s', (name, blanks) => {
  const template = shippedTemplate(workspace, name);
  const { fields, schema } = template;
  const sections = shippedSections(workspace, template);
  const sources = sections.flatMap((section) => section.words);
  const body = sources.map(({ piece }) => piece.text).join('\n');
  const placeholders = sources
    .flatMap((prose) => prose.brackets)
    .flatMap((bracket) => (bracket.kind === 'placeholder' ? [bracket.name.text] : []));
  const printed = new Set(placeholders.map(normalizeName));
  const optional = new Set(
    [...body.matchAll(/\{([^{}]*)\}/g)]
      .flatMap((part) => [...(part[1] ?? '').matchAll(/\[([^\]]+)\]/g)])
      .map((one) => normalizeName(one[1] ?? '')),
  );
  const headings = new Set(sections.map((section) => `## ${section.title}`));

  const holds = (held: string): boolean =>
    held.startsWith('##') ? headings.has(held) : printed.has(normalizeName(held.slice(1, -1)));

  test.each(blanks.map((blank) => [blank.seed, blank] as const))('holds %s', (_, { heldBy }) => {
    expect(heldBy).not.toEqual([]);
    expect(heldBy.filter((held) => !holds(held))).toEqual([]);
  });

  test('gives each choice its choices', () => {
    const open = blanks
      .filter((blank) => blank.form === 'choice')
      .flatMap((blank) => blank.heldBy)
      .filter((held) => {
        const target = resolveName(schema, held.slice(1, -1));
        return !(target && 'field' in target && target.field.type.choices);
      });
    expect(open).toEqual([]);
  });

  test('prints what is optional only when it is given', () => {
    const always = blanks
      .filter((blank) => blank.form === 'optional')
      .flatMap((blank) => blank.heldBy)
      .filter((held) => !optional.has(normalizeName(held.slice(1, -1))));
    expect(always).toEqual([]);
  });

  test('names only what is declared', () =>
    expect(placeholders.filter((written) => !resolveName(schema, written))).toEqual([]));

  test('prints every field that it declares', () => {
    expect(fields).not.toEqual([]);
    expect(fields.filter((field) => !printed.has(field.norm)).map((field) => field.name)).toEqual([]);
  });
});

// ---- the letters themselves, where they lie beside the project ----

const folder = new URL('../../../shared/seeds/', import.meta.url);

test.skipIf(!existsSync(folder))('every bracket of the letters is listed (skipped where they are not there)', () => {
  const listed = Object.values(seedBlanks).flatMap((blanks) => blanks.map((blank) => blank.seed));
  const known = (bracket: string): boolean =>
    listed.some((seed) => (seed.endsWith('…]') ? bracket.startsWith(seed.slice(0, -2).trimEnd()) : bracket === seed));
  const brackets = readdirSync(folder).flatMap(
    (name) => readFileSync(new URL(name, folder), 'utf8').match(/\[[^\]]+\]/g) ?? [],
  );
  expect(brackets.length).toBeGreaterThan(60);
  expect(brackets.filter((bracket) => !known(bracket))).toEqual([]);
});
