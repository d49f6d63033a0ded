import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { familySize, makeCase, makeTemplate, pathOf } from './corpus.mjs';
import { EditorClient } from './editor-client.mjs';
import { inTurn, timesOf } from './measure-editor.mjs';

const base = 'our-base';
const casesOfEach = 9;

/**
 * Keystrokes in a template that `templates` others stand upon, with nine cases of each, beside one of the same text that nobody stands upon, and beside a
 * case of a template upon it: all in turn, in folders of as many files. Times in ms from a keystroke to the diagnostics.
 */
export async function measureBases(server, templates, { edits, scratch }) {
  const text = makeTemplate(0).replace(/^template \S+/, `template ${base}`);
  const [alone, under] = [false, true].map((upon) =>
    writeFolder(join(scratch, upon ? 'upon' : 'apart'), templates, upon),
  );
  const documents = [
    { name: 'a template that none stands upon', folder: alone, text, word: '## Contact' },
    { name: `the base of ${templates} templates`, folder: under, text, word: '## Contact' },
    { name: 'a case of one of them', folder: under, text: makeCase(1), word: '## Rationale' },
  ];
  const running = [];
  try {
    for (const { name, folder, text, word } of documents) {
      const client = new EditorClient(server, folder);
      running.push({ name, client, at: text.indexOf(' ', text.indexOf(word) + 40) - 1 });
      await client.open('zz-open.lmn', text);
      await client.idle();
    }
    const typed = await inTurn(running, edits, ({ client, at }, put) => client.type(at, ...put));
    return running.map(({ name }, index) => ({ name, diagnostics: timesOf(typed[index]) }));
  } finally {
    await Promise.all(running.map(({ client }) => client.close()));
  }
}

/** Templates and their cases; the templates upon the base, which is the open document, where that is wanted. */
function writeFolder(folder, templates, upon) {
  for (let family = 0; family < templates; family++) {
    const number = family * familySize;
    const template = makeTemplate(number);
    write(join(folder, pathOf(number)), upon ? template.replace(/^(template \S+)/, `$1 from ${base}`) : template);
    for (let one = 1; one <= casesOfEach; one++) write(join(folder, pathOf(number + one)), makeCase(number + one));
  }
  return folder;
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
