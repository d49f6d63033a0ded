import { type FieldDeclaration, fieldOf, type RecordDeclaration } from '../declarations.js';
import { resolveName, type Schema } from '../name-resolution.js';
import { normalizeName } from '../names.js';
import type { HeadEntry, HeadLine, Word } from '../source-file.js';
import { recordOf } from '../vocabulary.js';
import type {
  Ask,
  AskedName,
  BeneathLine,
  Clause,
  Condition,
  Count,
  Damage,
  Demands,
  Exemption,
  Picked,
  TimedLine,
} from './clause.js';
import { cut, outsideQuotes, partsOf } from './line-parts.js';
import { readBehindName, readValueTest, timeUnit } from './read-tests.js';

/** Reads what a policy or a kind asks, line by line. A line that cannot be understood is damage of its own, and leaves the others as they are. */
export function readDemands(entries: readonly HeadEntry[], schema: Schema): Demands {
  return new DemandsReader(schema).read(entries);
}

/** A group that is still open: `option` and `and` lines belong to it. */
interface OpenGroup {
  readonly clause: Omit<Clause, 'ask'>;
  readonly count: number;
  readonly options: { asks: (Ask | undefined)[]; words?: Word; when: Condition[]; entry: HeadEntry }[];
}

class DemandsReader {
  private readonly clauses: Clause[] = [];
  private readonly times: TimedLine[] = [];
  private readonly exemptions: Exemption[] = [];
  private readonly when: Condition[] = [];
  private readonly damage: Damage[] = [];
  private group: OpenGroup | undefined;

  constructor(private readonly schema: Schema) {}

  read(entries: readonly HeadEntry[]): Demands {
    for (const entry of entries) this.entry(entry);
    this.closeGroup();
    const { clauses, times, exemptions, when, damage } = this;
    return { clauses, times, exemptions, when, damage };
  }

  private entry(entry: HeadEntry): void {
    const verb = /^[a-z]+/i.exec(entry.whole.text)?.[0].toLowerCase() ?? '';
    if (verb === 'option' || verb === 'and') {
      if (isVerbLine(entry, verb)) this.option(entry, verb);
      return;
    }
    if (verb === 'require' || verb === 'recommend') {
      this.closeGroup();
      this.clause(entry, verb);
    } else if (verb === 'exempt') {
      this.closeGroup();
      const { names, words } = behindVerb(entry, verb);
      this.exemptions.push({ names: partsOf(names), entry, ...(words && { words }) });
    } else if (verb === 'deadline' || verb === 'decision' || verb === 'limit') {
      this.closeGroup();
      this.timed(entry, verb);
    } else if (verb === 'when' && entry.hasColon) {
      const { name, value } = writtenLine(entry) ?? {};
      if (name && value) this.when.push(...this.condition(cut(name, verb.length), value));
    }
  }

  private closeGroup(): void {
    if (!this.group) return;
    const { clause, count, options } = this.group;
    this.group = undefined;
    this.clauses.push({ ...clause, ask: { is: 'group', count, options } });
  }

  private clause(entry: HeadEntry, force: Clause['force']): void {
    const { names, label, words } = behindVerb(entry, force);
    const beneath = this.beneath(entry);
    const said = words ?? undefined;
    const common = {
      force,
      handle: label?.text ?? (names.text === '' ? (said?.text ?? '') : names.text),
      when: beneath.when,
      entry,
      ...(label && { label }),
      ...(said && { words: said }),
      ...(beneath.kinds && { kinds: beneath.kinds }),
    };
    const group = /^(one|two|three|\d+) of these$/i.exec(names.text);
    if (group) {
      this.group = { clause: common, count: countOf(group[1] ?? ''), options: [] };
      return;
    }
    this.clauses.push({ ...common, ask: beneath.isDamaged ? undefined : this.ask(names, beneath.lines) });
  }

  private option(entry: HeadEntry, verb: 'option' | 'and'): void {
    const { group } = this;
    if (!group) {
      this.damage.push({
        where: entry.whole,
        message: 'This line belongs to a group: write "require one of these" above it.',
      });
      return;
    }
    const { names, label, words } = behindVerb(entry, verb);
    const beneath = this.beneath(entry);
    const ask = beneath.isDamaged ? undefined : this.ask(names, beneath.lines);
    const said = words ?? label;
    const last = group.options.at(-1);
    if (verb === 'and' && last) last.asks.push(ask);
    else group.options.push({ asks: [ask], when: beneath.when, entry, ...(said && { words: said }) });
  }

