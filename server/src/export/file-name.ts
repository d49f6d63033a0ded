import { type FileNamePart, fileNameParts } from '../configuration/file-name-pattern.js';
import { legalFileName } from './legal-file-name.js';
import { plainText } from '../letter/plain-text.js';
import { fillName } from '../letter/fill-placeholder.js';
import type { ResolvedLetter } from '../letter/letter.js';
import { normalizeName, resolveName } from '../letter/source.js';

/**
 * A letter's file name, without its ending, that every system takes. `pattern` holds placeholders as prose does, and `[template]` and
 * `[case]` for the template's name and the case file's. What is not given is left out with the dash or space beside it; dates stand as
 * 2026-11-21, so that files sort. Never empty.
 */
export function letterFileName(letter: ResolvedLetter, pattern: string): string {
  return legalFileName(joined(fileNameParts(pattern), (name) => valueOf(name, letter)));
}

/** The names in a pattern that mean nothing in a letter: they are left out of every file's name. */
export function unknownInFileName(letter: ResolvedLetter, pattern: string): string[] {
  return fileNameParts(pattern).flatMap((part) => {
    if (part.kind === 'text' || ownName(part.name) || resolveName(letter.case.schema, part.name)) return [];
    return [part.name];
  });
}

/** The parts in a row; where a name has no value, the separator before it goes too, or at the beginning the one behind it. */
function joined(parts: readonly FileNamePart[], valueOf: (name: string) => string): string {
  const kept: { text: string; readonly isValue: boolean }[] = [];
  for (const part of parts) {
    if (part.kind === 'text') {
      const text = kept.length === 0 ? part.text.replace(/^[\s\-–—_.,·+]+/, '') : part.text;
      if (text !== '') kept.push({ text, isValue: false });
      continue;
    }
    const text = valueOf(part.name);
    const last = kept.at(-1);
    if (text !== '') kept.push({ text, isValue: true });
    else if (last && !last.isValue) last.text = last.text.replace(/[\s\-–—_.,·+]+$/, '');
  }
  const name = kept.map(({ text }) => text).join('');
  return name.replace(/\(\s*\)/g, '');
}

function valueOf(name: string, letter: ResolvedLetter): string {
  const own = ownName(name);
  if (own) return own(letter);
  const filled = fillName({ ...letter, dates: 'iso' }, name);
  return filled ? plainText(filled).trim() : '';
}

const ownNames: ReadonlyMap<string, (letter: ResolvedLetter) => string> = new Map([
  ['template', (letter) => letter.case.template?.name ?? ''],
  ['case', (letter) => nameOfFile(letter.case.file.uri)],
]);

function ownName(name: string): ((letter: ResolvedLetter) => string) | undefined {
  return ownNames.get(normalizeName(name));
}

function nameOfFile(uri: string): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1);
  return decoded(last).replace(/\.lmn$/i, '');
}

/** A name with a lone % is none the worse for it. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
