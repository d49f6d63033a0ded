// What it costs to hold one letter against its payer's policies, at a keystroke, beside resolving the same letter. Bundled and run by bench.mjs; prints one JSON object.
import { createParser } from '../../server/src/language/parse.js';
import { createLmnCoreServices } from '../../server/src/language/services.js';
import type { SourceFile } from '../../server/src/language/source-file.js';
import { Workspace } from '../../server/src/language/workspace.js';
import { SectionMemo } from '../../server/src/letter/resolve-section.js';
import { readSubjects } from '../../server/src/letter/subjects.js';
import { lint, type LintMemo } from '../../server/src/lint/engine.js';
import { judgeLetter } from '../../server/src/requirements/judge-letter.js';
import { libraryOf } from '../../server/src/requirements/library.js';
import type { Library } from '../../server/src/requirements/who-asks.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { shippedFiles } from '../../server/src/shipped.js';
import policy from '../../templates/samples/juniper-cgrp.lmn';
import sample from '../../templates/samples/migraine-antibody.lmn';
import { marked } from 'marked';
import type { Times } from './statistics.mjs';
import { Stopwatch } from './stopwatch.js';

const parse = createParser(createLmnCoreServices().lmn);

/** A policy of the sample's payer with labels and words of its own. Of its numbers a fifth are like those of another one: policies of one payer often ask the same. */
function makePolicy(number: number): string {
  const own = number % 5;
  return `${policy
    .replace(/^policy \S+/, `policy policy-${number}`)
    .replace(/: (\d\.\d): /g, `: ${number}-$1: Policy ${number}: `)
    .replace(/: (\d\.\d)$/gm, `: ${number}-$1`)
    .replace('within 12 months', `within ${12 + own} months`)
    .replaceAll('at least 8 weeks', `at least ${4 + own} weeks`)}
require last visit within ${30 + 15 * own} days: ${number}-4.1: Policy ${number}: seen lately.
`;
}

function workspaceWith(policies: number): Workspace {
  const workspace = new Workspace();
  for (const { uri, text } of shippedFiles) workspace.set(parse(uri, text));
  for (let number = 0; number < policies; number++)
    workspace.set(parse(`file:///policy-${number}.lmn`, makePolicy(number)));
  return workspace;
}

/** What a writer changes, each time into something new. */
const changes: Record<string, (round: number) => string> = {
  'a word of prose': (round) => sample.replace('did not help', `did not help word${round}`),
  'a fact that no policy asks': (round) =>
    sample.replace('  fax: 505-555-0191', `  fax: 505-555-01${11 + (round % 80)}`),
  'a fact that each policy asks': (round) =>
    sample.replace('last visit: 2026-11-20', `last visit: 2026-11-${10 + (round % 15)}`),
};

/** A letter that is open, in a workspace with so many policies of its payer. */
interface Open {
  readonly name: string;
  readonly workspace: Workspace;
  readonly library: Library;
  readonly edit: (round: number) => string;
  file: SourceFile;
  readonly sections: SectionMemo;
  readonly findings: LintMemo;
}

function open(policies: number): Open[] {
  return Object.entries(changes).map(([change, edit]) => {
    const workspace = workspaceWith(policies);
    const text = edit(-1);
    return {
      name: `${policies} ${policies === 1 ? 'policy' : 'policies'}, ${change}`,
      workspace,
      library: libraryOf(workspace),
      edit,
      file: parse('file:///case.lmn', text),
      sections: new SectionMemo(),
      findings: new WeakMap(),
    };
  });
}

function type(watch: Stopwatch, letter: Open, round: number): void {
  const { name, workspace, library, sections, findings, edit } = letter;
  letter.file = parse(letter.file.uri, edit(round), letter.file);
  const subject = watch.time(`${name}: resolve`, () => readSubjects(letter.file, workspace, sections));
  const made = subject.letter;
  if (!made) throw new Error('The sample is no letter.');
  watch.time(`${name}: judge`, () => judgeLetter(made, library));
  watch.time(`${name}: rules after that`, () => lint(subject, { rules: allRules }, findings));
}

const rounds = process.argv.includes('--quick') ? 60 : 300;
const letters = [0, 1, 10, 50].flatMap(open);
const watch = new Stopwatch();
for (let round = 0; round < rounds + 30; round++) {
  if (round === 30) watch.reset();
  watch.time('marked on its text', () => marked.parse(sample, { async: false }));
  for (const letter of letters) type(watch, letter, round);
}
const { 'marked on its text': floor, ...tasks } = watch.results() as { 'marked on its text': Times } & Record<
  string,
  Times
>;
console.log(JSON.stringify({ floor, tasks }));
