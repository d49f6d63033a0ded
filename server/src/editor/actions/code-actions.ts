import type { LangiumDocument, MaybePromise } from 'langium';
import type { CodeActionProvider } from 'langium/lsp';
import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { formatDate } from '../../knowledge/dates.js';
import { createParser, type ParseFile } from '../../language/parse.js';
import { isShipped } from '../../language/shipped-text.js';
import { anotherRecord } from '../../fixes/another-record.js';
import { fillIn, isFilledIn } from '../../fixes/fill-in.js';
import { moveIntoHead } from '../../fixes/move-into-head.js';
import type { Finding } from '../../lint/rule.js';
import { isSuppressible } from '../../lint/suppressing.js';
import { internalError } from '../../lint/engine.js';
import { blankDateLine, todayFix, withToday } from '../../fixes/todays-date.js';
import { rangeOf } from '../../language/span.js';
import type { Fix } from '../../lint/rule.js';
import type { FileSubject } from '../../letter/subjects.js';
import { fillInAction, fixAllAction } from '../../protocol/commands.js';
import { disableLine } from './disable-line.js';
import { fixAllEdit } from './fix-all-edit.js';
import { FixEdits, type PlacedEdit } from './fix-edits.js';
import { listWordEdit } from './list-word-edit.js';
import type { LmnServices } from '../services.js';

/** The kinds of action that there are, for editors that ask beforehand. */
export const codeActionKinds = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorMove,
  CodeActionKind.RefactorRewrite,
  fillInAction,
  fixAllAction,
];

/** Offers what mends the findings under the cursor, and what saves the writer work there. */
export class LetterCodeActions implements CodeActionProvider {
  private readonly parse: ParseFile;
  private readonly edits: FixEdits;

  constructor(private readonly services: LmnServices) {
    this.parse = createParser(services);
    this.edits = new FixEdits(services.letters.Workspaces, services.letters.Client);
  }

  getCodeActions(document: LangiumDocument, params: CodeActionParams): MaybePromise<CodeAction[]> {
    if (isShipped(document.uri.toString())) return [];
    const { only } = params.context;
    const isWanted = (kind: string) => !only || only.some((one) => kind === one || kind.startsWith(`${one}.`));
    const subject = this.services.letters.Open.subjectOf(document);
    const actions = isWanted(CodeActionKind.QuickFix) ? this.quickFixes(document, subject, params) : [];
    if (isWanted(CodeActionKind.RefactorRewrite)) actions.push(...this.another(document, subject, params));
    if (isWanted(CodeActionKind.RefactorMove)) actions.push(...this.moves(document, subject, params));
    // Editors ask with every move of the cursor; what is of the whole file is only worked out for those who ask for it.
    if (only && isWanted(fillInAction)) actions.push(...this.fillIns(subject, fillInAction));
    if (only && isWanted(fixAllAction)) actions.push(...this.fixAll(subject));
    const listable = isWanted(CodeActionKind.QuickFix)
      ? this.findingsAt(document, params).filter(({ listable }) => listable)
      : [];
    return listable.length === 0 ? actions : this.withLists(actions, listable, subject, params);
  }

  private quickFixes(document: LangiumDocument, subject: FileSubject, params: CodeActionParams): CodeAction[] {
    const isHere = isAt(document, params);
    const here = this.findingsAt(document, params);
    const fixes = here.flatMap((finding) => this.fixesOf(finding, subject, params));
    const shown = new Set(fixes.map(({ edit }) => JSON.stringify(edit)));
    const isNew = ({ edit }: CodeAction) => !shown.has(JSON.stringify(edit));
    const missing = here.filter(({ lacks }) => lacks.some(isFilledIn));
    const fillIns = missing.length > 0 ? this.fillIns(subject, CodeActionKind.QuickFix).filter(isNew) : [];
    const dateLine = blankDateLine(subject);
    const asksDate =
      missing.length > 0 || (dateLine !== undefined && isHere(lineOf(document, rangeOf(dateLine).start)));
    const today = asksDate ? todayFix(subject, this.today()) : undefined;
    return [
      ...fixes,
      ...fillIns,
      ...(today ? this.toAction(today, CodeActionKind.QuickFix, subject).filter(isNew) : []),
      ...this.disables(here, subject, params),
    ];
  }

  private findingsAt(document: LangiumDocument, params: CodeActionParams): readonly Finding[] {
    const isHere = isAt(document, params);
    return this.services.letters.Validator.findingsOf(document).filter(({ range }) => isHere(range));
  }

  /** What can be listed as right, beside what else can be done. */
  private async withLists(
    actions: readonly CodeAction[],
    listable: readonly Finding[],
    subject: FileSubject,
    params: CodeActionParams,
  ): Promise<CodeAction[]> {
    const { Config, Client } = this.services.letters;
    const config = await Config.countingFor(subject.file.uri);
    const lists = listable.flatMap((finding): CodeAction[] => {
      const edit = config && listWordEdit(finding, config, Client.createsFiles);
      const diagnostics = this.diagnosticsOf(finding, subject, params);
      return edit
        ? [{ title: 'Add this word to those of the workspace', kind: CodeActionKind.QuickFix, diagnostics, edit }]
        : [];
    });
    return [...actions, ...lists];
  }

