import { type Comparison, othersOn, shownOf } from '../analysis/among-templates.js';
import { declaredFields, type FieldDeclaration } from '../letter/source.js';
import type { Rule } from '../lint/rule.js';

export const differingField: Rule = {
  id: 'differing-field',
  group: 'structure',
  severity: 'info',
  subject: 'template',
  needs: 'workspace',
  summary: 'Templates that declare a field of one name declare it alike.',
  why: 'A case keeps its facts when it becomes the letter of another template, an appeal after a denial. A value that is a number in one and a choice in the other is right in one of them only, and nobody who reads the name can know which.',
  bad: {
    'renewal.lmn': 'template renewal\nhours of use (text): Hours a day.\n---\n## Use\nUsed [hours of use] a day.',
    'appeal.lmn': 'template appeal\nhours of use (number): Hours a day.\n---\n## Use\nUsed [hours of use] hours a day.',
  },
  good: {
    'renewal.lmn': 'template renewal\nhours of use (number): Hours a day.\n---\n## Use\nUsed [hours of use] a day.',
    'appeal.lmn': 'template appeal\nhours of use (number): Hours a day.\n---\n## Use\nUsed [hours of use] hours a day.',
  },
  check(subject, report) {
    for (const field of subject.template.fields) {
      const own = shapeOf(field);
      const ways = othersOn(declarations, field.norm, subject);
      const alike = ways.find(({ way }) => way === own)?.speakers.size ?? 0;
      const [most] = ways.filter(({ way }) => way !== own);
      // Whoever declares it as most do is not told of those who do not.
      if (!most || most.speakers.size <= alike) continue;
      const count = most.speakers.size === 1 ? 'Another template declares' : 'Other templates declare';
      report(
        field.source,
        `${count} this field otherwise: as ${most.way}, here ${own}. Declare it as there, or give it another name.`,
        { related: shownOf(most.speakers, `declared as ${most.way}`) },
      );
    }
  },
};

const declarations: Comparison = {
  saidIn: (file) =>
    declaredFields(file).map((field) => ({ about: field.norm, way: shapeOf(field), where: field.source })),
};

/** How a field takes its values: `number`, `several of: text`, `daily, weekly`. What it is for is said in words, which may differ. */
function shapeOf({ type, many, computed }: FieldDeclaration): string {
  if (computed) return 'computed';
  const one = type.choices ? [...type.choices].sort().join(' | ') : type.name;
  return many ? `several of: ${one}` : one;
}
