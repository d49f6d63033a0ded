import { allComponents, type Component } from '../knowledge/components.js';
import { daysBetween } from '../knowledge/day-arithmetic.js';
import { type Day, formatDate, isDateProblem, parseDate } from '../knowledge/dates.js';
import type { AskingFile } from '../language/asking-file.js';
import { CORE_KIND } from '../language/kind-file.js';
import { headingNorm } from '../language/names.js';
import { isShipped } from '../language/shipped-text.js';
import type { SourceFile } from '../language/source-file.js';
import type { TemplateFile } from '../language/template-file.js';
import { valueText } from '../language/values.js';
import type { Workspace } from '../language/workspace.js';

/** A template, and what it covers. */
export interface CoveredTemplate {
  readonly file: string;
  readonly name: string;
  readonly title: string;
  /** The template that it stands on. */
  readonly from?: string;
  /** The kinds of letter that it is for. */
  readonly kinds: readonly string[];
  /** What its sections do for the reviewer, those of its bases too. */
  readonly components: readonly Component[];
  /** Cases that name it. */
  readonly cases: number;
  /** Templates that stand on it; on one that ships, those of the folder. */
  readonly standing: number;
}

/** How old what a policy or a kind says is. */
export interface Dated {
  readonly asOf?: string;
  /** Days from then to the day of the report; undefined where no day is given that can be read. */
  readonly age?: number;
  readonly source?: string;
}

export interface CoveredKind extends Dated {
  readonly name: string;
  readonly title: string;
  /** Where it is one of the folder's own. */
  readonly file?: string;
  /** The folder's templates that are for it. */
  readonly templates: readonly string[];
  /** The folder's policies that ask something of it by its name. */
  readonly policies: readonly string[];
}

export interface CoveredPolicy extends Dated {
  readonly file: string;
  readonly name: string;
  readonly title: string;
  readonly payer?: string;
  readonly kinds: readonly string[];
  readonly until?: string;
  /** It is no longer in force on the day of the report. */
  readonly hasEnded: boolean;
}

/** What a folder of templates, kinds and policies covers. It holds nothing of any case but how many there are. */
export interface Coverage {
  readonly day: string;
  readonly cases: number;
  readonly templates: readonly CoveredTemplate[];
  /** Those that ship, where the folder has none of its own under their names. */
  readonly shipped: readonly CoveredTemplate[];
  readonly kinds: readonly CoveredKind[];
  readonly policies: readonly CoveredPolicy[];
}

/**
 * Looks through the templates, kinds and policies of a workspace. `usedNames` are the templates that its cases name, once for each case; `nameOf` says what a file is
 * called in the report.
 */
export function coverageOf(
  workspace: Workspace,
  usedNames: readonly string[],
  today: Day,
  nameOf: (file: SourceFile) => string,
): Coverage {
  const isOwn = ({ file }: { readonly file: SourceFile }) => !isShipped(file.uri);
  const uses = new Map<string, number>();
  for (const name of usedNames) uses.set(name, (uses.get(name) ?? 0) + 1);
  const covered = (template: TemplateFile) =>
    coveredTemplate(template, workspace, uses.get(template.name) ?? 0, nameOf);
  const all = [...workspace.templates.values()];
  const own = new Set(all.filter(isOwn).map(({ name }) => name));
  const templates = all.filter(isOwn).map(covered);
  const shipped = all
    .filter((template) => !isOwn(template))
    .map((template) => {
      const standing = [...workspace.templatesOn(template.name)].filter((name) => own.has(name)).length;
      return { ...covered(template), standing };
    });
  const policies = [...workspace.policies.values()].filter(isOwn).map((policy): CoveredPolicy => {
    const until = valuesOf(policy, 'until')[0];
    const [payer] = valuesOf(policy, 'payer');
    const last = until === undefined ? undefined : ageOf(until, today);
    return {
      ...{ file: nameOf(policy.file), name: policy.name, title: policy.title },
      ...(payer !== undefined && { payer }),
      kinds: valuesOf(policy, 'for'),
      ...(until !== undefined && { until }),
      hasEnded: last !== undefined && last > 0,
      ...datedBy(policy, today),
    };
  });
  const kinds = [...workspace.kinds.values()]
    .filter(({ name }) => name !== CORE_KIND)
    .map((kind): CoveredKind => ({
      ...{ name: kind.name, title: kind.title },
      ...(isOwn(kind) && { file: nameOf(kind.file) }),
      templates: templates.filter((one) => one.kinds.includes(kind.name)).map(({ name }) => name),
      policies: policies.filter((one) => one.kinds.includes(kind.name)).map(({ name }) => name),
      ...datedBy(kind, today),
    }));
  const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
  return {
    day: formatDate(today, 'iso'),
    cases: usedNames.length,
    templates: templates.sort(byName),
    shipped: shipped.sort(byName),
    kinds: kinds.sort(byName),
    policies: policies.sort(byName),
  };
}

/** Whether a case names it or one of the folder's templates stands on it. */
export function isUsed({ cases, standing }: CoveredTemplate): boolean {
  return cases + standing > 0;
}

/** From this age on what is said of a payer or a law should be compared with its source again: plans publish their policies anew each year. */
const old = 365; // days

/** Whether it is to be compared with its source again; what says no day is. */
export function isOld({ age }: Dated): boolean {
  return age === undefined || age >= old;
}

function coveredTemplate(
  { file, name, title }: TemplateFile,
  workspace: Workspace,
  cases: number,
  nameOf: (file: SourceFile) => string,
): CoveredTemplate {
  const { files } = workspace.standing(file);
  const tags = printedTags(files);
  const template = workspace.templates.get(name);
  const heads = template ? workspace.headsOf(template) : [];
  const kinds = heads.map((head) => valuesOf({ head }, 'for')).find((values) => values.length > 0) ?? [];
  const from = file.header?.base?.text;
  return {
    ...{ file: nameOf(file), name, title, kinds },
    ...(from !== undefined && { from }),
    components: allComponents.filter((component) => tags.has(component)),
    cases,
    standing: workspace.templatesOn(name).size,
  };
}

/** The tags of the sections that a template and its bases have: what one leaves out with #omit is not looked for beneath it. */
function printedTags(files: readonly SourceFile[]): ReadonlySet<string> {
  const tags = new Set<string>();
  const omitted = new Set<string>();
  for (const { title, tags: own } of files.flatMap(({ sections }) => sections)) {
    const heading = headingNorm(title.text);
    const words = own.map(({ text }) => text.toLowerCase());
    if (words.includes('omit')) omitted.add(heading);
    else if (!omitted.has(heading)) for (const word of words) tags.add(word);
  }
  return tags;
}

function datedBy(asking: AskingFile, today: Day): Dated {
  const [asOf] = valuesOf(asking, 'as of');
  const [source] = valuesOf(asking, 'source');
  const age = asOf === undefined ? undefined : ageOf(asOf, today);
  return {
    ...(asOf !== undefined && { asOf }),
    ...(age !== undefined && { age }),
    ...(source !== undefined && { source }),
  };
}

function valuesOf({ head }: Pick<AskingFile, 'head'>, name: string): string[] {
  const given = head.facts.filter(({ declaration }) => declaration?.norm === name).flatMap(({ values }) => values);
  return given.flatMap((value) => (value.given ? [valueText(value, ' ')] : []));
}

function ageOf(written: string, today: Day): number | undefined {
  const then = parseDate(written);
  return isDateProblem(then) ? undefined : daysBetween(then, today);
}
