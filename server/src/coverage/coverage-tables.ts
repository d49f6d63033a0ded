import { allComponents } from '../knowledge/components.js';
import { plural } from '../knowledge/plurals.js';
import { type Coverage, type Dated, isOld, isUsed } from './coverage.js';

/** A table for people, in words that every format prints alike. */
export interface CoverageTable {
  readonly title: string;
  /** What is to be seen in it. */
  readonly says: string;
  readonly head: readonly string[];
  readonly rows: readonly CoverageLine[];
}

export interface CoverageLine {
  readonly cells: readonly string[];
  /** The file that it tells of, as the report calls it. */
  readonly file?: string;
}

/** What a report says, in tables. */
export function coverageTables({ templates, shipped, kinds, policies, cases }: Coverage): CoverageTable[] {
  const unused = templates.filter((one) => !isUsed(one));
  const shippedInUse = shipped.filter(isUsed);
  const used =
    templates.length === 0
      ? ''
      : cases === 0
        ? 'No case is among these files, so nothing is said of how often each is used.'
        : unused.length === 0
          ? 'Each is named by a case or stood upon.'
          : `${plural(unused.length, 'template')} that no case names and none stands on: ${unused.map(({ name }) => name).join(', ')}.`;
  const lettered = kinds.filter((kind) => kind.templates.length > 0).length;
  const stale = [...kinds.filter(({ file }) => file !== undefined), ...policies].filter(isOld);
  return [
    {
      title: 'Templates',
      says: `${plural(templates.length, 'template')}, ${plural(cases, 'case')}. ${used}`.trimEnd(),
      head: ['template', 'for', 'from', 'cases', 'on it', 'no section for'],
      rows: templates.map((one) => ({
        file: one.file,
        cells: [
          one.name,
          one.kinds.join(', '),
          one.from ?? '',
          String(one.cases),
          String(one.standing),
          allComponents.filter((component) => !one.components.includes(component)).join(', '),
        ],
      })),
    },
    ...(shippedInUse.length === 0
      ? []
      : [
          {
            title: 'Templates that ship and are used',
            says: `${String(shippedInUse.length)} of ${plural(shipped.length, 'template')} that ship.`,
            head: ['template', 'for', 'cases', 'on it'],
            rows: shippedInUse.map((one) => ({
              file: one.file,
              cells: [one.name, one.kinds.join(', '), String(one.cases), String(one.standing)],
            })),
          },
        ]),
    {
      title: 'Kinds of letter',
      says: `${String(lettered)} of ${plural(kinds.length, 'kind')} ${lettered === 1 ? 'has' : 'have'} a template of this folder.`,
      head: ['kind', 'templates', 'policies', 'as of', 'days ago', 'source'],
      rows: kinds.map((one) => ({
        ...(one.file !== undefined && { file: one.file }),
        cells: [one.name, one.templates.join(', '), one.policies.join(', '), ...datedCells(one), one.source ?? ''],
      })),
    },
    {
      title: 'Policies',
      says:
        policies.length === 0
          ? 'There is no policy among these files.'
          : `${policies.length === 1 ? '1 policy' : `${String(policies.length)} policies`}; ${stale.length === 0 ? 'each was compared with its source within a year' : `to compare with their sources again: ${stale.map(({ name }) => name).join(', ')}`}.`,
      head: ['policy', 'payer', 'for', 'until', 'as of', 'days ago', 'source'],
      rows: policies.map((one) => ({
        file: one.file,
        cells: [
          one.name,
          one.payer ?? '',
          one.kinds.join(', '),
          one.until === undefined ? '' : `${one.until}${one.hasEnded ? ' (ended)' : ''}`,
          ...datedCells(one),
          one.source ?? '',
        ],
      })),
    },
  ];
}

function datedCells({ asOf, age }: Dated): string[] {
  return [asOf ?? 'not given', age === undefined ? '' : String(age)];
}
