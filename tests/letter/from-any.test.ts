import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lint } from '../../server/src/lint/engine.js';
import { renderHtml } from '../../server/src/render/html.js';
import { renderMarkdown } from '../../server/src/render/markdown.js';
import { renderText } from '../../server/src/render/text.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { hostileLine } from '../render/support/fuzz.js';
import { letterOf } from '../render/support/letter-of.js';
import { subjectOf } from '../support/workspace.js';

const line = fc.constantFrom(
  '## Opening',
  '## Openning #omit',
  '## Evidence #evidence #beginning',
  '## Evidence for More #evidence',
  '## Evidence #omit',
  '[template text]',
  'Before [template text], {[template text]} **[template text]**',
  '- [template text]',
  '| [template text] |',
  '> [template text]',
  '[site] [patient name]{ [site]}',
  '[write: something]',
  '---',
  'site (text, many): Where.',
  'site: here',
  'patient: Ana',
  '',
);
const header = fc.constantFrom(
  'a from b',
  'a from c',
  'a from a',
  'a from',
  'b from c',
  'b from a',
  'b',
  'c from b',
  'c form a',
  'c',
  'from from c',
);
const file = fc.tuple(header, fc.array(line, { maxLength: 8 }));

test('whatever templates stand on each other, their letters are made, checked and printed', () => {
  fc.assert(
    fc.property(fc.array(file, { maxLength: 4 }), fc.array(line, { maxLength: 8 }), (templates, body) => {
      const others = Object.fromEntries(
        templates.map(([name, lines], at) => [`t${String(at)}.lmn`, [`template ${name}`, ...lines].join('\n')]),
      );
      const texts = { ...others, 'x.lmn': ['case a', ...body].join('\n') };
      for (const [name, text] of Object.entries(texts)) {
        const subject = subjectOf(text, texts, name);
        const findings = lint(subject, { rules: allRules });
        expect(findings.map(({ rule }) => rule)).not.toContain('internal-error');
        if (!subject.letter) continue;
        for (const render of [renderHtml, renderMarkdown, renderText])
          expect(typeof render(subject.letter)).toBe('string');
      }
    }),
    { numRuns: 20 },
  );
});

test('any value prints in a base’s words, and between its words and others, as in a template that writes all itself', () => {
  const words = (first: string, own: string) => `## S #untitled\n${first}\n${own}\n\n- [patient name]: x`;
  fc.assert(
    fc.property(hostileLine, (name) => {
      const text = `case t\npatient\n  name: ${name}\n---`;
      const whole = {
        't.lmn': `template t\n---\n${words('Of [patient name].', '**[patient name]** and [patient name].')}`,
      };
      const parted = {
        't.lmn': `template t from b\n---\n## S\n[template text]\n**[patient name]** and [patient name].\n\n- [patient name]: x`,
        'b.lmn': 'template b\n---\n## S #untitled\nOf [patient name].',
      };
      expect(renderText(letterOf(text, parted))).toBe(renderText(letterOf(text, whole)));
      expect(renderMarkdown(letterOf(text, parted))).toBe(renderMarkdown(letterOf(text, whole)));
    }),
    { numRuns: 40 },
  );
});