  private timed(entry: HeadEntry, is: TimedLine['is']): void {
    const { names, label, words } = behindVerb(entry, is);
    const beneath = this.beneath(entry);
    const read = /^(\d+) ([a-z]+)(?: (before|after) (.+))?$/is.exec(names.text);
    const of = read?.[4] === undefined ? undefined : this.name(cut(names, names.text.length - read[4].length));
    const unit = timeUnit(read?.[2] ?? '');
    const isWhole = read && !beneath.isDamaged && (is === 'limit' || unit) && (is !== 'deadline' || of);
    if (!isWhole)
      this.damage.push({
        where: names.text === '' ? entry.whole : names,
        message: 'Write a number and a unit of time here.',
      });
    this.times.push({
      is,
      amount: isWhole ? Number(read[1]) : undefined,
      when: beneath.when,
      entry,
      ...(unit && { unit }),
      ...(read?.[3] && { relation: read[3].toLowerCase() === 'before' ? ('before' as const) : ('after' as const) }),
      ...(of && { of }),
      ...(label && { label }),
      ...(words && { words }),
      ...(beneath.kinds && { kinds: beneath.kinds }),
    });
  }

  // ---- what is asked ----

  private ask(names: Word, lines: readonly WrittenLine[]): Ask | undefined {
    if (names.text === '') return { is: 'words' };
    const first = /^(section|words|enclosure)(?=\s|$)/i.exec(names.text)?.[1]?.toLowerCase();
    const rest = first === undefined ? names : cut(names, first.length);
    if (first === 'section') return { is: 'section', sections: partsOf(rest) };
    if (first === 'words' && rest.text.startsWith('"')) return { is: 'said', quotes: partsOf(rest).map(unquoted) };
    if (first === 'enclosure' && rest.text.startsWith('"') && lines.length === 0)
      return { is: 'enclosure', quotes: partsOf(rest).map(unquoted) };
    return this.facts(names, lines);
  }

  private facts(written: Word, lines: readonly WrittenLine[]): Ask | undefined {
    const { count, pick, rest } = this.opening(written);
    const test = readBehindName(rest, (word) => this.name(word));
    if (test === 'damaged') {
      this.damaged(rest, 'What is compared here cannot be read.');
      return;
    }
    const asked = this.names(test?.names ?? rest);
    const [first] = asked;
    if (!first) {
      this.damaged(rest, 'There is no field, record or block with this name.');
      return;
    }
    const ways = this.ways(lines, first.record);
    if (!ways) return undefined;
    return {
      is: 'facts',
      count,
      names: asked,
      ways,
      ...(pick && { pick }),
      ...(test && { test: test.test }),
    };
  }

  private damaged(where: Word, message: string): undefined {
    this.damage.push({ where, message });
    return undefined;
  }

  /** `no`, `2`, `at most 3`, `every`, `latest` give way to a declared name that begins so. */
  private opening(written: Word): { count: Count; pick?: 'every' | 'latest'; rest: Word } {
    const some: Count = { is: 'some' };
    const opening = /^(?:(no)|(\d+)|at most (\d+)|(every)|(latest)|field)(?=\s)/i.exec(written.text);
    if (!opening || resolveName(this.schema, outsideQuotes(written.text))) return { count: some, rest: written };
    const rest = cut(written, opening[0].length);
    const [, no, least, most, every, latest] = opening;
    if (no !== undefined) return { count: { is: 'none' }, rest };
    if (least !== undefined) return { count: { is: 'at least', number: Number(least) }, rest };
    if (most !== undefined) return { count: { is: 'at most', number: Number(most) }, rest };
    return {
      count: some,
      rest,
      ...(every !== undefined ? { pick: 'every' } : latest !== undefined ? { pick: 'latest' } : {}),
    };
  }

  /** Names parted by `;`, each with its quoted words; words alone go on with the name before. */
  private names(written: Word): AskedName[] {
    const names: { name: Word; quotes: Word[] }[] = [];
    for (const part of partsOf(written)) {
      const at = part.text.indexOf('"');
      const name = at < 0 ? part.text : part.text.slice(0, at).trimEnd();
      const quotes = at < 0 ? [] : [unquoted(cut(part, at))];
      const last = names.at(-1);
      if (name === '' && last) last.quotes.push(...quotes);
      else names.push({ name: { ...part, end: part.start + name.length, text: name }, quotes });
    }
    return names.flatMap(({ name, quotes }) => {
      const named = this.name(name);
      return named ? [{ ...named, quotes }] : [];
    });
  }

  private name(written: Word): AskedName | undefined {
    const target = resolveName(this.schema, written.text);
    const { letter } = this.schema.vocabulary;
    if (target?.kind === 'letter field') return { written, record: letter, field: target.field, quotes: [] };
    if (target?.kind === 'record field')
      return { written, record: target.record, quotes: [], ...(!target.alone && { field: target.field }) };
    const record = recordOf(this.schema.vocabulary, normalizeName(written.text));
    return record && { written, record, quotes: [] };
  }

