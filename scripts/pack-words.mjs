// Writes server/src/spelling/english.words: the words of English and of medicine, packed as `WordList` reads them. With --check, says whether it is current, and writes nothing.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import nspell from 'nspell';
import { runTypeScript } from './run-typescript.mjs';

const root = resolve(import.meta.dirname, '..');
const file = join(root, 'server/src/spelling/english.words');
const medical = join(root, 'server/src/spelling/medical');

/** American and British spelling; the Australian list adds the British words in -ize. */
const dictionaries = ['dictionary-en', 'dictionary-en-gb', 'dictionary-en-au'];

const { packWords } = await runTypeScript(`export { packWords } from './server/src/spelling/pack-words.js';`);
const packed = packWords([...dictionaries.flatMap(wordsOf), ...medicalWords()]);
const shown = 'server/src/spelling/english.words';
if (!process.argv.includes('--check')) writeFileSync(file, packed);
else if (readFileSync(file, 'utf8').replaceAll('\r\n', '\n') === packed)
  console.log(`${shown} is what its sources say.`);
else {
  console.error(`Not what its sources say: ${shown}. Run: npm run generate`);
  process.exitCode = 1;
}

/** Every form of every word of a Hunspell dictionary. */
function wordsOf(name) {
  const read = (ending) => readFileSync(join(root, 'node_modules', name, `index.${ending}`));
  return Object.keys(nspell(read('aff'), read('dic')).data);
}

/** Ours: a line that begins with # is a note. */
function medicalWords() {
  return readdirSync(medical).flatMap((name) =>
    readFileSync(join(medical, name), 'utf8')
      .split(/\r?\n/)
      .filter((line) => !line.startsWith('#'))
      .flatMap((line) => line.split(' ').filter((word) => word !== '')),
  );
}
