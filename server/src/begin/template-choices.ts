import { CORE_KIND, type KindFile, purposeOf } from '../language/kind-file.js';
import { isShipped } from '../language/shipped-text.js';
import type { Workspace } from '../language/workspace.js';
import { kindOfTemplate, type TemplateInReach } from '../letter/template-kind.js';

/** The templates that make letters of one kind. */
export interface KindOfTemplates {
  /** The kind's name; empty for templates of no kind. */
  readonly kind: string;
  /** What the kind is called; its name where no file declares it. */
  readonly title: string;
  /** When such a letter is written; empty where the kind does not say it. */
  readonly purpose: string;
  /** Those of the workspace first. */
  readonly templates: readonly TemplateInReach[];
}

/** Templates by their kind of letter, as somebody chooses among them: kinds by title, and last the letters of no kind. */
export function templatesByKind(found: readonly TemplateInReach[]): KindOfTemplates[] {
  const byKind = new Map<string, TemplateInReach[]>();
  for (const one of found) {
    const kind = kindOfTemplate(one);
    byKind.set(kind, [...(byKind.get(kind) ?? []), one]);
  }
  const groups = [...byKind].map(([kind, templates]): KindOfTemplates => {
    const file = templates.map(({ workspace }) => workspace.kinds.get(kind)).find((one) => one !== undefined);
    return {
      kind,
      title: file?.title ?? kind,
      purpose: (file && purposeOf(file)) ?? '',
      templates: ownFirst(templates),
    };
  });
  return groups.sort((a, b) => Number(a.kind === '') - Number(b.kind === '') || a.title.localeCompare(b.title, 'en'));
}

function ownFirst(templates: readonly TemplateInReach[]): TemplateInReach[] {
  const isOurs = ({ template }: TemplateInReach) => Number(isShipped(template.file.uri));
  return [...templates].sort((a, b) => isOurs(a) - isOurs(b));
}

/** The kinds that a letter can be of; what holds for every letter is none. */
export function kindsOfLetters(workspace: Workspace): KindFile[] {
  return [...workspace.kinds.values()].filter(({ name }) => name !== CORE_KIND);
}

/**
 * The templates for letters of a kind: its own, else those of the nearest kind that it is made from. Those of the workspace come first; of what ships the one that is named after
 * the kind, for it fits whatever is asked for.
 */
export function templatesForKind(kind: string, workspace: Workspace): (TemplateInReach & { readonly kind: string })[] {
  const all = [...workspace.templates.values()].map((template) => ({ template, workspace }));
  const seen = new Set<string>();
  for (let name: string | undefined = kind; name !== undefined && !seen.has(name);) {
    const asked: string = name;
    seen.add(asked);
    const fitting = all.filter((one) => kindOfTemplate(one) === asked);
    const isNamedSo = ({ template }: TemplateInReach) => Number(template.name !== `${asked}-letter`);
    if (fitting.length > 0)
      return ownFirst(fitting.sort((a, b) => isNamedSo(a) - isNamedSo(b))).map((one) => ({ ...one, kind: asked }));
    name = workspace.kinds.get(asked)?.from;
  }
  return [];
}
