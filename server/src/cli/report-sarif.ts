import type { Position } from '../lint/positions.js';
import type { Finding, RuleDescription, Severity } from '../lint/rule.js';
import { fingerprintsOf } from './fingerprints.js';
import type { FileReport, Reporter, ReportFormat, Reporting } from './reports.js';

export const sarif: ReportFormat = { help: 'SARIF 2.1.0, for code scanning', tellsFixes: true, begin: sarifReporter };

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** One run of SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), a result a line. It quotes nothing of the files: neither snippets nor their whole text. */
function sarifReporter({ rules, version }: Reporting): Reporter {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  let any = false;
  return {
    begin() {
      const driver = { name: 'lmn', semanticVersion: version, rules: rules.map(describeRule) };
      const schema = 'https://json.schemastore.org/sarif-2.1.0.json';
      const tool = JSON.stringify({ driver });
      return `{"$schema":"${schema}","version":"2.1.0","runs":[{"tool":${tool},"columnKind":"utf16CodeUnits","results":[`;
    },
    file(report) {
      const lines = resultsOf(report, indexes).map((result) => JSON.stringify(result));
      if (lines.length === 0) return '';
      const text = `${any ? ',' : ''}\n${lines.join(',\n')}`;
      any = true;
      return text;
    },
    end: ({ isComplete }) => `\n],"invocations":[{"executionSuccessful":${String(isComplete)}}]}]}\n`,
  };
}

function describeRule({ id, group, severity, summary, why }: RuleDescription): object {
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: { text: `${why}\n\nWith an example that fails it and one that passes: lmn explain ${id}` },
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: [group] },
  };
}

function resultsOf(report: FileReport, indexes: ReadonlyMap<string, number>): object[] {
  const { positionAt } = report;
  const open = report.findings.map((finding) => ({ finding, suppressions: [] as object[] }));
  const settled = report.settled.map(({ finding, by }) => ({
    finding,
    suppressions: [{ kind: by === 'comment' ? 'inSource' : 'external' }],
  }));
  const all = [...open, ...settled];
  const fingerprints = fingerprintsOf(
    report.file,
    all.map(({ finding }) => finding),
  );
  return all.map(({ finding, suppressions }, index) => {
    const ruleIndex = indexes.get(finding.rule);
    return {
      ruleId: finding.rule,
      ...(ruleIndex !== undefined && { ruleIndex }),
      level: levels[finding.severity],
      message: { text: finding.message },
      locations: [{ physicalLocation: placeIn(report, finding.range, positionAt) }],
      ...relatedIn(report, finding, positionAt),
      partialFingerprints: { 'lmnFinding/v1': fingerprints[index] },
      ...fixIn(report, finding, positionAt),
      ...(suppressions.length > 0 && { suppressions }),
    };
  });
}

interface Range {
  readonly start: number;
  readonly end: number;
}

type PositionAt = (offset: number) => Position;

function placeIn({ file }: FileReport, range: Range, positionAt: PositionAt): object {
  return { artifactLocation: artifact(file), region: region(range, positionAt) };
}

function relatedIn(report: FileReport, { related }: Finding, positionAt: PositionAt): object {
  const relatedLocations = related.map((one) => ({
    physicalLocation: placeIn(report, one.range, positionAt),
    message: { text: one.message },
  }));
  return relatedLocations.length > 0 ? { relatedLocations } : {};
}

function fixIn(report: FileReport, finding: Finding, positionAt: PositionAt): object {
  const [fix] = finding.fixes;
  if (!fix) return {};
  const replacements = fix.edits.map(({ range, text }) => ({
    deletedRegion: region(range, positionAt),
    insertedContent: { text },
  }));
  const artifactChanges = [{ artifactLocation: artifact(report.file), replacements }];
  return { fixes: [{ description: { text: fix.title }, artifactChanges }] };
}

function region({ start, end }: Range, positionAt: PositionAt): object {
  const [from, to] = [positionAt(start), positionAt(end)];
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}

/** A relative reference, which says nothing of whose machine it was; absolute only where the file lies on another drive. */
function artifact(file: string): object {
  const drive = /^[A-Za-z]:(?=\/)/.exec(file)?.[0] ?? '';
  const way = file.slice(drive.length).split('/').map(encodeName).join('/');
  return { uri: drive === '' ? way : `file:///${drive}${way}` };
}

/** A name may hold half of a surrogate pair, which no address can. */
function encodeName(name: string): string {
  return encodeURIComponent(name.replace(/\p{Cs}/gu, '\u{fffd}'));
}
