import {
  Cancellation,
  type DocumentValidator,
  interruptAndCheck,
  type LangiumDocument,
  type ValidationOptions,
} from 'langium';
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag, type Range } from 'vscode-languageserver';
import { partByBaseline, type PlacedEntry } from '../configuration/baseline.js';
import { noSettings } from '../configuration/config-chain.js';
import type { RuleSettings } from '../configuration/rule-settings.js';
import type { SourceFile } from '../language/source-file.js';
import type { Workspace } from '../language/workspace.js';
import { type FileSubject, readSubjects } from '../letter/subjects.js';
import { atOnce, lintInSteps, type LintMemo, type Steps } from '../lint/engine.js';
import type { Finding, Severity } from '../lint/rule.js';
import { allRules } from '../rules/all-rules.js';
import { isTooLarge } from '../workspace/letter-text.js';
import type { OpenLetters } from './workspace/open-letters.js';
import { rangeIn } from './places.js';
import { gentleFindings, isUntouched } from './untouched-case.js';
import { withCriteria } from '../requirements/with-criteria.js';

export const diagnosticSource = 'lmn';

/** Rules that only hint, where the configuration does not say how severe they are. */
const hints: ReadonlySet<string> = new Set(allRules.filter(({ hint }) => hint).map(({ id }) => id));

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

interface Checked {
  readonly findings: readonly Finding[];
  /** What the findings are of: another text or another workspace makes another subject, and them out of date. */
  readonly subject: FileSubject;
}

/** Puts the findings of the same rules that the command line runs in place of Langium's own checks. */
export class LetterValidator implements DocumentValidator {
  private readonly checked = new WeakMap<LangiumDocument, Checked>();

  constructor(
    private readonly letters: OpenLetters,
    private readonly rangeIn: (uri: string, range: { start: number; end: number }) => Range | undefined,
    private readonly settingsFor: (uri: string) => RuleSettings = () => noSettings,
    /** False until the workspace has been read: names that nobody seems to declare may be declared in it. */
    private readonly isComplete: () => boolean = () => true,
    /** The address of a rule's page, where the editor can open one. */
    private readonly pageOf: (rule: string) => string | undefined = () => undefined,
    /** Reads what the configuration sets for a file. */
    private readonly loadConfig: (uri: string) => Promise<void> = () => Promise.resolve(),
    /** What the baseline says of a file. */
    private readonly knownIn: (uri: string) => readonly PlacedEntry[] = () => [],
    /** Looks up the words that a check has asked for; true where it is to be made again. */
    private readonly lookUpAsked: () => Promise<boolean> = () => Promise.resolve(false),
  ) {}

  async validateDocument(
    document: LangiumDocument,
    _options?: ValidationOptions,
    cancelToken: Cancellation.CancellationToken = Cancellation.CancellationToken.None,
  ): Promise<Diagnostic[]> {
    await interruptAndCheck(cancelToken);
    if (isTooLarge(document.textDocument.getText())) return [];
    await this.loadConfig(document.uri.toString());
    const steps = this.checkInSteps(document);
    let step = steps.next();
    for (; !step.done; step = steps.next()) await interruptAndCheck(cancelToken);
    const { subject, findings } = step.value;
    const told = isUntouched(subject) ? gentleFindings(findings, subject.file.text) : findings;
    return this.toDiagnostics(told, subject.file);
  }

  /** The findings of the last validation: of an older text, where that has changed since. */
  lastFindingsOf(document: LangiumDocument): readonly Finding[] {
    return this.checked.get(document)?.findings ?? [];
  }

  /** What is wrong in an open document as it is now, with the fixes. */
  findingsOf(document: LangiumDocument): readonly Finding[] {
    const known = this.checked.get(document);
    return known?.subject === this.letters.subjectOf(document)
      ? known.findings
      : atOnce(this.checkInSteps(document)).findings;
  }

  /** What is wrong in an open document once all of its words are looked up. */
  async allFindingsOf(document: LangiumDocument): Promise<readonly Finding[]> {
    const findings = this.findingsOf(document);
    return (await this.lookUpAsked()) ? atOnce(this.checkInSteps(document)).findings : findings;
  }

  /** What is wrong in a file that is closed. */
  allFindingsIn(file: SourceFile): Promise<readonly Finding[]> {
    return this.allFindingsFor(readSubjects(file, this.letters.workspaces.around(file), undefined, withCriteria));
  }

  /** What is wrong in a text as it would be. */
  findingsIn(file: SourceFile, workspace: Workspace): readonly Finding[] {
    return this.findingsFor(readSubjects(file, workspace, undefined, withCriteria));
  }

  /** What is wrong in a subject once all of its words are looked up: for what is not checked again when they are. */
  async allFindingsFor(subject: FileSubject): Promise<readonly Finding[]> {
    const findings = this.findingsFor(subject);
    return (await this.lookUpAsked()) ? this.findingsFor(subject) : findings;
  }

  /** What is wrong in a subject that is no document's; the findings tell of the lacks of its own letter. */
  findingsFor(subject: FileSubject): readonly Finding[] {
    return atOnce(this.lintInSteps(subject));
  }

  /** Pauses between the letter and the rules, and between rules. */
  private *checkInSteps(document: LangiumDocument): Steps<Checked> {
    const subject = this.letters.subjectOf(document);
    // The workspace may change in a pause: then the document has another subject, and these findings are out of date when they are there.
    const checked = { findings: yield* this.lintInSteps(subject, this.letters.lintMemoOf(document)), subject };
    this.checked.set(document, checked);
    return checked;
  }

  private lintInSteps(subject: FileSubject, memo?: LintMemo): Steps<readonly Finding[]> {
    const { severities, options } = this.settingsFor(subject.file.uri);
    return lintInSteps(subject, { rules: allRules, severities, options, isWorkspaceRead: this.isComplete() }, memo);
  }

  /** What is told of a file: all but what the baseline knows. That keeps a letter back all the same. */
  toDiagnostics(findings: readonly Finding[], file: SourceFile): Diagnostic[] {
    const { open } = partByBaseline(findings, this.knownIn(file.uri));
    return open.map((finding) => this.toDiagnostic(finding, file));
  }

  toDiagnostic(finding: Finding, file: SourceFile): Diagnostic {
    const related = finding.related.flatMap(({ range, message }) => {
      const at = range.uri === file.uri ? rangeIn(file, range) : this.rangeIn(range.uri, range);
      return at ? [{ location: { uri: range.uri, range: at }, message }] : [];
    });
    const page = this.pageOf(finding.rule);
    return {
      range: rangeIn(file, finding.range),
      severity:
        hints.has(finding.rule) && this.settingsFor(file.uri).severities[finding.rule] === undefined
          ? DiagnosticSeverity.Hint
          : severities[finding.severity],
      code: finding.rule,
      ...(page !== undefined && { codeDescription: { href: page } }),
      source: diagnosticSource,
      message: finding.message,
      ...(related.length > 0 && { relatedInformation: related }),
      ...(finding.unnecessary && { tags: [DiagnosticTag.Unnecessary] }),
    };
  }
}
