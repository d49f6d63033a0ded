import { isShipped, type SourceFile, type Span, type Workspace } from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';

/** Something that a template says, in one of several ways that it could be said. */
export interface Said {
  /** What is spoken of: only what is about the same is compared. */
  readonly about: string;
  readonly way: string;
  readonly where: Span;
}

/** The templates of a workspace that speak of one thing in one way, with where. Those that ship are none of its own, and not among them. */
export type Speakers = ReadonlyMap<SourceFile, Span>;

/** What is compared among templates. Each is asked once for a version of a file. */
export interface Comparison {
  readonly saidIn: (file: SourceFile, workspace: Workspace) => readonly Said[];
  /** What the answers depend on beside the file. */
  readonly dependsOn?: (workspace: Workspace) => object;
}

/**
 * How the other templates of a workspace speak of something: its ways, the commonest first (of two as common the one whose first file comes first), with the templates that have it. Those that `file` stands on, and those
 * that stand on it, are not asked: what they say otherwise they say on purpose.
 */
export function othersOn(
  comparison: Comparison,
  about: string,
  { file, workspace }: Pick<FileSubject, 'file' | 'workspace'>,
): readonly { readonly way: string; readonly speakers: Speakers }[] {
  const ways = tallyOf(comparison, workspace).ways.get(about);
  if (!ways || isShipped(file.uri)) return [];
  const beneath = new Set(workspace.standing(file).files);
  const isOther = (other: SourceFile) => !beneath.has(other) && !workspace.standing(other).files.includes(file);
  return [...ways]
    .map(([way, speakers]) => ({ way, speakers: new Map([...speakers].filter(([other]) => isOther(other))) }))
    .filter(({ speakers }) => speakers.size > 0)
    .sort((a, b) => b.speakers.size - a.speakers.size || (firstOf(a.speakers) < firstOf(b.speakers) ? -1 : 1));
}

/** Everything that is spoken of, with how many of a workspace's templates do. */
export function spokenOf(comparison: Comparison, workspace: Workspace): ReadonlyMap<string, number> {
  return tallyOf(comparison, workspace).counts;
}

/** For the other templates that a finding shows beside its own place. */
export function shownOf(speakers: Speakers, message: string): { where: Span; message: string }[] {
  return [...speakers.values()].slice(0, mostShown).map((where) => ({ where, message }));
}

const mostShown = 5;

/** From how many others on a way is what they all do, and not chance. */
export const FEWEST_ALIKE = 3;

function firstOf(speakers: Speakers): string {
  return [...speakers.keys()].map(({ uri }) => uri).sort()[0] ?? '';
}

// ---- kept up to date: a keystroke in one of a thousand templates reads that one anew ----

interface Tally {
  revision: number;
  dependency: object | undefined;
  readonly read: Map<SourceFile, readonly Said[]>;
  readonly ways: Map<string, Map<string, Map<SourceFile, Span>>>;
  readonly counts: Map<string, number>;
}

const tallies = new WeakMap<Comparison, WeakMap<Workspace, Tally>>();

function tallyOf(comparison: Comparison, workspace: Workspace): Tally {
  const ofThis = tallies.get(comparison) ?? new WeakMap<Workspace, Tally>();
  tallies.set(comparison, ofThis);
  const known = ofThis.get(workspace);
  if (known?.revision === workspace.revision) return known;
  const dependency = comparison.dependsOn?.(workspace);
  const tally: Tally =
    known && known.dependency === dependency
      ? known
      : { revision: 0, dependency, read: new Map(), ways: new Map(), counts: new Map() };
  const files = new Set(workspace.all('template').filter((file) => !isShipped(file.uri)));
  for (const file of [...tally.read.keys()]) if (!files.has(file)) takeOut(tally, file);
  for (const file of files) if (!tally.read.has(file)) putIn(tally, file, comparison.saidIn(file, workspace));
  tally.revision = workspace.revision;
  ofThis.set(workspace, tally);
  return tally;
}

function putIn({ read, ways, counts }: Tally, file: SourceFile, said: readonly Said[]): void {
  read.set(file, said);
  for (const { about, way, where } of said) {
    const on = ways.get(about) ?? new Map<string, Map<SourceFile, Span>>();
    const speakers = on.get(way) ?? new Map<SourceFile, Span>();
    if (!speakers.has(file)) speakers.set(file, where);
    ways.set(about, on.set(way, speakers));
  }
  for (const about of new Set(said.map((one) => one.about))) counts.set(about, (counts.get(about) ?? 0) + 1);
}

function takeOut({ read, ways, counts }: Tally, file: SourceFile): void {
  const said = read.get(file) ?? [];
  read.delete(file);
  for (const { about, way } of said) {
    const on = ways.get(about);
    const speakers = on?.get(way);
    speakers?.delete(file);
    if (speakers?.size === 0) on?.delete(way);
    if (on?.size === 0) ways.delete(about);
  }
  for (const about of new Set(said.map((one) => one.about))) {
    const left = (counts.get(about) ?? 1) - 1;
    if (left === 0) counts.delete(about);
    else counts.set(about, left);
  }
}
