import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

/** What an editor saw of a letter, before and after an edit in it. */
export interface Seen {
  /** Messages of the diagnostics, as the editor shows them. */
  readonly problems: readonly string[];
  /** What it proposes where the first file ends. */
  readonly proposals: readonly string[];
  readonly problemsAfterEdit: readonly string[];
}

const root = resolve(import.meta.dirname, '../../..');

/** Two lines of a case: one misspelled, one that waits for a choice. The edit of the scripts mends the misspelled one. */
export const letter = 'case general-medical-necessity\ndiagnossis: migraine\nprior treatment: Topiramate\n  outcome: ';

/**
 * Runs an editor with `lmn` on its path and the settings that docs/editors.md gives for it. Its arguments are made from the letter's path and the
 * settings' path; it prints what it saw as one line of JSON, last.
 */
export function runEditor(
  program: string,
  language: 'lua' | 'elisp',
  args: (paths: { readonly letter: string; readonly settings: string }) => readonly string[],
): Seen {
  const folder = mkdtempSync(join(tmpdir(), 'lmn-editor-'));
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'lmn'), `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'dist/cli.cjs')}' "$@"\n`);
  chmodSync(join(bin, 'lmn'), 0o755);
  const paths = { letter: join(folder, 'a.lmn'), settings: join(folder, `settings.${language}`) };
  writeFileSync(paths.letter, letter);
  writeFileSync(paths.settings, settingsOf(language));
  try {
    const said = execFileSync(program, args(paths), {
      cwd: folder,
      env: { ...process.env, HOME: folder, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 50_000,
    });
    return JSON.parse(said.trim().split('\n').at(-1) ?? '') as Seen;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the guide tells users to write into their settings: the first block of its language. */
function settingsOf(language: string): string {
  const guide = readFileSync(join(root, 'docs/editors.md'), 'utf8');
  const block = new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(guide)?.[1];
  if (block === undefined) throw new Error(`docs/editors.md has no settings in ${language}.`);
  return block;
}
