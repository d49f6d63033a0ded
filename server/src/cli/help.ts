import { baselineFileName } from '../configuration/baseline.js';
import { seriesText } from '../knowledge/series.js';
import { allLetterFormats, endingOf, letterFormats, namesOf, usualInFolder, usualOnScreen } from '../letter-formats.js';
import type { OptionSpec } from './arguments.js';
import type { CommandName } from './command-names.js';
import { type CoverageFormat, coverageFormats } from './coverage-formats.js';
import { usualLimit } from './listed-findings.js';
import { shellScripts } from './shell-scripts.js';
import { reportFormats, usualFormat } from './report-formats.js';

const debugOption: OptionSpec = {
  name: 'debug',
  help: 'Says on standard error which workspace was found and why, which configurations count, and what was left out.',
};

const concurrencyOption: OptionSpec = {
  name: 'concurrency',
  value: 'N',
  help: 'Works in N threads; without it in one, and in more where a long run finds cores that have nothing to do.',
};

const stdinOptions: readonly OptionSpec[] = [
  { name: 'stdin', help: 'Reads one text from standard input instead of files.' },
  {
    name: 'stdin-filename',
    value: 'FILE',
    help: 'Where that text belongs: it sees the templates, the vocabularies and the configuration of that place.',
  },
];

const withOwnFonts = allLetterFormats.filter((id) => letterFormats[id].ownFonts);

export const lintOptions: readonly OptionSpec[] = [
  {
    name: 'format',
    value: 'FORMAT',
    choices: Object.keys(reportFormats),
    help: formatHelp(),
  },
  {
    name: 'output-file',
    value: 'FILE',
    help: 'Writes the report of the --format before it into FILE. With several of both, several reports are written at once.',
  },
  {
    name: 'max-findings',
    value: 'N',
    help: `Lists up to N findings of a rule in a file, and says how many more there are; ${String(usualLimit)} without it, all with 0. All are counted.`,
  },
  { name: 'rule', value: 'RULE', help: 'Tells what this rule finds, and no other. May be given several times.' },
  { name: 'quiet', help: 'Leaves warnings and information out, and does not count them.' },
  { name: 'max-warnings', value: 'N', help: 'Up to N warnings still count as clean.' },
  { name: 'fix', help: 'Mends in the files what needs nobody to decide anything; then what is left is told.' },
  {
    name: 'fix-dry-run',
    help: 'Writes nothing, and shows what --fix would do as a diff. It quotes the files, as no report does.',
  },
  {
    name: 'changed',
    help: 'Of these paths only what git says has changed, and the cases and templates that stand on it.',
  },
  {
    name: 'since',
    value: 'COMMIT',
    help: 'With --changed: since this branch parted from COMMIT, such as origin/main, instead of since the last commit.',
  },
  {
    name: 'cache',
    help: 'Keeps what is found in your cache folder, and checks only what has changed since, with what stands on it. It holds hashes and findings, nothing of a case.',
  },
  { name: 'cache-location', value: 'FOLDER', help: 'With --cache: keeps it in FOLDER.' },
  concurrencyOption,
  {
    name: 'write-baseline',
    help: `Writes what is found into ${baselineFileName} at the root of the workspace: it is known from then on, and only what is new is told.`,
  },
  ...stdinOptions,
  { name: 'watch', help: 'Checks again whenever a letter, a template or a setting changes, until Ctrl+C.' },
  {
    name: 'print-config',
    value: 'FILE',
    help: 'Checks nothing, and prints as JSON what lmn.config.json and all that it extends set for FILE.',
  },
  debugOption,
];

export const formatOptions: readonly OptionSpec[] = [
  { name: 'check', help: 'Changes nothing, and lists what would change; then the exit code is 1.' },
  ...stdinOptions,
];

export const initOptions: readonly OptionSpec[] = [
  {
    name: 'ci',
    value: 'SERVICE',
    choices: ['github', 'gitlab'],
    help: 'Begins a workflow of GitHub, or .gitlab-ci.yml, that runs lmn lint.',
  },
  { name: 'hook', help: 'Begins a hook of git that checks what has changed before it is committed.' },
];

