import type { LangiumDocument } from 'langium';
import type { CodeLensProvider } from 'langium/lsp';
import type { CodeLens } from 'vscode-languageserver';
import { completenessOf } from '../letter/completeness.js';
import type { FileSubject } from '../letter/subjects.js';
import { isBlank } from '../language/lines.js';
import type { SourceFile } from '../language/source-file.js';
import { isShipped } from '../language/shipped-text.js';
import {
  copyShippedCommand,
  exportCommand,
  type InitializationOptions,
  newCaseCommand,
  newTemplateCommand,
  nextGapCommand,
  previewCommand,
  showReferencesCommand,
  writeSectionCommand,
} from '../protocol/commands.js';
import { casesIn } from './letters/case-files.js';
import { rangeOfSpan } from './places.js';
import type { LmnServices } from './services.js';
import { templateLayout } from '../letter/template-layout.js';
import { sectionsIn } from '../letter/template-section.js';

/**
 * Above an empty file: what to begin. Above a case: its preview, its export, how many of its facts are given, a section to write. Above a template: its
 * preview, and how many cases use it. Above what ships: how it is changed.
 */
export class LetterLenses implements CodeLensProvider {
  private commands: ReadonlySet<string> = new Set();

  constructor(private readonly services: LmnServices) {
    services.shared.lsp.LanguageServer.onInitialize(({ initializationOptions }) => {
      this.commands = new Set((initializationOptions as Partial<InitializationOptions> | undefined)?.commands);
    });
  }

  provideCodeLens(document: LangiumDocument): CodeLens[] {
    const subject = this.services.letters.Open.subjectOf(document);
    const range = rangeOfSpan(subject.file, subject.file.header?.whole ?? subject.file.firstLine);
    const lenses = [
      ...this.beginnings(subject),
      ...this.preview(subject),
      ...this.export(subject),
      ...givenFacts(subject),
      ...this.ownSection(subject),
      ...this.users(subject),
      ...this.copy(subject),
    ];
    return lenses.map(({ title, command, argument }) => {
      const isCarriedOut = command !== undefined && this.commands.has(command);
      return {
        range,
        command: {
          title,
          command: isCarriedOut ? command : '',
          ...(isCarriedOut && argument && { arguments: [...argument] }),
        },
      };
    });
  }

  private beginnings({ file }: FileSubject): Lens[] {
    if (file.kind || !isEmpty(file)) return [];
    return [
      { title: 'Begin a case…', command: newCaseCommand, argument: [file.uri] },
      { title: 'Begin a template…', command: newTemplateCommand, argument: [file.uri] },
    ].filter(({ command }) => this.commands.has(command));
  }

  private export({ file, letter }: FileSubject): Lens[] {
    const isThere = this.commands.has(exportCommand) && file.kind === 'case' && letter?.case.template !== undefined;
    return isThere ? [{ title: 'Export', command: exportCommand, argument: [file.uri] }] : [];
  }

  private ownSection({ file, letter }: FileSubject): Lens[] {
    const sections = file.kind === 'case' && letter ? sectionsIn(templateLayout(letter.case)) : [];
    if (sections.length === 0 || !this.commands.has(writeSectionCommand)) return [];
    return [{ title: 'Write a section in my words…', command: writeSectionCommand, argument: [file.uri] }];
  }

  private copy({ file }: FileSubject): Lens[] {
    if (!isShipped(file.uri) || !this.commands.has(copyShippedCommand)) return [];
    return [{ title: 'Copy into my folder to change it', command: copyShippedCommand, argument: [file.uri] }];
  }

  /** Only where the client shows previews: elsewhere it would be a word without a meaning. */
  private preview({ file }: FileSubject): Lens[] {
    const isShown = this.commands.has(previewCommand) && (file.kind === 'case' || file.kind === 'template');
    // In a template upon another one most of the letter stands elsewhere.
    const title = file.header?.from ? 'Show the whole letter' : 'Preview';
    return isShown ? [{ title, command: previewCommand, argument: [file.uri] }] : [];
  }

  /** Counts by what is kept of closed cases: none is read. */
  private users({ file, workspace }: FileSubject): Lens[] {
    const name = file.kind === 'template' ? file.header?.name : undefined;
    if (!name) return [];
    const count = casesIn(workspace, this.services).filter(({ template }) => template === name.text).length;
    const upon = workspace.all('template').filter((other) => other.header?.base?.text === name.text && other !== file);
    const cases = count === 0 ? 'no case' : count === 1 ? '1 case' : `${String(count)} cases`;
    if (count === 0 && upon.length === 0) return [{ title: 'used by no case' }];
    const templates = upon.length === 1 ? '1 template' : `${String(upon.length)} templates`;
    const title = upon.length === 0 ? `used by ${cases}` : `used by ${cases} and ${templates}`;
    return [{ title, command: showReferencesCommand, argument: [file.uri, rangeOfSpan(file, name).start] }];
  }
}

/** Nothing stands in it yet but notes. */
function isEmpty({ lines }: SourceFile): boolean {
  return lines.every((line) => isBlank(line) || line.isComment);
}

interface Lens {
  readonly title: string;
  /** Left out where there is nothing to do, or the client does not know how. */
  readonly command?: string;
  readonly argument?: readonly unknown[];
}

function givenFacts({ file, letter }: FileSubject): Lens[] {
  // Without a template and without prose nothing says yet what the letter needs.
  if (file.kind !== 'case' || !letter || letter.lacks.some((lack) => lack.kind === 'template')) return [];
  const { given, total, unwritten } = completenessOf(letter);
  if (total === 0 && unwritten.length === 0) return [];
  const facts = given === total ? `all ${String(total)} facts` : `${String(given)} of ${String(total)} facts`;
  const title = [facts, ...toWrite(unwritten.length)].join(', ');
  return [{ title, ...((given < total || unwritten.length > 0) && { command: nextGapCommand }) }];
}

function toWrite(sections: number): string[] {
  if (sections === 0) return [];
  return [sections === 1 ? '1 section to write' : `${String(sections)} sections to write`];
}
