import {
  Cancellation,
  type DocumentValidator,
  interruptAndCheck,
  type LangiumDocument,
  type ValidationOptions,
} from 'langium';
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag, type Range } from 'vscode-languageserver';
import type { FileSubject } from '../letter/subjects.js';
import { lint, type Severities } from '../lint/engine.js';
import type { Finding, Severity } from '../lint/rule.js';
import { allRules } from '../rules/all-rules.js';
import type { OpenLetters } from './open-letters.js';

export const diagnosticSource = 'lmn';

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** Places of a text: offsets become positions. */
export type PlaceOf = (range: { readonly start: number; readonly end: number }) => Range;

export function placeIn(document: LangiumDocument): PlaceOf {
  const { textDocument } = document;
  return ({ start, end }) => ({ start: textDocument.positionAt(start), end: textDocument.positionAt(end) });
}

/** Rules that can only judge when every template, policy and vocabulary is known. */
const ofWholeWorkspace =
  /^(?:unknown-(?:template|policy|record|field|placeholder|citation)|duplicate-name|leftover-instruction|stray-line)$/;
/** And, where a case's template has not been found yet, those that hold the case against it. */
const ofTemplate = /^(?:missing-|unwritten-|unused-|near-heading|duplicate-section|nothing-replaced)/;

function needsWorkspace(rule: string, { letter }: FileSubject): boolean {
  return ofWholeWorkspace.test(rule) || (letter?.case.unknownTemplate !== undefined && ofTemplate.test(rule));
}

/** Puts the findings of the same rules that the command line runs in place of Langium's own checks. */
export class LetterValidator implements DocumentValidator {
  private readonly findings = new WeakMap<LangiumDocument, readonly Finding[]>();

  constructor(
    private readonly letters: OpenLetters,
    private readonly rangeIn: (uri: string, range: { start: number; end: number }) => Range | undefined,
    private readonly severitiesFor: (uri: string) => Severities = () => ({}),
    /** False until the workspace has been read: names that nobody seems to declare may be declared in it. */
    private readonly isComplete: () => boolean = () => true,
  ) {}

  async validateDocument(
    document: LangiumDocument,
    _options?: ValidationOptions,
    cancelToken: Cancellation.CancellationToken = Cancellation.CancellationToken.None,
  ): Promise<Diagnostic[]> {
    await interruptAndCheck(cancelToken);
    const subject = this.letters.subjectOf(document);
    await interruptAndCheck(cancelToken);
    const uri = document.uri.toString();
    const rules = this.isComplete() ? allRules : allRules.filter((rule) => !needsWorkspace(rule.id, subject));
    const found = lint(subject, { rules, severities: this.severitiesFor(uri) }, this.letters.lintMemoOf(document));
    this.findings.set(document, found);
    return found.map((finding) => this.toDiagnostic(finding, placeIn(document)));
  }

  /** The findings of the last validation, with their fixes. */
  findingsOf(document: LangiumDocument): readonly Finding[] {
    return this.findings.get(document) ?? [];
  }

  private toDiagnostic(finding: Finding, place: PlaceOf): Diagnostic {
    const related = finding.related.flatMap(({ range, message }) => {
      const at = this.rangeIn(range.uri, range);
      return at ? [{ location: { uri: range.uri, range: at }, message }] : [];
    });
    return {
      range: place(finding.range),
      severity: severities[finding.severity],
      code: finding.rule,
      source: diagnosticSource,
      message: finding.message,
      ...(related.length > 0 && { relatedInformation: related }),
      ...(finding.unnecessary && { tags: [DiagnosticTag.Unnecessary] }),
    };
  }
}
