import { describe, expect, test } from 'vitest';
import { internalError, lint, lintInSteps, type LintMemo } from '../../server/src/lint/engine.js';
import type { FileSubject } from '../../server/src/letter/subjects.js';
import type { Report, ReportDetails, Rule } from '../../server/src/lint/rule.js';
import { countWork } from '../support/count-work.js';
import { subjectOf } from '../support/workspace.js';

const about = { group: 'structure', severity: 'warning', summary: '', why: '', bad: '', good: '' } as const;

const tellFirst = ({ file }: FileSubject, report: Report) => {
  report(file.firstLine, 'First.');
};
/** Reports the file's first line. */
const first: Rule = { ...about, id: 'first', subject: 'file', check: tellFirst };
/** Reports every record by its name. */
const records: Rule = {
  ...about,
  id: 'records',
  subject: 'record',
  check: ({ record }, report) => report(record.name, 'A record.'),
};
/** Reports every section's heading. */
const sections: Rule = {
  ...about,
  id: 'sections',
  subject: 'section',
  check: ({ section }, report) => section && report(section.title, 'A section.'),
};
const broken: Rule = {
  ...about,
  id: 'broken',
  subject: 'file',
  check: () => {
    throw new TypeError('Maria Alvarez');
  },
};

const text = 'case\npatient\n  name: Maria Alvarez\nprovider\n---\n## One\nx\n\n## Two\ny\n';
const found = (rules: readonly Rule[], severities = {}, of = text) =>
  lint(subjectOf(of), { rules, severities }).map(
    ({ rule, severity, range }) => `${rule} ${severity} ${of.slice(range.start, range.end)}`,
  );

test('findings come in the order of the text, whatever the order of the rules', () =>
  expect(found([sections, records, first])).toEqual([
    'first warning case',
    'records warning patient',
    'records warning provider',
    'sections warning One',
    'sections warning Two',
  ]));

describe('severities', () => {
  test("are set by the rule's id", () => expect(found([first], { first: 'info' })).toEqual(['first info case']));
  test('off turns it off', () => expect(found([first, sections], { first: 'off', sections: 'off' })).toEqual([]));
  test('of the rules about suppressions too', () => {
    const needless = 'case\n// lmn-disable-file sections -- why\n';
    expect(found([sections], { 'unneeded-suppression': 'error' }, needless)).toEqual([
      'unneeded-suppression error sections',
    ]);
    expect(found([sections], { 'unneeded-suppression': 'off' }, needless)).toEqual([]);
  });
  test('of another rule do not count', () => expect(found([first], { second: 'off' })).toEqual(['first warning case']));
  test('a former id counts, the present one more', () => {
    const renamed: Rule = { ...first, formerly: ['once'] };
    expect(found([renamed], { once: 'error' })).toEqual(['first error case']);
    expect(found([renamed], { once: 'error', first: 'info' })).toEqual(['first info case']);
    const renamedTwice: Rule = { ...first, formerly: ['once', 'then'] };
    expect(found([renamedTwice], { then: 'error' })).toEqual(['first error case']);
  });
});

describe('a rule that fails', () => {
  test('is one finding that names it, without the value that it failed on; the others still run', () => {
    const findings = lint(subjectOf(text), { rules: [broken, first] });
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['first', 'warning'],
      [internalError, 'error'],
    ]);
    const message = findings.find(({ rule }) => rule === internalError)?.message;
    expect(message).toContain('broken failed (TypeError)');
    expect(message).not.toContain('Alvarez');
  });
});

describe('a rule runs on the files that it is about', () => {
  const templates: Rule = { ...about, id: 'templates', subject: 'template', check: tellFirst };
  const vocabularies: Rule = { ...about, id: 'vocabularies', subject: 'vocabulary', check: tellFirst };
  const letters: Rule = {
    ...about,
    id: 'letters',
    subject: 'letter',
    check: (_letter, report, { file }) => report(file.firstLine, 'A letter.'),
  };
  const kinds: Rule = { ...records, id: 'of-one-record', record: 'provider' };
  const anyFile: Rule = { ...first, id: 'any-file', ofAnyFile: true };
  const all = [first, templates, vocabularies, letters, kinds, anyFile];

  test.each([
    ['case t\nprovider\npatient\n', ['any-file', 'first', 'letters', 'of-one-record']],
    ['template t\n---\n## A\nb\n', ['any-file', 'first', 'templates']],
    ['vocabulary\nroom (text): [which]\n', ['any-file', 'first', 'vocabularies']],
    ['policy P\npayer: Q\n', ['any-file', 'first']],
    ['provider\n  name: A\n', ['any-file']],
  ])('%j', (of, ids) =>
    expect(
      lint(subjectOf(of), { rules: all })
        .map(({ rule }) => rule)
        .sort(),
    ).toEqual(ids),
  );
});

