import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { complete } from '../../../server/src/editor/completion/complete.js';
import { askAt } from '../../../server/src/editor/completion/ask.js';
import { hasTabStops, type Insertion, toPlainText, toSnippet } from '../../../server/src/begin/insertion.js';
import type { Proposal } from '../../../server/src/editor/completion/proposal.js';
import { isBracketed, proseRanges } from '../prose-ranges.js';
import { type FileSubject, readSubjects } from '../../../server/src/letter/subjects.js';
import { today } from '../../support/editor.js';
import { parse, readTemplate, shippedTemplates, workspaceOf } from '../../support/workspace.js';

const samples = [
  'samples/chronic-pain-continuation.lmn',
  'samples/general-medical-necessity.lmn',
  'samples/incomplete/chronic-pain-continuation.lmn',
  'samples/blue-mesa-mp-104.lmn',
  'samples/our-clinic.lmn',
  'chronic-pain-continuation.lmn',
].map(readTemplate);
const workspace = workspaceOf({
  ...shippedTemplates,
  'our-clinic.lmn': readTemplate('samples/our-clinic.lmn'),
});
const subjects = new Map<string, FileSubject>();

function subjectOf(text: string): FileSubject {
  let subject = subjects.get(text);
  if (!subject) subjects.set(text, (subject = readSubjects(parse('file:///x.lmn', text), workspace)));
  return subject;
}

function proposalsAt(text: string, offset: number): Proposal[] {
  return complete(askAt(subjectOf(text), offset, today()), new Set());
}

/** The text of an insertion as it stands before anything is typed at its tab stops. */
function expand(insertion: Insertion): string {
  return insertion.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}

/** What stands on each line, and the line of the entry or section that it belongs to; lines below `changed` are counted from the end. */
function nodesOf(text: string, changed: { first: number; last: number }): string[] {
  const file = parse('file:///x.lmn', text);
  const starts = [0, ...[...text.matchAll(/\r\n?|\n/g)].map((end) => end.index + end[0].length)];
  const lineAt = (offset: number) => starts.findLastIndex((start) => start <= offset);
  const name = (line: number) =>
    line < changed.first ? `${line}` : line > changed.last ? `-${starts.length - line}` : 'changed';
  const nodes: string[] = [];
  const add = (offset: number, parent: number | undefined, node: unknown) => {
    const at = name(lineAt(offset));
    if (at !== 'changed') nodes.push(JSON.stringify([at, parent === undefined ? '' : name(lineAt(parent)), node]));
  };
  if (file.header)
    add(file.header.whole.piece.start, undefined, [file.kind, file.header.name?.text, file.header.title?.text]);
  for (const { piece, whole, kind, label, key, value, terms, lines } of file.entries) {
    add(piece.start + whole.start, undefined, [
      kind,
      label?.text,
      key?.text,
      value?.text,
      terms.map((term) => term.text),
    ]);
    for (const line of lines) {
      add(piece.start + line.whole.start, piece.start + whole.start, [
        line.kind,
        line.label?.text,
        line.value?.text,
        line.whole.text,
        line.indent,
      ]);
    }
  }
  for (const { piece, title, tags, titleBrackets, prose } of file.sections) {
    add(piece.start, undefined, [title.text, tags.map((tag) => tag.text)]);
    for (const { kind, start, end } of [...titleBrackets, ...prose.brackets])
      add(piece.start + start, piece.start, [kind, piece.text.slice(start, end)]);
  }
  return nodes;
}

