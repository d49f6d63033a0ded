import { splitLines } from '../../language/lines.js';
import { CompletionItemKind } from 'vscode-languageserver';
import { headingFlags, type Role, roles } from '../../language/reserved-names.js';
import type { Bracket } from '../../language/source-file.js';
import { hasTag, rolesOf } from '../../letter/heading-tags.js';
import { headingNorm } from '../../language/names.js';
import { type CompletionAsk, typedRange } from './ask.js';
import { paragraphs } from './documentation.js';
import { literal } from '../markdown.js';
import type { Insertion } from '../../begin/insertion.js';
import type { Proposal } from './proposal.js';
import { layoutUnder } from '../../letter/template-layout.js';
import { bracketsOf, sectionsIn, type TemplateSection, wordsOf } from '../../letter/template-section.js';
import { writtenProse } from '../../fixes/section-prompts.js';

/** As long as a hint may be before it hides what it is beside. */
const longestProse = 1500;

export const components: Readonly<Record<Role, { readonly title: string; readonly help: string }>> = {
  history: { title: 'Medical History', help: "The patient's history and what was tried before." },
  condition: { title: 'Current Condition', help: 'The diagnosis and how the patient is now.' },
  treatment: { title: 'Recommended Treatment', help: 'What is asked for, and why this treatment for this patient.' },
  evidence: { title: 'Supporting Evidence', help: 'Studies and guidelines that support it.' },
  consequences: { title: 'Risks Without Treatment', help: 'What is to be expected without it.' },
  qualifications: { title: 'Provider Qualifications', help: 'Why the writer can judge this.' },
};

export const flagHelp: Readonly<Record<(typeof headingFlags)[number], string>> = {
  untitled: 'The heading is not printed.',
  optional: 'Printed when all placeholders outside {…} have values; one that has none, when the case has its heading.',
  beginning: 'Prints before all that has a heading, without one: letterhead, date, address, greeting.',
  omit: 'Leaves this optional section of the template out of the letter.',
};

/** True where the cursor is among a heading's tags: after `#` at the beginning of a word behind its text. */
export function isInTag(before: string): boolean {
  return /^##(?!#).*\s#[\p{L}-]*$/su.test(before);
}

