import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { fingerprintsOf } from '../../server/src/cli/fingerprints.js';
import { commandHelp } from '../../server/src/cli/help-text.js';
import { commands, lintOptions } from '../../server/src/cli/help.js';
import { reportFormat, reportFormats } from '../../server/src/cli/report-formats.js';
import { asTold } from '../../server/src/cli/told-finding.js';
import type { FileReport } from '../../server/src/cli/reports.js';
import { positionsIn } from '../../server/src/lint/positions.js';
import type { Finding } from '../../server/src/lint/rule.js';
import { allRules } from '../../server/src/rules/all-rules.js';

const none = { error: 0, warning: 0, info: 0 };
const uri = 'file:///a.lmn';
const text = 'case\r\nnpi: 😀 12\n';

/** Words that mean something in one format or another. */
const hostile = '<b> & "x" \'y\' ]]> | `c` [l](u) %0A::error::y,\n::error::z\u0000\u001b[31m\u2028 @all \ud800 */';

function finding(change: Partial<Finding> = {}): Finding {
  const range = { uri, start: 11, end: 13 };
  const fixes = [{ title: 'Write it', edits: [{ range, text: 'it' }], preferred: true, automatic: true }];
  const related = [{ range: { uri, start: 0, end: 4 }, message: 'Here too' }];
  const rest = { unnecessary: false, lacks: [], fixes, related };
  return { rule: 'npi', severity: 'error', message: 'Wrong.', range, ...rest, ...change };
}

/** What a run over these files would print. */
function reported(name: string, ...reports: Partial<FileReport>[]): string {
  const reporter = reportFormat(name).begin({ color: false, rules: allRules, version: '1.2.3' });
  const files = reports.map((one) =>
    reporter.file({ file: 'cases/a b.lmn', positionAt: positionsIn(text), findings: [], settled: [], ...one }),
  );
  return [reporter.begin(), ...files, reporter.end({ counts: none, files: files.length, isComplete: true })].join('');
}

const three = [
  finding(),
  finding({ severity: 'warning', rule: 'date-order', range: { uri, start: 0, end: 10 } }),
  finding({ severity: 'info', message: hostile, range: { uri, start: 17, end: 17 } }),
];

