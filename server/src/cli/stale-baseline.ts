import { type Baseline, baselineFileName, type Parted } from '../configuration/baseline.js';
import { positionsIn } from '../lint/positions.js';
import type { Finding, RuleDescription } from '../lint/rule.js';
import { plural } from '../knowledge/plurals.js';
import type { FileReport } from './reports.js';

/** What is found in a baseline itself. It is no rule that a comment or a configuration could silence. */
export const staleBaseline: RuleDescription = {
  id: 'stale-baseline',
  group: 'structure',
  severity: 'error',
  summary: 'Every entry of the baseline is still found.',
  why: 'An entry that is left behind would hide the next mistake of its kind.',
  bad: '{ "version": 1, "findings": [{ "file": "gone.lmn", "rule": "npi", "message": "…", "count": 1 }] }',
  good: '{ "version": 1, "findings": [] }',
};

/** What of a baseline is stale, as the findings of its file. `name` is what reports call it. */
export function staleReport(name: string, { text }: Pick<Baseline, 'text'>, stale: Parted['stale']): FileReport {
  const findings = stale.map(({ entry, missing }): Finding => {
    const { file, rule, count, start, end } = entry;
    const times = count === 1 ? 'no longer found' : `found ${plural(missing, 'time')} less often`;
    return {
      rule: staleBaseline.id,
      severity: staleBaseline.severity,
      message: `${rule} in ${file} is ${times}. To drop what is stale: lmn lint --write-baseline .`,
      range: { uri: baselineFileName, start, end },
      ...{ fixes: [], related: [], unnecessary: false, lacks: [] },
    };
  });
  return { file: name, positionAt: positionsIn(text), findings, settled: [] };
}
