import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { configKeys, readConfig } from '../../server/src/configuration/config.js';
import { configSchema } from '../../server/src/configuration/config-schema.js';
import { exportKeys } from '../../server/src/configuration/export-settings.js';
import { paperKeys } from '../../server/src/configuration/paper-settings.js';
import { suppressionRules } from '../../server/src/lint/suppressing.js';
import { allRules } from '../../server/src/rules/all-rules.js';

const rules = [...allRules, ...suppressionRules];

test('the schema that ships is that of the rules there are: after a change run node scripts/write-config-schema.mjs', () => {
  const shipped = readFileSync(new URL('../../templates/lmn.config.schema.json', import.meta.url), 'utf8');
  expect(JSON.parse(shipped)).toEqual(JSON.parse(JSON.stringify(configSchema(rules))));
});

test('it names what the reader knows', () => {
  const schema = configSchema([
    { id: 'npi', severity: 'error', summary: 'An NPI is one.', formerly: ['provider-number'] },
  ]) as {
    properties: Record<'rules' | 'paper' | 'export', { properties: Record<string, unknown> }>;
  };
  expect(Object.keys(schema.properties)).toEqual([...configKeys]);
  expect(Object.keys(schema.properties.rules.properties)).toEqual(['npi', 'provider-number']);
  expect(Object.keys(schema.properties.export.properties)).toEqual([
    ...exportKeys.slice(0, 1),
    'paper',
    ...exportKeys.slice(1),
  ]);
  expect(Object.keys(schema.properties.paper.properties)).toEqual([...paperKeys]);
});

test('every rule can be set', () => {
  const text = JSON.stringify({ rules: Object.fromEntries(rules.map(({ id }) => [id, 'info'])) });
  expect(readConfig('x', text, rules).problems).toEqual([]);
});
