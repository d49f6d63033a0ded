import type { LangiumDocument } from 'langium';
import type { CodeLensProvider } from 'langium/lsp';
import type { CodeLens } from 'vscode-languageserver';
import { completenessOf } from '../letter/completeness.js';
import type { FileSubject } from '../letter/subjects.js';
import { type InitializationOptions, nextGapCommand, previewCommand, showReferencesCommand } from '../protocol.js';
import { rangeOfSpan } from './places.js';
import type { LmnServices } from './services.js';
import { UsesOfNames } from './names/uses-of-names.js';

/** Above a case: its preview, and how many of its facts are given. Above a template: its preview, and how many cases use it. */
export class LetterLenses implements CodeLensProvider {
  private readonly names: UsesOfNames;

  private commands: ReadonlySet<string> = new Set();

  constructor(private readonly services: LmnServices) {
    this.names = new UsesOfNames(services);
    services.shared.lsp.LanguageServer.onInitialize(({ initializationOptions }) => {
      this.commands = new Set((initializationOptions as Partial<InitializationOptions> | undefined)?.commands);
    });
  }

  provideCodeLens(document: LangiumDocument): CodeLens[] {
    const subject = this.services.letters.Open.subjectOf(document);
    const range = rangeOfSpan(subject.file, subject.file.header?.whole ?? subject.file.firstLine);
    const lenses = [...this.preview(subject), ...givenFacts(subject), ...this.users(subject)];
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

  /** Only where the client shows previews: elsewhere it would be a word without a meaning. */
  private preview({ file }: FileSubject): Lens[] {
    const isShown = this.commands.has(previewCommand) && (file.kind === 'case' || file.kind === 'template');
    return isShown ? [{ title: 'Preview', command: previewCommand, argument: [file.uri] }] : [];
  }

  /** Counts by what is kept of closed cases: none is read. */
  private users({ file, workspace }: FileSubject): Lens[] {
    const name = file.kind === 'template' ? file.header?.name : undefined;
    if (!name) return [];
    const open = this.names
      .openFiles(workspace)
      .filter((other) => other.file.kind === 'case' && other.file.header?.name?.text === name.text);
    const count = open.length + this.services.letters.Files.casesOf(name.text, workspace).length;
    if (count === 0) return [{ title: 'used by no case' }];
    const title = count === 1 ? 'used by 1 case' : `used by ${String(count)} cases`;
    return [{ title, command: showReferencesCommand, argument: [file.uri, rangeOfSpan(file, name).start] }];
  }
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
