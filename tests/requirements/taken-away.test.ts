import { describe, expect, test } from 'vitest';
import type { FactField, FactRecord } from '../../server/src/language/head.js';
import { rangeOf } from '../../server/src/language/span.js';
import type { FieldDeclaration } from '../../server/src/language/declarations.js';
import { type FileSubject, readSubjects } from '../../server/src/letter/subjects.js';
import { lint } from '../../server/src/lint/engine.js';
import { fieldsOf } from '../../server/src/requirements/asked-fields.js';
import type { ClauseOutcome } from '../../server/src/requirements/judge-clause.js';
import { judgeLetter } from '../../server/src/requirements/judge-letter.js';
import { libraryOf } from '../../server/src/requirements/library.js';
import { withCriteria } from '../../server/src/requirements/with-criteria.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { fixed } from '../support/finds.js';
import { completePaths, parse, readTemplate } from '../support/workspace.js';
import { samplesWorkspace } from '../templates/shipped.js';

const workspace = samplesWorkspace();
const library = libraryOf(workspace);

function read(text: string): FileSubject {
  return readSubjects(parse('file:///samples/x.lmn', text), workspace, undefined, withCriteria);
}

/** Each clause of core and of the letter's kind, by who asks it and its place there. */
function clausesOf({ letter }: FileSubject): ReadonlyMap<string, ClauseOutcome> {
  if (!letter) throw new Error('The text is not read as a case.');
  const told = judgeLetter(letter, library).criteria.filter(({ asker }) => asker.level !== 'policy');
  return new Map(
    told.flatMap(({ asker, clauses }, row) =>
      clauses.map(
        (one, index) => [`${asker.name} ${String(row)}.${String(index)}: ${one.clause.handle}`, one] as const,
      ),
    ),
  );
}

function statesOf(subject: FileSubject): Record<string, string> {
  return Object.fromEntries([...clausesOf(subject)].map(([name, { state }]) => [name, state]));
}

/** Lines of a head that give a fact, or a record as a whole. */
interface Taken {
  readonly name: string;
  readonly fields: readonly FieldDeclaration[];
  readonly start: number;
  readonly end: number;
  /** The words of its one field, where that stands on a line of its own. */
  readonly said?: string;
}

function takeable(text: string): Taken[] {
  const { head } = read(text);
  const lines = (start: number, end: number) => ({
    start: text.lastIndexOf('\n', start) + 1,
    end: text.indexOf('\n', end) + 1,
  });
  const ofField = ({ name, values, declaration }: FactField): Taken[] => {
    const last = values.at(-1);
    if (!last || !declaration) return [];
    const place = lines(rangeOf(name).start, rangeOf(last.where).end);
    const written = text.slice(place.start, place.end).trim();
    const said = written.slice(written.indexOf(':') + 1).trim();
    return [{ name: `${declaration.record} ${declaration.name}`, fields: [declaration], said, ...place }];
  };
  const ofRecord = ({ name, fields, declaration, key }: FactRecord): Taken[] => {
    const own = fields.flatMap(ofField);
    const place = lines(rangeOf(name).start, Math.max(rangeOf(key ?? name).end, ...own.map(({ end }) => end - 1)));
    const whole = { name: declaration?.name ?? '', fields: declaration?.fields ?? [], ...place };
    return [whole, ...own.filter(({ start }) => start !== place.start)];
  };
  return [...(head?.facts ?? []).flatMap(ofField), ...(head?.records ?? []).flatMap(ofRecord)];
}

function without(text: string, { start, end }: Pick<Taken, 'start' | 'end'>): string {
  return text.slice(0, start) + text.slice(end);
}

/** Whether a clause may be met no longer without a fact: it names that, counts from it, or asks for what then prints no more. */
function needs({ clause }: ClauseOutcome, { name, fields }: Taken, after: ClauseOutcome): boolean {
  if (fields.some((field) => fieldsOf(clause).has(field))) return true;
  if (clause.ask?.is === 'enclosure') return name === 'enclosure';
  // What is counted to the letter's day, such as an age or how old a visit is, names that day nowhere; nor does an age the birth date.
  if (name === 'letter date') return clause.ask?.is === 'facts';
  if ([...fieldsOf(clause)].some(({ derived }) => derived)) return true;
  return after.state === 'unprinted' || clause.ask?.is === 'section' || clause.ask?.is === 'said';
}

/** Every fact would take a minute: of each case some, in each case others. */
function someOf<T>(all: readonly T[], step: number, offset: number): T[] {
  return all.filter((_, index) => index % step === offset % step);
}

let opened = 0;
let filled = 0;

describe.each(completePaths.map((path, index) => [path, index] as const))('%s', (path, index) => {
  const text = readTemplate(path);
  const before = clausesOf(read(text));
  const facts = takeable(text);

  test('a fact that is taken away opens the clauses that need it and no other, and meets none', () => {
    expect(facts.length).toBeGreaterThan(30);
    const wrong: string[] = [];
    for (const taken of someOf(facts, 11, index)) {
      const after = clausesOf(read(without(text, taken)));
      for (const [name, was] of before) {
        const is = after.get(name);
        if (!is) wrong.push(`${taken.name}: ${name} is gone`);
        else if (is.state === 'met' && was.standing !== 'met') wrong.push(`${taken.name} meets ${name}`);
        else if (is.standing !== 'met' && was.standing === 'met') {
          opened++;
          if (!needs(was, taken, is)) wrong.push(`${taken.name} opens ${name}`);
        } else if (is.state === 'met' && was.rests.length > 0 && is.rests.length === 0)
          wrong.push(`${name} rests on nothing without ${taken.name}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('what its fix writes, filled in, meets it again and changes nothing else', () => {
    const states = statesOf(read(text));
    const wrong: string[] = [];
    for (const taken of someOf(facts, 19, index)) {
      const [field] = taken.fields;
      if (taken.said === undefined || !field) continue;
      const short = without(text, taken);
      const subject = read(short);
      const isOpen = [...clausesOf(subject)].some(
        ([name, { standing }]) => standing !== 'met' && before.get(name)?.standing === 'met',
      );
      if (!isOpen) continue;
      const blank = new RegExp(`((?:^|\\n) *(?:[\\p{L} ]+ )?${field.name}: )\\[[^\\n]*\\](?=\\r?\\n)`, 'u');
      const fixes = lint(subject, { rules: allRules }).flatMap((finding) =>
        finding.fixes.map((_, at) => fixed(short, finding, at)).filter((one) => blank.test(one) && !blank.test(short)),
      );
      const [mended] = fixes;
      if (mended === undefined) {
        wrong.push(`nothing offers a line for ${taken.name}`);
        continue;
      }
      filled++;
      const again = statesOf(read(mended.replace(blank, (_, lead: string) => `${lead}${taken.said ?? ''}`)));
      for (const [name, state] of Object.entries(again))
        if (state !== states[name]) wrong.push(`${taken.name} filled in again: ${name} is ${state}`);
    }
    expect(wrong).toEqual([]);
  });
});

test('clauses were opened, and met again', () => {
  expect(opened).toBeGreaterThan(100);
  expect(filled).toBeGreaterThan(20);
});
