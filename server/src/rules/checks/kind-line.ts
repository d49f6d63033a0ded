import { nearest } from '../../spelling/nearest.js';
import { isBlank, lineEndOf, normalizeName, type SourceFile, type Word, type Workspace } from '../../letter/source.js';
import type { FileSubject } from '../../letter/subjects.js';
import { cutFromLine } from '../../fixes/insert-text.js';
import { placeAt } from '../../fixes/head-edits.js';
import { kebabOf, nameFromUri } from '../../analysis/name-from-uri.js';
import type { Report } from '../../lint/rule.js';

const kebabCase = /^[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$/u;

/** Reports what is wrong with the line that says what a file is: no such line, a slip in its word, no name, or words left over. */
export function checkKindLine(subject: FileSubject, report: Report): void {
  const { file, workspace } = subject;
  const { header, kind } = file;
  if (!kind || !header) {
    reportMissing(file, workspace, report);
    return;
  }
  if (!header.exact) {
    const fix = { title: `Write "${kind}"`, edits: [{ where: header.keyword, text: kind }] };
    report(header.keyword, `The file's first word is misspelled. Write "${kind}" if that is what it is.`, { fix });
    return;
  }
  if (header.from && header.from.text.toLowerCase() !== 'from') {
    const fix = { title: 'Write "from"', edits: [{ where: header.from, text: 'from' }] };
    report(header.from, 'Write "from" between the name of a template and the name of what it stands on.', { fix });
  }
  if (header.bad.length > 0) reportLeftover(subject, header.bad, report);
  else if (kind !== 'case') checkName(header.keyword, header.name, file, report);
}

function reportMissing(file: SourceFile, workspace: Workspace, report: Report): void {
  const line = guessKindLine(file, workspace);
  const { piece, start } = file.firstLine;
  const fix = {
    title: `Begin the file with "${line}"`,
    edits: [{ where: placeAt(piece, start), text: line + lineEndOf(file) }],
  };
  // Whoever has just made a file has done nothing wrong yet.
  const isEmpty = file.lines.every((one) => isBlank(one) || one.isComment);
  report(file.firstLine, `The first line does not say what this file is. Write above it: ${line}`, {
    fix,
    ...(isEmpty && { severity: 'info' as const }),
  });
}

/** What the first line of a file was probably to be, by what the file holds. */
function guessKindLine(file: SourceFile, workspace: Workspace): string {
  const { text, lines, uri } = file;
  const hasLine = (pattern: RegExp) => lines.some(({ start, end }) => pattern.test(text.slice(start, end)));
  if (hasLine(/^record\s+\p{L}/u)) return `vocabulary ${nameFromUri(uri)}`;
  if (hasLine(/^(?:require|recommend|limit)\s+[\p{L}\d"]/u)) return `policy ${nameFromUri(uri)}`;
  if (hasLine(/^\p{L}[^:([]{0,60}\([^()]{1,80}\)\s*:/u)) return `template ${nameFromUri(uri)}`;
  const template = likeliestTemplate(file, workspace);
  return template === undefined ? 'case' : `case ${template}`;
}

/** The template that shares most field names and headings with the file. */
function likeliestTemplate(file: SourceFile, workspace: Workspace): string | undefined {
  const labels = file.entries.flatMap((entry) => (entry.label ? [normalizeName(entry.label.text)] : []));
  const headings = new Set(file.sections.map((section) => normalizeName(section.title.text)));
  const scored = [...workspace.templates.values()].map(({ name, schema, file: own }) => {
    const fields = labels.filter((label) => schema.template?.byName.has(label)).length;
    return {
      name,
      score: fields + own.sections.filter((section) => headings.has(normalizeName(section.title.text))).length,
    };
  });
  const best = scored.sort((a, b) => b.score - a.score)[0];
  return best && best.score > 0 ? best.name : undefined;
}

function reportLeftover({ file, workspace, letter }: FileSubject, bad: readonly Word[], report: Report): void {
  const [first] = bad;
  const last = bad.at(-1);
  const header = file.header;
  if (!first || !last || !header) return;
  const { piece } = header.whole;
  const leftover = { piece, start: first.start, end: last.end };
  const named = { piece, start: (header.name ?? first).start, end: last.end };
  const written = piece.text.slice(named.start, named.end);
  if (file.kind === 'case') {
    const [near] =
      header.name && workspace.templates.has(header.name.text)
        ? []
        : nearest(kebabOf(written), workspace.templates.keys(), 1);
    if (near !== undefined) {
      const fix = { title: `Write "${near}"`, edits: [{ where: named, text: near }] };
      report(named, `A template's name is one word, with hyphens. Did you mean "${near}"?`, { fix });
      return;
    }
    const message = letter?.case.template
      ? 'Take the other words out.'
      : 'No template of this workspace has this name.';
    const fix = letter?.case.template && {
      title: 'Take the other words out',
      edits: [cutFromLine(leftover)],
      asks: true as const,
    };
    report(leftover, `Only a template's name follows "case" on the first line. ${message}`, fix ? { fix } : {});
    return;
  }
  if (file.kind === 'template' && header.name?.text.toLowerCase() === 'from') {
    const suggested = nameFromUri(file.uri);
    const where = placeAt(header.name.piece, header.name.start);
    report(header.name, `A template's own name comes before "from". Write: template ${suggested} from ${first.text}`, {
      fix: { title: `Name it "${suggested}"`, edits: [{ where, text: `${suggested} ` }], asks: true },
    });
    return;
  }
  const name = header.title ? undefined : kebabOf(written);
  const fix =
    name === undefined || name === ''
      ? { title: 'Take the other words out', edits: [cutFromLine(leftover)], asks: true as const }
      : { title: `Write "${name}"`, edits: [{ where: named, text: name }] };
  report(leftover, `After "${file.kind ?? ''}" come a name, one word with hyphens, and a title in quotation marks.`, {
    fix,
  });
}

function checkName(keyword: Word, name: Word | undefined, file: SourceFile, report: Report): void {
  const kind = file.kind ?? '';
  if (!name) {
    const suggested = nameFromUri(file.uri);
    const fix = {
      title: `Name it "${suggested}"`,
      edits: [{ where: placeAt(keyword.piece, keyword.end), text: ` ${suggested}` }],
      asks: true as const,
    };
    report(keyword, `This ${kind} has no name, so nothing can use it. Write: ${kind} ${suggested}`, { fix });
  } else if (!kebabCase.test(name.text)) {
    const suggested = kebabOf(name.text) || nameFromUri(file.uri);
    report(name, `A name has only small letters, digits and hyphens. Write one such as: ${suggested}`);
  }
}