export const codesOptions: readonly OptionSpec[] = [
  {
    name: 'workspace',
    help: 'Keeps the list in this workspace, for all who work in it, and not among your own files.',
  },
  { name: 'year', value: 'YEAR', help: 'The fiscal year of the list, where the name of the file does not say it.' },
];

export const newOptions: readonly OptionSpec[] = [
  {
    name: 'for',
    value: 'KIND',
    help: 'The kind of letter, such as appeal-1. A wrong one is answered with all that there are, and when each is written.',
  },
  {
    name: 'from',
    value: 'TEMPLATE',
    help: 'This very template, where a kind has several or the letter is of no kind.',
  },
  { name: 'out', letter: 'o', value: 'FILE', help: 'Writes the case to FILE, which must not be there yet.' },
];

export const renderOptions: readonly OptionSpec[] = [
  {
    name: 'out',
    letter: 'o',
    value: 'FILE',
    help: `Writes the letter to FILE; its ending says the type: ${seriesText(allLetterFormats.map(endingOf), 'or')}. In a FOLDER each letter gets a name, which is printed.`,
  },
  {
    name: 'to',
    value: 'TYPE',
    choices: allLetterFormats,
    help: `${seriesText(allLetterFormats, 'or')}, where no ending says it. A folder gets a ${letterFormats[usualInFolder].name}, and the screen ${letterFormats[usualOnScreen].name}.`,
  },
  {
    name: 'template',
    value: 'NAME',
    help: 'Makes the letter of this template, instead of the one that the case names.',
  },
  {
    name: 'draft',
    help: 'Writes the letter though something is open, or before it is to be sent. Every page says that it is a draft.',
  },
  { name: 'final', help: 'Also to the screen writes nothing while something is open. To a file this always holds.' },
  {
    name: 'paper',
    value: 'PAPER',
    choices: ['letter', 'a4'],
    help: 'letter (8.5 by 11 inches) or a4, whatever lmn.config.json says.',
  },
  { name: 'force', help: 'Replaces a file that lmn did not write, or that was changed since.' },
  concurrencyOption,
  debugOption,
];

export const dueOptions: readonly OptionSpec[] = [
  {
    name: 'format',
    value: 'FORMAT',
    choices: ['table', 'json'],
    help: 'table, for people, is what you get; json is for programs.',
  },
  { name: 'within', value: 'TIME', help: 'Only what is due within this time, such as "30 days", and what is past.' },
  { name: 'today', value: 'DATE', help: 'Takes this day for today.' },
];

const usualCoverage: CoverageFormat = 'table';

export const reportOptions: readonly OptionSpec[] = [
  {
    name: 'format',
    value: 'FORMAT',
    choices: Object.keys(coverageFormats),
    help: `${usualCoverage}, for the terminal, is what you get; html is one page that needs no other file.`,
  },
  { name: 'output-file', value: 'FILE', help: 'Writes the report into FILE.' },
];

export const serverOptions: readonly OptionSpec[] = [
  { name: 'stdio', help: 'Talks over standard input and output, the only way there is: it opens no connection.' },
  { name: 'clientProcessId', value: 'ID', help: 'Ends when this process does. Some editors give it.' },
];

function formatHelp(): string {
  const others = Object.entries(reportFormats).filter(([name]) => name !== usualFormat);
  const usual = `${usualFormat}, ${reportFormats[usualFormat]?.help ?? ''}, is what you get`;
  return `${[usual, ...others.map(([name, { help }]) => `${name} is ${help}`)].join('; ')}.`;
}

const shells = Object.keys(shellScripts);

/** A command as its help describes it. */
export interface CommandHelp {
  readonly usage: string;
  readonly does: string;
  readonly options: readonly OptionSpec[];
  readonly more: readonly string[];
  /** What stands beside its options where that is no file: these words, or ids of rules. */
  readonly operands?: readonly string[] | 'rules';
}

