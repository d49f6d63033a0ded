import type { LangiumDocument } from 'langium';
import type { DefinitionProvider } from 'langium/lsp';
import type { DefinitionParams, LocationLink } from 'vscode-languageserver';
import { lineAt } from '../../language/lines.js';
import type { SectionSource, SourceFile, Word } from '../../language/source-file.js';
import { rangeOf, type Span } from '../../language/span.js';
import { declarationOf } from './declaration-of.js';
import { rangeIn, rangeOfSpan } from '../places.js';
import type { LmnServices } from '../services.js';
import { UsesOfNames } from './uses-of-names.js';
import { type FileContext, templateSections } from '../../letter/file-context.js';
import type { NameUse } from './named.js';
import { hasWords, type TemplateSection } from '../../letter/template-section.js';

/** Goes to where a name is given its meaning, each part of a placeholder to its own declaration; files that ship included. */
export class LetterDefinitions implements DefinitionProvider {
  private readonly names: UsesOfNames;

  constructor(private readonly services: LmnServices) {
    this.names = new UsesOfNames(services);
  }

  getDefinition(document: LangiumDocument, params: DefinitionParams): LocationLink[] | undefined {
    const offset = document.textDocument.offsetAt(params.position);
    const context = this.names.contextOf(document);
    const { file } = context;
    const found = this.names.at(document, offset)?.use;
    const text = found ? undefined : templateTextAt(offset, context);
    const target = text ? text.target : found && (sectionUnder(found, context) ?? declarationOf(found.named, context));
    const origin = text?.where ?? found?.where;
    if (!target || !origin) return undefined;
    const home = target.piece.uri === file.uri ? file : this.services.letters.Workspaces.get(target.piece.uri);
    if (!home) return undefined;
    return [
      {
        originSelectionRange: rangeOfSpan(file, origin),
        targetUri: home.uri,
        targetRange: rangeIn(home, lineAround(home, target)),
        targetSelectionRange: rangeOfSpan(home, target),
      },
    ];
  }
}

/** The line of a declaration, for editors that show it without going there. */
function lineAround({ lines }: SourceFile, word: Word): { start: number; end: number } {
  const { start, end } = rangeOf(word);
  return { start: lineAt(lines, start).start, end: lineAt(lines, end).end };
}

/** A heading leads to the section that it stands on, in the nearest file that writes it. */
function sectionUnder({ named, where }: NameUse, context: FileContext): Word | undefined {
  if (named.kind !== 'section') return undefined;
  const section = context.file.sections.find(({ title }) => title === where);
  return section && templateSections(context).get(section)?.section.title;
}

/** `[template text]` leads to the section whose words it stands for. */
function templateTextAt(offset: number, context: FileContext): { where: Span; target: Word } | undefined {
  const section = context.file.sections.findLast(({ piece }) => piece.start <= offset);
  const under = section && templateSections(context).get(section);
  const bracket = section?.prose.brackets.find(
    ({ kind, start, end }) =>
      kind === 'template text' && offset >= section.piece.start + start && offset <= section.piece.start + end,
  );
  if (!under || !bracket) return undefined;
  return { where: { piece: section.piece, start: bracket.start, end: bracket.end }, target: writtenIn(under).title };
}

/** The nearest section that has words. */
function writtenIn({ section, under }: TemplateSection): SectionSource {
  return under && !hasWords(section) ? writtenIn(under) : section;
}
