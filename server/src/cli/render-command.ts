import { allLetterFormats, endingOf, letterFormats, namesOf } from '../letter-formats.js';
import { documentWriters } from '../document-writers.js';
import type { WrittenLetter } from '../export/letter-writers.js';
import { type Arguments, readArguments } from './arguments.js';
import { Failure } from './failure.js';
import { fileTexts } from './file-texts.js';
import { renderOptions } from './help.js';
import { type Destination, destinationOf, otherEnding, targetOf } from './letter-output.js';
import { nameIn } from './letter-name.js';
import { casesIn, openCases } from './open-cases.js';
import { printable } from './printable.js';
import { caseOf } from './asked-case.js';
import { bytesOf, renderCase } from './render-case.js';
import { areSeveral, renderLetters } from './render-letters.js';
import type { Surroundings } from './surroundings.js';
import { unprintableLines } from './tell-letters.js';
import { countOpen, openLines } from './tell-open.js';
import { writeLetter } from './write-letter.js';
import { openLedger } from './written-ledger.js';

/**
 * `lmn render PATH…`: writes the letters of cases; to a file only one that is complete, or a draft that says so on every page. Gives the exit code: 1
 * where something is open, or a letter holds what PDF cannot print.
 */
export async function renderCommand(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { options, operands } = readArguments(words, renderOptions);
  const [written] = operands;
  if (written === undefined) throw new Failure('Say which case: lmn render CASE.lmn -o letter.pdf');
  const destination = destinationOf(options, surroundings.cwd);
  checkOptions(options, destination, surroundings);
  return areSeveral(operands, surroundings.cwd)
    ? renderLetters(operands, options, destination, surroundings)
    : renderOne(written, options, destination, surroundings);
}

async function renderOne(
  written: string,
  options: Arguments['options'],
  destination: Destination,
  surroundings: Surroundings,
): Promise<number> {
  const { cwd, stderr } = surroundings;
  const tell: Tell = (line) => stderr.write(`lmn: ${line}\n`);
  const texts = fileTexts();
  const [group] = await casesIn([written], surroundings, texts);
  const [target] = group?.targets ?? [];
  if (!group || !target) throw new Error('Nothing came of a case.');
  const { path, real } = target;
  if (destination.kind === 'file') targetOf(destination.written, cwd, path);

  const opened = await openCases(group, options, texts, surroundings, tell);
  const source = opened.read(target);
  if (typeof source === 'string') throw new Failure(source);
  const subject = caseOf(source, opened.workspace, options.get('template'));

  const { type } = destination;
  const mustBeFinal = options.has('final') || (destination.kind !== 'standard output' && !options.has('draft'));
  const writers = documentWriters(() => surroundings.now?.() ?? new Date());
  const asked = { type, asDraft: options.has('draft'), paper: options.get('paper'), mustBeFinal };
  const rendered = await renderCase(subject, opened.settingsOf(target), group.root.path, { ...asked, writers, tell });
  const say = async (lines: readonly string[]) => {
    for (const line of lines) await stderr.write(`${line}\n`);
  };
  if (rendered.kind === 'open') {
    const lines = openLines(rendered.open, subject, cwd);
    await say([
      `lmn: The letter is not written: ${countOpen(rendered.open.length)}.`,
      ...lines.map((line) => `  ${line}`),
      'lmn: To write it all the same, add --draft: every page then says that it is a draft.',
    ]);
    return 1;
  }
  if (rendered.kind === 'unprintable') {
    await say(unprintableLines(rendered.unprintable, type, false));
    return 1;
  }
  const { made, isDraft, open } = rendered;
  if (made.unprintable.length > 0) await say(unprintableLines(made.unprintable, type, isDraft));
  if (destination.kind === 'standard output') await print(made, surroundings);
  else {
    const other = destination.kind === 'file' ? otherEnding(destination) : undefined;
    if (other !== undefined) await tell(other);
    const isNamed = destination.kind === 'file';
    const name = isNamed ? destination.written : await nameIn(destination, subject.letter, rendered.fileName, tell);
    await writeLetter(targetOf(name, cwd, path), bytesOf(made), {
      ledger: openLedger(surroundings.stateFolder),
      force: options.has('force'),
      source: real,
      isNamed,
    });
    if (!isNamed) await surroundings.stdout.write(`${printable(name)}\n`);
  }
  if (isDraft) await tell(draftNote(open.length, options));
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

function draftNote(open: number, options: Arguments['options']): string {
  if (open === 0) return 'This is a draft, as asked: nothing is open. Without --draft the letter is final.';
  const listed = open === 1 ? 'it is listed' : 'they are listed';
  return `This is a draft: ${countOpen(open)}. ${options.has('draft') ? 'Without --draft' : 'With --final'} ${listed}.`;
}

async function print({ content }: WrittenLetter, { stdout }: Pick<Surroundings, 'stdout'>): Promise<void> {
  if (typeof content === 'string') await stdout.write(content);
  else await stdout.writeBytes?.(content);
}
