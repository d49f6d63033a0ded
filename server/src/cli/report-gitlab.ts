import type { Severity } from '../lint/rule.js';
import { fingerprintsOf } from './fingerprints.js';
import type { Reporter, ReportFormat } from './reports.js';

export const gitlab: ReportFormat = { help: 'a Code Quality report for GitLab', begin: gitlabReporter };

const severities: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };

/** GitLab's Code Quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format. */
function gitlabReporter(): Reporter {
  let any = false;
  return {
    begin: () => '[',
    file(report) {
      const { file, positionAt, findings } = report;
      if (findings.length === 0) return '';
      const fingerprints = fingerprintsOf(file, findings);
      const lines = findings.map(({ rule, severity, message, range }, index) =>
        JSON.stringify({
          description: message,
          check_name: rule,
          fingerprint: fingerprints[index],
          severity: severities[severity],
          location: {
            path: file,
            positions: { begin: positionAt(range.start), end: positionAt(range.end) },
          },
        }),
      );
      const written = `${any ? ',' : ''}\n${lines.join(',\n')}`;
      any = true;
      return written;
    },
    end: () => (any ? '\n]\n' : ']\n'),
  };
}
