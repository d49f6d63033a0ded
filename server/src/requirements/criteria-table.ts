import type { MergedRecord } from '../letter/facts.js';
import type { Block, Inline, ResolvedLetter } from '../letter/letter.js';
import { derivedRun, valueRuns } from '../letter/runs.js';
import type { AskedFacts, Span } from '../letter/source.js';
import { sectionsPrinting } from '../letter/where-printed.js';
import type { Criterion } from './criteria.js';
import type { ClauseOutcome } from './judge-clause.js';
import type { Rest } from './outcome.js';

type Table = Extract<Block, { kind: 'table' }>;
type Cell = readonly Inline[];

/**
 * What the payer's policies ask of a letter, in their order: each criterion in the policy's words, what meets it, and where that stands. What does not apply is left out.
 * Undefined where no policy asks anything.
 */
export function criteriaTable(criteria: readonly Criterion[], letter: ResolvedLetter, source: Span): Table | undefined {
  const rows = criteria.flatMap((criterion) => {
    if (criterion.asker.level !== 'policy' || !isShown(criterion)) return [];
    const row = new Row(criterion, letter, source);
    return [[row.asked(), row.met(), row.place()]];
  });
  const head = (text: string): Cell => [derivedRun(text, source)];
  if (rows.length === 0) return undefined;
  return {
    kind: 'table',
    source,
    align: ['left', 'left', 'left'],
    header: [head('Criterion'), head('In this letter'), head('Where')],
    rows,
    filledWith: 'criteria',
  };
}

/** What applies, but of what is only recommended no gaps. How long the letter is, its reader sees. */
function isShown({ state, force, clauses }: Criterion): boolean {
  if (clauses.every(({ clause }) => clause.ask?.is === 'pages')) return false;
  return state !== 'does not apply' && (force === 'require' || state === 'met' || state === 'unprinted');
}

class Row {
  /** The clauses that decide how it stands. */
  private readonly clauses: readonly ClauseOutcome[];

  constructor(
    private readonly criterion: Criterion,
    private readonly letter: ResolvedLetter,
    private readonly source: Span,
  ) {
    const applying = criterion.clauses.filter(({ state }) => state !== 'does not apply');
    const required = applying.filter(({ clause }) => clause.force === 'require');
    this.clauses = required.length > 0 ? required : applying;
  }

  asked(): Cell {
    const [first] = this.criterion.clauses;
    const words = first?.clause.words?.text;
    const label = first?.clause.label?.text;
    return [
      this.text([label, words ?? (label === undefined ? this.criterion.name : undefined)].filter(Boolean).join(' ')),
    ];
  }

  met(): Cell {
    const { answer, state } = this.criterion;
    if (answer?.does === 'waive' && state === 'waived')
      return [
        { kind: 'strong', source: this.source, content: [this.text('Exception asked:')] },
        this.text(' '),
        ...this.values([{ field: answer.field, value: answer.value, record: answer.record }]),
      ];
    const shown = joined(
      this.clauses.map((clause) => this.clause(clause)),
      this.text('; '),
    );
    return shown.length > 0 ? shown : [this.text('as asked')];
  }

  place(): Cell {
    const { answer } = this.criterion;
    if (answer && this.clauses.some(({ rests }) => rests.some(({ value }) => value === answer.value)))
      return [this.text(this.statement())];
    const enclosures = this.enclosures();
    if (enclosures !== '') return [this.text(enclosures)];
    const fields = new Set(this.clauses.flatMap(({ rests }) => rests.map(({ field }) => field)));
    const sections = [...fields].flatMap((field) => sectionsPrinting(this.letter, field));
    const titles = [...new Set(sections.map(({ title }) => title))].filter((title) => title !== '');
    return [this.text(titles.slice(0, 2).join(', '))];
  }

  /** Nothing where the clause asks for a section or for words: that is read in its place. */
  private clause({ clause, state, rests, options }: ClauseOutcome): Cell {
    const { answer } = this.criterion;
    if (answer && rests.some(({ value }) => value === answer.value))
      return [this.text('\u201c'), ...this.values(rests), this.text('\u201d')];
    if (state === 'nothing against it') return [this.text('none named in this letter')];
    if (state === 'open' || state === 'not met' || state === 'damaged')
      return [{ kind: 'strong', source: this.source, content: [this.text('[to be shown]')] }];
    const words = options?.flatMap((option) => option.words?.text ?? []) ?? [];
    const shown = this.values(rests);
    const count = clause.ask?.is === 'facts' ? this.count(clause.ask, rests) : '';
    const before = words.length > 0 ? `${words.join('; ')}${shown.length > 0 ? ': ' : ''}` : count;
    return before === '' ? shown : [this.text(before), ...shown];
  }

  private count({ count }: AskedFacts, rests: readonly Rest[]): string {
    if (count.is !== 'at most') return '';
    const records = new Set(rests.map(({ record }) => record)).size;
    return `${String(records)} of at most ${String(count.number)}: `;
  }

  /** Which of the documents at the letter's end they are. */
  private enclosures(): string {
    const listed = this.clauses.flatMap(({ rests }) =>
      rests.flatMap(({ record }) =>
        record?.declaration.norm === 'enclosure'
          ? this.letter.facts.recordsOf(record.declaration).indexOf(record) + 1
          : [],
      ),
    );
    return [...new Set(listed)].map((number) => `Enclosure ${String(number)}`).join(', ');
  }

  /** The facts of each record in a row, what it is called first. */
  private values(rests: readonly Rest[]): Cell {
    const byRecord = new Map<MergedRecord | undefined, Rest[]>();
    for (const rest of rests) {
      const same = byRecord.get(rest.record);
      if (!same) byRecord.set(rest.record, [rest]);
      else if (!same.some(({ value }) => value === rest.value)) same.push(rest);
    }
    const cells = [...byRecord].map(([record, own]) =>
      joined(
        withName(record, own).map(({ value, field }) => valueRuns(value, field, this.letter.dates, false)),
        this.text(', '),
      ),
    );
    return joined(cells, this.text('; '));
  }

  /** Whose words an answer is. */
  private statement(): string {
    const provider = this.letter.case.schema.vocabulary.byName.get('provider');
    const [record] = provider ? this.letter.facts.recordsOf(provider) : [];
    const name = provider?.fields[0] && record?.values.get(provider.fields[0])?.[0]?.where.text;
    return name === undefined ? 'Statement in this letter' : `Statement of ${name}`;
  }

  private text(text: string): Inline {
    return derivedRun(text, this.source);
  }
}

/** Of a record that may repeat, what it is called says which one is meant. */
function withName(record: MergedRecord | undefined, rests: readonly Rest[]): readonly Rest[] {
  const [first] = record?.declaration.fields ?? [];
  const [value] = (first && record?.values.get(first)) ?? [];
  if (!record?.declaration.many || record.declaration.norm === 'criterion' || !first || !value) return rests;
  return [{ field: first, value, record }, ...rests.filter((rest) => rest.value !== value)];
}

function joined(cells: readonly Cell[], between: Inline): Cell {
  return cells.filter((cell) => cell.length > 0).flatMap((cell, index) => (index > 0 ? [between, ...cell] : cell));
}