const table: Readonly<Record<CommandName, CommandHelp>> = {
  new: {
    usage: 'lmn new --for KIND [-o FILE]',
    does: 'Begins a case: a line for every fact that the letter needs, with what to write there in brackets, and the sections that only you can write. Without -o it is printed. Nothing that is there is ever overwritten.',
    options: newOptions,
    more: ['Exit code: 0 done; 2 the command could not run, or the file is there already.'],
  },
  lint: {
    usage: 'lmn lint PATH… [--fix] [--format FORMAT] [--output-file FILE]',
    does: 'Finds what is missing or wrong in .lmn files. Of a folder it reads every .lmn file in it and beneath it.',
    options: lintOptions,
    more: [
      'Exit code: 0 nothing found, or information only; 1 an error or a warning; 2 the command could not run, or a file could not be read.',
      'Not read in folders: what .gitignore or .lmnignore leaves out, folders that begin with a dot, and node_modules.',
      'How severe each rule is stands in lmn.config.json.',
    ],
  },
  format: {
    usage: 'lmn format PATH… [--check]',
    does: 'Lays out the head of .lmn files, as Format Document does in an editor: spaces and blank lines, never what they say. Prose stays as it is. The names of changed files are printed.',
    options: formatOptions,
    more: [
      'With --stdin the text is printed as it should be.',
      'Exit code: 0 done, or nothing to change; 1 with --check, something would change; 2 the command could not run, or a file could not be read or written.',
    ],
  },
  render: {
    usage: 'lmn render PATH… [-o FILE|FOLDER] [--to TYPE] [--draft] [--template NAME]',
    does: `Writes the letter of a case: to FILE, or without -o to the screen as ${letterFormats[usualOnScreen].name}. Of several cases, of a folder or a quoted pattern the letters go into FOLDER; those that are not final are listed.`,
    options: renderOptions,
    more: [
      'No letter is written to a file while something is open: a gap, or an error of lmn lint. It is listed; --draft writes it all the same, marked.',
      `Exit code: 0 written; 1 something is open, or cannot be printed as ${namesOf(withOwnFonts, 'or')}, in one of several too; 2 the command could not run, or the file was changed since lmn wrote it.`,
      'How files are called, the paper, and whether their properties name the patient stand in lmn.config.json, under "export".',
    ],
  },
  due: {
    usage: 'lmn due PATH… [--within TIME] [--format table|json]',
    does: 'Lists the days after which something of a case is too late: filing deadlines, the ends of authorizations, visits that will be too old. It counts to today, not to the date of the letter; confirm each day on the notice.',
    options: dueOptions,
    more: [
      'Exit code: 0 nothing is past; 1 something is past; 2 the command could not run, or a file could not be read.',
    ],
  },
  report: {
    usage: 'lmn report [PATH…] [--format FORMAT] [--output-file FILE]',
    does: 'Says what the templates, kinds and policies of a folder cover: for which letters there is a template, what its sections do, how many cases name it, and how old what is said of payers and laws is.',
    options: reportOptions,
    more: ['Exit code: 0 reported; 2 the command could not run, or a file could not be read.'],
  },
  explain: {
    usage: 'lmn explain [RULE]',
    does: 'Says what a rule asks for and why, with an example that fails it and one that passes. Without a rule it lists them all.',
    options: [],
    more: [],
    operands: 'rules',
  },
  init: {
    usage: 'lmn init [FOLDER] [--ci github|gitlab] [--hook]',
    does: 'Begins what a folder of letters needs to be checked: lmn.config.json and .lmnignore. What is there already stays as it is.',
    options: initOptions,
    more: [],
  },
  codes: {
    usage: 'lmn codes add FILE [--workspace] [--year YEAR]',
    does: 'Keeps the ICD-10-CM codes of an official file of CMS: the order file, the codes file, or the zip. From then on codes that are not in the list of their year, or not billable, are told.',
    options: codesOptions,
    more: ['Nothing is downloaded: the files are at cms.gov, under ICD-10-CM, for each fiscal year (from October 1).'],
    operands: ['add'],
  },
  completions: {
    usage: `lmn completions ${shells.join('|')}`,
    does: 'Prints a script with which a shell completes commands, options, formats and rules. Its first line says how it is used.',
    options: [],
    more: [],
    operands: shells,
  },
  server: {
    usage: 'lmn server --stdio',
    does: 'Runs the language server, for editors.',
    options: serverOptions,
    more: [],
  },
};

/** What the help says, by the command's name. */
export const commands: Readonly<Record<string, CommandHelp>> = table;
