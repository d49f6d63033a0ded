import { neededIn } from '../analysis/needed-fields.js';
import { templatePrints } from '../analysis/template-prints.js';
import type { FieldDeclaration, RecordDeclaration } from '../language/declarations.js';
import { CORE_KIND } from '../language/kind-file.js';
import type { Schema } from '../language/name-resolution.js';
import type { TemplateFile } from '../language/template-file.js';
import type { Workspace } from '../language/workspace.js';
import { hasTag, rolesOf } from '../letter/heading-tags.js';
import type { headToWrite } from '../letter/lacks.js';
import { type Ask, type AskedFacts, type AskedName, type Clause, type Condition, fieldOf } from '../letter/source.js';
import { templateLayout } from '../letter/template-layout.js';
import { sectionsIn, type TemplateSection } from '../letter/template-section.js';
import { kindAskers, kindChain } from '../requirements/askers.js';
import { isPicked } from '../requirements/conditions.js';
import { libraryOf } from '../requirements/library.js';

/** A record that has to be of a certain name: an enclosure, a finding, the criterion that is answered. */
export interface NamedRecord {
  readonly record: RecordDeclaration;
  readonly name: { readonly is: 'given' | 'one of'; readonly words: readonly string[] };
  readonly fields: ReadonlySet<FieldDeclaration>;
}

/** The lines of a new case: facts of the letter, and records with their fields. */
export class LinesToWrite {
  readonly facts: Set<FieldDeclaration>;
  readonly records: Map<RecordDeclaration, Set<FieldDeclaration>>;
  readonly named: NamedRecord[] = [];

  constructor(
    needed: ReturnType<typeof headToWrite>,
    readonly letter: RecordDeclaration,
  ) {
    this.facts = new Set(needed.facts);
    this.records = new Map([...needed.records].map(([record, fields]) => [record, new Set(fields)]));
  }

  add(of: RecordDeclaration, field: FieldDeclaration): void {
    if (of === this.letter) this.facts.add(field);
    else this.records.set(of, (this.records.get(of) ?? new Set()).add(field));
  }

  has(of: RecordDeclaration, field: FieldDeclaration | undefined): boolean {
    if (field === undefined) return false;
    return of === this.letter ? this.facts.has(field) : this.records.get(of)?.has(field) === true;
  }
}

/**
 * Adds what core and the letter's kind require of facts, so that what the checklist asks for is a line from the first moment on. A fact that the template prints nowhere is left out: to
 * give it would meet nothing.
 */
export function addAsked(lines: LinesToWrite, kind: string, template: TemplateFile, workspace: Workspace): void {
  const library = libraryOf(workspace);
  const chain = kindChain(kind, library);
  const kinds = chain.map(({ name }) => name);
  const { schema } = template;
  const layout = templateLayout({ standing: workspace.standing(template.file) });
  const all = kindAskers(chain, library.kinds.get(CORE_KIND)).flatMap((asker) => asker.clauses);
  const asked = new Set(all.flatMap(({ ask }) => (ask?.is === 'facts' ? ask.names.map(({ record }) => record) : [])));
  const clauses = all.filter((clause) => clause.force === 'require' && isPicked(clause.kinds, kinds));
  const adding = new Adding(lines, sectionsIn(layout), clauses, asked, schema, (field) =>
    templatePrints(field, layout, schema),
  );
  // A section may be filled by what is asked for, and what is asked only where something else is there comes after that.
  const isSection = ({ ask }: Clause) => ask?.is === 'section';
  for (const clause of clauses) if (!isDependent(clause) && !isSection(clause)) adding.clause(clause);
  for (const clause of clauses) if (!isDependent(clause) && isSection(clause)) adding.clause(clause);
  for (const clause of clauses)
    if (isDependent(clause) && clause.when.every((condition) => mayHold(condition, lines))) adding.clause(clause);
  adding.printable();
}

function isDependent({ ask, when }: Clause): boolean {
  return when.length > 0 || (ask?.is === 'facts' && ask.pick === 'every');
}

/** What is not given keeps a condition from holding, but for `other than`. Which code or words somebody will write is not known; a choice is one of few. */
function mayHold({ names, test }: Condition, lines: LinesToWrite): boolean {
  if (test.is === 'items' && test.otherThan) return true;
  return names.some((name) => {
    const field = namedField(name);
    return lines.has(name.record, field) && (test.is === 'given' || field?.type.choices !== undefined);
  });
}

class Adding {
  private readonly added = new Set<FieldDeclaration>();
  /** What other clauses wait for: where it is given, more is asked. */
  private readonly deciding: ReadonlySet<FieldDeclaration | undefined>;

