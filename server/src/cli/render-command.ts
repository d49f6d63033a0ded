import { dirname } from 'node:path';
import { letterFileName, unknownInFileName } from '../export/file-name.js';
import { type OpenItem, openItems } from '../export/gate.js';
import { writeLetterAs, type WrittenLetter } from '../export/letter-writers.js';
import type { ResolvedLetter } from '../letter/letter.js';
import type { CaseSubject } from '../letter/subjects.js';
import {
  allLetterFormats,
  endingOf,
  type LetterFormatId,
  letterFormats,
  namesOf,
  printsAll,
} from '../letter-formats.js';
import { documentWriters } from '../document-writers.js';
import { usualExport } from '../configuration/export-settings.js';
import { paperOf } from '../configuration/paper-settings.js';
import { lint } from '../lint/engine.js';
import { paperSizeNames } from '../paper.js';
import { allRules } from '../rules/all-rules.js';
import { type Arguments, readArguments } from './arguments.js';
import { diskNow, realPathNow } from '../disk/disk-now.js';
import { noSettings } from '../configuration/config-chain.js';
import { workspaceRoot } from '../workspace/workspace-root.js';
import { Failure } from './failure.js';
import { renderOptions } from './help.js';
import { type Destination, destinationOf, fileIn, otherEnding, targetOf } from './letter-output.js';
import { walkFolder } from './left-out.js';
import { readPictures } from './read-pictures.js';
import { printable, shown } from './printable.js';
import { casePath, readCase } from './read-case.js';
import { relativeName } from './relative-name.js';
import type { Surroundings } from './surroundings.js';
import { readSettings } from './read-settings.js';
import { countOpen, openLines } from './tell-open.js';
import { workspaceLines } from './tell-workspace.js';
import { writeLetter } from './write-letter.js';
import { openLedger } from './written-ledger.js';

/**
 * `lmn render CASE`: writes the letter of a case; to a file only one that is complete, or a draft that says so on every page. Gives the exit code: 1
 * where something is open, or the letter holds what PDF cannot print.
 */
export async function renderCommand(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { options, operands } = readArguments(words, renderOptions);
  const { cwd, home, stderr } = surroundings;
  const path = casePath(operands, cwd);
  const destination = destinationOf(options, cwd);
  checkOptions(options, destination, surroundings);
  if (destination.kind === 'file') targetOf(destination.written, cwd, path);

  const tell: Tell = (line) => stderr.write(`lmn: ${line}\n`);
  const folder = dirname(path);
  const root = await workspaceRoot(diskNow, folder, cwd, home);
  const found = await readSettings(root.path, [folder], allRules, (one) => relativeName(one, cwd));
  const settings = found.get(folder) ?? { ...noSettings, paths: [] };
  const around = await walkFolder(diskNow, root.path, root.path);
  const notes: string[] = [];
  const file = { path, real: realPathNow(path) };
  const subject = readCase(file, operands[0] ?? '', around, options.get('template'), notes);
  for (const note of notes) await tell(note);
  if (options.has('debug'))
    for (const line of workspaceLines(root, settings.paths, around.leftOut, around.files.length)) await tell(line);

  const open = openItems(
    subject,
    lint(subject, { rules: allRules, severities: settings.severities, options: settings.options, withoutHints: true }),
  );
  const mustBeFinal = options.has('final') || (destination.kind !== 'standard output' && !options.has('draft'));
  if (open.length > 0 && mustBeFinal) {
    await tellOpen(open, subject, surroundings);
    return 1;
  }
  const { letter } = subject;
  const draft = options.has('draft') || open.length > 0;
  const exporting = { ...usualExport, ...settings.export };
  const paper = paperOf(settings.paper);
  const writers = documentWriters(() => surroundings.now?.() ?? new Date());
  const writing = {
    picture: await readPictures(letter, destination.type, root.path, tell),
    paper: { ...paper, size: paperSizeNames.find((size) => size === options.get('paper')) ?? paper.size },
    draft,
    patientInProperties: exporting.patientInProperties,
  };
  const made = await writeLetterAs(destination.type, letter, writing, writers);
  if (!made) throw new Error(`No program writes ${destination.type}.`);
  if (made.unprintable.length > 0) await tellUnprintable(made.unprintable, destination.type, draft, surroundings);
  if (made.unprintable.length > 0 && !draft) return 1;
  if (destination.kind === 'standard output') await print(made, surroundings);
  else {
    const written = await nameOf(destination, letter, exporting.fileName, tell);
    await writeLetter(targetOf(written, cwd, path), bytesOf(made), {
      ledger: openLedger(surroundings.stateFolder),
      force: options.has('force'),
      source: realPathNow(path),
      isNamed: destination.kind === 'file',
    });
    if (destination.kind === 'folder') await surroundings.stdout.write(`${printable(written)}\n`);
  }
  if (draft) await tell(draftNote(open.length, options));
  return 0;
}

