import type { LangiumDocument } from 'langium';
import type { CompletionProvider, CompletionProviderOptions } from 'langium/lsp';
import {
  type ClientCapabilities,
  type CompletionItem,
  CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
} from 'vscode-languageserver';
import { lineEndOf, splitLines } from '../../language/lines.js';
import type { Clock } from '../clock.js';
import { complete } from './complete.js';
import { askAt } from './ask.js';
import { hasTabStops, toPlainText, toSnippet } from '../../begin/insertion.js';
import type { Proposal } from './proposal.js';
import { type LetterValidator, placeIn } from '../diagnostics.js';
import type { OpenLetters } from '../workspace/open-letters.js';

/** A list is read from its top; what is typed next brings up what is further down. */
const mostItems = 100;

/** What an editor can show. */
interface Shown {
  readonly snippets: boolean;
  readonly markdown: boolean;
  /** A few words beside every label of the list. */
  readonly besideLabels: boolean;
}

/**
 * Proposes what can be written next. In place of Langium's engine, which goes by the grammar: here the grammar allows any line anywhere, and what makes
 * sense is said by the vocabulary, the template and the letter. Reads the version that `OpenLetters` holds and parses nothing.
 */
export class LetterCompletion implements CompletionProvider {
  readonly completionOptions: CompletionProviderOptions = { triggerCharacters: ['[', '@', '#', ':', '(', ',', ' '] };
  private shown: Shown = { snippets: true, markdown: true, besideLabels: false };

  constructor(
    private readonly letters: OpenLetters,
    private readonly validator: LetterValidator,
    private readonly today: Clock,
  ) {}

  /** Before it is told, the editor is taken for one that can show what most can. */
  setCapabilities({ textDocument }: ClientCapabilities): void {
    const item = textDocument?.completion?.completionItem;
    this.shown = {
      snippets: item?.snippetSupport ?? false,
      markdown: item?.documentationFormat?.includes(MarkupKind.Markdown) ?? false,
      besideLabels: item?.labelDetailsSupport ?? false,
    };
  }

  getCompletion(document: LangiumDocument, params: CompletionParams): CompletionList {
    const ask = askAt(this.letters.subjectOf(document), document.textDocument.offsetAt(params.position), this.today());
    if (isOnlySpace(params, ask.before)) return CompletionList.create();
    const firing = new Set(this.validator.lastFindingsOf(document).map((finding) => finding.rule));
    const { text } = ask.subject.file;
    const found = bestFirst(complete(ask, firing), (one) => text.slice(one.range.start, ask.offset));
    const place = placeIn(document);
    const lineEnd = lineEndOf(ask.subject.file);
    const items = found.slice(0, mostItems).map((one, index) => this.toItem(one, index, place(one.range), lineEnd));
    const isPartial = found.length > items.length || found.some((one) => one.isPartial);
    return CompletionList.create(items, isPartial);
  }

  private toItem(
    proposal: Proposal,
    index: number,
    range: ReturnType<ReturnType<typeof placeIn>>,
    lineEnd: string,
  ): CompletionItem {
    const { label, kind, detail, documentation, filter, insert } = proposal;
    const isSnippet = this.shown.snippets && hasTabStops(insert);
    const newText = splitLines(isSnippet ? toSnippet(insert) : toPlainText(insert)).join(lineEnd);
    const value = documentation?.() ?? '';
    const { markdown } = this.shown;
    return {
      label,
      kind,
      // Beside each label; what stands in `detail` VS Code shows of the chosen one only.
      ...(detail !== undefined && (this.shown.besideLabels ? { labelDetails: { description: detail } } : { detail })),
      ...(value !== '' && { documentation: markdown ? { kind: MarkupKind.Markdown, value } : withoutMarkdown(value) }),
      sortText: String(index).padStart(4, '0'),
      ...(filter !== undefined && filter !== label && { filterText: filter }),
      textEdit: { range, newText },
      ...(isSnippet && { insertTextFormat: InsertTextFormat.Snippet }),
      insertTextMode: InsertTextMode.asIs,
    };
  }
}

/** Typing the space of an indentation asks for nothing. */
function isOnlySpace({ context }: CompletionParams, before: string): boolean {
  return (
    context?.triggerKind === CompletionTriggerKind.TriggerCharacter &&
    context.triggerCharacter === ' ' &&
    before.trim() === ''
  );
}

/**
 * Without what the typed letters rule out. Names that begin with them come first, then those in which a word does; editors that match more
 * loosely find the rest below.
 */
function bestFirst(proposals: readonly Proposal[], typedFor: (proposal: Proposal) => string): Proposal[] {
  const groups: [Proposal[], Proposal[], Proposal[]] = [[], [], []];
  for (const proposal of proposals) {
    const match = matchOf(proposal, typedFor(proposal).trim().toLowerCase());
    if (match !== undefined) groups[match].push(proposal);
  }
  return groups.flat();
}

function matchOf({ label, filter }: Proposal, typed: string): 0 | 1 | 2 | undefined {
  const text = (filter ?? label).toLowerCase();
  if (text.startsWith(typed)) return 0;
  if (text.includes(` ${typed}`)) return 1;
  let at = 0;
  for (const char of typed) {
    at = text.indexOf(char, at) + 1;
    if (at === 0) return undefined;
  }
  return 2;
}

function withoutMarkdown(text: string): string {
  const plain = text.replace(/\\([\\`*_{}[\]()<>#+\-.!|~&$:@])/g, '$1').replace(/\*\*/g, '');
  return splitLines(plain)
    .map((line) => line.replace(/^> ?/, '').replace(/ {2}$/, ''))
    .join('\n');
}
