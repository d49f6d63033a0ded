import { usualExport } from '../configuration/export-settings.js';
import type { Settings } from '../configuration/config-chain.js';
import { paperOf } from '../configuration/paper-settings.js';
import { type OpenItem, openItems } from '../export/gate.js';
import { type DocumentWriters, writeLetterAs, type WrittenLetter } from '../export/letter-writers.js';
import type { CaseSubject } from '../letter/subjects.js';
import type { LetterFormatId } from '../letter-formats.js';
import { lint } from '../lint/engine.js';
import { paperSizeNames } from '../paper.js';
import { allRules } from '../rules/all-rules.js';
import { dictionaryOf } from '../spelling/dictionary.js';
import { readPictures } from './read-pictures.js';
import { wordsAsked } from './words-asked.js';

/** How the letters of a run are made. */
export interface Rendering {
  readonly type: LetterFormatId;
  /** Whether each page is to say that it is a draft, also where nothing is open. */
  readonly asDraft: boolean;
  /** The name of the paper's size, where it is not left to the configuration. */
  readonly paper: string | undefined;
  /** No letter is made while something is open. */
  readonly mustBeFinal: boolean;
  readonly writers: DocumentWriters;
  /** Hears what else is to be known of a letter, a line each. */
  readonly tell: (line: string) => Promise<void> | void;
}

/** What came of a case. `open` is what keeps its letter from being sent. */
export type Rendered =
  | { readonly kind: 'open'; readonly open: readonly OpenItem[] }
  /** Its format has no letters for some of it: of a final letter nothing may be missing. */
  | { readonly kind: 'unprintable'; readonly unprintable: readonly string[] }
  | {
      readonly kind: 'made';
      readonly made: WrittenLetter;
      readonly isDraft: boolean;
      readonly open: readonly OpenItem[];
      /** The pattern of its file's name, where the run has none. */
      readonly fileName: string;
    };

/** Judges a case, and makes its letter where that may be sent or is a draft. `root` is the folder whose pictures may be read. */
export async function renderCase(
  subject: CaseSubject,
  settings: Settings,
  root: string,
  { type, asDraft, paper: size, mustBeFinal, writers, tell }: Rendering,
): Promise<Rendered> {
  const { severities, options: set } = settings;
  const words = await wordsAsked(allRules, [settings]);
  subject.workspace.dictionary ??= words && dictionaryOf(words);
  const findings = lint(subject, { rules: allRules, severities, options: set, withoutHints: true });
  const open = openItems(subject, findings);
  if (open.length > 0 && mustBeFinal) return { kind: 'open', open };
  const { letter } = subject;
  const isDraft = asDraft || open.length > 0;
  const exporting = { ...usualExport, ...settings.export };
  const paper = paperOf(settings.paper);
  const writing = {
    picture: await readPictures(letter, type, root, tell),
    paper: { ...paper, size: paperSizeNames.find((name) => name === size) ?? paper.size },
    draft: isDraft,
    patientInProperties: exporting.patientInProperties,
  };
  const made = await writeLetterAs(type, letter, writing, writers);
  if (!made) throw new Error(`No program writes ${type}.`);
  if (made.unprintable.length > 0 && !isDraft) return { kind: 'unprintable', unprintable: made.unprintable };
  return { kind: 'made', made, isDraft, open, fileName: exporting.fileName };
}

/** The bytes of a letter's file. */
export function bytesOf({ content }: WrittenLetter): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : content;
}
