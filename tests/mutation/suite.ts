import { sniffKind } from '../../server/src/language/file-kinds.js';
import { createParser } from '../../server/src/language/parse.js';
import { createLmnCoreServices } from '../../server/src/language/services.js';
import type { SourceFile } from '../../server/src/language/source-file.js';
import { Workspace } from '../../server/src/language/workspace.js';
import { SectionMemo } from '../../server/src/letter/resolve-section.js';
import { readSubjects } from '../../server/src/letter/subjects.js';
import { lint, type LintMemo } from '../../server/src/lint/engine.js';
import { positionsIn } from '../../server/src/lint/positions.js';
import { withCriteria } from '../../server/src/requirements/with-criteria.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { baseCase, type Changed } from './base-case.js';
import { factOperators } from './fact-operators.js';
import { harmlessEdits } from './harmless-edits.js';
import type { Operator } from './operators.js';
import { proseOperators } from './prose-operators.js';
import { structureOperators } from './structure-operators.js';

export const operators: readonly Operator[] = [...factOperators, ...structureOperators, ...proseOperators];

/** One text, and how it was made. */
export interface Outcome {
  /** The operator or edit. */
  readonly id: string;
  readonly base: string;
  /** Its base was not looked at while rules and operators were written. */
  readonly unread: boolean;
  /** A mutant is found; a harmless edit has nothing new. */
  readonly passed: boolean;
  /** The changed line, and what was told that is new. */
  readonly shown: string;
}

interface Told {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly line: number;
}

/** A third of the bases, by a hash of the name (FNV-1a), so that nobody chooses. */
export function isUnread(name: string): boolean {
  let hash = 2166136261;
  for (const char of `base ${name}`) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619) >>> 0;
  return (hash >>> 8) % 3 === 0;
}

/** Spoils every complete case by every operator and makes every harmless edit, and says of each what the rules told. `files` are those of `templates/`, by path. */
export function runSuite(
  files: Readonly<Record<string, string>>,
  only: string | undefined,
): { mutants: Outcome[]; harmless: Outcome[] } {
  const parse = createParser(createLmnCoreServices().lmn);
  const workspace = new Workspace();
  for (const [path, text] of Object.entries(files)) {
    const isShipped = !path.startsWith('samples/');
    const kind = sniffKind(text);
    if (kind !== 'case') workspace.set(parse(isShipped ? `lmn-shipped:/${path}` : `file:///${path}`, text));
  }
  // As an editor does: what did not change from the text before stays, and with it what was found there.
  let last: SourceFile | undefined;
  let sections = new SectionMemo();
  let memo: LintMemo = new WeakMap();
  const subjectOf = (text: string) => {
    last = parse('file:///samples/x.lmn', text, last);
    return readSubjects(last, workspace, sections, withCriteria);
  };
  const tellOf = (text: string): Told[] => {
    const subject = subjectOf(text);
    const positionAt = positionsIn(subject.file.text);
    return lint(subject, { rules: allRules }, memo).map(({ rule, severity, message, range }) => ({
      rule,
      severity,
      message,
      line: positionAt(range.start).line,
    }));
  };
  const mutants: Outcome[] = [];
  const harmless: Outcome[] = [];
  for (const [path, text] of Object.entries(files)) {
    if (!/^samples\/[^/]+$/.test(path) || sniffKind(text) !== 'case') continue;
    const name = path.slice('samples/'.length, -'.lmn'.length);
    if (only !== undefined && !only.split(',').includes(name)) continue;
    last = undefined;
    sections = new SectionMemo();
    memo = new WeakMap();
    const base = baseCase(name, text, headingsOf(subjectOf(text)));
    const known = tellOf(text);
    for (const { id, rules, spoil } of operators)
      for (const changed of spread(spoil(base), mostMutants)) {
        const added = without(tellOf(changed.text), known);
        const passed = added.some((one) => rules.includes(one.rule) && changed.lines.includes(one.line));
        mutants.push({ id, base: name, unread: isUnread(name), passed, shown: shownOf(changed, added) });
      }
    for (const { id, edit } of harmlessEdits)
      for (const changed of spread(edit(base), mostEdits)) {
        const added = without(tellOf(changed.text), known).filter(({ severity }) => severity !== 'info');
        harmless.push({
          id,
          base: name,
          unread: isUnread(name),
          passed: added.length === 0,
          shown: shownOf(changed, added),
        });
      }
  }
  return { mutants, harmless };
}

/** Of each operator and each edit so many in a case: more of them say the same. */
const mostMutants = 5;
const mostEdits = 16;

/** At most so many, from the first to the last. */
function spread(all: readonly Changed[], most: number): readonly Changed[] {
  return all.filter(
    (_, index) => Math.floor((index * most) / all.length) !== Math.floor(((index - 1) * most) / all.length),
  );
}

/** Sections that print a heading and that the case leaves to the template. In one of evidence people of trials are meant: there nobody can tell who else is. */
function headingsOf({ letter, file }: ReturnType<typeof readSubjects>): string[] {
  const own = new Set(file.sections.map(({ title }) => title.text));
  return (letter?.sections ?? []).flatMap(({ heading, title, roles }) =>
    heading && !own.has(title) && !roles.includes('evidence') ? [title] : [],
  );
}

function without(told: readonly Told[], known: readonly Told[]): Told[] {
  const left = new Map<string, number>();
  for (const one of known) left.set(keyOf(one), (left.get(keyOf(one)) ?? 0) + 1);
  return told.filter((one) => {
    const count = left.get(keyOf(one)) ?? 0;
    left.set(keyOf(one), count - 1);
    return count <= 0;
  });
}

function keyOf({ rule, message }: Told): string {
  return `${rule} ${message}`;
}

function shownOf(
  { text, lines }: { readonly text: string; readonly lines: readonly number[] },
  told: readonly Told[],
): string {
  const line = text.split(/\r?\n/)[(lines[0] ?? 1) - 1] ?? '';
  const findings = told.map(({ rule, line }) => `${rule}:${String(line)}`).join(' ');
  return `${String(lines[0] ?? 0)}: ${line.slice(-90)} → ${findings === '' ? 'nothing' : findings}`;
}
