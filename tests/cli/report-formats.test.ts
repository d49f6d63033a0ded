import { describe, expect, test } from 'vitest';
import { commandHelp, commands, lintOptions } from '../../server/src/cli/help.js';
import { reportFormat, reportFormats } from '../../server/src/cli/report-formats.js';
import { allRules } from '../../server/src/rules/all-rules.js';

const none = { error: 0, warning: 0, info: 0 };

describe.each(Object.entries(reportFormats))('%s', (name, { help, begin }) => {
  test('is offered by the option and told by the help', () => {
    expect(lintOptions.find((option) => option.name === 'format')?.choices).toContain(name);
    const text = commands['lint'] && commandHelp(commands['lint']);
    expect(text?.replace(/\s+/g, ' ')).toContain(help);
    expect(text).toMatch(new RegExp(`--format .*\\b${name}\\b`));
  });

  test('says something of no file, and the same again', () => {
    const report = () => {
      const reporter = begin({ color: false, rules: allRules });
      return reporter.begin() + reporter.file({ file: 'a.lmn', text: '', findings: [] }) + reporter.end(none, 1);
    };
    expect(report()).not.toBe('');
    expect(report()).toBe(report());
  });
});

test.each([undefined, 'no-such-format'])('%s is what people read', (name) =>
  expect(reportFormat(name)).toBe(reportFormats['stylish']),
);
