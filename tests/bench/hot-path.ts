// What one letter costs in a process that is warm: reading, resolving, rules, and all of it again after one more word.
// Bundled and run by bench.mjs; prints one JSON object.
import { marked } from 'marked';
import { createParser } from '../../server/src/language/parse.js';
import { createLmnCoreServices } from '../../server/src/language/services.js';
import type { SourceFile } from '../../server/src/language/source-file.js';
import { Workspace } from '../../server/src/language/workspace.js';
import { SectionMemo } from '../../server/src/letter/resolve-section.js';
import type { ResolvedLetter } from '../../server/src/letter/letter.js';
import { type FileSubject, readSubjects } from '../../server/src/letter/subjects.js';
import { lint, type LintMemo } from '../../server/src/lint/engine.js';
import { renderHtml } from '../../server/src/render/html.js';
import { MarkedSections } from '../../server/src/render/marked-sections.js';
import { renderMarkdown } from '../../server/src/render/markdown.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import standard from '../../templates/standard.lmn';
import { familySize, makeCase, makeTemplate } from './corpus.mjs';
import type { Times } from './statistics.mjs';
import { Stopwatch } from './stopwatch.js';

const parse = createParser(createLmnCoreServices().lmn);
const families = 3;

/** The standard vocabulary and the templates that the cases follow. */
function newWorkspace(): Workspace {
  const workspace = new Workspace();
  workspace.set(parse('lmn-shipped:/standard.lmn', standard));
  for (let family = 0; family < families; family++) {
    workspace.set(parse(`file:///${family}.lmn`, makeTemplate(family * familySize)));
  }
  return workspace;
}

/** Cases of the corpus at a length, without slips; few suffice where each is large. */
function casesOf(bytes: number): string[] {
  const count = bytes > 10_000 ? 3 : families * familySize;
  return [...Array(count).keys()]
    .filter((number) => number % familySize !== 0)
    .map((number) => makeCase(number, bytes, false));
}

/** A resolved letter, and the finished letter in Markdown. */
interface Finished {
  readonly letter: ResolvedLetter;
  readonly markdown: string;
}

/** A letter that has been opened, and what is remembered of its last version. */
interface Open {
  file: SourceFile;
  readonly sections: SectionMemo;
  readonly findings: LintMemo;
  readonly paper: MarkedSections;
}

const options = { rules: allRules };

function openLetter(uri: string, text: string, workspace: Workspace): Open {
  const open = {
    file: parse(uri, text),
    sections: new SectionMemo(),
    findings: new WeakMap(),
    paper: new MarkedSections(),
  };
  const subject = readSubjects(open.file, workspace, open.sections);
  lint(subject, options, open.findings);
  if (subject.letter) open.paper.of(subject.letter);
  return open;
}

function finish(uri: string, text: string, workspace: Workspace): Finished | undefined {
  const { letter } = readSubjects(parse(uri, text), workspace);
  return letter && { letter, markdown: renderMarkdown(letter) };
}

function measure(bytes: number, rounds: number): Record<string, Times> {
  const workspace = newWorkspace();
  const texts = casesOf(bytes);
  const letters = texts.map((text, index) => finish(`file:///finished-${index}.lmn`, text, workspace));
  const edits = Object.entries(changes).map(([task, edit]) => {
    const open = texts.map((text, index) => openLetter(`file:///${task}-${index}.lmn`, text, workspace));
    return { task, edit, open };
  });
  const watch = new Stopwatch();
  const warmUp = Math.ceil(rounds / 3);
  for (let round = 0; round < rounds + warmUp; round++) {
    if (round === warmUp) watch.reset();
    const which = round % texts.length;
    const text = texts[which] ?? '';
    watch.time('marked on its text', () => marked.parse(text, { async: false }));
    fresh(watch, `file:///fresh-${which}.lmn`, text, workspace);
    rendered(watch, letters[which]);
    for (const { task, edit, open } of edits) {
      const letter = open[which];
      if (letter) afterChange(watch, task, letter, workspace, edit(text, round));
    }
  }
  return watch.results();
}

