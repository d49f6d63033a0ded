import type { FileSubject } from '../letter/subjects.js';
import { internalError, lint, type Severities } from '../lint/engine.js';
import type { Finding, Rule } from '../lint/rule.js';
import type { LintOptions } from './lint-options.js';

/**
 * What is wrong in a file, as far as it is asked for; what its comments suppress is marked. All rules run, whichever are asked for: whether a comment suppresses anything is
 * known only then. A rule that is asked for by name runs though the configuration turns it off, or though it only hints.
 */
export function chosenFindings(
  subject: FileSubject,
  rules: readonly Rule[],
  severities: Severities,
  { only, severities: shown }: Pick<LintOptions, 'only' | 'severities'>,
): Finding[] {
  const isAsked = ({ rule }: Finding) => only === undefined || only.has(rule) || rule === internalError;
  const asked = only ? turnedOn(rules, severities, only) : severities;
  return lint(subject, { rules, severities: asked, withSuppressed: true, withoutHints: true }).filter(
    (finding) => isAsked(finding) && shown.includes(finding.severity),
  );
}

function turnedOn(rules: readonly Rule[], severities: Severities, only: ReadonlySet<string>): Severities {
  const off = rules.filter(
    ({ id, hint }) => only.has(id) && (severities[id] === 'off' || (hint && severities[id] === undefined)),
  );
  return { ...severities, ...Object.fromEntries(off.map(({ id, severity }) => [id, severity])) };
}
