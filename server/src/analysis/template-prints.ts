import { citables } from '../letter/facts.js';
import { recordsOfBlocks } from '../letter/letter-blocks.js';
import type { FieldDeclaration, Schema } from '../letter/source.js';
import type { TemplateLayout } from '../letter/template-layout.js';
import { namedInLayout } from './printed-fields.js';

/** Whether a template prints a fact where it is given: by its name, in a block or in the list of references. One that it declares itself counts for what the vocabulary calls so. */
export function templatePrints(field: FieldDeclaration, layout: TemplateLayout, schema: Schema): boolean {
  if (namedInLayout(layout, schema).has(field)) return true;
  const { record = 'letter', norm } = field;
  if (recordsOfBlocks.includes(record) || citables(schema).some(({ name }) => name === record)) return true;
  return record === 'letter' && schema.template?.byName.has(norm) === true;
}
