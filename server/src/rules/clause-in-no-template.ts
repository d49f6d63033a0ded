import { hasBlock } from '../analysis/printed-fields.js';
import { templatePrints } from '../analysis/template-prints.js';
import { type Clause, CORE_KIND, type FieldDeclaration, normalizeName } from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';
import { kindOfTemplate } from '../letter/template-kind.js';
import { templateLayout } from '../letter/template-layout.js';
import type { Rule } from '../lint/rule.js';
import { kindChain } from '../requirements/askers.js';
import { isPicked } from '../requirements/conditions.js';
import { libraryOf } from '../requirements/library.js';
import { unprintableIn } from '../requirements/printable.js';

export const clauseInNoTemplate: Rule = {
  id: 'clause-in-no-template',
  group: 'structure',
  severity: 'info',
  subject: 'file',
  needs: 'workspace',
  summary: 'What a policy or kind requires can be printed by a template for its letters.',
  why: 'A clause is met once the letter prints the fact. Where no template has a place for it, whoever writes a letter finds out late, and has to write that sentence anew in each case.',
  bad: {
    'policy.lmn': 'policy mesa-1\npayer: Blue Mesa\nfor: new-pa\n\nrequire denial item: 1: What was denied.',
    'kind.lmn': 'kind new-pa "New prior authorization"\nsource: x',
    'ours.lmn': 'template ours\nfor: new-pa\n---\n## Request\nPlease approve [treatment requested].',
  },
  good: {
    'policy.lmn': 'policy mesa-1\npayer: Blue Mesa\nfor: new-pa\n\nrequire denial item: 1: What was denied.',
    'kind.lmn': 'kind new-pa "New prior authorization"\nsource: x',
    'ours.lmn':
      'template ours\nfor: new-pa\n---\n## Request\nPlease approve [treatment requested].{ The denial was of [denial item].}',
  },
  check(file, report) {
    const { asking } = file;
    if (!asking) return;
    for (const clause of asking.demands.clauses) {
      const templates = templatesFor(clause, file);
      if (templates.length === 0) continue;
      const word = unprintableIn(clause, (field) => templates.some(({ prints }) => prints(field)));
      if (!word) continue;
      report(
        word,
        'No template for these letters prints this: each case has to say it in a section of its own. A line for it in braces, such as {Name: [name]}, prints it wherever it is given.',
      );
    }
  },
};

interface Printing {
  readonly prints: (field: FieldDeclaration) => boolean;
}

/** The templates that a letter to which a clause applies may be written with. None where no template says that it is for such letters; else those too that say no kind. */
function templatesFor({ kinds }: Clause, file: FileSubject): readonly Printing[] {
  const { workspace } = file;
  const all = [...workspace.templates.values()].map((template) => ({
    template,
    chain: chainOf(kindOfTemplate({ template, workspace }), file),
  }));
  const fits = ({ chain }: (typeof all)[number]) => isFor(chain, file) && isPicked(kinds, chain);
  if (!all.some((one) => one.chain.length > 0 && fits(one))) return [];
  return all
    .filter((one) => one.chain.length === 0 || fits(one))
    .map(({ template }) => {
      const layout = templateLayout({ standing: workspace.standing(template.file) });
      const { schema } = template;
      // The table prints what meets a policy, wherever else it stands.
      if (file.file.kind === 'policy' && hasBlock(layout, schema, 'criteria')) return { prints: () => true };
      // What need not print, or is computed, is not told of.
      return { prints: (field) => field.unprinted || field.derived || templatePrints(field, layout, schema) };
    });
}

/** The kind that a template says, and those that it is made from. */
function chainOf(kind: string, { workspace }: FileSubject): readonly string[] {
  if (kind === '') return [];
  const chain = kindChain(kind, libraryOf(workspace)).map(({ name }) => normalizeName(name));
  return chain.length > 0 ? chain : [normalizeName(kind)];
}

/** Whether a policy or kind asks something of letters of these kinds; core asks of every letter that says its kind. */
function isFor(chain: readonly string[], { asking, file, workspace }: FileSubject): boolean {
  if (chain.length === 0) return false;
  if (file.kind === 'kind') return asking?.name === CORE_KIND || chain.includes(normalizeName(asking?.name ?? ''));
  return isPicked(libraryOf(workspace).policies.find((policy) => policy.file === file)?.kinds, chain);
}
