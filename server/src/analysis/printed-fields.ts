import { contentsOf } from '../letter/block-contents.js';
import { fieldsComputedFrom } from '../letter/computed-facts.js';
import { fieldsPrintedBy } from '../letter/derived-fields.js';
import type { Bracket, FieldDeclaration, NameTarget, Schema } from '../letter/source.js';
import { resolveName } from '../letter/source.js';
import type { Inline, ResolvedLetter, ResolvedSection } from '../letter/letter.js';
import { type TemplateLayout, templateLayout } from '../letter/template-layout.js';
import { bracketsOf, sectionsIn, type TemplateSection, wordsOf } from '../letter/template-section.js';
import { rememberBoth } from '../remember.js';

/**
 * The fields that a letter prints, or would print as soon as the rest of an optional part is given. What a case's own section has replaced
 * does not count.
 */
export function printedFields(letter: ResolvedLetter): Set<FieldDeclaration> {
  const printed = new Set<FieldDeclaration>();
  const { schema } = letter.case;
  for (const section of letter.sections) for (const field of printedIn(section, schema)) printed.add(field);
  for (const reference of letter.references) collectInline(reference.content, printed);
  const resolved = new Set(letter.sections.map((section) => section.templateSection));
  for (const section of sectionsIn(templateLayout(letter.case)))
    if (!resolved.has(section)) for (const field of namedIn(section, schema)) printed.add(field);
  return printed;
}

const printedIn = rememberBoth((section: ResolvedSection, schema: Schema): ReadonlySet<FieldDeclaration> => {
  const printed = new Set<FieldDeclaration>();
  collectInline(section.heading ?? [], printed);
  for (const content of section.blocks.flatMap(contentsOf)) collectInline(content, printed);
  for (const { target } of section.uses) addTarget(target, schema, printed);
  return printed;
});

/** The fields that the placeholders of a template's section name, whether or not it prints; none where it is taken out. */
export const namedIn = rememberBoth((section: TemplateSection, schema: Schema): ReadonlySet<FieldDeclaration> => {
  const named = new Set<FieldDeclaration>();
  for (const bracket of bracketsWritten(section)) {
    const target = bracket.kind === 'placeholder' ? resolveName(schema, bracket.name.text) : undefined;
    addTarget(target, schema, named);
  }
  return named;
});

function bracketsWritten(section: TemplateSection): readonly Bracket[] {
  const words = wordsOf(section);
  return words ? [...section.titleBrackets, ...bracketsOf(words)] : [];
}

/** What the placeholders of a template mean, with those of what it stands on. */
const targetsIn = rememberBoth((layout: TemplateLayout, schema: Schema): readonly NameTarget[] => {
  const prose = [...layout.before, ...layout.words].flatMap(({ brackets }) => brackets);
  const brackets = [...prose, ...sectionsIn(layout).flatMap(bracketsWritten)];
  return brackets.flatMap((one) => (one.kind === 'placeholder' ? (resolveName(schema, one.name.text) ?? []) : []));
});

/** The fields that a template names, with those of what it stands on, whether or not they are given. Without what blocks print, such as the signature. */
export const namedInLayout = rememberBoth((layout: TemplateLayout, schema: Schema): ReadonlySet<FieldDeclaration> => {
  const named = new Set<FieldDeclaration>();
  for (const target of targetsIn(layout, schema)) addTarget(target, schema, named);
  return named;
});

/** Whether a template asks for a block, `criteria`. */
export function hasBlock(layout: TemplateLayout, schema: Schema, name: string): boolean {
  return targetsIn(layout, schema).some((target) => target.kind === 'block' && target.block === name);
}

/** What a name prints, and what that is put together or computed from: none of it is given in vain. */
export function addTarget(target: NameTarget | undefined, schema: Schema, into: Set<FieldDeclaration>): void {
  if (!target || !('field' in target)) return;
  into.add(target.field);
  for (const field of fieldsComputedFrom(target, schema)) into.add(field);
  if (target.kind === 'record field') for (const field of fieldsPrintedBy(target.field, target.record)) into.add(field);
}

function collectInline(content: readonly Inline[], into: Set<FieldDeclaration>): void {
  for (const node of content) {
    if (node.kind === 'text' && node.field) into.add(node.field);
    else if (node.kind === 'gap' && node.gap.kind === 'fact') into.add(node.gap.field);
    else if ('content' in node) collectInline(node.content, into);
  }
}
