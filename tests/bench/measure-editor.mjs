import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeCase, makeFile, pathOf } from './corpus.mjs';
import { EditorClient } from './editor-client.mjs';
import { median, quantile } from './statistics.mjs';

/** Between two keystrokes, in ms: servers that do something behind the answer get to it, as between a person's. */
const pause = 4;

/** What is measured: so many files in the folder, and a document of so many bytes that is typed in. */
export const cells = [
  { files: 1, bytes: 3_000 },
  { files: 1_000, bytes: 3_000 },
  { files: 10_000, bytes: 3_000 },
  { files: 1, bytes: 100_000 },
  { files: 1, bytes: 1_000_000 },
];

/**
 * Keystrokes in all servers at once, one in each in turn, so that a busy machine is as hard on one as on the other. Of each server times in ms from a
 * keystroke to the diagnostics and to the completions, from the start of the process to the first diagnostics, and memory in MiB.
 */
export async function measureCell(servers, { files, bytes }, { edits, scratch }) {
  const letter = makeCase(1, bytes, false);
  const running = [];
  try {
    for (const server of servers) {
      const client = new EditorClient(server, folderFor(server, files, scratch));
      const text = server.write(letter);
      running.push({ client, at: placeIn(text), ...(await client.open(`zz-open.${server.extension}`, text)) });
      await client.idle();
    }
    const typed = await inTurn(running, edits, async ({ client, at }, put) => client.type(at, ...put));
    const completed = await inTurn(
      running,
      Math.ceil(edits / 3),
      async ({ client, at }, put) => (await client.complete(at, ...put)).ms,
    );
    return running.map(({ client, initialized, firstDiagnostics }, index) => ({
      name: client.server.name,
      initialized,
      firstDiagnostics,
      diagnostics: timesOf(typed[index]),
      completion: timesOf(completed[index]),
      memory: client.memory(),
    }));
  } finally {
    await Promise.all(running.map(({ client }) => client.close()));
  }
}

/** A letter is typed in, and taken out again at the next keystroke. */
export async function inTurn(running, edits, keystroke) {
  const times = running.map(() => []);
  const warmUp = Math.ceil(edits / 10);
  for (let edit = 0; edit < edits + warmUp; edit++) {
    for (const [index, one] of running.entries()) {
      const ms = await keystroke(one, edit % 2 === 0 ? [0, 'x'] : [1, '']);
      if (edit >= warmUp) times[index].push(ms);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return times;
}

/** Inside a word of the prose, in whatever form the letter is. */
function placeIn(text) {
  return text.indexOf(' ', text.indexOf('## Rationale') + 40) - 1;
}

export function timesOf(list) {
  return { p50: median(list), p95: quantile(list, 0.95), p99: quantile(list, 0.99), runs: list.length };
}

const written = new Set();

/** The folder of a corpus in the server's own kind of file, written when it is first asked for. */
function folderFor({ extension, write }, files, scratch) {
  const folder = join(scratch, `${extension}-${files}`);
  if (written.has(folder)) return folder;
  written.add(folder);
  for (let number = 0; number < files; number++) {
    const path = join(folder, pathOf(number).replace(/lmn$/, extension));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, write(makeFile(number)));
  }
  return folder;
}
