import { kindWordOf, splitLines } from '../letter/source.js';
import { type Dictionary, dictionaryOf } from '../spelling/dictionary.js';
import { packWords } from '../spelling/pack-words.js';
import { WordList } from '../spelling/word-list.js';
import type { Example, Rule } from './rule.js';

export interface ExampleFile {
  readonly name: string;
  readonly text: string;
}

/**
 * The files of a rule's example, the first being the one that is checked. It is given the first line that it lacks (`template t` for a rule of
 * templates, `vocabulary v`, else `case`), and the divider too where it begins with a heading.
 */
export function exampleFiles(subject: Rule['subject'], example: Example): [ExampleFile, ...ExampleFile[]] {
  const files = typeof example === 'string' ? { 'x.lmn': example } : example;
  const [[name, text] = ['x.lmn', ''], ...others] = Object.entries(files);
  return [{ name, text: withKindLine(text, subject) }, ...others.map(([other, its]) => ({ name: other, text: its }))];
}

/** The addresses of files that git tracks, where an example or a test says what `git ls-files` would print. */
export function trackedIn(files: Readonly<Record<string, string>>): ReadonlySet<string> | undefined {
  const listed = files['git ls-files'];
  return listed === undefined ? undefined : new Set(splitLines(listed).map((name) => `file:///${name}`));
}

/** What an example or a test says that a dictionary has: a word on each line. */
export function dictionaryIn(files: Readonly<Record<string, string>>): Dictionary | undefined {
  const { dictionary } = files;
  return dictionary === undefined ? undefined : dictionaryOf(new WordList(packWords(splitLines(dictionary))));
}

const kindLines: Partial<Record<Rule['subject'], string>> = {
  template: 'template t',
  vocabulary: 'vocabulary v',
};

/** The text with the first line that says what the file is, added where it has none. */
export function withKindLine(text: string, subject: Rule['subject']): string {
  if (kindWordOf(text).exact) return text;
  const kindLine = kindLines[subject] ?? 'case';
  return text.startsWith('##') ? `${kindLine}\n---\n${text}` : `${kindLine}\n${text}`;
}
