import { entryOf } from '../../analysis/head-entries.js';
import { placeAt } from '../../fixes/head-edits.js';
import { itemMarkerLength } from '../../knowledge/list-items.js';
import { lineEndOf, type Word } from '../../letter/source.js';
import type { FileSubject } from '../../letter/subjects.js';
import type { Fix } from '../../lint/rule.js';

/**
 * What an author of a policy writes at first, before the forms are known: a pasted sentence, a list, "or" at the margin, a comparison. The fixes put it into the
 * language's words; what is asked stays as it was written.
 */
export function clauseFixes(where: Word): Fix[] {
  const { piece, start, text } = where;
  const or = /^(?:or|OR)\s+/.exec(text);
  if (or) return [{ title: 'Make it an option', edits: [replace(where, or[0].length, 'option: ')], asks: true }];
  const marker = itemMarkerLength(text);
  const isSentence = marker > 0 || text.trim().split(/\s+/).length >= 3;
  if (!isSentence) return [];
  const edit = { where: { piece, start, end: start + marker }, text: 'require: ' };
  return [{ title: 'Make it a clause of words', edits: [edit], asks: true }];
}

function replace({ piece, start }: Word, length: number, text: string): Fix['edits'][number] {
  return { where: { piece, start, end: start + length }, text };
}

/** `require BMI documented`: the fixes that turn words in the place of names into what they may mean. */
export function namesAsWords(where: Word, { file }: FileSubject): Fix[] {
  const entry = entryOf(file, where);
  const { verb, label } = entry ?? {};
  if (!entry || !verb || label?.start !== where.start) return [];
  const fixes: Fix[] = [];
  const either = /^either\s+(.+?)\s+or\s+(.+)$/is.exec(where.text);
  const named = /^(.+?)\s+(?:named|called)\s+(.+)$/is.exec(where.text);
  const lines = /^(.+?)\s+(?:with|where)\s+(.+)$/is.exec(where.text);
  const eol = lineEndOf(file);
  if (either) {
    const behind = entry.value ? `: ${entry.value.text}` : '';
    const text = `one of these${behind}${eol}option ${either[1] ?? ''}${eol}option ${either[2] ?? ''}`;
    const whole = { piece: where.piece, start: where.start, end: entry.whole.end };
    fixes.push({ title: 'Write both as options of a group', edits: [{ where: whole, text }], asks: true });
  }
  if (named) {
    const text = `${named[1] ?? ''} "${named[2] ?? ''}"`;
    fixes.push({ title: 'Put the words in quotation marks', edits: [{ where, text }], asks: true });
  }
  if (lines) {
    const beneath = { where: placeAt(where.piece, entry.whole.end), text: `${eol}  ${lines[2] ?? ''}: given` };
    fixes.push({
      title: 'Ask for it on a line beneath',
      edits: [{ where, text: lines[1] ?? '' }, beneath],
      asks: true,
    });
  }
  if (!entry.hasColon)
    fixes.push({
      title: 'Make it a clause of words',
      edits: [{ where: placeAt(where.piece, verb.end), text: ':' }],
      asks: true,
    });
  return fixes;
}
