import { cutFromLine } from '../fixes/insert-text.js';
import { anyOf, writeFixes } from '../fixes/write-fixes.js';
import { CORE_KIND, type Clause, type Exemption, normalizeName, type TimedLine, type Word } from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';
import type { Report, Rule } from '../lint/rule.js';
import { baseOf, kindChain, type KindDemands, MOST_KINDS, namesOfClause, plainName } from '../requirements/askers.js';
import { libraryOf } from '../requirements/library.js';
import { nearest } from '../spelling/nearest.js';

export const unknownKind: Rule = {
  id: 'unknown-kind',
  group: 'structure',
  severity: 'error',
  subject: 'file',
  needs: 'workspace',
  summary: 'A kind of letter stands on one that is there, and what it leaves out is asked somewhere.',
  why: 'Clauses of a kind that is not found are asked of nobody, and letters pass that lack what they ask.',
  bad: {
    'renewal.lmn': 'kind renewal from contiunation-form "Renewal"\nrequire date: The day.',
    'base.lmn': 'kind continuation-form "Continuation"\nrequire last visit: The last visit.',
  },
  good: {
    'renewal.lmn': 'kind renewal from continuation-form "Renewal"\nrequire date: The day.',
    'base.lmn': 'kind continuation-form "Continuation"\nrequire last visit: The last visit.',
  },
  check(subject, report) {
    const { asking, file } = subject;
    if (!asking) return;
    const { clauses, times, exemptions } = asking.demands;
    for (const line of [...clauses, ...times]) checkKinds(line, subject, report);
    if (file.kind === 'kind') {
      checkBase(subject, report);
      for (const one of exemptions) checkExemption(one, subject, report);
      return;
    }
    const message = 'Only a kind of letter leaves out what another one asks. Take this line out of the policy.';
    for (const { entry } of exemptions) report(entry.whole, message);
  },
};

/** `for: appeal-3` beneath a clause; where no kinds are known nothing can be said. */
function checkKinds({ kinds }: Pick<Clause | TimedLine, 'kinds'>, { workspace }: FileSubject, report: Report): void {
  const names = [...workspace.kinds.keys()];
  if (names.length === 0) return;
  for (const item of kinds?.items ?? []) if (!names.includes(item.text)) reportUnknown(item, names, report);
}

function reportUnknown(where: Word, names: readonly string[], report: Report): void {
  const near = nearest(where.text, names);
  const choice = near.length > 0 ? `Did you mean ${anyOf(near)}?` : 'Write the name of one, such as: continuation';
  report(where, `There is no kind of letter of this name. ${choice}`, writeFixes(where, near));
}

/** The kind that this one stands on is there, and does not stand on this one in turn. */
function checkBase({ file, workspace }: FileSubject, report: Report): void {
  const { name, from, base } = file.header ?? {};
  if (!from || !name) return;
  if (!base) {
    report(from, 'Name the kind that this one stands on, after "from".');
    return;
  }
  const library = libraryOf(workspace);
  const own = library.kinds.get(normalizeName(name.text));
  if (own?.file !== file) return;
  if (!baseOf(own, library)) {
    const names = [...workspace.kinds.keys()].filter((other) => other !== name.text);
    reportUnknown(base, names, report);
    return;
  }
  const chain = kindChain(name.text, library);
  const last = chain.at(-1);
  const next = last && baseOf(last, library);
  if (!next) return;
  const around = [...chain, next].map((one) => one.name).join(' from ');
  const message = chain.includes(next)
    ? `The kinds stand on each other in a circle: ${around}. Name another one here.`
    : `More than ${String(MOST_KINDS - 1)} kinds stand upon each other; what is beyond asks nothing. Stand on fewer.`;
  const where = { piece: from.piece, start: from.start, end: base.end };
  report(base, message, {
    otherFixes: [{ title: 'Stand on no other kind', edits: [cutFromLine(where)], asks: true }],
  });
}

/** What is left out must be asked by core or by a kind beneath. */
function checkExemption({ names }: Exemption, { file, workspace }: FileSubject, report: Report): void {
  const library = libraryOf(workspace);
  const core = library.kinds.get(CORE_KIND);
  const beneath: readonly KindDemands[] = kindChain(file.header?.name?.text, library).slice(1);
  const askers = core ? [...beneath, core] : beneath;
  const asked = [...new Set(askers.flatMap(({ demands }) => demands.clauses.flatMap(namesOfClause)))];
  if (asked.length === 0) return;
  for (const name of names) {
    if (asked.includes(plainName(name.text))) continue;
    const near = nearest(plainName(name.text), asked);
    const choice =
      near.length > 0 ? `Did you mean ${anyOf(near)}?` : 'Write a clause by its label, or by what it asks for.';
    const message = `Nothing of this name is asked by the kinds that this one stands on. ${choice}`;
    report(name, message, writeFixes(name, near));
  }
}