  constructor(
    private readonly lines: LinesToWrite,
    private readonly sections: readonly TemplateSection[],
    clauses: readonly Clause[],
    private readonly asked: ReadonlySet<RecordDeclaration>,
    private readonly schema: Schema,
    private readonly isPrinted: (field: FieldDeclaration) => boolean,
  ) {
    this.deciding = new Set(clauses.flatMap(({ when }) => when.flatMap(({ names }) => names.map(namedField))));
  }

  clause({ ask, label, handle, when }: Clause): void {
    // Whether a sentence is asked for is not known before its condition is.
    if (ask?.is === 'words') {
      if (when.length === 0) this.answer(label?.text ?? handle);
    } else this.ask(ask);
  }

  /** What stands beside what was added, outside of braces: in the same item of a list, in the same sentence. */
  printable(): void {
    const { added, schema } = this;
    for (const section of this.sections) {
      const needed = recordFields(section, schema);
      const beside = new Set(needed.flatMap(({ record, field }) => (added.has(field) ? [record] : [])));
      for (const { record, field } of needed) if (beside.has(record)) this.lines.add(record, field);
    }
  }

  private add(of: RecordDeclaration, field: FieldDeclaration): void {
    if (!this.lines.has(of, field)) this.added.add(field);
    this.lines.add(of, field);
  }

  private ask(ask: Ask | undefined): void {
    switch (ask?.is) {
      case 'facts': {
        this.facts(ask);
        return;
      }
      case 'group':
        for (const { asks } of ask.options.slice(0, ask.count)) for (const one of asks) this.ask(one);
        return;
      case 'enclosure': {
        this.enclosure(ask.quotes.map(({ text }) => text));
        return;
      }
      case 'section': {
        this.section(ask.sections.map(({ text }) => text));
        return;
      }
      default:
    }
  }

  private canPrint(field: FieldDeclaration | undefined): field is FieldDeclaration {
    return field !== undefined && !field.derived && this.isPrinted(field);
  }

  private facts({ names, count, pick, ways: [way = []] }: AskedFacts): void {
    if (count.is === 'none' || count.is === 'at most') return;
    const { lines } = this;
    const printed = names.filter((name) => this.canPrint(namedField(name)));
    const written = printed.find((name) => name.quotes.length === 0 && lines.has(name.record, namedField(name)));
    if (pick === 'every' && !written) return;
    const name = written ?? printed.find((one) => !this.deciding.has(namedField(one))) ?? printed[0];
    const field = name && namedField(name);
    if (!name || !field) return;
    const { record, quotes } = name;
    const beneath = way.flatMap(
      ({ fields }) => fields.find((one) => lines.has(record, one)) ?? fields.find((one) => this.canPrint(one)) ?? [],
    );
    if (quotes.length > 0 && record.many)
      this.named(record, { is: 'one of', words: quotes.map(({ text }) => text) }, beneath);
    else for (const one of [field, ...beneath]) this.add(record, one);
  }

  private enclosure(words: readonly string[]): void {
    const record = this.schema.vocabulary.byName.get('enclosure');
    if (record) this.named(record, { is: 'one of', words }, []);
  }

  /** A clause of words is answered by its name. */
  private answer(name: string): void {
    const record = this.schema.vocabulary.byName.get('criterion');
    const field = record && fieldOf(record, 'met by');
    if (record && this.canPrint(field)) this.named(record, { is: 'given', words: [name] }, [field]);
  }

  private named(record: RecordDeclaration, name: NamedRecord['name'], fields: readonly FieldDeclaration[]): void {
    const beside = this.sections
      .flatMap((section) => recordFields(section, this.schema))
      .flatMap((one) => (one.record === record ? [one.field] : []));
    const [first] = record.fields;
    const all = [...fields, ...beside].filter((field) => field !== first);
    this.lines.named.push({ record, name, fields: new Set(all) });
  }

  /** A section of which nothing is needed prints once a record that it lists is there: one that the kind names too, if there is one. */
  private section(names: readonly string[]): void {
    const fitting = this.sections.filter((section) => rolesOf(section).some((role) => names.includes(role)));
    if (fitting.some((section) => !hasTag(section, 'optional'))) return;
    const listed = fitting.flatMap((section) => recordFields(section, this.schema));
    if (listed.some(({ record, field }) => this.lines.has(record, field))) return;
    const first = listed.find(({ record }) => this.asked.has(record)) ?? listed[0];
    if (first) this.add(first.record, first.field);
  }
}

/** Fields of records that a section names outside of braces. */
function recordFields(section: TemplateSection, schema: Schema) {
  return neededIn(section, schema).flatMap((target) =>
    target.kind === 'record field' && !target.field.derived ? [target] : [],
  );
}

/** A record's name alone stands for its first field. */
function namedField({ field, record }: AskedName): FieldDeclaration | undefined {
  return field ?? record.fields[0];
}
