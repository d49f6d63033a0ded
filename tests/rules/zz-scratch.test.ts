import { test } from 'vitest';
import { lint } from '../../server/src/lint/engine.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { subjectOf } from '../support/workspace.js';

const big: Record<string, string> = {
  unknown: Array.from({ length: 60000 }, (_, i) => `[zz ${i.toString(36)}qq]`).join('\n'),
  write: '[write: x]\n'.repeat(90000),
  citations: Array.from({ length: 80000 }, (_, i) => `[@k${i.toString(36)}]`).join('\n'),
  blanks: 'he/she ____ XX <Patient Name>\n'.repeat(33000),
  quotes: '"he/she" '.repeat(110000),
  sections: '## A #zz\ntext\n'.repeat(70000),
  braces: '{a} '.repeat(250000),
  unclosed: '[patient name\n'.repeat(70000),
  unclosed1: '[a {b '.repeat(150000),
  tt: '[template text]\n\n'.repeat(55000),
  evidence: '',
};
test.each(Object.entries(big))('%s', (name, body) => {
  for (const head of ['case\n---\n', 'template t\n---\n']) {
    const text = name === 'evidence' ? 'case\n' + Array.from({ length: 40000 }, (_, i) => `evidence @k${i}\n`).join('') + '---\ntext [@zz]' : head + body;
    let t = performance.now();
    const subject = subjectOf(text);
    const base = performance.now() - t;
    const times: string[] = [];
    for (const rule of allRules) {
      t = performance.now();
      lint(subject, { rules: [rule] });
      const took = performance.now() - t;
      if (took > 200) times.push(`${rule.id} ${took.toFixed(0)}`);
    }
    console.log(name, head.slice(0, 4), (text.length / 1e6).toFixed(2) + ' MB', 'read', base.toFixed(0), times.join(', '));
  }
}, 120000);