  private fixesOf(finding: Finding, subject: FileSubject, params: CodeActionParams): CodeAction[] {
    return finding.fixes.flatMap(({ title, edits, preferred, automatic }): CodeAction[] => {
      const dated = finding.lacks.some(({ kind }) => kind === 'fact') ? withToday(edits, subject, this.today()) : edits;
      const edit = this.edits.toWorkspaceEdit(dated, subject.file);
      if (!edit) return [];
      const command = automatic ? undefined : this.edits.selectFirstBlank(dated, subject.file);
      return [
        {
          title,
          kind: CodeActionKind.QuickFix,
          diagnostics: this.diagnosticsOf(finding, subject, params),
          isPreferred: preferred,
          edit,
          ...(command && { command }),
        },
      ];
    });
  }

  private fillIns(subject: FileSubject, kind: string): CodeAction[] {
    const fix = fillIn(subject);
    return fix ? this.toAction(fix, kind, subject) : [];
  }

  private moves(document: LangiumDocument, subject: FileSubject, params: CodeActionParams): CodeAction[] {
    const { start, end } = offsetsOf(document, params);
    const fix = moveIntoHead(subject, start, end);
    return fix ? this.toAction(fix, CodeActionKind.RefactorMove, subject) : [];
  }

  private another(document: LangiumDocument, subject: FileSubject, params: CodeActionParams): CodeAction[] {
    const fix = anotherRecord(subject, offsetsOf(document, params).start);
    return fix ? this.toAction(fix, CodeActionKind.RefactorRewrite, subject) : [];
  }

  private disables(here: readonly Finding[], subject: FileSubject, params: CodeActionParams): CodeAction[] {
    const byLine = new Map<string, Finding>();
    for (const finding of here) {
      if (finding.rule === internalError || !isSuppressible(finding.rule)) continue;
      byLine.set(`${String(disableLine(finding, subject.file).range.start)} ${finding.rule}`, finding);
    }
    return [...byLine.values()].flatMap((finding): CodeAction[] => {
      const edits = [disableLine(finding, subject.file)];
      const edit = this.edits.toWorkspaceEdit(edits, subject.file);
      const command = this.edits.selectFirstBlank(edits, subject.file);
      const title = `Turn off "${finding.rule}" for this line, with a reason`;
      const diagnostics = this.diagnosticsOf(finding, subject, params);
      return edit ? [{ title, kind: CodeActionKind.QuickFix, diagnostics, edit, ...(command && { command }) }] : [];
    });
  }

  private fixAll({ file, workspace }: FileSubject): CodeAction[] {
    const { Validator } = this.services.letters;
    const edit = fixAllEdit(file, (text) => {
      const changed = this.parse(file.uri, text);
      return Validator.findingsIn(changed, changed.kind === 'case' ? workspace : workspace.with(changed));
    });
    const title = 'Apply all fixes that need no asking';
    return edit ? [{ title, kind: fixAllAction, edit: { changes: { [file.uri]: [edit] } } }] : [];
  }

  private toAction(fix: Fix, kind: string, subject: FileSubject): CodeAction[] {
    const dated = withToday(fix.edits, subject, this.today());
    const edits = dated.map(({ where, text }): PlacedEdit => ({ range: rangeOf(where), text }));
    const edit = this.edits.toWorkspaceEdit(edits, subject.file);
    const command = fix.asks ? this.edits.selectFirstBlank(edits, subject.file) : undefined;
    return edit ? [{ title: fix.title, kind, edit, ...(command && { command }) }] : [];
  }

  private today(): string {
    return formatDate(this.services.letters.Today(), 'iso');
  }

  /** The diagnostics of the editor that an action is about. */
  private diagnosticsOf(
    finding: Finding,
    { file }: FileSubject,
    { context }: CodeActionParams,
  ): CodeAction['diagnostics'] {
    const { range } = this.services.letters.Validator.toDiagnostic(finding, file);
    return context.diagnostics.filter(
      (one) => one.code === finding.rule && JSON.stringify(one.range) === JSON.stringify(range),
    );
  }
}

/** Whether a place touches what an editor asks about. */
function isAt(document: LangiumDocument, params: CodeActionParams): (range: { start: number; end: number }) => boolean {
  const { start, end } = offsetsOf(document, params);
  return (range) => range.start <= end && range.end >= start;
}

function offsetsOf({ textDocument }: LangiumDocument, { range }: CodeActionParams): { start: number; end: number } {
  return { start: textDocument.offsetAt(range.start), end: textDocument.offsetAt(range.end) };
}

function lineOf({ textDocument }: LangiumDocument, offset: number): { start: number; end: number } {
  const { line } = textDocument.positionAt(offset);
  return {
    start: textDocument.offsetAt({ line, character: 0 }),
    end: textDocument.offsetAt({ line, character: 100_000 }),
  };
}
