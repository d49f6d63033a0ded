import { type FieldDeclaration, fieldOf, type RecordDeclaration } from '../language/declarations.js';
import type { Span } from '../language/span.js';
import type { MergedRecord } from './facts.js';
import type { Filling } from './filling.js';
import type { Block, Gap, Inline, Signer, TextRun } from './letter.js';
import { derivedRun, valueRuns } from './runs.js';

/** The records of which blocks print what is given, whatever else a template names. */
export const recordsOfBlocks: readonly string[] = ['practice', 'provider', 'co-signer', 'enclosure', 'copy'];

/**
 * The blocks that the letter puts together from records: letterhead, signature, enclosures, copies, references, criteria. `source` is the place that
 * asks for the block: its placeholder, or the end of the letter's prose.
 */
export function letterBlock(name: string, source: Span, filling: Filling): Block[] {
  switch (name) {
    case 'letterhead':
      return [letterhead(source, filling)];
    case 'signature':
      return signature(source, filling);
    case 'enclosures':
      return lines('enclosures', 'enclosure', 'Enclosures', source, filling);
    case 'copies':
      return lines('copies', 'copy', 'cc', source, filling);
    case 'references':
      return [{ kind: 'references', source, label: derivedRun('References', source) }];
    case 'criteria':
      return [{ kind: 'table', source, align: [], header: [], rows: [], filledWith: 'criteria' }];
    default:
      return [];
  }
}

type Line = readonly Inline[];

/** One record's fields, printed by name: what a block asks for. */
class RecordPrinter {
  constructor(
    readonly declaration: RecordDeclaration,
    readonly record: MergedRecord | undefined,
    private readonly source: Span,
    private readonly filling: Filling,
  ) {}

  field(name: string): FieldDeclaration | undefined {
    return fieldOf(this.declaration, name);
  }

  /** The value on one line; nothing when it is not given. */
  line(name: string, before = '', after = ''): Inline[] {
    const field = this.field(name);
    const value = field && this.record?.values.get(field)?.[0];
    if (!field || !value) return [];
    const runs = valueRuns(value, field, this.filling.dates, false);
    return [...this.label(before), ...runs, ...this.label(after)];
  }

  /** The value with its line breaks, a line each; where it is `needed`, a gap for one that is missing. */
  lines(name: string, needed = false): Line[] {
    const field = this.field(name);
    const value = field && this.record?.values.get(field)?.[0];
    if (!field || !value) return needed ? [this.needed(name)] : [];
    return splitAtBreaks(valueRuns(value, field, this.filling.dates, true));
  }

  /** The value, or a gap where it is missing. */
  needed(name: string): Inline[] {
    const line = this.line(name);
    const field = this.field(name);
    if (line.length > 0 || !field) return line;
    const gap: Gap = {
      kind: 'fact',
      field,
      of: this.declaration,
      ...(this.record && { record: this.record }),
      needed: this.source,
      because: 'printed',
    };
    this.filling.gaps.push(gap);
    return [{ kind: 'gap', source: this.source, gap }];
  }

  run(name: string): TextRun | undefined {
    const run = this.line(name)[0];
    return run?.kind === 'text' ? run : undefined;
  }

  private label(text: string): Inline[] {
    return text === '' ? [] : [derivedRun(text, this.source)];
  }
}

/** Content as lines. */
export function splitAtBreaks(runs: readonly Inline[]): Line[] {
  const split: Inline[][] = [[]];
  for (const run of runs) {
    if (run.kind === 'break') split.push([]);
    else split.at(-1)?.push(run);
  }
  return split;
}

function printers(recordName: string, source: Span, filling: Filling): RecordPrinter[] {
  const declaration = filling.schema.vocabulary.byName.get(recordName);
  if (!declaration) return [];
  const records = filling.facts.recordsOf(declaration);
  if (records.length === 0) return declaration.many ? [] : [new RecordPrinter(declaration, undefined, source, filling)];
  return records.map((record) => new RecordPrinter(declaration, record, source, filling));
}

/**
 * The practice's own letterhead text, else its name, address, phone and fax, of which a reviewer needs all but the last; a logo above
 * either.
 */
function letterhead(source: Span, filling: Filling): Block {
  const [practice] = printers('practice', source, filling);
  const logo = practice?.run('logo');
  const own = practice?.lines('letterhead') ?? [];
  const written = own.length > 0 || !practice ? own : practiceLines(practice, source);
  return { kind: 'letterhead', source, ...(logo && { logo }), lines: written };
}

function practiceLines(practice: RecordPrinter, source: Span): Line[] {
  const above = [practice.needed('name'), ...practice.lines('address', true)];
  const phone = [derivedRun('Phone ', source), ...practice.needed('phone')];
  const fax = practice.line('fax', 'Fax ');
  return [...above, fax.length > 0 ? [...phone, derivedRun(' · ', source), ...fax] : phone];
}

/** Picture or line, name with credentials, title, NPI: the provider's, then each co-signer's, but for those who sign where a placeholder of their own stands. */
function signature(source: Span, filling: Filling): Block[] {
  const signers = ['provider', 'co-signer']
    .flatMap((name) => printers(name, source, filling))
    .filter(({ declaration }) => !filling.signing.has(declaration.norm));
  if (signers.length === 0) return [];
  return [{ kind: 'signature', source, isOwn: false, signers: signers.map((signer) => signerOf(signer)) }];
}

function signerOf(printer: RecordPrinter): Signer {
  const picture = printer.run('signature');
  const name = [...printer.needed('name'), ...printer.line('credentials', ', ')];
  const others = [printer.line('title'), printer.line('npi', 'NPI ')].filter((line) => line.length > 0);
  const field = printer.field('signature');
  return { ...(picture && { picture }), ...(field && { field }), lines: [name, ...others] };
}

function lines(
  kind: 'enclosures' | 'copies',
  recordName: string,
  label: string,
  source: Span,
  filling: Filling,
): Block[] {
  const items = printers(recordName, source, filling).map((printer): Line => {
    const dated = printer.line('date', ', ');
    return [...printer.needed(printer.record?.declaration.fields[0]?.name ?? 'name'), ...dated];
  });
  return items.length > 0 ? [{ kind, source, label: derivedRun(label, source), lines: items }] : [];
}
