// Spoils the complete sample cases as people do, and edits them harmlessly: npm run mutation says how much of the one is found and how often the other is
// taken for a fault. Fails where that is less than docs/accuracy.md promises. `--show ID` lists what of an operator was not found; `--unread` shows the unread third too;
// `--only NAME,NAME` takes only these cases.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runTypeScript } from './run-typescript.mjs';

const root = resolve(import.meta.dirname, '..');
const words = process.argv.slice(2);
const shownId = words.includes('--show') ? words[words.indexOf('--show') + 1] : undefined;
const only = words.includes('--only') ? words[words.indexOf('--only') + 1] : undefined;
const showsUnread = words.includes('--unread');
const folder = join(root, 'templates');
const files = Object.fromEntries(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.lmn') && !path.startsWith('samples/incomplete/'))
    .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
);
const { runSuite, operators } = await runTypeScript(`export * from './tests/mutation/suite.js';`);
const { mutants, harmless } = runSuite(files, only);

/** At least so many of a hundred mutants are found; at most so many of a hundred harmless edits are told. */
const promised = { found: 99, told: 1 };
const fewest = { operators: 50, mutants: 3000, harmless: 3000 };

const share = (outcomes) => (100 * outcomes.filter(({ passed }) => passed).length) / Math.max(1, outcomes.length);
const line = (what, outcomes) =>
  `${what}: ${outcomes.filter(({ passed }) => passed).length} of ${outcomes.length} (${share(outcomes).toFixed(2)} %)`;

for (const [title, outcomes] of [
  ['not found', mutants],
  ['told without need', harmless],
]) {
  const missed = outcomes.filter(({ passed, unread }) => !passed && (showsUnread || !unread));
  for (const id of new Set(missed.map((one) => one.id))) {
    const ofId = missed.filter((one) => one.id === id);
    console.log(`${title}, ${id}: ${ofId.length} of ${outcomes.filter((one) => one.id === id).length}`);
    for (const { base, shown } of ofId.slice(0, shownId === id || shownId === 'all' ? 400 : 3))
      console.log(`    ${base} ${shown}`);
  }
}
console.log(`operators: ${operators.length}; kinds: ${new Set(mutants.map(({ base }) => base)).size}`);
console.log(
  line(
    'mutants found, read cases',
    mutants.filter(({ unread }) => !unread),
  ),
);
console.log(
  line(
    'mutants found, unread cases',
    mutants.filter(({ unread }) => unread),
  ),
);
console.log(
  line(
    'harmless edits left alone, read cases',
    harmless.filter(({ unread }) => !unread),
  ),
);
console.log(
  line(
    'harmless edits left alone, unread cases',
    harmless.filter(({ unread }) => unread),
  ),
);
const isEnough =
  operators.length >= fewest.operators &&
  mutants.length >= fewest.mutants &&
  harmless.length >= fewest.harmless &&
  share(mutants) >= promised.found &&
  share(harmless) >= 100 - promised.told;
if (!isEnough) {
  console.error(
    `Less than promised: ${promised.found} % of mutants found, ${promised.told} % of harmless edits told at most.`,
  );
  process.exitCode = 1;
}