describe.each(Object.entries(reportFormats))('%s', (name, { help }) => {
  test('is offered by the option and told by the help', () => {
    expect(lintOptions.find((option) => option.name === 'format')?.choices).toContain(name);
    const text = commands['lint'] && commandHelp(commands['lint']).replace(/\s+/g, ' ');
    expect(text).toContain(help);
    expect(text).toMatch(new RegExp(`--format FORMAT .*\\b${name}\\b`));
  });

  test('says something of no file, and the same again', () => {
    expect(reported(name, {})).not.toBe('');
    expect(reported(name, {})).toBe(reported(name, {}));
  });

  test('says where and what, and nothing that moves a cursor or begins a line of its own', () => {
    const said = reported(name, { file: `${hostile}.lmn`, findings: three });
    expect(said).toMatch(/npi/);
    expect(said).toMatch(/date-order/);
    expect(said.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    expect(said).not.toMatch(/^::error::[yz]/m);
  });
});

test('a name that no format has is what people read', () =>
  expect(reportFormat('no-such-format')).toBe(reportFormats['stylish']));

describe('SARIF', () => {
  const schema = JSON.parse(readFileSync(new URL('schemas/sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8')) as Record<
    string,
    unknown
  >;
  // Of draft 4 it uses nothing that later drafts say otherwise, but for the name of its own address.
  const body = { ...schema, $schema: undefined, id: undefined };
  const isValid = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(body);

  interface Result {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly level: string;
    readonly suppressions?: readonly { readonly kind: string }[];
    readonly partialFingerprints: Readonly<Record<string, string>>;
    readonly fixes?: readonly unknown[];
  }
  const log = (...reports: Partial<FileReport>[]) => {
    const parsed: unknown = JSON.parse(reported('sarif', ...reports));
    expect(isValid(parsed), JSON.stringify(isValid.errors?.slice(0, 3))).toBe(true);
    const { runs } = parsed as { runs: { results: Result[]; tool: { driver: { rules: { id: string }[] } } }[] };
    return runs[0]!;
  };

  test('is valid, whatever was found', () => {
    expect(log().results).toEqual([]);
    expect(log({}, { findings: three }, { file: `D:/${hostile}`, findings: three }).results).toHaveLength(6);
    expect(log({ file: '../x.lmn', findings: [finding({ rule: 'internal-error', fixes: [] })] }).results).toHaveLength(
      1,
    );
  });

  test('describes every rule, and its results say which', () => {
    const { results, tool } = log({ findings: three });
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(allRules.map(({ id }) => id));
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    expect(results.map(({ level }) => level)).toEqual(['error', 'warning', 'note']);
  });

  test('a result has its place, its fix and what it is related to', () => {
    const [result] = log({ findings: [finding()] }).results;
    const region = { startLine: 2, startColumn: 6, endLine: 2, endColumn: 8 };
    const artifactLocation = { uri: 'cases/a%20b.lmn' };
    expect(result).toMatchObject({
      message: { text: 'Wrong.' },
      locations: [{ physicalLocation: { artifactLocation, region } }],
      relatedLocations: [
        { message: { text: 'Here too' }, physicalLocation: { region: { startLine: 1, endColumn: 5 } } },
      ],
      fixes: [
        {
          description: { text: 'Write it' },
          artifactChanges: [
            { artifactLocation, replacements: [{ deletedRegion: region, insertedContent: { text: 'it' } }] },
          ],
        },
      ],
    });
  });

  test('what was settled before is marked', () => {
    const settled = [
      { finding: finding(), by: 'comment' },
      { finding: finding(), by: 'baseline' },
    ] as const;
    const { results } = log({ findings: [finding()], settled });
    expect(results.map(({ suppressions }) => suppressions?.map(({ kind }) => kind))).toEqual([
      undefined,
      ['inSource'],
      ['external'],
    ]);
  });

  test('no two results have one fingerprint', () => {
    const prints = log({ findings: [...three, ...three] }).results.map((one) => one.partialFingerprints);
    expect(new Set(prints.map((one) => one['lmnFinding/v1'])).size).toBe(6);
  });
});

test('a fingerprint stays when lines above it come, and tells nothing of the text', () => {
  const at = (start: number) => finding({ range: { uri, start, end: start + 1 } });
  expect(fingerprintsOf('a.lmn', [at(3)])).toEqual(fingerprintsOf('a.lmn', [at(90)]));
  expect(fingerprintsOf('a.lmn', [at(3)])).not.toEqual(fingerprintsOf('b.lmn', [at(3)]));
});

test.each(Object.entries(reportFormats))('%s says how a finding is mended, if it says that it does', (name, format) => {
  const said = reported(name, { findings: [finding()] });
  expect(said.includes('Write it')).toBe(format.tellsFixes === true);
  expect(reported(name, { findings: [finding({ fixes: [] })] })).not.toContain('Write it');
});

describe('a finding as it is told', () => {
  const other = { uri: 'file:///b.lmn', start: 0, end: 1 };
  const fix = (change: Partial<Finding['fixes'][number]>) => ({ ...finding().fixes[0]!, ...change });

  test('has its fix, where what that writes may be told', () => {
    expect(asTold(finding(), (text) => text === 'it').fixes).toEqual(finding().fixes);
    expect(asTold(finding(), () => false).fixes).toEqual([]);
  });

  test('has the one that most would choose, and none that changes other files', () => {
    const second = fix({ title: 'Second' });
    const fixes = [fix({ preferred: false }), fix({ edits: [{ range: other, text: 'it' }] }), second];
    expect(asTold(finding({ fixes }), () => true).fixes).toEqual([second]);
  });
});

describe.each(['junit', 'checkstyle'])('%s', (name) => {
  test('is well formed', () => {
    const written = reported(name, { findings: three }, {}, { file: hostile, findings: three });
    const tag = /<(\/?)([a-z]+)(?: [a-z]+="(?:[^<&"]|&(?:amp|lt|gt|quot|#\d+);)*")*(\/?)>\s*/gy;
    const open: string[] = [];
    const start = '<?xml version="1.0" encoding="UTF-8"?>\n';
    expect(written.startsWith(start)).toBe(true);
    tag.lastIndex = start.length;
    let at = start.length;
    for (let found = tag.exec(written); found; at = tag.lastIndex, found = tag.exec(written)) {
      const [, closes, named = '', isEmpty] = found;
      if (closes === '/') expect(open.pop()).toBe(named);
      else if (isEmpty !== '/') open.push(named);
    }
    expect(written.slice(at)).toBe('');
    expect(open).toEqual([]);
  });
});

test('JUnit: a finding fails, what is for information does not, and a file without any passes', () => {
  const written = reported('junit', { findings: three }, {});
  expect(written).toContain('tests="3" failures="2" errors="0"');
  expect(written).toContain('tests="1" failures="0" errors="0"');
  expect(written.match(/<failure /g)).toHaveLength(2);
  expect(written.match(/<skipped /g)).toHaveLength(1);
});

test('GitHub: a command a line, its properties escaped', () => {
  const [first, second, third] = reported('github', { file: 'a,b:c.lmn', findings: three }).split('\n');
  expect(first).toBe('::error file=a%2Cb%3Ac.lmn,line=2,endLine=2,col=6,endColumn=8,title=npi::Wrong.');
  expect(second).toBe('::warning file=a%2Cb%3Ac.lmn,line=1,endLine=2,title=date-order::Wrong.');
  expect(third).toMatch(/^::notice .*%250A::error::y/);
});

test('GitLab: each finding with its place and a fingerprint of its own', () => {
  const written = JSON.parse(reported('gitlab', { findings: three })) as { fingerprint: string }[];
  expect(written).toMatchObject([
    {
      description: 'Wrong.',
      check_name: 'npi',
      severity: 'major',
      location: { path: 'cases/a b.lmn', positions: { begin: { line: 2, column: 6 }, end: { line: 2, column: 8 } } },
    },
    { severity: 'minor' },
    { severity: 'info' },
  ]);
  expect(new Set(written.map(({ fingerprint }) => fingerprint)).size).toBe(3);
});

test('Markdown: a table, in which nothing but the table is marked', () => {
  const rows = reported('markdown', { findings: three }).split('\n');
  expect(rows).toContain('| 2:6 | error | Wrong. | npi |');
  const row = rows.find((line) => line.includes('information'))!;
  expect(row.split('|')).toHaveLength(6);
  expect(row).not.toMatch(/[<>`[\]@]/);
});
