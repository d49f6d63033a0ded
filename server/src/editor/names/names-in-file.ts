import { rangeOf } from '../../language/span.js';
import type { FileHeader, Suppression } from '../../language/source-file.js';
import type { FileContext } from '../../letter/file-context.js';
import { namesInDeclaration } from './in-declarations.js';
import { namesInHead } from './in-head.js';
import { namesInBrackets, namesInHeading } from './in-prose.js';
import type { Named, NameUse } from './named.js';
import { remember } from '../../remember.js';

/** Offsets in a file: UTF-16 code units, the end not included. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

const everything: Extent = { start: 0, end: Infinity };

/** Every name that a file writes and what it stands for; `range` limits it to pieces of the file that touch it. */
export function namesIn(context: FileContext, range: Extent = everything): NameUse[] {
  const { file } = context;
  const touches = ({ start, text }: { start: number; text: string }) =>
    start <= range.end && start + text.length >= range.start;
  const uses: NameUse[] = [];
  const add = (found: readonly NameUse[]) => {
    for (const use of found) uses.push(use);
  };
  if (file.header && touches(file.header.whole.piece)) add(nameOfFile(file.header, context));
  for (const entry of file.entries)
    if (entry.kind !== 'fact' && touches(entry.piece)) add(namesInDeclaration(entry, context));
  add(namesInHead(context, range));
  if (file.preamble && touches(file.preamble.piece)) add(namesInBrackets(file.preamble.brackets, context));
  for (const section of file.sections) {
    if (!touches(section.piece)) continue;
    add(namesInHeading(section, context));
    add(namesInBrackets(section.titleBrackets, context));
    add(namesInBrackets(section.prose.brackets, context));
  }
  for (const suppression of file.suppressions) if (touches(suppression.whole.piece)) add(rulesIn(suppression));
  return uses;
}

/** Every name of a file, gathered once for each version of it. */
export const allNamesIn = remember((context: FileContext): readonly NameUse[] => namesIn(context));

function nameOfFile({ name, base }: FileHeader, { file }: FileContext): NameUse[] {
  if (!file.kind) return [];
  const uses: NameUse[] = [];
  if (name) {
    const isCase = file.kind === 'case';
    const of = file.kind === 'case' ? 'template' : file.kind;
    uses.push({ where: name, named: { kind: 'file', of, name: name.text }, role: isCase ? 'use' : 'declaration' });
  }
  if (base) {
    const ships = base.text === name?.text;
    const of = file.kind === 'kind' ? 'kind' : 'template';
    const named: Named = { kind: 'file', of, name: base.text, ...(ships && { ships }) };
    uses.push({ where: base, named, role: 'use' });
  }
  return uses;
}

function rulesIn({ rules }: Suppression): NameUse[] {
  return rules.map((where) => ({ where, named: { kind: 'rule', id: where.text }, role: 'use' }));
}

/** The name at an offset, its ends included: of names within each other the innermost, of two that touch the one that begins there. */
export function nameAt(context: FileContext, offset: number): NameUse | undefined {
  let best: NameUse | undefined;
  for (const use of namesIn(context, { start: offset, end: offset })) {
    const { start, end } = rangeOf(use.where);
    if (offset >= start && offset <= end && (!best || isCloser({ start, end }, rangeOf(best.where), offset)))
      best = use;
  }
  return best;
}

function isCloser(one: Extent, other: Extent, offset: number): boolean {
  if (one.start >= other.start && one.end <= other.end) return true;
  return one.start === offset && other.end === offset;
}
