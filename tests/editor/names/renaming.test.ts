import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contextOf, type FileContext } from '../../../server/src/letter/file-context.js';
import { identityOf, type NameUse } from '../../../server/src/editor/names/named.js';
import { allNamesIn } from '../../../server/src/editor/names/names-in-file.js';
import { refusalOf, renamableAt, type RenameEdit, renameIn } from '../../../server/src/editor/names/renaming.js';
import { respell } from '../../../server/src/editor/names/spelling.js';
import { rangeOf } from '../../../server/src/language/span.js';
import { normalizeName } from '../../../server/src/language/names.js';
import { Workspace } from '../../../server/src/language/workspace.js';
import { parse } from '../../support/workspace.js';

const pool = ['a', 'b', 'c', 'a b', 'b c', 'as', 'a c', 'bs', 'date', "a's", 'a b c', 'letter', 'signature'];
const name = fc.constantFrom(...pool);

const field = fc
  .tuple(name, fc.option(name))
  .map(([own, also]) => `  ${own} (text${also === null ? '' : `, also "${also}"`})`);
const record = fc
  .tuple(name, fc.boolean(), fc.array(field, { maxLength: 3 }))
  .map(([own, many, fields]) => [`record ${own}${many ? ' (many)' : ''}`, ...fields].join('\n'));
const vocabulary = fc
  .array(record, { minLength: 1, maxLength: 3 })
  .map((records) => ['vocabulary v', ...records].join('\n'));
const template = fc
  .array(fc.tuple(name, fc.option(name)), { maxLength: 2 })
  .map((fields) =>
    [
      'template t',
      ...fields.map(([own, also]) => `${own} (text${also === null ? '' : `, also "${also}"`})`),
      '---',
    ].join('\n'),
  );
const written = fc
  .array(fc.tuple(name, fc.option(name)), { maxLength: 6 })
  .map((names) => names.map(([one, two]) => `[${two === null ? one : `${one} ${two}`}]`).join(' '));
const head = fc
  .array(fc.tuple(fc.constantFrom('', '  '), name), { maxLength: 4 })
  .map((lines) => lines.map(([indent, label]) => `${indent}${label}: x`).join('\n'));

function read(texts: Readonly<Record<string, string>>): FileContext[] {
  const workspace = new Workspace();
  const files = Object.entries(texts).map(([uri, text]) => parse(uri, text));
  for (const file of files) workspace.set(file);
  return files.map((file) => contextOf(file, workspace));
}

function apply(texts: Readonly<Record<string, string>>, edits: readonly RenameEdit[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).map(([uri, text]) => {
      const own = edits.filter(({ range }) => range.uri === uri).sort((a, b) => b.range.start - a.range.start);
      return [
        uri,
        own.reduce(
          (result, { range, text: put }) => result.slice(0, range.start) + put + result.slice(range.end),
          text,
        ),
      ];
    }),
  );
}

