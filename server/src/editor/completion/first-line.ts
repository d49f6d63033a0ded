import { CompletionItemKind } from 'vscode-languageserver';
import { type FileKind, fileKinds } from '../../language/file-kinds.js';
import type { TemplateFile } from '../../language/template-file.js';
import { kindOfTemplate } from '../../letter/template-kind.js';
import { isShipped } from '../../language/shipped-text.js';
import { nameFromUri } from '../../analysis/name-from-uri.js';
import { caseBlanks } from '../../begin/new-case.js';
import { type CompletionAsk, typedRange } from './ask.js';
import { paragraphs } from './documentation.js';
import { literal } from '../markdown.js';
import type { Insertion } from '../../begin/insertion.js';
import type { Proposal } from './proposal.js';
import type { Workspace } from '../../language/workspace.js';
import { templateLayout } from '../../letter/template-layout.js';
import { sectionsIn, wordsOf } from '../../letter/template-section.js';

/** For more templates than this no blanks are made up at once: a few letters of the name leave fewer. */
const mostTemplates = 50;

const kindHelp: Readonly<Record<FileKind, string>> = {
  case: "One patient's facts, and the letter that is made of them. After it stands the name of a template.",
  template: 'A letter to be filled: text with blanks such as [patient name].',
  policy: 'What a payer asks for, so that cases are checked before they are sent.',
  kind: 'What every letter of one kind has to say: an appeal, a renewal.',
  vocabulary:
    'What all cases share: your own records and fields, and the address book of doctors, payers and evidence.',
};

/** What a file can be, and the names of templates; a template's name brings all its blanks along where the file has no others yet. */
export function proposeFirstLine(ask: CompletionAsk): Proposal[] {
  const before = ask.before.trimStart();
  const word = /^[\p{L}-]*$/u.test(before);
  if (word)
    return [
      ...proposeKinds(ask, before),
      ...(ask.after.trim() === '' && mayBe('case', ask) ? proposeTemplates(ask, before, 'case ') : []),
    ];
  const named = /^case\s+(\S*)$/i.exec(before);
  if (named) return proposeTemplates(ask, named[1] ?? '', '');
  const upon = /^template\s+\S+\s+from\s+(\S*)$/i.exec(before);
  if (upon) return proposeBases(ask, upon[1] ?? '');
  const own = /^(template|policy|kind|vocabulary)\s+(\S*)$/i.exec(before);
  return own ? proposeName(ask, own[2] ?? '') : [];
}

/** A file that says what it is keeps to it: as another kind its other lines would mean something else. */
function mayBe(kind: FileKind, { subject: { file } }: CompletionAsk): boolean {
  return !file.kind || file.kind === kind || (file.entries.length === 0 && !file.divider && file.sections.length === 0);
}

function proposeKinds(ask: CompletionAsk, typed: string): Proposal[] {
  const behind = /^[\p{L}-]*/u.exec(ask.after)?.[0].length ?? 0;
  const isLast = ask.after.slice(behind).trim() === '';
  const range = typedRange(ask, typed.length, behind);
  const name = nameFromUri(ask.subject.file.uri);
  return fileKinds
    .filter((kind) => mayBe(kind, ask))
    .map((kind): Proposal => {
      const more: Insertion =
        kind === 'case' ? [' '] : [' ', { text: name }, ' "', { text: 'Title', isSample: true }, '"\n'];
      return {
        label: kind,
        kind: CompletionItemKind.Keyword,
        documentation: () => kindHelp[kind],
        insert: [kind, ...(isLast ? more : [])],
        range,
      };
    });
}

/** `lead` is what stands before the name in what is put in: `case ` where that is not written yet. */
function proposeTemplates(ask: CompletionAsk, typed: string, lead: string): Proposal[] {
  const { subject, after, today } = ask;
  const behind = /^\S*/.exec(after)?.[0].length ?? 0;
  const range = typedRange(ask, typed.length, behind);
  const all = [...subject.workspace.templates.values()];
  const own = all.filter((template) => !isShipped(template.file.uri));
  const sorted = [...own, ...all.filter((template) => isShipped(template.file.uri))];
  const matching = sorted.filter(({ name }) => `${lead}${name}`.includes(typed.toLowerCase()));
  const hasRoom = isRestEmpty(ask, behind) && matching.length <= mostTemplates;
  return matching.map((template) => ({
    label: lead + template.name,
    kind: CompletionItemKind.File,
    detail: template.title,
    documentation: () => describeTemplate(template, subject.workspace, hasRoom),
    insert: [lead + template.name, ...(hasRoom ? caseBlanks(template, subject.workspace, today) : [])],
    range,
  }));
}

/** The templates that one may stand on: all but itself, and those that stand on it. */
function proposeBases(ask: CompletionAsk, typed: string): Proposal[] {
  const { workspace, file } = ask.subject;
  const behind = /^[^\s"“”]*/.exec(ask.after)?.[0].length ?? 0;
  const name = file.header?.name?.text ?? '';
  const upon = workspace.templatesOn(name);
  return [...workspace.templates.values()]
    .filter(
      (template) =>
        template.file.uri !== file.uri && template.name.includes(typed.toLowerCase()) && !upon.has(template.name),
    )
    .map((template) => ({
      label: template.name,
      kind: CompletionItemKind.File,
      detail: template.title,
      documentation: () => describeTemplate(template, workspace, false),
      insert: [template.name],
      range: typedRange(ask, typed.length, behind),
    }));
}

/** True where nothing but comments stands below the first line. */
function isRestEmpty({ subject: { file }, after, line }: CompletionAsk, behind: number): boolean {
  const below =
    file.entries.length === 0 ||
    (!file.header && file.entries.every((entry) => entry.piece.start + entry.whole.start <= line.end));
  return below && after.slice(behind).trim() === '' && !file.divider && !file.preamble && file.sections.length === 0;
}

function describeTemplate(template: TemplateFile, workspace: Workspace, bringsBlanks: boolean): string {
  const { title, file } = template;
  const kind = kindOfTemplate({ template, workspace });
  const printed = sectionsIn(templateLayout({ standing: workspace.standing(file) })).filter(wordsOf);
  const sections = printed.map((section) => section.title.text).join(', ');
  return paragraphs(
    `**${literal(title)}**`,
    kind === '' ? '' : `Kind of letter\\: ${literal(kind)}`,
    sections === '' ? '' : `Sections\\: ${literal(sections)}`,
    bringsBlanks ? 'Puts in a line for every blank of the letter. What stays in brackets counts as missing.' : '',
  );
}

/** The name that the file itself has. */
function proposeName(ask: CompletionAsk, typed: string): Proposal[] {
  const behind = /^\S*/.exec(ask.after)?.[0].length ?? 0;
  const isLast = ask.after.slice(behind).trim() === '';
  const name = nameFromUri(ask.subject.file.uri);
  return [
    {
      label: name,
      kind: CompletionItemKind.File,
      detail: "the file's name",
      documentation: () => 'By this name other files use it: small letters, digits and hyphens.',
      insert: isLast ? [name, ' "', { text: 'Title', isSample: true }, '"'] : [name],
      range: typedRange(ask, typed.length, behind),
    },
  ];
}
