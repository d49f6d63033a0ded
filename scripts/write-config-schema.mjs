// Writes templates/lmn.config.schema.json from the rules: what completes and checks lmn.config.json in editors. A test fails where it is not current.
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { runTypeScript } from './run-typescript.mjs';

const file = join(resolve(import.meta.dirname, '..'), 'templates', 'lmn.config.schema.json');
const { schema } = await runTypeScript(`
  import { configSchema } from './server/src/lint/config-schema.js';
  import { suppressionRules } from './server/src/lint/suppressing.js';
  import { allRules } from './server/src/rules/all-rules.js';
  export const schema = configSchema([...allRules, ...suppressionRules]);`);
const options = await resolveConfig(file);
writeFileSync(file, await format(JSON.stringify(schema), { ...options, filepath: file }));