/** Sections that are not there yet: the template's, those that the letter needs first; without a template one for each component. */
export function proposeHeadings(ask: CompletionAsk): Proposal[] {
  const { subject, before, after, offset } = ask;
  const typed = /^#{0,2}\s*(.*)$/s.exec(before)?.[1] ?? '';
  const mark = before.length - typed.length;
  const tags = after.search(/\s#\p{L}/u);
  const behind = (tags < 0 ? after : after.slice(0, tags)).trimEnd().length;
  const range = { start: offset - before.length, end: offset + behind };
  const lead = mark >= 3 ? before.slice(0, mark) : '## ';
  const under = sectionsIn(layoutUnder(subject.file, subject));
  const template = subject.file.kind === 'case' ? subject.template && under : under.length > 0 ? under : undefined;
  const hasProse = !isAlone(ask);
  const proposals = template
    ? templateSections(ask, template).map((section) => proposeSection(section, hasProse || tags >= 0))
    : subject.file.kind === 'case' || subject.file.kind === 'template'
      ? missingComponents(ask)
      : [];
  return proposals.map(({ insert, label, ...more }) => ({
    ...more,
    label,
    filter: lead + label,
    insert: [lead, ...insert],
    range,
  }));
}

type Heading = Omit<Proposal, 'range'>;

function proposeSection(section: TemplateSection, isHeadingAlone: boolean): Heading {
  const { title, tags } = section;
  const help = promptIn(section);
  const body: Insertion = help ? ['\n', { text: `[write: ${help.text}]` }] : ['\n[template text]\n\n', { text: '' }];
  return {
    label: title.text,
    kind: CompletionItemKind.Struct,
    detail: hasTag(section, 'optional') ? 'optional' : 'required',
    documentation: () => paragraphs(literal(tags.map((tag) => `#${tag.text}`).join(' ')), quote(writtenProse(section))),
    insert: isHeadingAlone ? [title.text] : [title.text, ...body],
  };
}

/** Sections of the template that the file does not have: those that only the writer can write, other required ones, optional ones. */
function templateSections(ask: CompletionAsk, template: readonly TemplateSection[]): TemplateSection[] {
  const { file, letter } = ask.subject;
  const written = new Set(
    file.sections.flatMap((own) => (own.piece.start === ask.line.start ? [] : headingNorm(own.title.text))),
  );
  const replaced = new Set(
    letter?.sections.flatMap(({ caseSection, templateSection }) =>
      caseSection && caseSection.piece.start !== ask.line.start ? (templateSection ?? []) : [],
    ),
  );
  const open = template.filter((section) => !written.has(headingNorm(section.title.text)) && !replaced.has(section));
  const rank = (section: TemplateSection) => {
    if (hasTag(section, 'optional')) return 2;
    return promptIn(section) ? 0 : 1;
  };
  return open.toSorted((a, b) => rank(a) - rank(b));
}

/** One heading for each component of a letter of medical necessity that no section covers. */
function missingComponents({ subject: { file }, line }: CompletionAsk): Heading[] {
  const others = file.sections.filter((section) => section.piece.start !== line.start);
  const covered = new Set(others.flatMap((section) => rolesOf(section)));
  return roles
    .filter((role) => !covered.has(role))
    .map((role) => ({
      label: `${components[role].title} #${role}`,
      kind: CompletionItemKind.Struct,
      documentation: () => literal(components[role].help),
      insert: [`${components[role].title} #${role}`],
    }));
}

/** True where no prose stands under the cursor's line yet. */
export function isAlone({ subject: { file }, line }: CompletionAsk): boolean {
  const next = file.sections.find(({ piece }) => piece.start > line.end)?.piece.start;
  return file.text.slice(line.end, next).trim() === '';
}

/** What the section asks of its writer. */
function promptIn(section: TemplateSection): Extract<Bracket, { kind: 'help' }> | undefined {
  const words = wordsOf(section);
  return words && bracketsOf(words).find((bracket) => bracket.kind === 'help');
}

function quote(text: string): string {
  const shown = text.length > longestProse ? `${text.slice(0, longestProse)} …` : text;
  if (shown === '') return '';
  return splitLines(literal(shown))
    .map((line) => `> ${line}`)
    .join('\n');
}

/** True where the section stands for one that its template can do without. */
function replacesOptional({ subject, before }: CompletionAsk): boolean {
  const title = headingNorm(before.slice(2).replace(/(?:\s+#[\p{L}-]*)+$/u, ''));
  const template = sectionsIn(layoutUnder(subject.file, subject));
  return template.some((one) => headingNorm(one.title.text) === title && hasTag(one, 'optional'));
}

/** Tags at a heading's end that it does not have yet. */
export function proposeTags(ask: CompletionAsk): Proposal[] {
  const { before, after, subject } = ask;
  const typed = /[\p{L}-]*$/u.exec(before)?.[0] ?? '';
  const behind = /^[\p{L}-]*/u.exec(after)?.[0] ?? '';
  const rest = `${before.slice(0, before.length - typed.length - 1)} ${after.slice(behind.length)}`;
  const there = new Set([...rest.matchAll(/(?<=\s)#([\p{L}-]+)/gu)].map((match) => match[1]?.toLowerCase()));
  const isCase = subject.file.kind === 'case';
  const flags = headingFlags.filter((flag) => (isCase ? flag === 'omit' && replacesOptional(ask) : flag !== 'omit'));
  const range = typedRange(ask, typed.length, behind.length);
  const tags = [
    ...(isCase ? flags : []).map((name) => ({ name, help: flagHelp[name], detail: 'flag' })),
    ...roles.map((name) => ({ name, help: components[name].help, detail: 'role' })),
    ...(isCase ? [] : flags).map((name) => ({ name, help: flagHelp[name], detail: 'flag' })),
  ];
  return tags
    .filter(({ name }) => !there.has(name))
    .map(({ name, help, detail }) => ({
      label: `#${name}`,
      kind: CompletionItemKind.EnumMember,
      detail,
      documentation: () => literal(help),
      filter: name,
      insert: [name],
      range,
    }));
}
