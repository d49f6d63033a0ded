// Writes the parser's files from the grammar; with --check, says whether the committed ones are what the grammar gives, and writes nothing.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const configFile = join(root, 'langium-config.json');
const config = JSON.parse(readFileSync(configFile, 'utf8'));

if (process.argv.includes('--check')) check();
else console.log(generate(configFile));

/** Runs langium-cli and gives what it says; ends the script where it fails. */
function generate(file) {
  const langium = join('node_modules', 'langium-cli', 'bin', 'langium.js');
  const args = ['--import', './scripts/polyfill.mjs', langium, 'generate', '--file', file];
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  // langium-cli ends with 0 after some errors, so what it says counts too.
  const said = `${run.stdout}${run.stderr}`.trim();
  if (run.status !== 0 || /\berror\b/i.test(said)) {
    console.error(said || String(run.error));
    process.exit(1);
  }
  return said;
}

function check() {
  const scratch = join(root, 'node_modules', '.cache', 'lmn-generated');
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  const languages = config.languages.map((language) => ({ ...language, grammar: join(root, language.grammar) }));
  const scratchConfig = join(scratch, 'langium-config.json');
  writeFileSync(scratchConfig, JSON.stringify({ ...config, languages, out: 'out' }));
  generate(scratchConfig);

  const fresh = readFolder(join(scratch, 'out'));
  const committed = readFolder(join(root, config.out));
  const stale = [...new Set([...fresh.keys(), ...committed.keys()])].filter(
    (name) => fresh.get(name) !== committed.get(name),
  );
  if (stale.length > 0) {
    console.error(`Not what the grammar gives: ${stale.join(', ')} in ${config.out}. Run: npm run generate`);
    process.exit(1);
  }
  console.log(`${config.out} is what the grammar gives.`);
}

/** File names and their texts; an empty map for a folder that is not there. */
function readFolder(folder) {
  let names = [];
  try {
    names = readdirSync(folder);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')]));
}
