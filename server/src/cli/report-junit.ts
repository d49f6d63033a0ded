import type { Finding } from '../lint/rule.js';
import type { Position } from '../lint/positions.js';
import type { FileReport, Reporter, ReportFormat } from './reports.js';
import { attribute } from './xml.js';

export const junit: ReportFormat = { help: 'XML for lists of tests', begin: junitReporter };

/** A suite for each file: each finding is a test that failed, a file without any one that passed. What is for information fails nothing. */
function junitReporter(): Reporter {
  return {
    begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="lmn lint">\n',
    file(report) {
      const { file, positionAt, findings } = report;
      const cases = findings.map((finding) => testCase(report, finding, positionAt(finding.range.start)));
      if (cases.length === 0) cases.push(`    <testcase name="nothing found" classname=${attribute(file)}/>\n`);
      const failures = findings.filter(fails).length;
      const counts = `tests="${String(cases.length)}" failures="${String(failures)}" errors="0"`;
      return `  <testsuite name=${attribute(file)} ${counts}>\n${cases.join('')}  </testsuite>\n`;
    },
    end: () => '</testsuites>\n',
  };
}

function fails({ severity }: Finding): boolean {
  return severity !== 'info';
}

function testCase({ file }: FileReport, finding: Finding, { line, column }: Position): string {
  const { rule, severity, message } = finding;
  const place = `${String(line)}:${String(column)}`;
  const told = `${place} ${severity}: ${message}`;
  const said = fails(finding)
    ? `<failure type=${attribute(severity)} message=${attribute(told)}/>`
    : `<skipped message=${attribute(told)}/>`;
  return `    <testcase name=${attribute(`${rule} ${place}`)} classname=${attribute(file)}>${said}</testcase>\n`;
}
