import {
  type Coverage,
  type CoveredKind,
  type CoveredPolicy,
  type CoveredTemplate,
  type Dated,
  isOld,
  isUsed,
} from '../coverage/coverage.js';
import { allComponents } from '../knowledge/components.js';
import { plural } from '../knowledge/plurals.js';
import type { CoverageRow } from '../protocol/coverage.js';

/**
 * What a folder covers, as a tree: kinds of letter with their templates; then templates of no kind, policies, kinds for which there is no template, and what ships and
 * is not used. `files` of the coverage are addresses; `kindFile` says where a kind is, of those that ship too.
 */
export function coverageRows(coverage: Coverage, kindFile: (name: string) => string | undefined): CoverageRow[] {
  const { templates, shipped, kinds, policies } = coverage;
  const inUse = [...templates, ...shipped.filter(isUsed)];
  const isEmpty = inUse.length + policies.length === 0 && kinds.every(({ file }) => file === undefined);
  if (isEmpty) return [];
  const own = new Set(templates);
  const toRow = (one: CoveredTemplate) => templateRow(one, !own.has(one), coverage);
  const known = new Set(kinds.map(({ name }) => name));
  const kindRows = kinds.map((kind) => {
    const within = inUse.filter((one) => one.kinds.includes(kind.name)).map(toRow);
    return kindRow(kind, kindFile(kind.name), sorted(within));
  });
  const ofNone = inUse.filter((one) => !one.kinds.some((kind) => known.has(kind)));
  return [
    ...sorted(kindRows.filter(({ within }) => within.length > 0)),
    ...group('Templates of no kind', ofNone.map(toRow)),
    ...group('Policies', policies.map(policyRow)),
    ...group(
      'Kinds without a template',
      kindRows.filter(({ within }) => within.length === 0),
    ),
    ...group('Ship with LMN, not used here', shipped.filter((one) => !isUsed(one)).map(toRow)),
  ];
}

function group(label: string, within: readonly CoverageRow[]): CoverageRow[] {
  if (within.length === 0) return [];
  const stale = within.filter(({ isStale }) => isStale).length;
  const description = joined(String(within.length), stale > 0 && `${String(stale)} to look at`);
  return [
    { is: 'group', label, description, details: [], ships: false, isStale: false, cases: 0, within: sorted(within) },
  ];
}

function sorted(rows: readonly CoverageRow[]): CoverageRow[] {
  return [...rows].sort((a, b) => a.label.localeCompare(b.label, 'en'));
}

function kindRow(kind: CoveredKind, uri: string | undefined, within: readonly CoverageRow[]): CoverageRow {
  // What ships is compared with its sources by those who ship it.
  const isStale = kind.file !== undefined && isOld(kind);
  return {
    ...{ is: 'kind', label: kind.title, ...(uri !== undefined && { uri }) },
    description: joined(within.length > 0 && plural(within.length, 'template'), isStale && ageWords(kind)),
    details: [
      `Kind of letter: ${kind.name}`,
      ...(kind.policies.length > 0 ? [`Policies: ${kind.policies.join(', ')}`] : []),
      ...datedDetails(kind),
    ],
    ...{ ships: kind.file === undefined, isStale, cases: 0, within },
  };
}

function templateRow(one: CoveredTemplate, ships: boolean, { cases }: Coverage): CoverageRow {
  const open = allComponents.filter((component) => !one.components.includes(component));
  const use = one.cases > 0 ? plural(one.cases, 'case') : cases > 0 && !ships && !isUsed(one) && 'not used';
  return {
    ...{ is: 'template', label: one.title, uri: one.file, name: one.name },
    description: joined(use, one.standing > 0 && `${String(one.standing)} on it`, ships && isUsed(one) && 'ships'),
    details: [
      `Template: ${one.name}`,
      ...(one.from === undefined ? [] : [`Stands on ${one.from}`]),
      ...(one.kinds.length > 0 ? [`For ${one.kinds.join(', ')}`] : []),
      `Named by ${plural(one.cases, 'case')}; ${plural(one.standing, 'template')} on it`,
      open.length === 0 ? 'A section for each component' : `No section for ${open.join(', ')}`,
      ...(ships ? ['Ships with LMN'] : []),
    ],
    ...{ ships, isStale: false, cases: one.cases, within: [] },
  };
}

function policyRow(policy: CoveredPolicy): CoverageRow {
  const { hasEnded, until, payer } = policy;
  const ended = hasEnded && until !== undefined && `ended ${until}`;
  return {
    ...{ is: 'policy', label: policy.title, uri: policy.file },
    description: joined(ended || (isOld(policy) && ageWords(policy)), payer ?? false),
    details: [
      `Policy: ${policy.name}`,
      ...(payer === undefined ? [] : [`Payer: ${payer}`]),
      ...(policy.kinds.length > 0 ? [`For ${policy.kinds.join(', ')}`] : []),
      ...(until === undefined ? [] : [`In force until ${until}`]),
      ...datedDetails(policy),
    ],
    ...{ ships: false, isStale: hasEnded || isOld(policy), cases: 0, within: [] },
  };
}

function ageWords({ age }: Dated): string {
  return age === undefined ? 'no day given' : `${plural(age, 'day')} old`;
}

function datedDetails(dated: Dated): string[] {
  const { asOf, source } = dated;
  return [
    asOf === undefined ? 'Does not say as of when' : `As of ${asOf}, ${ageWords(dated)}`,
    ...(source === undefined ? [] : [`Source: ${source}`]),
    ...(isOld(dated) ? ['To be compared with its source again'] : []),
  ];
}

function joined(...parts: readonly (string | false)[]): string {
  return parts.filter((part) => part !== false && part !== '').join(' \u00b7 ');
}
