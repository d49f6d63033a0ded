import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shippedFiles } from '../server/src/shipped.js';

const templates = new URL('../templates/', import.meta.url);

test('every file in templates/ ships, by its name', () => {
  const kinds = readdirSync(new URL('kinds/', templates)).map((name) => `kinds/${name}`);
  const names = [...readdirSync(templates), ...kinds].filter((name) => name.endsWith('.lmn'));
  expect(shippedFiles.map(({ uri }) => uri).sort()).toEqual(names.map((name) => `lmn-shipped:/${name}`).sort());
});

test.each(shippedFiles.map(({ uri, text }) => [uri, text]))('%s is what stands in the file', (uri, text) =>
  expect(text).toBe(readFileSync(new URL(uri.replace('lmn-shipped:/', ''), templates), 'utf8')),
);
