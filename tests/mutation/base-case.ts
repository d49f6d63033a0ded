/** A line of a case's head that gives a fact, or begins a record. */
export interface FactLine {
  /** Index among the lines. */
  readonly line: number;
  /** Empty at the margin. */
  readonly record: string;
  /** Where its record begins; its own line at the margin. */
  readonly recordLine: number;
  readonly name: string;
  readonly value: string;
  /** How many lines it goes on beneath. */
  readonly more: number;
}

/** A complete case as operators see it: lines, and no more of the program's own reading than where its sections are. */
export interface BaseCase {
  /** The file's name without its ending: the kind of letter. */
  readonly name: string;
  readonly lines: readonly string[];
  readonly facts: readonly FactLine[];
  /** Index of the divider. */
  readonly divider: number;
  /** Headings of the template that the case does not write itself. */
  readonly headings: readonly string[];
}

export function baseCase(name: string, text: string, headings: readonly string[]): BaseCase {
  const lines = text.replace(/\n$/, '').split('\n');
  const divider = lines.indexOf('---');
  return { name, lines, facts: factsIn(lines.slice(0, divider)), divider, headings };
}

function factsIn(head: readonly string[]): FactLine[] {
  const facts: FactLine[] = [];
  let record = { name: '', line: 0 };
  for (const [line, text] of head.entries()) {
    const [, indent = '', name = '', value = ''] = /^( {0,2})([a-z0-9][a-z0-9 -]*?)(?:: ?(.*))?$/.exec(text) ?? [];
    if (name === '' || text.startsWith('case ') || text.startsWith('//')) continue;
    if (indent === '') record = { name, line };
    let more = 0;
    while (/^ {4}/.test(head[line + more + 1] ?? '')) more++;
    facts.push({ line, record: indent === '' ? '' : record.name, recordLine: record.line, name, value, more });
  }
  return facts;
}

/** A case with something changed, and where that is. */
export interface Changed {
  readonly text: string;
  /** Lines, from 1, on which the change may be told. */
  readonly lines: readonly number[];
}

/** The lines with some of them put in place of others; `at` is an index. The lines that were put in are where it may be told. */
export function put({ lines }: BaseCase, at: number, remove: number, insert: readonly string[]): Changed {
  const changed = [...lines.slice(0, at), ...insert, ...lines.slice(at + remove)];
  return { text: `${changed.join('\n')}\n`, lines: insert.map((_, index) => at + 1 + index) };
}

/** One fact with another value. */
export function withValue(base: BaseCase, { line, more }: FactLine, value: string): Changed {
  const [label = ''] = /^ *[^:]+:/.exec(base.lines[line] ?? '') ?? [];
  return put(base, line, 1 + more, [`${label} ${value}`]);
}

/** The facts of some names: `patient.name`, `date`, `diagnosis` for a record's first field. */
export function factsNamed({ facts }: BaseCase, ...names: readonly string[]): FactLine[] {
  return facts.filter(
    ({ record, name, value }) => value !== '' && names.includes(record === '' ? name : `${record}.${name}`),
  );
}

/** The value of the first fact of a name. */
export function valueOf(base: BaseCase, name: string): string | undefined {
  return factsNamed(base, name)[0]?.value;
}

/** Places for prose: behind each paragraph of the case's own, as a paragraph of its own, and in sections of the template. */
const mostPlaces = 5;

export function withProse(base: BaseCase, prose: string): Changed[] {
  const { lines, divider, headings } = base;
  const own = lines.flatMap((line, index) => (index > divider && /^[A-Z[].*[.]$/.test(line) ? [index] : []));
  const behind = own.map((index) => put(base, index, 1, [`${lines[index] ?? ''} ${prose}`]));
  const apart = own.slice(0, 2).map((index) => {
    const { text } = put(base, index + 1, 0, ['', prose]);
    return { text, lines: [index + 3] };
  });
  const inTemplate = headings.map((heading) => {
    const { text, lines: told } = put(base, lines.length, 0, ['', `## ${heading}`, '[template text]', '', prose]);
    return { text, lines: told.slice(-1) };
  });
  return [...behind, ...apart, ...inTemplate].slice(0, mostPlaces);
}
