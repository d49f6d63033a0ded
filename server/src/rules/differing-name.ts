import { type Comparison, FEWEST_ALIKE, othersOn, shownOf } from '../analysis/among-templates.js';
import { normalizeName, resolveName, type SourceFile, type Workspace } from '../letter/source.js';
import type { Rule } from '../lint/rule.js';

const renewal = 'template renewal\n---\n## Request\nA request for [patient dob].';
const others = Object.fromEntries(
  ['pump', 'brace', 'infusion'].map((name) => [
    `${name}.lmn`,
    `template ${name}\n---\n## Request\nA request for [patient date of birth].`,
  ]),
);

export const differingName: Rule = {
  id: 'differing-name',
  group: 'structure',
  severity: 'info',
  subject: 'template',
  needs: 'workspace',
  summary: 'Templates call a field by one of its names, the same everywhere.',
  why: 'Many fields have several names. Whoever looks for a field through a folder of templates finds the ones that use the name they know, and misses the rest.',
  bad: { 'renewal.lmn': renewal, ...others },
  good: { 'renewal.lmn': renewal.replace('dob', 'date of birth'), ...others },
  check(subject, report) {
    for (const { about, way, where } of namesIn(subject.file, subject.workspace)) {
      const ways = othersOn(names, about, subject);
      const alike = (ways.find((one) => one.way === way)?.speakers.size ?? 0) + 1;
      const [most] = ways;
      if (!most || most.way === way || most.speakers.size < FEWEST_ALIKE * alike) continue;
      report(where, `Other templates call this field [${most.way}]. Call it the same, so that it can be found.`, {
        fix: { title: `Write [${most.way}]`, edits: [{ where, text: most.way }], asks: true },
        related: shownOf(most.speakers, `[${most.way}]`),
      });
    }
  },
};

/** What a template declares itself is its own affair, and a record alone prints as several do. */
function namesIn(file: SourceFile, workspace: Workspace) {
  const proses = [...(file.preamble ? [file.preamble] : []), ...file.sections.map(({ prose }) => prose)];
  return proses.flatMap(({ brackets }) =>
    brackets.flatMap((bracket) => {
      if (bracket.kind !== 'placeholder') return [];
      const way = normalizeName(bracket.name.text);
      const target = resolveName(workspace.schema, way);
      if (target?.kind !== 'letter field' && (target?.kind !== 'record field' || target.alone)) return [];
      const record = target.kind === 'record field' ? target.record.norm : '';
      return [{ about: `${record}: ${target.field.norm}`, way, where: bracket.name }];
    }),
  );
}

const names: Comparison = { saidIn: namesIn, dependsOn: ({ vocabulary }) => vocabulary };
