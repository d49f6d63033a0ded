import { capitalize } from '../knowledge/sentences.js';
import type { Lacking } from '../letter/derived-fields.js';
import type { FactLack } from '../letter/lacks.js';
import type { ResolvedLetter, ResolvedSection } from '../letter/letter.js';
import { fieldOf, lineEndOf, placeholderOf, type Role, type Word } from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';
import { sectionsPrinting } from '../letter/where-printed.js';
import type { Rest } from '../requirements/outcome.js';
import type { Fix } from '../lint/rule.js';
import { endOfEntry, indentOf } from './head-edits.js';
import { headEnd, insertMissing, mergedEdits } from './insert-missing.js';
import { insertInSection, insertSections } from './insert-text.js';
import { promptFor } from './section-prompts.js';
import { addTemplateSections } from './template-sections.js';

/** A criterion that a case can answer, and the clause in words that would answer it. */
export interface ToAnswer {
  readonly name: string;
  readonly words: string;
  readonly what: 'met by' | 'waived because';
}

/**
 * Writes a `criterion` record for each, or the line that a record of that name lacks, with its clause in brackets: so it counts as not given until somebody has written
 * the answer.
 */
export function answerCriteria(all: readonly ToAnswer[], subject: FileSubject): Fix | undefined {
  const { file, schema, head } = subject;
  const criterion = schema.vocabulary.byName.get('criterion');
  if (!criterion) return undefined;
  const records = (head?.records ?? []).filter(({ declaration }) => declaration === criterion);
  const entries = new Map(records.map((record) => [record, file.entries.find(({ label }) => label === record.name)]));
  const lastRecord = records.at(-1);
  const last = lastRecord && entries.get(lastRecord);
  const end = lineEndOf(file);
  // What belongs to a record that is there comes before a record that is put in behind it.
  const beneath: Fix['edits'][number][] = [];
  const behind: Fix['edits'][number][] = [];
  for (const { name, words, what } of all) {
    const field = fieldOf(criterion, what);
    const line = `${field?.name ?? what}: [${words.replace(/[[\]]/g, ' ')}]`;
    const begun = records.find(({ fields }) => fields[0]?.values[0]?.where.text === name);
    const entry = begun && entries.get(begun);
    if (!begun) {
      const text = `${last ? '' : end}${end}${criterion.name}: ${name}${end}  ${line}`;
      behind.push({ where: last ? endOfEntry(last) : headEnd(subject), text });
    } else if (entry && !begun.fields.some(({ declaration }) => declaration === field))
      beneath.push({ where: endOfEntry(entry), text: `${end}${indentOf(entry)}${line}` });
  }
  const edits = [...beneath, ...behind];
  if (edits.length === 0) return undefined;
  const [only] = all;
  const title = only && all.length === 1 ? `Answer "${only.name}"` : 'Answer what no field can say';
  return { title, edits: mergedEdits(edits), asks: true };
}

/** Writes a line for each fact that would meet something, with what to write in brackets. */
export function giveFacts(lacks: readonly Lacking[], subject: FileSubject): Fix | undefined {
  const facts = lacks
    .filter((lack) => !lack.field.derived && !isBegun(lack, subject))
    .map((lack) => lackOf(lack, subject));
  const fix = insertMissing(facts, subject);
  return (
    fix && { ...fix, title: facts.length === 1 ? 'Add a line for what is asked' : 'Add a line for each that is asked' }
  );
}

/** Such a record is there, and still waits for what it is called. */
export function isBegun({ of, record }: Lacking, { head }: FileSubject): boolean {
  const [first] = of?.fields ?? [];
  return (
    record === undefined &&
    (head?.records ?? []).some(
      ({ declaration, fields }) =>
        declaration !== undefined &&
        declaration === of &&
        !fields.some((field) => field.declaration === first && field.values.some(({ given }) => given)),
    )
  );
}

