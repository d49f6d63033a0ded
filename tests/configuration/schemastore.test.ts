import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { configFileName, configKeys, readConfig } from '../../server/src/configuration/config.js';
import { suppressionRules } from '../../server/src/lint/suppressing.js';
import { allRules } from '../../server/src/rules/all-rules.js';

const rules = [...allRules, ...suppressionRules];
const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const json = (path: string): unknown => JSON.parse(read(path));

const schema = json('templates/lmn.config.schema.json') as Record<'$id' | '$schema' | 'title' | 'description', string>;
const entry = json('schemastore/catalog-entry.json') as Record<'name' | 'description' | 'url', string> & {
  readonly fileMatch: readonly string[];
};
const options = json('schemastore/validation-options.json') as Record<string, { readonly unknownKeywords: string[] }>;

/** As SchemaStore sets it up (cli.js): strict, with the keywords that it knows of editors and those that a schema asks for. */
function schemaStoresAjv(): Ajv {
  const ajv = new Ajv({ strict: true });
  const ofEditors = ['allowTrailingCommas', 'defaultSnippets', 'markdownDescription', 'enumDescriptions'];
  for (const keyword of [...ofEditors, ...(options[basename(schema.$id)]?.unknownKeywords ?? [])])
    ajv.addKeyword(keyword);
  return ajv;
}

const validate = schemaStoresAjv().compile(schema);

test('the schema says what it is, in the draft that SchemaStore asks for', () => {
  expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
  expect(schema.$id).toBe(entry.url);
  for (const text of [schema.title, schema.description]) expect(text).toMatch(/\S.*[^:]$/s);
  expect(read('templates/lmn.config.schema.json').charCodeAt(0)).not.toBe(0xfeff);
});

describe('the entry of the catalog', () => {
  test('has what it needs and nothing else', () => {
    expect(Object.keys(entry)).toEqual(['name', 'description', 'fileMatch', 'url']);
    expect(entry.url).toMatch(/^https:\/\/www\.schemastore\.org\/[\w.-]+\.json$/);
    expect(entry.fileMatch).toEqual([configFileName]);
  });

  test.each([entry.name, entry.description])('is named as SchemaStore wants it: %s', (text) => {
    expect(text).not.toMatch(/[,. \t-]$|\n|schema/i);
  });
});

const inFolder = (folder: string) => readdirSync(new URL(folder, root)).map((name) => `${folder}${name}`);

describe('files that it takes', () => {
  test.each(inFolder('schemastore/test/'))('%s, and so does the program', (path) => {
    expect([validate(json(path)), validate.errors]).toEqual([true, null]);
    expect(readConfig(path, read(path), rules).problems).toEqual([]);
  });

  test('one of them sets everything that can be set', () => {
    expect(Object.keys(json('schemastore/test/complete.json') as object)).toEqual([...configKeys]);
  });
});

describe('files that it does not take', () => {
  test.each(inFolder('schemastore/negative_test/'))('%s, nor does the program', (path) => {
    expect(validate(json(path))).toBe(false);
    expect(readConfig(path, read(path), rules).problems).not.toEqual([]);
  });
});
