import { type LangiumDocument, URI } from 'langium';
import type { Day } from '../../knowledge/dates.js';
import type { ParseFile } from '../../language/parse.js';
import { createParser } from '../../language/parse.js';
import type { SourceFile } from '../../language/source-file.js';
import type { TemplateFile } from '../../language/template-file.js';
import type { Workspace } from '../../language/workspace.js';
import type { ResolvedLetter } from '../../letter/letter.js';
import { SectionMemo } from '../../letter/resolve-section.js';
import { type FileSubject, readSubjects } from '../../letter/subjects.js';
import type { LmnServices } from '../services.js';
import { syntheticCase, syntheticUri } from './synthetic-case.js';
import { withCriteria } from '../../requirements/with-criteria.js';

/** The letter that a panel shows. */
export interface PreviewedLetter {
  readonly letter: ResolvedLetter;
  readonly subject: FileSubject;
  readonly isMadeUp: boolean;
}

/** A sentence that says why there is no letter. */
export type NoLetter = string;

/**
 * Finds the letter of one panel: of an open case as all providers see it, of a closed one as it is on disk, of a template with a case of made-up values. What did
 * not change since the last time is the same object again.
 */
export class LetterFinder {
  private readonly parse: ParseFile;
  private readonly sections = new SectionMemo();
  private closed: { readonly file: SourceFile; readonly revision: number; readonly subject: FileSubject } | undefined;
  private madeUp: { readonly text: string; readonly file: SourceFile } | undefined;

  constructor(private readonly services: LmnServices) {
    this.parse = createParser(services);
  }

  /** `uri` is the file to show, `caseUri` the case for a template. */
  async find(uri: string, caseUri: string | undefined): Promise<PreviewedLetter | NoLetter> {
    const { Open } = this.services.letters;
    const document = this.documentOf(uri);
    const subject = document ? Open.subjectOf(document) : await this.closedSubject(uri);
    if (!subject) return 'This file cannot be read. It may have been moved or deleted.';
    const { kind } = subject.file;
    if (kind === 'template') {
      if (caseUri !== undefined) {
        const found = await this.find(caseUri, undefined);
        if (typeof found !== 'string') return found;
      }
      const { workspace } = subject;
      const template = [...workspace.templates.values()].find((one) => one.file.uri === uri);
      return template
        ? this.madeUpLetter(template, workspace, this.services.letters.Today())
        : 'This template has no name yet, or another one has the same. Give it a name in its first line.';
    }
    if (kind === 'kind')
      return 'What a kind of letter asks is not a letter. Open a case or a template to see its letter.';
    if (kind === 'policy') return 'A payer’s policy is not a letter. Open a case or a template to see its letter.';
    if (kind === 'vocabulary') return 'A vocabulary is not a letter. Open a case or a template to see its letter.';
    return subject.letter
      ? { letter: subject.letter, subject, isMadeUp: false }
      : 'There is no letter here yet. Begin the first line with "case" and the name of a template.';
  }

  private documentOf(uri: string): LangiumDocument | undefined {
    return this.services.shared.workspace.LangiumDocuments.getDocument(URI.parse(uri));
  }

  private async closedSubject(uri: string): Promise<FileSubject | undefined> {
    const { Files, Workspaces } = this.services.letters;
    const read = await Files.read(uri);
    if (!read) return undefined;
    const before = this.closed;
    const file = before?.file.uri === uri && before.file.text === read.text ? before.file : read;
    const workspace = Workspaces.around(file);
    const { revision } = workspace;
    if (before?.file === file && before.subject.workspace === workspace && before.revision === revision)
      return before.subject;
    const subject = readSubjects(file, workspace, this.sections, withCriteria);
    this.closed = { file, revision, subject };
    return subject;
  }

  private madeUpLetter(template: TemplateFile, workspace: Workspace, today: Day): PreviewedLetter | NoLetter {
    const text = syntheticCase(template, workspace, today);
    if (this.madeUp?.text !== text) this.madeUp = { text, file: this.parse(syntheticUri, text, this.madeUp?.file) };
    const subject = readSubjects(this.madeUp.file, workspace, this.sections, withCriteria);
    return subject.letter
      ? { letter: subject.letter, subject, isMadeUp: true }
      : 'This template cannot be shown as a letter.';
  }
}
