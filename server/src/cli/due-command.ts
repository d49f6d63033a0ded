import { type Day, formatDate, isDateProblem, localDay, parseDate } from '../knowledge/dates.js';
import { compareDays, daysBetween } from '../knowledge/day-arithmetic.js';
import { shifted } from '../requirements/day-ranges.js';
import { type DueDay, dueDays } from '../requirements/due-days.js';
import { libraryOf } from '../requirements/library.js';
import { readLength, timeWords } from '../requirements/time-words.js';
import { allRules } from '../rules/all-rules.js';
import { deadline, lengthSet } from '../rules/deadline.js';
import { readArguments } from './arguments.js';
import { Failure } from './failure.js';
import { fileTexts } from './file-texts.js';
import { dueOptions } from './help.js';
import { readGroup, ruleSettingsOf, withSettings } from './lint-groups.js';
import { findTargets } from './lint-targets.js';
import { parse } from './parser.js';
import { printable, shown } from './printable.js';
import { caseOf } from './asked-case.js';
import { relativeName } from './relative-name.js';
import type { Surroundings } from './surroundings.js';

/** What is due of one case. */
interface Due extends DueDay {
  readonly file: string;
  /** From today on; negative where it is past. */
  readonly daysLeft: number;
}

/**
 * `lmn due PATH…`: the days after which something of a case is too late, against today and not against the letter's date. Gives the exit code: 1 where one is past, 2 where a file could not be
 * read.
 */
export async function dueCommand(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { options, operands } = readArguments(words, dueOptions);
  if (operands.length === 0) throw new Failure('Say which cases: lmn due PATH…, such as: lmn due .');
  const today = dayIn(options.get('today'), surroundings);
  const last = horizon(options.get('within'), today);
  const { due, problems } = await readDue(operands, surroundings, today);
  const told = due.filter(({ day }) => !last || compareDays(day, last) <= 0);
  const { stdout, stderr } = surroundings;
  await stdout.write(options.get('format') === 'json' ? asJson(told, today) : asTable(told, today));
  for (const problem of problems) await stderr.write(`lmn: ${problem}\n`);
  if (problems.length > 0) return 2;
  return told.some(({ daysLeft }) => daysLeft < 0) ? 1 : 0;
}

function dayIn(written: string | undefined, { now = () => new Date() }: Surroundings): Day {
  if (written === undefined) return localDay(now());
  const day = parseDate(written);
  if (isDateProblem(day)) throw new Failure(`${shown(written)} is no day, such as 2026-11-29.`);
  return day;
}

/** The last day that is asked about; undefined: all. */
function horizon(within: string | undefined, today: Day): Day | undefined {
  if (within === undefined) return undefined;
  const length = readLength(within);
  if (!length) throw new Failure(`${shown(within)} is no time, such as "30 days" or "2 months".`);
  return shifted(today, length.amount, length.unit);
}

async function readDue(paths: readonly string[], surroundings: Surroundings, today: Day) {
  const { cwd, stderr } = surroundings;
  const due: Due[] = [];
  const problems: string[] = [];
  for (const group of await withSettings(await findTargets(paths, surroundings), allRules, cwd)) {
    const files = readGroup(group, parse, fileTexts());
    for (const note of files.notes) await stderr.write(`lmn: ${note}\n`);
    const library = libraryOf(files.workspace);
    for (const target of group.targets) {
      const file = files.read(target);
      if (file?.kind !== 'case') continue;
      const set = ruleSettingsOf(group, target).options[deadline.id] ?? {};
      const { letter } = caseOf(file, files.workspace, undefined);
      for (const one of dueDays(letter, library, (filing) => lengthSet(filing, set)))
        due.push({ ...one, file: relativeName(target.path, cwd), daysLeft: daysBetween(today, one.day) });
    }
    problems.push(...files.problems.values());
  }
  return { due: due.sort((a, b) => compareDays(a.day, b.day) || (a.file < b.file ? -1 : 1)), problems };
}

const names: Readonly<Record<DueDay['what'], string>> = {
  deadline: 'file by then',
  authorization: 'the authorization ends',
  visit: 'the visit is too old after it',
};

function asTable(due: readonly Due[], today: Day): string {
  const day = formatDate(today, 'iso');
  if (due.length === 0) return `Nothing is due (today is ${day}).\n`;
  const rows = due.map(({ file, what, day, daysLeft, asker, source }) => {
    const said = [asker, source].filter((text) => text !== undefined && text !== '').join(': ');
    return [
      formatDate(day, 'iso'),
      when(daysLeft),
      printable(file),
      `${names[what]}${said === '' ? '' : ` (${said})`}`,
    ];
  });
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const widths = [width(0), width(1), width(2), 0];
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const past = due.filter(({ daysLeft }) => daysLeft < 0).length;
  const count = `${String(due.length)} due, ${String(past)} past`;
  return `${lines.join('\n')}\n\n${count} (today is ${day}). Confirm each day on the notice.\n`;
}

function when(daysLeft: number): string {
  if (daysLeft === 0) return 'today';
  const days = timeWords(Math.abs(daysLeft), 'days');
  return daysLeft < 0 ? `${days} past` : `in ${days}`;
}

function asJson(due: readonly Due[], today: Day): string {
  const rows = due.map(({ file, what, day, daysLeft, asker, source }) => ({
    file,
    what,
    day: formatDate(day, 'iso'),
    daysLeft,
    ...(asker !== undefined && { askedBy: asker }),
    ...(source !== '' && { source }),
    confirm: 'on the notice',
  }));
  return `${JSON.stringify({ version: 1, today: formatDate(today, 'iso'), due: rows }, undefined, 2)}\n`;
}
