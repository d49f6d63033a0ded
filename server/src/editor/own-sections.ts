import { DocumentState, type LangiumDocument } from 'langium';
import { createServerRequestHandler } from 'langium/lsp';
import type { CancellationToken, Connection, TextDocumentIdentifier } from 'vscode-languageserver';
import { addTemplateSections } from '../fixes/template-sections.js';
import { writtenProse } from '../fixes/section-prompts.js';
import { splitLines } from '../language/lines.js';
import { rangeOf } from '../language/span.js';
import type { FileSubject } from '../letter/subjects.js';
import {
  type GapPlace,
  type SectionChoice,
  type SectionsParams,
  sectionsRequest,
  type WriteSectionParams,
  writeSectionRequest,
} from '../protocol/letters.js';
import { textOf } from './places.js';
import type { LmnLanguageServer } from './services.js';
import { whereToWrite } from './where-to-write.js';
import { templateLayout } from '../letter/template-layout.js';
import { sectionsIn, type TemplateSection } from '../letter/template-section.js';

type OfFile<Params> = Params & { textDocument: TextDocumentIdentifier };

/** As much of a section as a list can show. */
const longestText = 120;

/** Answers which sections of its template a case may write itself, and begins them. */
export function addSectionRequests(connection: Connection, server: LmnLanguageServer): void {
  const { Open } = server.lmn.letters;
  const sections = createServerRequestHandler<OfFile<SectionsParams>, SectionChoice[], never>(
    (_, document) => templateSections(Open.subjectOf(document)).map(toChoice),
    server.shared,
    DocumentState.ComputedScopes,
  );
  const write = createServerRequestHandler<OfFile<WriteSectionParams>, GapPlace, never>(
    (_, document, { section }) => beginSection(document, Open.subjectOf(document), section),
    server.shared,
    DocumentState.ComputedScopes,
  );
  connection.onRequest(sectionsRequest, (params: SectionsParams, token: CancellationToken) =>
    sections({ ...params, textDocument: { uri: params.uri } }, token),
  );
  connection.onRequest(writeSectionRequest, (params: WriteSectionParams, token: CancellationToken) =>
    write({ ...params, textDocument: { uri: params.uri } }, token),
  );
}

/** What the template says and the case does not say itself. */
function templateSections({ letter }: FileSubject): readonly TemplateSection[] {
  const own = new Set((letter?.sections ?? []).flatMap((one) => (one.caseSection ? [one.templateSection] : [])));
  return letter ? sectionsIn(templateLayout(letter.case)).filter((section) => !own.has(section)) : [];
}

function toChoice(section: TemplateSection): SectionChoice {
  const text = writtenProse(section).replace(/\s+/g, ' ');
  return {
    title: section.title.text,
    text: text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text,
  };
}

/** True where one of the files that write a section does so at this place. */
function isWrittenAt({ section: { piece }, under }: TemplateSection, at: { uri: string; offset: number }): boolean {
  const isHere = piece.uri === at.uri && piece.start <= at.offset && at.offset < piece.start + piece.text.length;
  return isHere || (under !== undefined && isWrittenAt(under, at));
}

function beginSection(
  { textDocument }: LangiumDocument,
  subject: FileSubject,
  wanted: WriteSectionParams['section'],
): GapPlace | null {
  const { letter, file } = subject;
  if (!letter) return null;
  const source = 'uri' in wanted && letter.case.standing?.files.find(({ uri }) => uri === wanted.uri);
  const offset = source ? textOf(source).offsetAt(wanted) : undefined;
  const section = templateSections(subject).find((one) =>
    'title' in wanted
      ? one.title.text === wanted.title
      : offset !== undefined && isWrittenAt(one, { uri: wanted.uri, offset }),
  );
  if (!section) return null;
  const prose = writtenProse(section);
  const [edit] = addTemplateSections(letter, file, [section], () => prose);
  if (!edit) return null;
  const { start } = rangeOf(edit.where);
  const lines = splitLines(prose);
  const [first = ''] = lines;
  // The template's words are selected, to be typed over or changed.
  const from = edit.text.indexOf(first, edit.text.indexOf(section.title.text) + section.title.text.length);
  const last = lines.at(-1) ?? '';
  const to = Math.max(from + first.length, edit.text.lastIndexOf(last) + last.length);
  return {
    label: section.title.text,
    ...whereToWrite({ start, end: start, insert: { text: edit.text, select: { start: from, end: to } } }, textDocument),
  };
}