  // ---- the lines beneath ----

  /** A condition that cannot be understood leaves open whether the line applies: it is damaged as a whole. */
  private beneath(entry: HeadEntry): {
    lines: WrittenLine[];
    when: Condition[];
    kinds?: Picked;
    isDamaged: boolean;
  } {
    const damage = this.damage.length;
    const lines: WrittenLine[] = [];
    const when: Condition[] = [];
    let kinds: Picked | undefined;
    for (const line of entry.lines) {
      const read = writtenLine(line);
      if (!read) continue;
      const condition = /^when\s+/i.exec(read.name.text);
      if (condition) when.push(...this.condition(cut(read.name, condition[0].length), read.value));
      else if (normalizeName(read.name.text) === 'for') kinds = picked(read.value);
      else lines.push(read);
    }
    return { lines, when, isDamaged: this.damage.length > damage, ...(kinds && { kinds }) };
  }

  private condition(written: Word, value: Word): Condition[] {
    const names = this.names(written);
    const [first] = names;
    const field = first && (first.field ?? first.record.fields[0]);
    const test = field && readValueTest(value, field, first.record, (word) => this.name(word));
    if (!test) {
      this.damage.push({ where: written, message: 'There is no field or record with this name.' });
      return [];
    }
    return [{ names, test, written }];
  }

  private ways(lines: readonly WrittenLine[], record: RecordDeclaration): BeneathLine[][] | undefined {
    const ways: BeneathLine[][] = [];
    for (const { name, value } of lines) {
      const or = /^or\s+/i.exec(name.text);
      const own = or ? cut(name, or[0].length) : name;
      const fields: FieldDeclaration[] = partsOf(own).flatMap((part) => fieldsNamed(record, part.text));
      const [first] = fields;
      const test = first && readValueTest(value, first, record, (word) => this.name(word));
      if (!test) {
        this.damaged(name, `"${record.name}" has no such field.`);
        return;
      }
      const line: BeneathLine = { fields, test, written: own };
      const last = ways.at(-1);
      if (or || !last) ways.push([line]);
      else last.push(line);
    }
    return ways;
  }
}

function fieldsNamed(record: RecordDeclaration, name: string): FieldDeclaration[] {
  const field = fieldOf(record, normalizeName(name));
  return field ? [field] : [];
}

interface WrittenLine {
  readonly name: Word;
  readonly value: Word;
}

function writtenLine({ whole }: Pick<HeadLine, 'whole'>): WrittenLine | undefined {
  const colon = colonIn(whole.text);
  if (colon < 0) return undefined;
  const text = whole.text.slice(0, colon);
  return { name: { ...whole, end: whole.start + text.length, text }, value: cut(whole, colon + 1) };
}

/** The first colon before a space or the end, outside quotes. */
function colonIn(text: string): number {
  return outsideQuotes(text, '_').search(/:(?=\s|$)/);
}

function isVerbLine({ whole }: HeadEntry, verb: string): boolean {
  return whole.text.length === verb.length || /^[\s:]/.test(whole.text.slice(verb.length));
}

/** A line behind its verb: names up to the first colon, then label and words. One part alone is words if it ends as a sentence does. */
function behindVerb({ whole }: HeadEntry, verb: string): { names: Word; label?: Word; words?: Word } {
  const rest = cut(whole, verb.length);
  const colon = colonIn(rest.text);
  if (colon < 0) return { names: rest };
  const text = rest.text.slice(0, colon).trimEnd();
  const names = { ...rest, end: rest.start + text.length, text };
  const behind = cut(rest, colon + 1);
  const next = colonIn(behind.text);
  if (verb === 'option' || verb === 'and') return { names, ...(behind.text !== '' && { words: behind }) };
  if (next >= 0) {
    const label = behind.text.slice(0, next).trimEnd();
    return {
      names,
      label: { ...behind, end: behind.start + label.length, text: label },
      words: cut(behind, next + 1),
    };
  }
  if (behind.text === '') return { names };
  return /[.!?]$/.test(behind.text) || names.text === '' ? { names, words: behind } : { names, label: behind };
}

function unquoted(word: Word): Word {
  const inner = /^"([^"]*)"?$/.exec(word.text)?.[1];
  return inner === undefined
    ? word
    : { ...word, start: word.start + 1, end: word.start + 1 + inner.length, text: inner };
}

function picked(value: Word): Picked {
  const other = /^other than\s+/i.exec(value.text);
  return { otherThan: other !== null, items: partsOf(other ? cut(value, other[0].length) : value) };
}

function countOf(written: string): number {
  const at = ['one', 'two', 'three'].indexOf(written.toLowerCase());
  return at < 0 ? Number(written) : at + 1;
}
