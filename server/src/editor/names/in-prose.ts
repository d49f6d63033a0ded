import type { FieldDeclaration, RecordDeclaration } from '../../language/declarations.js';
import { normalizeName } from '../../language/names.js';
import { partsOfName, resolveName, type Schema } from '../../language/name-resolution.js';
import type { Bracket, SectionSource, Word } from '../../language/source-file.js';
import { citables } from '../../letter/facts.js';
import { type FileContext, templateSections } from '../../letter/file-context.js';
import { lowestOf } from '../../letter/template-section.js';
import { keyNamed, ownKey } from './keys.js';
import type { Named, NameUse } from './named.js';

/** The names in brackets: placeholders part by part, keys of citations. */
export function namesInBrackets(brackets: readonly Bracket[], context: FileContext): NameUse[] {
  return brackets.flatMap((bracket): NameUse[] => {
    if (bracket.kind === 'placeholder') return namesInPlaceholder(bracket.name, context.schema);
    if (bracket.kind !== 'citation') return [];
    return bracket.keys.map((key) => ({ where: key, named: cited(key.text, context), role: 'use' }));
  });
}

/** The parts of a written name and what each means: `insurance payer` names a record and a field. */
export function namesInPlaceholder(name: Word, schema: Schema): NameUse[] {
  const target = resolveName(schema, name.text);
  const whole = (named: Named): NameUse[] => [{ where: name, named, role: 'use' }];
  if (!target) return whole({ kind: 'unknown', as: 'placeholder' });
  if (target.kind === 'pronoun' || target.kind === 'block') return whole(target);
  if (target.kind === 'template field') return whole({ kind: 'template field', field: target.field });
  const { vocabulary } = schema;
  if (target.kind === 'letter field') return letterField(name, target.field, vocabulary.letter);
  return partsOfName(name.text, target).map((part, index): NameUse => {
    const where = wordWithin(name, part.start, part.end);
    if (index === 0) return { where, named: { kind: 'record', record: target.record }, role: 'use' };
    return { where, named: { kind: 'record field', field: target.field, record: target.record }, role: 'use' };
  });
}

/** `[letter date]` names the record of the letter's facts, and its field. */
function letterField(name: Word, field: FieldDeclaration, letter: RecordDeclaration): NameUse[] {
  const named: Named = { kind: 'record field', field, record: letter };
  const isWhole = letter.byName.has(normalizeName(name.text)) || letter.byOtherName.has(normalizeName(name.text));
  const record = isWhole ? undefined : /^\S+(?=\s)/.exec(name.text)?.[0];
  if (record === undefined) return [{ where: name, named, role: 'use' }];
  const rest = name.text.length - name.text.slice(record.length).trimStart().length;
  return [
    { where: wordWithin(name, 0, record.length), named: { kind: 'record', record: letter }, role: 'use' },
    { where: wordWithin(name, rest, name.text.length), named, role: 'use' },
  ];
}

function wordWithin(word: Word, start: number, end: number): Word {
  return { piece: word.piece, start: word.start + start, end: word.start + end, text: word.text.slice(start, end) };
}

function cited(key: string, context: FileContext): Named {
  for (const record of citables(context.schema)) {
    const named = keyNamed(key, record, context);
    if (named.home === undefined || ownKey(named, context)) return named;
  }
  return { kind: 'unknown', as: 'key' };
}

/** A section's heading and its tags; the heading is a use of the template's, or of the base's, unless the file adds the section. */
export function namesInHeading(section: SectionSource, context: FileContext): NameUse[] {
  const { title, tags } = section;
  const of = templateSections(context).get(section);
  const heading: NameUse = {
    where: title,
    named: { kind: 'section', section: of ? lowestOf(of) : section },
    role: of ? 'use' : 'declaration',
  };
  return [
    ...(title.end > title.start ? [heading] : []),
    ...tags.map((tag): NameUse => ({ where: tag, named: { kind: 'tag', tag: tag.text.toLowerCase() }, role: 'use' })),
  ];
}
