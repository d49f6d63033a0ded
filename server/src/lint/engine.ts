import { type FileSubject, isUnfounded } from '../letter/subjects.js';
import { rangeOf, type SourceFile, type Span, type Suppression } from '../letter/source.js';
import type { Finding, Fix, PlacedFix, RawFinding, Report, Rule, Severity } from './rule.js';
import type { OptionsByRule, SetOptions } from './rule-options.js';
import { applySuppressions, suppressionRules } from './suppressing.js';

/** How severe each rule is, by id; a rule that is not named keeps its own severity. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

export interface LintOptions {
  readonly rules: readonly Rule[];
  readonly severities?: Severities;
  readonly options?: OptionsByRule;
  /** False while the workspace is still being read: rules that cannot judge before that are left out. */
  readonly isWorkspaceRead?: boolean;
  /** Gives also what comments of the file suppress, marked; for reports that say so. */
  readonly withSuppressed?: boolean;
  /** Leaves rules out that only hint, where `severities` do not name them. */
  readonly withoutHints?: boolean;
}

/** What rules said about a subject, remembered for as long as the subject is the same object. */
export type LintMemo = WeakMap<object, Map<Rule, readonly RawFinding[]>>;

/** Id of the finding that says that a rule itself failed; the command line exits 2 on it. */
export const internalError = 'internal-error';

/**
 * Runs the rules over one file. A rule that throws becomes a finding that names it, and the others still run. Findings come in the order of
 * the text, those outside the file itself (there are none by design) left out. `memo` is for a file that will be linted again.
 */
export function lint(subject: FileSubject, options: LintOptions, memo?: LintMemo): Finding[] {
  return atOnce(lintInSteps(subject, options, memo));
}

/** Work that can be paused, and left at any pause. */
export type Steps<T> = Generator<void, T, void>;

/** Does work without any pause. */
export function atOnce<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same with a pause before each rule, in which an editor looks whether anybody still waits for the findings. What has been remembered by then stays right. */
export function* lintInSteps(subject: FileSubject, asked: LintOptions, memo?: LintMemo): Steps<Finding[]> {
  const {
    rules,
    severities = {},
    options: set = {},
    isWorkspaceRead = true,
    withSuppressed = false,
    withoutHints = false,
  } = asked;
  const found: RawFinding[] = [];
  const failed: RawFinding[] = [];
  const leftOut = new Set<string>();
  for (const rule of rules) {
    const severity = severityOf(rule, severities, withoutHints);
    if (severity === undefined) {
      leftOut.add(rule.id);
      continue;
    }
    if (rule.needs === 'repository' || rule.needs === 'dictionary') {
      // What is not tracked here may be tracked in another copy of the folder, and words may be looked up later: what is suppressed may be right.
      leftOut.add(rule.id);
      if (!has(subject, rule.needs)) continue;
    }
    if (severity === 'off' || !appliesTo(rule, subject.file) || !(isWorkspaceRead || canJudge(rule, subject))) continue;
    yield;
    const overridden = severity === rule.severity ? undefined : severity;
    for (const finding of runRule(rule, subject, set[rule.id] ?? {}, memo)) {
      if (finding.rule === internalError) failed.push(finding);
      else found.push(overridden ? { ...finding, severity: overridden } : finding);
    }
  }
  // A rule that failed cannot be hidden: neither a comment nor a severity makes its work done.
  const unsuppressed = applySuppressions(found, subject.file, rules);
  const kept = [...failed, ...unsuppressed];
  for (const rule of subject.file.kind ? suppressionRules : []) {
    const severity = severities[rule.id] ?? rule.severity;
    if (severity !== 'off' && (isWorkspaceRead || canJudge(rule, subject)))
      kept.push(...rule.find(subject.file, found, rules, leftOut).map((finding) => ({ ...finding, severity })));
  }
  const suppressed = withSuppressed && unsuppressed.length < found.length ? without(found, unsuppressed) : [];
  const isOwn = (finding: RawFinding) => finding.where.piece.uri === subject.file.uri;
  return [
    ...kept.filter(isOwn).map(toFinding),
    ...suppressed.filter(isOwn).map((raw) => ({ ...toFinding(raw), suppressed: true as const })),
  ].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end || (a.rule < b.rule ? -1 : 1));
}

/** How severe a rule is by what is set; undefined for one that only hints, where hints are left out. */
export function severityOf(
  rule: Pick<Rule, 'id' | 'severity' | 'hint' | 'formerly'>,
  severities: Severities,
  withoutHints: boolean,
): Severity | 'off' | undefined {
  const given = severities[rule.id] ?? formerSeverity(rule, severities);
  return given ?? (withoutHints && rule.hint ? undefined : rule.severity);
}