/** A fact that would meet something, as one that the letter lacks: no section prints it. */
export function lackOf({ field, of, record }: Lacking, { file, head }: FileSubject): FactLack {
  const gap = {
    kind: 'fact',
    field,
    needed: field.source,
    because: 'required',
    ...(of && { of }),
    ...(record && { record }),
  } as const;
  const own = record?.origin === 'case' && record.name.piece.uri === file.uri ? record : undefined;
  const lines = own ? own.layers[0]?.fields : of ? undefined : head?.facts;
  const line = lines?.find(({ declaration }) => declaration === field);
  return {
    ...gap,
    needs: [{ gap, section: undefined }],
    isUnreadable: false,
    ...(own && { own }),
    ...(line && { line }),
  };
}

/** Prints what is given and printed nowhere, as one sentence of blanks: in the section that prints other facts of its record, else in the last one. */
export function printFacts(rests: readonly Rest[], subject: FileSubject): Fix | undefined {
  const { letter } = subject;
  const [first] = rests;
  const section = letter && first && sectionFor(first, letter);
  if (!section) return undefined;
  const fields = [...new Set(rests.map(({ field }) => field))];
  const sentence = fields.map((field) => `${capitalize(field.name)}: [${placeholderOf(field)}].`).join(' ');
  return addSentence(section, sentence, `Print it in "${section.title}"`, subject);
}

/** Writes a plain request for what is asked for, where the letter's last section ends. */
export function askPlainly(verb: string, subject: FileSubject): Fix | undefined {
  const section = subject.letter?.sections.findLast(isOwnOrTemplate);
  const sentence = `I ask you to ${verb} [treatment requested].`;
  return section && addSentence(section, sentence, `Ask for it in "${section.title}"`, subject);
}

/** Begins a section for each part of a letter that is missing, with help for its writer in brackets. */
export function beginSections(wanted: readonly Role[], { file, letter }: FileSubject): Fix | undefined {
  const begun = letter?.sections.flatMap(({ roles }) => roles) ?? [];
  const missing = wanted.filter((role) => !begun.includes(role));
  const [first] = missing;
  if (!first) return undefined;
  const sections = missing.map((role) => `## ${capitalize(role)} #${role}${lineEndOf(file)}${promptFor([role])}`);
  const title = missing.length === 1 ? `Begin a section for the ${first}` : 'Begin a section for each';
  return { title, edits: [insertSections(file, sections)], asks: true };
}

function addSentence(
  section: ResolvedSection,
  sentence: string,
  title: string,
  { file, letter }: FileSubject,
): Fix | undefined {
  const { caseSection, templateSection } = section;
  if (caseSection) return { title, edits: [insertInSection(file, caseSection, sentence)], asks: true };
  if (!templateSection || !letter) return undefined;
  const prose = `[template text]${lineEndOf(file)}${lineEndOf(file)}${sentence}`;
  return { title, edits: addTemplateSections(letter, file, [templateSection], () => prose), asks: true };
}

function sectionFor({ record, field }: Rest, letter: ResolvedLetter): ResolvedSection | undefined {
  const sections = letter.sections.filter(isOwnOrTemplate);
  const siblings = record ? record.declaration.fields.filter((one) => one !== field) : [];
  // Where a source is listed no sentence belongs.
  const near = siblings
    .flatMap((one) => sectionsPrinting(letter, one))
    .find((one) => sections.includes(one) && !one.blocks.some(({ kind }) => kind === 'references'));
  return near ?? sections.at(-1);
}

function isOwnOrTemplate({ kind, caseSection, templateSection }: ResolvedSection): boolean {
  return kind === 'section' && (caseSection ?? templateSection) !== undefined;
}

/** Several fixes as one. */
export function together(fixes: readonly (Fix | undefined)[], title: string): Fix | undefined {
  const all = fixes.filter((fix) => fix !== undefined);
  const [only] = all;
  if (only && all.length === 1) return only;
  return all.length > 0 ? { title, edits: mergedEdits(all.flatMap(({ edits }) => edits)), asks: true } : undefined;
}

/** A place that a finding may stand at: only those of the case itself. */
export function placeInCase(where: Pick<Word, 'piece' | 'start' | 'end'> | undefined, { file }: FileSubject) {
  return where?.piece.uri === file.uri ? where : undefined;
}
