import type { LangiumDocument } from 'langium';
import type { InlayHintProvider } from 'langium/lsp';
import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import type { ResolvedLetter } from '../letter/letter.js';
import { fillPlaceholder } from '../letter/fill-placeholder.js';
import type { Bracket, SourceFile } from '../language/source-file.js';
import type { Piece } from '../language/span.js';
import { wordsOf } from './hover/facts.js';
import { rangeIn } from './places.js';
import type { LmnServices } from './services.js';

const longest = 40;

/** Shows what each placeholder of a case prints, behind it. Off unless the setting `lmn.inlayHints.values` is on. */
export class LetterInlayHints implements InlayHintProvider {
  constructor(private readonly services: LmnServices) {
    const { lsp, workspace } = services.shared;
    let refreshes = false;
    lsp.LanguageServer.onInitialize(({ capabilities }) => {
      refreshes = capabilities.workspace?.inlayHint?.refreshSupport ?? false;
    });
    workspace.ConfigurationProvider.onConfigurationSectionUpdate(({ section }) => {
      if (!refreshes || section !== 'lmn') return;
      services.letters.Background.run('Showing values anew', () => lsp.Connection?.languages.inlayHint.refresh());
    });
  }

  async getInlayHints(document: LangiumDocument, { range }: InlayHintParams): Promise<InlayHint[] | undefined> {
    if (!(await this.isOn())) return undefined;
    const { file, letter } = this.services.letters.Open.subjectOf(document);
    if (!letter) return undefined;
    const start = document.textDocument.offsetAt(range.start);
    const end = document.textDocument.offsetAt(range.end);
    return bracketsIn(file, start, end).flatMap(({ bracket, piece }) => hintFor(bracket, piece, file, letter));
  }

  private async isOn(): Promise<boolean> {
    const { ConfigurationProvider } = this.services.shared.workspace;
    const settings: unknown = await ConfigurationProvider.getConfiguration('lmn', 'inlayHints');
    return typeof settings === 'object' && settings !== null && 'values' in settings && settings.values === true;
  }
}

/** The brackets of headings and prose between two offsets of the file. */
function bracketsIn(
  { preamble, sections }: SourceFile,
  start: number,
  end: number,
): { bracket: Bracket; piece: Piece }[] {
  const stretches = [
    ...(preamble ? [{ piece: preamble.piece, brackets: preamble.brackets }] : []),
    ...sections.map(({ piece, titleBrackets, prose }) => ({ piece, brackets: [...titleBrackets, ...prose.brackets] })),
  ];
  return stretches.flatMap(({ piece, brackets }) =>
    brackets.flatMap((bracket) =>
      piece.start + bracket.start < end && piece.start + bracket.end > start ? [{ bracket, piece }] : [],
    ),
  );
}

function hintFor(bracket: Bracket, piece: Piece, file: SourceFile, letter: ResolvedLetter): InlayHint[] {
  if (bracket.kind !== 'placeholder' && bracket.kind !== 'citation') return [];
  const content = fillPlaceholder(letter, bracket, piece);
  const words = content ? wordsOf(content, letter).replace(/\s+/g, ' ').trim() : '';
  if (words === '') return [];
  const at = piece.start + bracket.end;
  const label = words.length > longest ? `${words.slice(0, longest - 1).trimEnd()}…` : words;
  return [{ position: rangeIn(file, { start: at, end: at }).start, label, paddingLeft: true }];
}