test('findings that begin at one place: the shorter first, then by the names of their rules', () => {
  const to = (id: string, end: number): Rule => ({
    ...about,
    id,
    subject: 'file',
    check: ({ file: { firstLine } }, report) => report({ ...firstLine, end: firstLine.start + end }, 'Here.'),
  });
  for (const rules of [
    [to('b', 4), to('a', 4), to('c', 2)],
    [to('c', 2), to('a', 4), to('b', 4)],
  ])
    expect(lint(subjectOf(text), { rules }).map(({ rule }) => rule)).toEqual(['c', 'a', 'b']);
});

test('work that is left at a pause runs no further rule; what was remembered by then stays right', () => {
  const memo: LintMemo = new WeakMap();
  const subject = subjectOf(text);
  const options = { rules: [records, sections, first] };
  const right = lint(subject, options);
  for (let pauses = 0; pauses <= options.rules.length; pauses++) {
    const counted = countWork(options.rules);
    const steps = lintInSteps(subject, { rules: [first, first, first] });
    for (let pause = 0; pause < pauses; pause++) steps.next();
    expect(counted().rulesRun).toBe(Math.max(0, pauses - 1));
    const left = lintInSteps(subject, options, memo);
    for (let pause = 0; pause < pauses; pause++) left.next();
    expect(lint(subject, options, memo)).toEqual(right);
  }
});

test('what is remembered of a record or section is not asked again', () => {
  const memo: LintMemo = new WeakMap();
  const subject = subjectOf(text);
  lint(subject, { rules: [records, sections] }, memo);
  const counted = countWork([records, sections]);
  expect(lint(subject, { rules: [records, sections] }, memo)).toHaveLength(4);
  expect(counted().rulesRun).toBe(0);
});

test('a fix, other fixes and related places come with their places in the file', () => {
  const fixing: Rule = {
    ...about,
    id: 'fixing',
    subject: 'file',
    check: ({ file }, report) => {
      const edit = (put: string) => ({ title: put, edits: [{ where: file.firstLine, text: put }] });
      report(file.firstLine, 'Wrong.', {
        fix: edit('a'),
        otherFixes: [edit('b')],
        related: [{ where: file.firstLine, message: 'Here.' }],
      });
    },
  };
  const [finding] = lint(subjectOf('// comment\ncase'), { rules: [fixing] });
  const range = { uri: 'file:///x.lmn', start: 11, end: 15 };
  expect(finding).toMatchObject({
    range,
    fixes: [
      { title: 'a', edits: [{ range, text: 'a' }] },
      { title: 'b', edits: [{ range, text: 'b' }] },
    ],
    related: [{ range, message: 'Here.' }],
  });
});

test('a finding has a word to list, and text that is not needed, only where its rule says so', () => {
  const telling = (details: ReportDetails): Rule => ({
    ...about,
    id: 'telling',
    subject: 'file',
    check: ({ file }, report) => {
      report(file.firstLine, 'First.', details);
    },
  });
  const finding = (details: ReportDetails) => lint(subjectOf(text), { rules: [telling(details)] })[0];
  const listable = { option: 'words', word: 'plain' };
  expect(finding({})).toMatchObject({ unnecessary: false });
  expect(finding({})).not.toHaveProperty('listable');
  expect(finding({})).not.toHaveProperty('notYet');
  expect(finding({ listable, notYet: true, unnecessary: true })).toMatchObject({
    listable,
    notYet: true,
    unnecessary: true,
  });
});

test('what stands in another file is not told of this one', () => {
  const astray: Rule = {
    ...about,
    id: 'astray',
    subject: 'letter',
    check: (_letter, report, { template, file }) => {
      report(template!.file.firstLine, 'In the template.');
      report(file.firstLine, 'In the case.');
    },
  };
  const subject = subjectOf('case note\n', { 'note.lmn': 'template note\n---\nDear all,\n' });
  expect(lint(subject, { rules: [astray] }).map(({ message }) => message)).toEqual(['In the case.']);
});

