import type { RuleDescription, Severity } from '../lint/rule.js';
import { type Arguments, readArguments, readNumber } from './arguments.js';
import { Failure } from './failure.js';
import { findRule } from './find-rule.js';
import { lintOptions } from './help.js';
import { usualLimit } from './listed-findings.js';
import { shown } from './printable.js';
import { threadsAsked } from './threads-wanted.js';

/** What a command line asks of `lmn lint`. */
export interface LintOptions {
  /** Files, folders and patterns, as written. */
  readonly paths: readonly string[];
  /** The file that the text of standard input stands for. */
  readonly stdin?: string;
  /** The reports that are asked for. */
  readonly given: Arguments['given'];
  /** How severe a finding must be to be told. */
  readonly shown: readonly Severity[];
  /** Ids of the rules that are asked for; all where none is named. */
  readonly only?: ReadonlySet<string>;
  readonly maxWarnings: number;
  readonly maxFindings: number;
  /** Only what git says has changed, and what depends on it: since a commit, or since the last one. */
  readonly changed?: { readonly since?: string };
  /** Whether fixes are written, or shown as a diff. */
  readonly fixing?: 'write' | 'show';
  /** Whether what is found becomes the baseline. */
  readonly writesBaseline: boolean;
  /** In how many threads files are checked; measured where nobody says. */
  readonly concurrency?: number;
  /** Whether findings are kept for the next run: in the user's cache folder, or where it says. */
  readonly cache?: { readonly location?: string };
  /** Whether it goes on whenever something changes. */
  readonly watches: boolean;
  readonly debug: boolean;
}

/**
 * The file of which `--print-config` asks what holds for it, where that is asked.
 *
 * @throws {Failure} where anything is to be checked too.
 */
export function configAsked(words: readonly string[]): string | undefined {
  const { options, operands } = readArguments(words, lintOptions);
  const about = options.get('print-config');
  if (about !== undefined && (options.size > 1 || operands.length > 0))
    throw new Failure('--print-config says what holds for a file, and checks none: lmn lint --print-config FILE');
  return about;
}

/**
 * Reads the words after `lmn lint`.
 *
 * @throws {Failure} where they contradict one another, or name no rule.
 */
export function readLintOptions(words: readonly string[], rules: readonly RuleDescription[]): LintOptions {
  const { options, operands: paths, given } = readArguments(words, lintOptions);
  const stdin = stdinFile(options, paths);
  if (stdin === undefined && paths.length === 0)
    throw new Failure('Say what to check: lmn lint PATH…, such as: lmn lint .');
  const named = given.filter(([option]) => option === 'rule').map(([, id]) => findRule(id, rules).id);
  const fixing = options.has('fix-dry-run') ? 'show' : options.has('fix') ? 'write' : undefined;
  if (options.has('fix') && fixing === 'show')
    throw new Failure('Either --fix or --fix-dry-run: the one writes, the other shows.');
  if (stdin !== undefined && fixing === 'write')
    throw new Failure('--fix writes files, and standard input is none. Add --fix-dry-run to see what it would do.');
  const since = options.get('since');
  if (since !== undefined && !options.has('changed'))
    throw new Failure('--since says since when a file has --changed. Add --changed.');
  if (options.has('changed') && stdin !== undefined)
    throw new Failure('--changed asks git for files, and standard input is none.');
  const location = options.get('cache-location');
  if (location !== undefined && !options.has('cache'))
    throw new Failure('--cache-location says where --cache keeps what is found. Add --cache.');
  const writes = ['stdin', 'fix', 'fix-dry-run', 'write-baseline'].find((name) => options.has(name));
  if (options.has('watch') && writes !== undefined)
    throw new Failure(`--watch tells what is found again and again; --${writes} is for one time.`);
  const partial = ['quiet', 'rule', 'stdin', 'fix-dry-run'].find((name) => options.has(name));
  if (options.has('write-baseline') && partial !== undefined)
    throw new Failure(`--write-baseline takes all that is found, and --${partial} does not tell all.`);
  const threads = threadsAsked(options);
  return {
    paths,
    given,
    shown: options.has('quiet') ? ['error'] : ['error', 'warning', 'info'],
    maxWarnings: readNumber(options, 'max-warnings') ?? 0,
    maxFindings: readNumber(options, 'max-findings') ?? usualLimit,
    writesBaseline: options.has('write-baseline'),
    watches: options.has('watch'),
    debug: options.has('debug'),
    ...(stdin !== undefined && { stdin }),
    ...(named.length > 0 && { only: new Set(named) }),
    ...(options.has('changed') && { changed: since === undefined ? {} : { since } }),
    ...(fixing && { fixing }),
    ...(threads !== undefined && { concurrency: threads }),
    ...(options.has('cache') && { cache: location === undefined ? {} : { location } }),
  };
}

/**
 * The file that standard input stands for, where it is to be read.
 *
 * @throws {Failure} where files are named too.
 */
export function stdinFile(options: Arguments['options'], paths: readonly string[]): string | undefined {
  const name = options.get('stdin-filename');
  if (!options.has('stdin')) {
    if (name !== undefined) throw new Failure('--stdin-filename says where the text of --stdin belongs. Add --stdin.');
    return undefined;
  }
  if (paths.length > 0)
    throw new Failure(`With --stdin no file is named: ${shown(paths[0] ?? '')} is one too many. See --stdin-filename.`);
  return name ?? 'stdin.lmn';
}