describe('an accepted proposal', () => {
  const asked = fc.constantFrom(...samples).chain((text) => fc.tuple(fc.constant(text), fc.nat(text.length), fc.nat()));
  const damaged = fc
    .tuple(
      fc.constantFrom(...samples),
      fc.nat(),
      fc.nat(40),
      fc.constantFrom('', '[', ']', ':', '(', '@', '"', ' #', '\n', '{'),
    )
    .map(([text, at, length, put]) => text.slice(0, at % text.length) + put + text.slice((at % text.length) + length))
    .chain((text) => fc.tuple(fc.constant(text), fc.nat(text.length), fc.nat()));

  test('leaves what stands on other lines as it was', () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.oneof(asked, damaged), ([text, offset, choice]) => {
        const proposals = proposalsAt(text, offset);
        const proposal = proposals[choice % Math.max(1, proposals.length)];
        if (!proposal) return;
        accepted++;
        const put = expand(proposal.insert);
        const result = text.slice(0, proposal.range.start) + put + text.slice(proposal.range.end);
        const first = text.slice(0, offset).split('\n').length - 1;
        const last = first + put.split('\n').length - 1;
        // Until a file says what it is, so does what is accepted: other lines then mean what they were to mean.
        if (!subjectOf(text).file.kind) return;
        expect(nodesOf(result, { first, last })).toEqual(nodesOf(text, { first, last: first }));
      }),
      { numRuns: 300 },
    );
    expect(accepted).toBeGreaterThan(20);
  });

  test('takes the place of text around the cursor on its own line', () => {
    fc.assert(
      fc.property(asked, ([text, offset]) => {
        for (const { range } of proposalsAt(text, offset)) {
          expect(range.start).toBeLessThanOrEqual(offset);
          expect(range.end).toBeGreaterThanOrEqual(offset);
          expect(text.slice(range.start, range.end)).not.toMatch(/[\r\n]/);
        }
      }),
      { numRuns: 150 },
    );
  });
});

test('any text, any offset: no throw, and every proposal has a name and something to put in', () => {
  const piece = fc.constantFrom(
    'case x',
    '[',
    ']',
    '[@',
    '## ',
    ' #',
    '(',
    ',',
    ': ',
    '\n',
    '\n  ',
    '\r',
    '---',
    'patient',
    'record a',
    'require field',
    '// lmn-disable-file ',
    '"',
    '\\',
    '\ufeff',
  );
  const text = fc.oneof(
    fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 14 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(text, fc.nat(), (written, at) => {
      for (const { label, insert } of proposalsAt(written, at % (written.length + 1)))
        expect([label.length > 0, expand(insert).length > 0]).toEqual([true, true]);
      subjects.clear();
    }),
    { numRuns: 250 },
  );
});

test('in prose, outside brackets and headings, nothing is proposed', () => {
  const asked = fc
    .constantFrom(...samples.slice(0, 3))
    .chain((text) => fc.tuple(fc.constant(text), fc.constantFrom(...proseRanges(text))));
  fc.assert(
    fc.property(asked, fc.nat(), ([text, { start, end }], at) => {
      const offset = start + 1 + (at % (end - start));
      if (!isBracketed(text, offset)) expect(proposalsAt(text, offset)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('snippets say letter for letter what they put in', () => {
  const part = fc.oneof(
    fc.string(),
    fc.record({ text: fc.string() }),
    fc.array(fc.string({ minLength: 1 }), { minLength: 2 }).map((choices) => ({ text: choices[0]!, choices })),
  );
  fc.assert(
    fc.property(fc.array(part), (insertion) => {
      expect(readSnippet(toSnippet(insertion))).toBe(toPlainText(insertion));
      if (!hasTabStops(insertion)) expect(toPlainText(insertion)).toBe(expand(insertion));
    }),
  );
});

/** The text of a snippet, read as the Language Server Protocol has it. */
function readSnippet(snippet: string): string {
  let text = '';
  for (let at = 0; at < snippet.length;) {
    const stop =
      /^\$(?:\{(\d+)\}|\{\d+:((?:\\[^]|[^\\}])*)\}|\{\d+\|((?:\\[^]|[^\\,|])*)(?:,(?:\\[^]|[^\\,|])*)*\|\})/.exec(
        snippet.slice(at),
      );
    if (stop) {
      text += (stop[2] ?? stop[3] ?? '').replace(/\\([^])/g, '$1');
      at += stop[0].length;
    } else {
      expect(snippet[at]).not.toBe('$');
      if (snippet[at] === '\\') at++;
      text += snippet[at] ?? '';
      at++;
    }
  }
  return text;
}