describe('what comments suppress', () => {
  const silenced = 'case\n// lmn-disable-next-line records -- why\npatient\nprovider\n';
  const told = (of: string, withSuppressed: boolean) =>
    lint(subjectOf(of), { rules: [records], withSuppressed }).map(
      ({ range, suppressed }) => of.slice(range.start, range.end) + (suppressed ? ' (suppressed)' : ''),
    );

  test('is left out, or given with a mark', () => {
    expect(told(silenced, false)).toEqual(['provider']);
    expect(told(silenced, true)).toEqual(['patient (suppressed)', 'provider']);
  });

  test('is nothing where there is no comment', () => expect(told('case\npatient\n', true)).toEqual(['patient']));
});

test.each([
  ['repository', { 'git ls-files': 'x.lmn' }],
  ['dictionary', { dictionary: 'word' }],
] as const)('a rule that needs a %s runs where there is one', (needs, files: Record<string, string>) => {
  const asking: Rule = { ...first, needs };
  expect(lint(subjectOf(text), { rules: [asking] })).toEqual([]);
  expect(lint(subjectOf(text, files), { rules: [asking] })).toHaveLength(1);
  // Elsewhere there may be one, so a comment against the rule is not called needless.
  expect(lint(subjectOf('case\n// lmn-disable-file first -- why\n'), { rules: [asking] })).toEqual([]);
});

test('a rule that failed cannot be hidden, neither by a comment nor by a severity', () => {
  const failing: Rule = {
    id: 'failing',
    group: 'structure',
    severity: 'info',
    summary: 'It fails.',
    why: 'To see that it is told.',
    bad: 'case',
    good: 'case',
    subject: 'file',
    check() {
      throw new TypeError('in a test');
    },
  };
  const text = '// lmn-disable-file internal-error -- to hide it\ncase t\ndate: 2026-11-21\n';
  const found = lint(subjectOf(text), { rules: [failing], severities: { failing: 'info' } });
  expect(found.filter(({ rule }) => rule === 'internal-error').map(({ severity }) => severity)).toEqual(['error']);
});

describe('while the workspace is still being read', () => {
  const names: Rule = { ...first, id: 'names', needs: 'workspace' };
  const parts: Rule = { ...first, id: 'parts', needs: 'template' };
  const early = (of: string, files = {}) =>
    lint(subjectOf(of, files), { rules: [names, parts, first], isWorkspaceRead: false }).map(({ rule }) => rule);

  test('a rule that needs all of it is left out, one that needs nothing runs', () =>
    expect(early(text)).toEqual(['first', 'parts']));

  test('a rule that needs the template waits until that is there', () => {
    expect(early('case note\n')).toEqual(['first']);
    expect(early('case note\n', { 'note.lmn': 'template note\n---\nDear all,\n' })).toEqual(['first', 'parts']);
  });

  test('no suppression is called needless or unknown, for its rule may not have run', () =>
    expect(early('case\n// lmn-disable-file names -- a trial\n')).toEqual(['first', 'parts']));

  test('afterwards each has its say', () => expect(found([names, parts, first], {}, 'case note\n')).toHaveLength(3));
});

describe('a rule that only hints', () => {
  const hint: Rule = { ...first, id: 'hinting', severity: 'info', hint: true };
  const run = (of: string, severities = {}) =>
    lint(subjectOf(of), { rules: [hint], severities, withoutHints: true }).map(({ rule }) => rule);

  test('is told in the editor, and elsewhere where the configuration gives it a severity', () => {
    expect(lint(subjectOf(text), { rules: [hint] }).map(({ rule }) => rule)).toEqual(['hinting']);
    expect(run(text)).toEqual([]);
    expect(run(text, { hinting: 'warning' })).toEqual(['hinting']);
  });

  test('its suppressions are needed where it does not run', () => {
    const silenced = 'case\n// lmn-disable-file hinting -- a form\n';
    expect(run(silenced)).toEqual([]);
    expect(run('case\n// lmn-disable-file first -- a form\n')).toEqual(['unneeded-suppression']);
  });
});
