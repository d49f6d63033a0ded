import fc from 'fast-check';
import { expect, test } from 'vitest';
import { internalError, lint } from '../../server/src/lint/engine.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { readSubjects } from '../../server/src/letter/subjects.js';
import { parse, readTemplate, sampleFiles, samplePaths, templatePaths, workspaceOf } from '../support/workspace.js';

const workspace = workspaceOf(sampleFiles);
const texts = [...samplePaths, ...templatePaths].map(readTemplate);

/** No rule fails, and every finding and every edit stands within its file. */
function expectSound(text: string): void {
  const file = parse('file:///x.lmn', text);
  workspace.set(file);
  const findings = lint(readSubjects(file, workspace), { rules: allRules });
  expect(findings.filter((finding) => finding.rule === internalError)).toEqual([]);
  for (const { range, fixes, message } of findings) {
    expect(range.start).toBeGreaterThanOrEqual(0);
    expect(range.end).toBeGreaterThanOrEqual(range.start);
    expect(range.end).toBeLessThanOrEqual(text.length);
    expect(message).not.toBe('');
    for (const { where } of fixes.flatMap((fix) => fix.edits.map((edit) => ({ where: edit.range })))) {
      expect(where.end).toBeGreaterThanOrEqual(where.start);
      if (where.uri === 'file:///x.lmn') expect(where.end).toBeLessThanOrEqual(text.length);
    }
  }
}

const piece = fc.constantFrom(
  ...[
    'case',
    'case t',
    'template t',
    'vocabulary v',
    '\n',
    '\r\n',
    '---',
    '## A',
    '## A #omit',
    ' #x',
    '[',
    ']',
    '{',
    '}',
  ],
  ...[
    'patient',
    'patient: ',
    '  name: ',
    'record a',
    'a (text): ',
    '[patient name]',
    '{when [urgency] is ',
    '[zzqq]',
    '[write: x]',
    '[template text]',
  ],
  ...[
    '[@a]',
    'evidence @a',
    'date: ',
    '2026-11-21',
    '____',
    '**',
    '- ',
    '| a |',
    '\\',
    '\t',
    ':',
    '//',
    'require field ',
    '\u00a0',
  ],
);

test('any sequence of what means something', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => expectSound(pieces.join(''))),
    { numRuns: 300 },
  );
});

test('any string', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => expectSound(`case\n${text}`)),
    { numRuns: 100 },
  );
});

test('any sample with a stretch taken out', () => {
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.nat(), fc.nat({ max: 300 }), (text, at, length) => {
      const from = at % text.length;
      expectSound(text.slice(0, from) + text.slice(from + length));
    }),
    { numRuns: 60 },
  );
});
