import { type NameTarget, resolveName, type Schema } from '../language/name-resolution.js';
import type { ProseSource, SectionSource, SourceFile, Word } from '../language/source-file.js';
import type { Span } from '../language/span.js';
import { bracketIndex, type InlineReading, readInline } from './inline.js';
import type { ResolvedSection } from './letter.js';
import { readProse } from './prose.js';
import type { ProseInline, ProseTree, UnclosedMark } from './prose-tree.js';
import { inContent, inlinesOf } from './visit-prose.js';

/** A placeholder as prose writes it. */
export interface WrittenPlaceholder {
  readonly name: Word;
  /** The brackets included. */
  readonly whole: Span;
  readonly target: NameTarget | undefined;
  readonly optional: boolean;
}

export type ConditionNode = Extract<ProseInline, { kind: 'when' }>;

/** A section, or the prose before the first one, as one file writes it: what can be said without knowing any value. */
export interface SectionSubject {
  readonly fileKind: SourceFile['kind'];
  readonly prose: ProseSource;
  /** Undefined for the prose before the first section. */
  readonly section?: SectionSource;
  readonly tree: ProseTree;
  readonly placeholders: readonly WrittenPlaceholder[];
  /** Brackets and braces without their end, those of the heading included. */
  readonly unclosed: readonly UnclosedMark[];
  /** `{…}` without a placeholder, those of the heading included. */
  readonly pointless: readonly { readonly start: number; readonly end: number }[];
  /** `{when …}`, those of the heading included. */
  readonly conditions: readonly ConditionNode[];
  readonly schema: Schema;
  /** What became of it in the letter; in cases only, and only if it prints. */
  readonly resolved?: ResolvedSection;
}

const written = new WeakMap<ProseSource, { schema: Schema; subject: SectionSubject }>();

/** The sections of a file, the prose before the first one among them. */
export function writtenSections(file: SourceFile, schema: Schema): SectionSubject[] {
  const sections = file.sections.map((section) => writtenSection(section.prose, section, file, schema));
  return file.preamble ? [writtenSection(file.preamble, undefined, file, schema), ...sections] : sections;
}

function writtenSection(
  prose: ProseSource,
  section: SectionSource | undefined,
  file: SourceFile,
  schema: Schema,
): SectionSubject {
  const known = written.get(prose);
  if (known?.schema === schema) return known.subject;
  const tree = readProse(prose);
  const heading = section && readHeading(section);
  const inlines = [...(heading ? inContent(heading.content) : []), ...inlinesOf(tree)];
  const optional = optionalRanges(inlines);
  const conditions = inlines.filter((node) => node.kind === 'when');
  const brackets = [...(section?.titleBrackets ?? []), ...prose.brackets];
  let next = 0;
  const placeholders = brackets.flatMap((bracket): WrittenPlaceholder[] => {
    if (bracket.kind !== 'placeholder') return [];
    const { start, end } = bracket;
    while ((optional[next]?.end ?? end) < end) next++;
    const whole = { piece: prose.piece, start, end };
    const inside = (optional[next]?.start ?? start) < start;
    return [{ name: bracket.name, whole, target: resolveName(schema, bracket.name.text), optional: inside }];
  });
  const unclosed = heading ? [...heading.unclosed, ...tree.unclosed] : tree.unclosed;
  const pointless = heading ? [...heading.pointless, ...tree.pointless] : tree.pointless;
  const subject = {
    fileKind: file.kind,
    prose,
    tree,
    placeholders,
    unclosed,
    pointless,
    conditions,
    schema,
    ...(section && { section }),
  };
  written.set(prose, { schema, subject });
  return subject;
}

function readHeading({ title, titleBrackets }: SectionSource): InlineReading {
  const read = readInline(title.piece.text, [title], bracketIndex(titleBrackets));
  const brackets = titleBrackets.flatMap(({ kind, start, end }): UnclosedMark[] =>
    kind === 'unclosed' ? [{ mark: '[', start, end }] : [],
  );
  return { ...read, unclosed: [...brackets, ...read.unclosed] };
}

/** Where optional text begins and ends, in the order of the text; none lies within another. */
function optionalRanges(nodes: readonly ProseInline[]): { start: number; end: number }[] {
  return nodes.flatMap(({ kind, start, end }) => (kind === 'optional' || kind === 'when' ? [{ start, end }] : []));
}

const withLetters = new WeakMap<SectionSubject, SectionSubject>();

/** A section with what became of it in a letter; the same object for the same two. */
export function withResolved(section: SectionSubject, resolved: ResolvedSection): SectionSubject {
  const known = withLetters.get(section);
  if (known?.resolved === resolved) return known;
  const subject = { resolved, ...section };
  withLetters.set(section, subject);
  return subject;
}
