import type { Demands } from '../../language/clauses/clause.js';
import type { FactField } from '../../language/head.js';
import { readCaseFile } from '../../language/case-file.js';
import type { TemplateFile } from '../../language/template-file.js';
import { valueText } from '../../language/values.js';
import type { Workspace } from '../../language/workspace.js';
import { judgeLetter } from '../../requirements/judge-letter.js';
import { libraryOf } from '../../requirements/library.js';
import { sourceOf, timeWords } from '../../requirements/time-words.js';
import type { ResolvedLetter } from '../../letter/letter.js';
import { isShipped } from '../../language/shipped-text.js';
import { completenessOf } from '../../letter/completeness.js';
import { hasTag } from '../../letter/heading-tags.js';
import type { Named } from '../names/named.js';
import { resolveLetter } from '../../letter/resolve-letter.js';
import { emptyCase } from '../../begin/empty-case.js';
import type { Hovered } from './hovered.js';
import { literal } from '../markdown.js';
import { templateLayout } from '../../letter/template-layout.js';
import { sectionsIn } from '../../letter/template-section.js';

/** A template, policy, kind or vocabulary by its name: its title and what it asks of a case. */
export function describeFile(
  { of, name }: Extract<Named, { kind: 'file' }>,
  { context, letter }: Hovered,
): (string | undefined)[] {
  const { workspace } = context;
  if (of === 'template') {
    const template = workspace.templates.get(name);
    return template ? describeTemplate(template, workspace) : [];
  }
  if (of === 'policy') return [...describePolicy(name, workspace), decisionsIn(letter, workspace)];
  if (of === 'kind') return [...describeKind(name, workspace), decisionsIn(letter, workspace)];
  const file = workspace.all('vocabulary').find(({ header }) => header?.name?.text === name);
  return file ? [titleOf(file.header?.title?.text ?? name)] : [];
}

export function titleOf(title: string): string {
  return `**${literal(title)}**`;
}

/** What a case of the template has to give is what an empty one lacks. */
function describeTemplate(template: TemplateFile, workspace: Workspace): (string | undefined)[] {
  const { missing, unwritten } = completenessOf(resolveLetter(readCaseFile(emptyCase(), workspace, template.name)));
  const standing = workspace.standing(template.file);
  const facts = workspace.headsOf(template).flatMap((head) => head.facts);
  const optional = sectionsIn(templateLayout({ standing }))
    .filter((section) => hasTag(section, 'optional'))
    .map((section) => section.title.text);
  return [
    titleOf(template.title),
    isShipped(template.file.uri) ? 'A template that ships with LMN.' : undefined,
    listed(
      'Stands on: ',
      standing.files.slice(1).flatMap(({ header }) => header?.name?.text ?? []),
    ),
    factLine('For: ', facts, 'for'),
    listed('Needs: ', missing),
    listed('To be written: ', unwritten),
    listed('Optional sections: ', optional),
  ];
}

function describePolicy(name: string, workspace: Workspace): (string | undefined)[] {
  const policy = workspace.policies.get(name);
  if (!policy) return [];
  return [
    titleOf(policy.title),
    factLine('Payer: ', policy.head.facts, 'payer'),
    factLine('For: ', policy.head.facts, 'for'),
    factLine('Source: ', policy.head.facts, 'source'),
    askedBy(policy.demands),
  ];
}

function describeKind(name: string, workspace: Workspace): (string | undefined)[] {
  const kind = workspace.kinds.get(name);
  if (!kind) return [];
  return [
    titleOf(kind.title),
    factLine('', kind.head.facts, 'purpose'),
    kind.from === undefined ? undefined : listed('Takes the clauses of: ', [kind.from]),
    factLine('Source: ', kind.head.facts, 'source'),
    askedBy(kind.demands),
  ];
}

/** In a case: how soon the payer has to decide on it. */
function decisionsIn(letter: ResolvedLetter | undefined, workspace: Workspace): string | undefined {
  const decisions = letter ? judgeLetter(letter, libraryOf(workspace)).decisions : [];
  const lines = decisions.map(({ line }) => {
    const source = sourceOf(line);
    return `Decided within ${timeWords(line.amount, line.unit)}${source === '' ? '' : ` (${literal(source)})`}; confirm it on the notice.`;
  });
  return lines.length > 0 ? lines.join('\n\n') : undefined;
}

function askedBy({ clauses, times }: Demands): string {
  return [...clauses, ...times].map(({ entry }) => `- ${literal(entry.whole.text)}`).join('\n');
}

/** What a head gives for one of its facts, behind what leads to it; undefined where it gives nothing. */
export function factLine(lead: string, facts: readonly FactField[], norm: string): string | undefined {
  const values = facts.find(({ declaration }) => declaration?.norm === norm)?.values.filter((value) => value.given);
  return listed(lead, values?.map((value) => valueText(value, ' ')) ?? []);
}

function listed(lead: string, names: readonly string[]): string | undefined {
  return names.length > 0 ? lead + literal(names.join('; ')) : undefined;
}