test('after a rename that is not refused, every name means what it meant', () => {
  let accepted = 0;
  fc.assert(
    fc.property(vocabulary, template, head, written, written, fc.nat(), name, (v, t, h, one, two, at, newName) => {
      const texts = { 'v.lmn': v, 't.lmn': `${t}\n${one}`, 'c.lmn': `case t\n${h}\n---\n${two}` };
      const contexts = read(texts);
      const all = contexts.flatMap((context) => allNamesIn(context).map((use) => ({ use, context })));
      const chosen = all[at % all.length];
      const target = chosen && renamableAt(chosen.use, chosen.context);
      if (!target || 'refused' in target) return;
      const identity = identityOf(target.named);
      const uses = all.map(({ use }) => use).filter((use) => identityOf(use.named) === identity);
      const files = Object.keys(texts).map((uri) =>
        renameIn(
          uses.filter(({ where }) => where.piece.uri === uri),
          target,
          newName,
        ),
      );
      if (refusalOf(files, target, newName, chosen.context) !== undefined) return;
      const edits = files.flatMap((file) => file.edits);
      accepted++;
      const after = new Map(
        read(apply(texts, edits))
          .flatMap(allNamesIn)
          .map((use) => [placeOf(use), use]),
      );
      const meanings = new Set<string | undefined>();
      for (const { use } of all) {
        const now = after.get(placeOf(use, edits));
        if (identityOf(use.named) === identity) meanings.add(now && identityOf(now.named));
        else if (use.named.kind !== 'unknown' && !isLost(use) && !isBeneathLost(use, all))
          expect(now && kept(now, target.named.kind)).toEqual(kept(use, target.named.kind));
      }
      expect([...meanings]).toEqual([expect.any(String)]);
    }),
    {
      numRuns: 500,
      examples: [
        [
          'vocabulary v\nrecord b c\n  a c (text, also "a")\nrecord a',
          'template t\na (text)\n---\n',
          'b c: x\na c: x\n  a: x',
          '',
          '[a]',
          5,
          'a c',
        ],
      ],
    },
  );
  expect(accepted).toBeGreaterThan(20);
});

/** Where a use begins, after edits. */
function placeOf({ where }: NameUse, edits: readonly RenameEdit[] = []): string {
  const { uri, start } = rangeOf(where);
  const before = edits.filter(({ range }) => range.uri === uri && range.start < start);
  return `${uri} ${String(before.reduce((at, { range, text }) => at + text.length - (range.end - range.start), start))}`;
}

/** A line that has lost its indentation is reported, and means what its neighbors make of it. */
function isLost({ where, named, role }: NameUse): boolean {
  return where.start === 0 && named.kind === 'record field' && role === 'use';
}

/** What stands beneath such a line belongs to what that line means. */
function isBeneathLost(use: NameUse, all: readonly { readonly use: NameUse }[]): boolean {
  if (use.named.kind !== 'record field' || use.role !== 'use') return false;
  const { uri, start } = rangeOf(use.where);
  return all.some(
    (one) => isLost(one.use) && rangeOf(one.use.where).uri === uri && rangeOf(one.use.where).start < start,
  );
}

/** A field's identity has its record's name in it, which may be the one that changed. */
function kept({ named }: NameUse, renamed: string): string | undefined {
  return renamed === 'record' && named.kind === 'record field' ? named.field.norm : identityOf(named);
}

test.each([
  ['infusion', 'infusion', false, 'therapy', 'therapy'],
  ['Infusions', 'infusion', true, 'therapy', 'Therapies'],
  ["infusion's", 'infusion', false, 'boss', "boss's"],
  ['boss’', 'boss', false, 'doctor', 'doctor’s'],
  ['boss’', 'boss', false, 'nurses', 'nurses’'],
  ['Home Visit', 'home visit', false, 'clinic day', 'Clinic Day'],
  ['Home visit', 'home visit', false, 'clinic day', 'Clinic day'],
  ['HOME VISIT', 'home visit', false, 'clinic day', 'CLINIC DAY'],
  ['Home Visit', 'Home Visit', false, 'clinic day', 'clinic day'],
  ['diagnosis', 'diagnosis', true, 'analysis', 'analyses'],
])('%s, of %s, many %s, becomes %s: %s', (text, own, plural, newName, expected) => {
  expect(respell(text, { name: own, isOwn: true, plural }, newName)).toBe(expected);
});

test('a new name is the same name however it is written', () => {
  const names = fc.stringMatching(/^[a-z]{1,6}( [a-z]{1,6})?$/);
  fc.assert(
    fc.property(names, names, fc.constantFrom('', "'s", '’s'), fc.boolean(), (old, put, ending, upper) => {
      const text = (upper ? old.toUpperCase() : old) + ending;
      expect(normalizeName(respell(text, { name: old, isOwn: true, plural: false }, put))).toBe(normalizeName(put));
    }),
  );
});
