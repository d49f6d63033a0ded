// Writes templates/lmn.config.schema.json from the rules: what completes and checks lmn.config.json in editors. With --check, says whether it
// is current, and writes nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { runTypeScript } from './run-typescript.mjs';

const file = join(resolve(import.meta.dirname, '..'), 'templates', 'lmn.config.schema.json');
const { schema } = await runTypeScript(`
  import { configSchema } from './server/src/configuration/config-schema.js';
  import { suppressionRules } from './server/src/lint/suppressing.js';
  import { allRules } from './server/src/rules/all-rules.js';
  export const schema = configSchema([...allRules, ...suppressionRules]);`);
const options = await resolveConfig(file);
const text = await format(JSON.stringify(schema), { ...options, filepath: file });
const shown = 'templates/lmn.config.schema.json';
if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8').replaceAll('\r\n', '\n') === text) console.log(`${shown} is what the rules say.`);
else {
  console.error(`Not what the rules say: ${shown}. Run: npm run generate`);
  process.exitCode = 1;
}
