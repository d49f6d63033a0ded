import type { Settings } from '../configuration/config-chain.js';
import type { DocumentWriters } from '../export/letter-writers.js';
import type { SourceFile } from '../language/source-file.js';
import type { Workspace } from '../language/workspace.js';
import type { LetterFormatId } from '../letter-formats.js';
import type { FoundFile } from '../workspace/find-files.js';
import { nameIn } from './letter-name.js';
import type { Destination } from './letter-output.js';
import { printable } from './printable.js';
import { caseOf } from './asked-case.js';
import { relativeName } from './relative-name.js';
import { bytesOf, renderCase } from './render-case.js';
import { type NotFinal, openIn, unprintableIn } from './tell-letters.js';

/** What is asked of the letters of a workspace's cases. */
export interface LettersAsked {
  readonly type: LetterFormatId;
  readonly asDraft: boolean;
  readonly paper: string | undefined;
  /** The template that stands in for those that cases name. */
  readonly template: string | undefined;
  /** Where they go. */
  readonly folder: Extract<Destination, { kind: 'folder' }>;
  readonly cwd: string;
  /** The folder whose pictures may be read. */
  readonly root: string;
  /** The time that files say they were written at. */
  readonly now: Date;
}

/** What letters are made with. */
export interface LetterMaking {
  readonly workspace: Workspace;
  /** One of the cases; or why it cannot be read. */
  readonly read: (target: FoundFile) => SourceFile | string;
  readonly settingsOf: (target: FoundFile) => Settings;
  readonly asked: LettersAsked;
  readonly writers: DocumentWriters;
}

/** What came of a case: plain data, which a thread can send. */
export type MadeLetter = JudgedLetter | { readonly problem: string };

export interface JudgedLetter {
  /** What else is to be known of it, a line each. */
  readonly notes: readonly string[];
  /** What keeps it from being sent. */
  readonly notFinal?: NotFinal;
  /** What is to be written, and where, as messages name it; absent where the letter is not final and no draft is asked for. */
  readonly file?: { readonly written: string; readonly bytes: Uint8Array };
}

/** Judges a case and makes its letter; nothing is written. */
export async function makeLetter(target: FoundFile, making: LetterMaking): Promise<MadeLetter> {
  const { workspace, read, settingsOf, asked, writers } = making;
  const { type, asDraft, paper, cwd } = asked;
  const source = read(target);
  if (typeof source === 'string') return { problem: source };
  const name = printable(relativeName(target.path, cwd));
  const subject = caseOf(source, workspace, asked.template);
  const notes: string[] = [];
  const tell = (line: string) => void notes.push(`${name}: ${line}`);
  const rendering = { type, asDraft, paper, mustBeFinal: !asDraft, writers, tell };
  const rendered = await renderCase(subject, settingsOf(target), asked.root, rendering);
  if (rendered.kind === 'open') return { notes, notFinal: openIn(rendered.open, subject, cwd) };
  if (rendered.kind === 'unprintable') return { notes, notFinal: unprintableIn(rendered.unprintable, type) };
  const { made, open, fileName } = rendered;
  const written = await nameIn(asked.folder, subject.letter, fileName, (line) => void notes.push(line));
  return {
    notes,
    ...(open.length > 0 && { notFinal: openIn(open, subject, cwd) }),
    ...(open.length === 0 && made.unprintable.length > 0 && { notFinal: unprintableIn(made.unprintable, type) }),
    file: { written, bytes: bytesOf(made) },
  };
}