const paged = allLetterFormats.filter((id) => letterFormats[id].hasPages);

type Tell = (line: string) => Promise<void> | void;

/** @throws {Failure} where options contradict each other, or have no effect on such a letter. */
function checkOptions(
  options: Arguments['options'],
  { kind, type }: Destination,
  { stdout }: Pick<Surroundings, 'stdout'>,
): void {
  const { name, binary, hasPages } = letterFormats[type];
  if (options.has('draft') && options.has('final'))
    throw new Failure('Either --draft or --final: a letter is one or the other.');
  if (kind === 'standard output' && binary && !stdout.writeBytes)
    throw new Failure(`A terminal cannot show ${name}. Write it to a file: -o letter${endingOf(type)}`);
  if (options.has('paper') && !hasPages)
    throw new Failure(`--paper is for ${namesOf(paged, 'and')}: ${name} has no pages.`);
}

async function tellOpen(
  open: readonly OpenItem[],
  subject: CaseSubject,
  { cwd, stderr }: Pick<Surroundings, 'cwd' | 'stderr'>,
): Promise<void> {
  await stderr.write(`lmn: The letter is not written: ${countOpen(open.length)}.\n`);
  for (const line of openLines(open, subject, cwd)) await stderr.write(`  ${line}\n`);
  await stderr.write('lmn: To write it all the same, add --draft: every page then says that it is a draft.\n');
}

async function tellUnprintable(
  unprintable: readonly string[],
  type: LetterFormatId,
  draft: boolean,
  { stderr }: Pick<Surroundings, 'stderr'>,
): Promise<void> {
  const { name } = letterFormats[type];
  const what = draft
    ? `In this ${name} a mark stands for what its fonts cannot print:`
    : `The letter is not written as ${name}, because its fonts cannot print:`;
  await stderr.write(`lmn: ${what}\n`);
  for (const one of unprintable) await stderr.write(`  ${printable(one)}\n`);
  const others = printsAll
    .slice(0, 1)
    .map((id) => ` (-o letter${endingOf(id)})`)
    .join('');
  await stderr.write(`lmn: Write the letter as ${namesOf(printsAll, 'or')}${others}, or that part in Latin letters.\n`);
}

function draftNote(open: number, options: Arguments['options']): string {
  if (open === 0) return 'This is a draft, as asked: nothing is open. Without --draft the letter is final.';
  const listed = open === 1 ? 'it is listed' : 'they are listed';
  return `This is a draft: ${countOpen(open)}. ${options.has('draft') ? 'Without --draft' : 'With --final'} ${listed}.`;
}

async function print({ content }: WrittenLetter, { stdout }: Pick<Surroundings, 'stdout'>): Promise<void> {
  if (typeof content === 'string') await stdout.write(content);
  else await stdout.writeBytes?.(content);
}

function bytesOf({ content }: WrittenLetter): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : content;
}

/** The file's path as messages name it. */
async function nameOf(
  destination: Exclude<Destination, { kind: 'standard output' }>,
  letter: ResolvedLetter,
  pattern: string,
  tell: Tell,
): Promise<string> {
  if (destination.kind === 'file') {
    const other = otherEnding(destination);
    if (other !== undefined) await tell(other);
    return destination.written;
  }
  for (const name of unknownInFileName(letter, pattern))
    await tell(
      `The file's name leaves out [${shown(name)}], because no field has this name: see "fileName" in lmn.config.json.`,
    );
  return fileIn(destination.written, letterFileName(letter, pattern), destination.type);
}
