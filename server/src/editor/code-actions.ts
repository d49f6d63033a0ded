import type { LangiumDocument } from 'langium';
import type { CodeActionProvider } from 'langium/lsp';
import { type CodeAction, CodeActionKind, type CodeActionParams, type TextEdit } from 'vscode-languageserver';
import type { Finding } from '../lint/rule.js';
import { type LetterValidator, placeIn } from './diagnostics.js';

/** Offers what mends the findings under the cursor: each rule's own fixes. */
export class LetterCodeActions implements CodeActionProvider {
  constructor(private readonly validator: LetterValidator) {}

  getCodeActions(document: LangiumDocument, params: CodeActionParams): CodeAction[] {
    const start = document.textDocument.offsetAt(params.range.start);
    const end = document.textDocument.offsetAt(params.range.end);
    const here = this.validator.findingsOf(document).filter(({ range }) => range.start <= end && range.end >= start);
    return here.flatMap((finding) => fixesOf(finding, document, params));
  }
}

function fixesOf(finding: Finding, document: LangiumDocument, params: CodeActionParams): CodeAction[] {
  const place = placeIn(document);
  const uri = document.uri.toString();
  const diagnostics = params.context.diagnostics.filter(({ code }) => code === finding.rule);
  return finding.fixes.map((fix, index) => {
    const edits = fix.edits
      .filter(({ range }) => range.uri === uri)
      .map(({ range, text }): TextEdit => ({ range: place(range), newText: text }));
    return {
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      isPreferred: index === 0,
      edit: { changes: { [uri]: edits } },
    };
  });
}
