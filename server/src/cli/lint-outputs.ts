import { writeFileSync } from 'node:fs';
import { reasonOf } from '../workspace/file-failure.js';
import type { Arguments } from './arguments.js';
import { Failure } from './failure.js';
import { reportTarget } from './letter-output.js';
import { buffered } from './output.js';
import { shown } from './printable.js';
import { replaceFile } from './replace-file.js';
import { reportFormat, usualFormat } from './report-formats.js';
import type { FileReport, LintEnd, Reporter, Reporting } from './reports.js';
import type { Output, Surroundings } from './surroundings.js';
import { undisturbed } from './undisturbed.js';

/** A report that is asked for: in which format, and into which file; without one it goes to the screen. */
interface Asked {
  readonly format: string;
  readonly file?: string;
}

/**
 * The reports that the options ask for, in their order: `--output-file` takes the `--format` before it.
 *
 * @throws {Failure} where two would go to one place.
 */
function askedReports({ given }: Pick<Arguments, 'given'>): Asked[] {
  const asked: Asked[] = [];
  for (const [option, value] of given) {
    if (option === 'format') asked.push({ format: value });
    if (option !== 'output-file') continue;
    const last = asked.pop() ?? { format: usualFormat };
    if (last.file !== undefined)
      throw new Failure('--output-file takes the --format before it: --format sarif --output-file lint.sarif');
    asked.push({ ...last, file: value });
  }
  return asked.length === 0 ? [{ format: usualFormat }] : asked;
}

/** Where the reports of one run go, all at once. */
export interface LintOutputs {
  /** Whether one of the reports says how findings are mended. */
  readonly tellsFixes: boolean;
  begin(): Promise<void>;
  file(report: FileReport): Promise<void>;
  /** Ends the reports, then writes the files: each whole or not at all. */
  end(end: LintEnd): Promise<void>;
}

interface Opened {
  readonly reporter: Reporter;
  readonly write: (text: string) => Promise<void> | void;
  readonly close: () => Promise<void> | void;
}

/**
 * Opens the reports that the options ask for. One goes to standard output; what people read goes to standard error where a program reads standard output, or
 * something else is written there (`isTaken`).
 *
 * @throws {Failure} where two would go to one place, or a file cannot be written.
 */
export function openOutputs(
  options: Pick<Arguments, 'given'>,
  surroundings: Surroundings,
  reporting: Omit<Reporting, 'color'>,
  isTaken = false,
): LintOutputs {
  const asked = askedReports(options);
  const onScreen = asked.filter(({ file }) => file === undefined);
  const isForPeople = ({ format }: Asked) => format === usualFormat;
  const programs = onScreen.filter((one) => !isForPeople(one));
  const goesAside = isTaken || programs.length > 0;
  if (programs.length > (isTaken ? 0 : 1) || onScreen.length - programs.length > 1) {
    const format = onScreen.at(-1)?.format ?? usualFormat;
    throw new Failure(`Only one report goes to standard output. Name a file: --format ${format} --output-file FILE`);
  }
  const taken = new Set<string>();
  const opened = asked.map((one): Opened => {
    const isColored = one.file === undefined && !goesAside && (surroundings.color ?? false);
    const reporter = reportFormat(one.format).begin({ ...reporting, color: isColored });
    const output = isForPeople(one) && goesAside ? surroundings.stderr : surroundings.stdout;
    return { reporter, ...(one.file === undefined ? screen(output) : file(one.file, surroundings.cwd, taken)) };
  });
  const writeAll = async (text: (reporter: Reporter) => string) => {
    for (const { reporter, write } of opened) await write(text(reporter));
  };
  return {
    tellsFixes: asked.some(({ format }) => reportFormat(format).tellsFixes),
    begin: () => writeAll((reporter) => reporter.begin()),
    file: (report) => writeAll((reporter) => reporter.file(report)),
    async end(end) {
      await writeAll((reporter) => reporter.end(end));
      for (const { close } of opened) await close();
    },
  };
}

type Sink = Pick<Opened, 'write' | 'close'>;

function screen(output: Output): Sink {
  const collected = buffered(output);
  return { write: (text) => collected.write(text), close: () => collected.flush() };
}

function file(written: string, cwd: string, taken: Set<string>): Sink {
  const { path, isFile } = reportTarget(written, cwd);
  if (taken.has(path)) throw new Failure(`${shown(written)}: two reports would go to this file.`);
  taken.add(path);
  const parts: string[] = [];
  return {
    write: (text) => void parts.push(text),
    async close() {
      const bytes = Buffer.from(parts.join(''));
      try {
        if (isFile)
          await undisturbed(() => {
            replaceFile(path, bytes);
          });
        else writeFileSync(path, bytes);
      } catch (error) {
        throw new Failure(`${shown(written)} could not be written: ${reasonOf(error)}.`);
      }
    },
  };
}
