// What `npm start` does: builds, checks what ships, and writes the sample cases' letters to out/.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from './build.mjs';
import { runTypeScript } from './run-typescript.mjs';

const root = resolve(import.meta.dirname, '..');
const samples = 'templates/samples';
const shown = 'chronic-pain-continuation';

heading('Building');
await build();

heading('Checking the templates and samples that ship');
const lint = lmn('lint', 'templates');
if (lint > 1) process.exit(lint);

heading('Writing the letters of the sample cases to out/letters/');
mkdirSync(join(root, 'out', 'letters'), { recursive: true });
const cases = readdirSync(join(root, samples)).filter(
  (name) => name.endsWith('.lmn') && isCase(join(root, samples, name)),
);
// What an earlier run left in out/ is nobody's work.
must(lmn('render', ...cases.map((name) => `${samples}/${name}`), '-o', 'out/letters', '--force'));

heading('Writing one of them in every format');
const { allLetterFormats, endingOf } = await runTypeScript(`export * from './server/src/letter-formats.js';`);
for (const ending of allLetterFormats.map(endingOf)) {
  must(lmn('render', `${samples}/${shown}.lmn`, '-o', `out/${shown}${ending}`, '--force'));
  console.log(`  out/${shown}${ending}`);
}

heading(`out/${shown}.txt`);
console.log(readFileSync(join(root, 'out', `${shown}.txt`), 'utf8'));

heading('What next');
console.log(`\
  1. Open out/${shown}.pdf: the letter as it is faxed. The .docx opens in Word,
     the .html in a browser.
  2. Change a line of ${samples}/${shown}.lmn and run npm start again.
  3. Take away a fact, say its "date:" line, and see what is found missing.
  4. npm run package makes the VS Code extension, a .vsix file that you install with
     "Extensions: Install from VSIX...".
`);
// What ships must pass its own checks; whoever changed it has seen above what does not.
process.exitCode = lint;

/** Runs the command line that was just built; gives its exit code. What it says goes to the terminal. */
function lmn(...args) {
  const run = spawnSync(process.execPath, [join('dist', 'cli.cjs'), ...args], { cwd: root, stdio: 'inherit' });
  if (run.error) throw run.error;
  return run.status ?? 2;
}

/** Ends as a command did that could not do its work. */
function must(status) {
  if (status !== 0) process.exit(status);
}

/** The first line that is neither blank nor a comment says what a file is. */
function isCase(path) {
  const first = readFileSync(path, 'utf8')
    .split(/\r\n?|\n/)
    .find((line) => /^\s*(?!\/\/)\S/.test(line));
  return /^\s*case\b/i.test(first ?? '');
}

function heading(text) {
  console.log(`\n${text}\n${'-'.repeat(text.length)}`);
}