/** A letter that nothing is remembered of. */
function fresh(watch: Stopwatch, uri: string, text: string, workspace: Workspace): void {
  watch.time('read, resolve, check', () => {
    const file = watch.time('– read', () => parse(uri, text));
    const subject = watch.time('– resolve', () => readSubjects(file, workspace));
    watch.time('– check', () => lint(subject, options));
  });
}

/** The resolved letter to HTML, beside what `marked` takes for the same letter as Markdown. */
function rendered(watch: Stopwatch, made: Finished | undefined): void {
  if (!made) return;
  watch.time('to HTML', () => renderHtml(made.letter));
  watch.time('to the paper of the preview', () => new MarkedSections().of(made.letter));
  watch.time('– marked on the same letter', () => marked.parse(made.markdown, { async: false }));
}

/** What a writer changes, each time into something new: a word of the prose; a fact that most sections print. */
const changes: Record<string, (text: string, round: number) => string> = {
  'after a word of prose': (text, round) => text.replace(/(## Visit 1[^\n]*\n\S+ )/, `$1word${round} `),
  "after the patient's name": (text, round) => text.replace(/( {2}name: )/, `$1Q${round} `),
};

/** The next version of an open letter, with all that is remembered of its last one. */
function afterChange(watch: Stopwatch, task: string, letter: Open, workspace: Workspace, text: string): void {
  watch.time(task, () => {
    const file = watch.time(`– ${task}: read`, () => parse(letter.file.uri, text, letter.file));
    const subject = watch.time(`– ${task}: resolve`, () => readSubjects(file, workspace, letter.sections));
    watch.time(`– ${task}: check`, () => lint(subject, options, letter.findings));
    letter.file = file;
    const made = subject.letter;
    if (made) watch.time(`– ${task}: to the paper`, () => letter.paper.of(made));
  });
}

/**
 * Each rule by itself, on letters that nothing is remembered of and after a word of prose. What several rules read of a letter is read once and
 * counted with the first of them.
 */
function sharesOfRules(bytes: number, rounds: number): Record<string, { fresh: Times; word: Times }> {
  const workspace = newWorkspace();
  const texts = casesOf(bytes);
  const open = texts.map((text, index) => openLetter(`file:///shares-${index}.lmn`, text, workspace));
  const [fresh, word] = [new Stopwatch(), new Stopwatch()];
  const check = (watch: Stopwatch, subject: FileSubject, memo?: LintMemo) => {
    for (const rule of allRules) watch.time(rule.id, () => lint(subject, { rules: [rule] }, memo));
  };
  const warmUp = Math.ceil(rounds / 3);
  for (let round = 0; round < rounds + warmUp; round++) {
    if (round === warmUp) {
      fresh.reset();
      word.reset();
    }
    const which = round % texts.length;
    const text = texts[which] ?? '';
    check(fresh, readSubjects(parse(`file:///fresh-${which}.lmn`, text), workspace));
    const letter = open[which];
    if (!letter) continue;
    letter.file = parse(letter.file.uri, changes['after a word of prose']?.(text, round) ?? text, letter.file);
    check(word, readSubjects(letter.file, workspace, letter.sections), letter.findings);
  }
  const words = word.results();
  return Object.fromEntries(
    Object.entries(fresh.results()).flatMap(([id, times]) => {
      const after = words[id];
      return after ? [[id, { fresh: times, word: after }]] : [];
    }),
  );
}

const quick = process.argv.includes('--quick');
const sizes: [bytes: number, rounds: number][] = [
  [3_000, quick ? 300 : 1500],
  [100_000, quick ? 10 : 60],
  [1_000_000, quick ? 3 : 7],
];
const results = sizes.map(([bytes, rounds]) => ({ bytes, tasks: measure(bytes, rounds) }));
const shares = sharesOfRules(3_000, quick ? 300 : 1500);
console.log(JSON.stringify({ rules: allRules.length, results, shares }));