function has({ workspace }: FileSubject, needs: 'repository' | 'dictionary'): boolean {
  return needs === 'repository' ? workspace.tracked !== undefined : workspace.dictionary !== undefined;
}

function without<T>(all: readonly T[], some: readonly T[]): T[] {
  const left = new Set(some);
  return all.filter((one) => !left.has(one));
}

/** A file that does not say what it is has one mistake; what other rules would find follows from it. */
function appliesTo(rule: Rule, file: SourceFile): boolean {
  return file.kind !== undefined || rule.ofAnyFile === true;
}

/** True for what a rule can say of a file before the workspace has been read. */
function canJudge({ needs }: Pick<Rule, 'needs'>, subject: FileSubject): boolean {
  if (needs === 'template') return !isUnfounded(subject);
  return needs === undefined;
}

function formerSeverity(rule: Pick<Rule, 'formerly'>, severities: Severities): Severity | 'off' | undefined {
  const former = rule.formerly?.find((id) => severities[id] !== undefined);
  return former === undefined ? undefined : severities[former];
}

function runRule(rule: Rule, subject: FileSubject, options: SetOptions, memo: LintMemo | undefined): RawFinding[] {
  switch (rule.subject) {
    case 'file':
      return collect(rule, subject.file, (report) => {
        rule.check(subject, report, options);
      });
    case 'vocabulary':
      return subject.file.kind === 'vocabulary'
        ? collect(rule, subject.file, (report) => {
            rule.check(subject, report);
          })
        : [];
    case 'template': {
      const { file, template } = subject;
      return file.kind === 'template' && template
        ? collect(rule, subject.file, (report) => {
            rule.check({ ...subject, template }, report);
          })
        : [];
    }
    case 'letter': {
      const { letter } = subject;
      return letter
        ? collect(rule, subject.file, (report) => {
            rule.check(letter, report, subject, options);
          })
        : [];
    }
    case 'record':
      return subject.records.flatMap((record) => {
        if (rule.record !== undefined && record.record.declaration?.norm !== rule.record) return [];
        return remembered(rule, record.merged ?? record.record, memo, () =>
          collect(rule, subject.file, (report) => {
            rule.check(record, report);
          }),
        );
      });
    case 'section':
      return subject.sections.flatMap((section) =>
        remembered(rule, section, memo, () =>
          collect(rule, subject.file, (report) => {
            rule.check(section, report);
          }),
        ),
      );
  }
}

function remembered(
  rule: Rule,
  subject: object,
  memo: LintMemo | undefined,
  run: () => RawFinding[],
): readonly RawFinding[] {
  if (!memo) return run();
  let known = memo.get(subject);
  if (!known) memo.set(subject, (known = new Map<Rule, readonly RawFinding[]>()));
  let findings = known.get(rule);
  if (!findings) known.set(rule, (findings = run()));
  return findings;
}

function collect(rule: Rule, file: SourceFile, check: (report: Report) => void): RawFinding[] {
  const findings: RawFinding[] = [];
  try {
    check((where, message, details = {}) => {
      findings.push({
        rule: rule.id,
        severity: details.severity ?? rule.severity,
        message,
        where: plainSpan(where),
        details,
      });
    });
  } catch (error) {
    // The kind of error only: its message may hold a patient's value.
    const kind = error instanceof Error ? error.name : 'unknown';
    const message = `The rule ${rule.id} failed (${kind}). Please report this; every other rule still ran.`;
    return [{ rule: internalError, severity: 'error', message, where: plainSpan(file.firstLine), details: {} }];
  }
  return findings;
}

function plainSpan({ piece, start, end }: Span): Span {
  return { piece, start, end };
}

function toFinding(raw: RawFinding): Finding {
  const { fix, otherFixes = [], related = [], unnecessary = false, lacks = [], notYet, listable } = raw.details;
  return {
    rule: raw.rule,
    severity: raw.severity,
    message: raw.message,
    range: rangeOf(raw.where),
    fixes: [...(fix ? [placeFix(fix, true)] : []), ...otherFixes.map((other) => placeFix(other, false))],
    related: related.map(({ where, message }) => ({ range: rangeOf(where), message })),
    unnecessary,
    lacks,
    ...(notYet && { notYet }),
    ...(listable && { listable }),
  };
}

function placeFix(fix: Fix, preferred: boolean): PlacedFix {
  const edits = fix.edits.map(({ where, text }) => ({ range: rangeOf(where), text }));
  return { title: fix.title, edits, preferred, automatic: preferred && fix.asks !== true };
}

export type { Suppression };
