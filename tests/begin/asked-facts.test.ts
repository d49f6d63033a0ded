import { expect, test } from 'vitest';
import { toPlainText } from '../../server/src/begin/insertion.js';
import { newCase } from '../../server/src/begin/new-case.js';
import { kindsOfLetters, templatesForKind } from '../../server/src/begin/template-choices.js';
import { readSubjects } from '../../server/src/letter/subjects.js';
import { type FieldDeclaration } from '../../server/src/letter/source.js';
import { judgeLetter } from '../../server/src/requirements/judge-letter.js';
import { libraryOf } from '../../server/src/requirements/library.js';
import { parse } from '../support/workspace.js';
import { shippedWorkspace } from '../templates/shipped.js';

const workspace = shippedWorkspace();
const today = { year: 2026, month: 11, day: 22 };

/** Something that a writer could give for a field. */
function valueFor({ type, norm }: FieldDeclaration): string {
  const { choices } = type;
  if (choices) return choices.find((choice) => choice === 'in the home') ?? choices[0] ?? '';
  switch (type.name) {
    case 'date':
    case 'when':
      return norm === 'date of birth' ? '1968-03-14' : '2026-11-20';
    case 'number':
      return '3';
    case 'npi':
      return '1234567893';
    case 'icd-10':
      return 'M54.16';
    case 'hcpcs':
      return 'J0585';
    case 'phone':
      return '505-555-0142';
    case 'money':
      return '$100.00';
    case 'pronouns':
      return 'she';
    default:
      return '3 months';
  }
}

/** A new case with each of its blanks filled in. */
function filled(kind: string): string {
  const [found] = templatesForKind(kind, workspace);
  if (!found) throw new Error(`No template for ${kind}.`);
  let text = toPlainText(newCase(found.template, workspace, today, found.kind === kind ? undefined : kind));
  // Line by line, as a writer does: what a name means is known only once what stands before it is read.
  for (;;) {
    const { head } = readSubjects(parse('file:///new.lmn', text), workspace);
    const values = [
      ...(head?.facts ?? []).map(({ declaration, values: all }) => ({ declaration, all })),
      ...(head?.records ?? []).flatMap(({ fields }) =>
        fields.map(({ declaration, values: all }) => ({ declaration, all })),
      ),
    ];
    const blank = values.flatMap(({ declaration, all }) =>
      all.flatMap((value) => (value.given || !declaration ? [] : [{ declaration, where: value.where }])),
    )[0];
    if (!blank) return text.replace(/\[write: [^\]]*\]/g, 'Words that only the writer knows.');
    const { where, declaration } = blank;
    const start = where.piece.start + where.start;
    // A record that has to have a certain name says which.
    const [, named] = /^\[([a-z][^\];:]*)\]$/.exec(where.text)?.map((hint) => hint.split(/, | or /)[0] ?? hint) ?? [];
    const value = declaration.type.name === 'text' && named !== undefined ? named : valueFor(declaration);
    text = text.slice(0, start) + value + text.slice(where.piece.start + where.end);
  }
}

test.each(kindsOfLetters(workspace).map(({ name }) => name))(
  'what %s and core require is met once a new case is filled in',
  (kind) => {
    const { letter } = readSubjects(parse('file:///new.lmn', filled(kind)), workspace);
    const open =
      letter &&
      judgeLetter(letter, libraryOf(workspace)).criteria.filter(
        ({ force, state, toldBy }) =>
          force === 'require' && !toldBy && !['met', 'nothing against it', 'does not apply'].includes(state),
      );
    expect(letter?.lacks).toEqual([]);
    expect(
      open?.map(
        ({ name, state, clauses }) =>
          `${name}: ${state}: ${clauses.flatMap(({ problem }) => problem?.words ?? []).join()}`,
      ),
    ).toEqual([]);
  },
);
