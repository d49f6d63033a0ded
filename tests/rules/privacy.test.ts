import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lint } from '../../server/src/lint/engine.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { readTemplate, sampleFiles, subjectOf } from '../support/workspace.js';

// Lists of findings get pasted into tickets and mails. Whatever stands in a case's head may be a patient's fact, or be put there by a slip.

const secret = 'Zxqvwy';
const samples = [
  'samples/chronic-pain-continuation.lmn',
  'samples/incomplete/chronic-pain-continuation.lmn',
  'samples/incomplete/general-medical-necessity.lmn',
];
const heads = samples.map((path) => {
  const [head = '', ...body] = readTemplate(path).split('\n---\n');
  return { lines: head.split('\n'), body: body.join('\n---\n') };
});

/** All that a finding says; what a fix writes is not said. */
function said(text: string): string {
  const findings = lint(subjectOf(text, sampleFiles, 'samples/x.lmn'), { rules: allRules });
  return findings
    .flatMap(({ message, fixes, related }) => [
      message,
      ...fixes.map((fix) => fix.title),
      ...related.map((one) => one.message),
    ])
    .join('\n');
}

const changes: readonly ((line: string) => string)[] = [
  (line) => line.replace(/:\s*.*$/, `: ${secret}`),
  (line) => line.replace(/:\s*.*$/, `: 2026-99-99 ${secret}; ${secret} 12`),
  (line) => line.replace(/\S[^:]*/, secret),
  (line) => line.replace(/(\S[^:]*):/, `$1 ${secret}:`),
  (line) => line.replace(/:/, ` ${secret}`),
  (line) => line.replace(/\S.*$/, `${secret}, 58 (see chart)`),
  (line) => line.replace(/\S.*$/, `${secret} @${secret} ${secret}`),
];

test.each(changes.map((change, index) => [index, change] as const))(
  'every line of the head changed at once, way %i',
  (_, change) => {
    for (const { lines, body } of heads) {
      const changed = lines.map((line) => (/^(?:\/\/|case )|^\s*$/.test(line) ? line : change(line)));
      expect(said([...changed, '---', body].join('\n'))).not.toContain(secret);
    }
  },
);

test('any line of the head changed in any way', () => {
  fc.assert(
    fc.property(fc.constantFrom(...heads), fc.nat(), fc.constantFrom(...changes), ({ lines, body }, at, change) => {
      const changed = lines.map((line, index) =>
        index === at % lines.length && !line.startsWith('//') ? change(line) : line,
      );
      expect(said([...changed, '---', body].join('\n'))).not.toContain(secret);
    }),
    { numRuns: 60 },
  );
});
