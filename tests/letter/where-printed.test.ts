import { expect, test } from 'vitest';
import { resolveName } from '../../server/src/language/name-resolution.js';
import { sectionsPrinting } from '../../server/src/letter/where-printed.js';
import { subjectOf } from '../support/workspace.js';

const head = `case
patient: Jane Doe
provider: Dana Whitfield
  npi: 1234567893
  signature: dana.png
practice: Mesa Pain Clinic
  phone: 505-555-0142
  logo: logo.png
enclosure: Progress notes
copy: Jane Doe
evidence @lee
  authors: Lee J
  title: A trial of injections
  journal: Pain
  year: 2020
`;

/** The headings of the sections in which a field prints. */
function headings(name: string, prose: string): string[] {
  const { letter, schema } = subjectOf(`${head}---\n${prose}`);
  const target = resolveName(schema, name);
  if (!letter || !target || !('field' in target)) throw new Error(`no field: ${name}`);
  return sectionsPrinting(letter, target.field).map(({ title }) => title);
}

test.each([
  ['a placeholder', 'patient name', '## A\n[patient name]\n\n## B\nNothing.', ['A']],
  ['a placeholder in emphasis, in a list', 'patient name', '## A\n- **[patient name]**', ['A']],
  ['optional text that stays away', 'diagnosis name', '## A\nShe{, with [diagnosis]} came.', ['A']],
  ['a gap', 'diagnosis name', '## A\n[diagnosis]', ['A']],
  ['a letterhead', 'practice phone', '## A\n[letterhead]\n\n## B\nNothing.', ['A']],
  ['the picture of a letterhead', 'practice logo', '## A\n[letterhead]', ['A']],
  ['enclosures', 'enclosure name', '## A\n[enclosures]', ['A']],
  ['who gets a copy, at the end', 'copy name', '## A\nNothing.', ['']],
  ['a cited source', 'evidence title', '## A\nIt helps. [@lee]\n\n## B\n[references]', ['B']],
  ['a source that nothing cites', 'evidence title', '## A\nIt helps.\n\n## B\n[references]', []],
  [
    'of a cited source, what no list of references prints',
    'evidence conclusion',
    '## A\nIt helps. [@lee]\n\n## B\n[references]',
    [],
  ],
  ['a signature', 'provider npi', '## A\nNothing.\n\n## B\n[signature]', ['B']],
  ['the picture of a signature', 'provider signature', '## A\n[signature]', ['A']],
  ['none', 'practice phone', '## A\n[signature]\n\n> [patient name]', []],
])('%s', (_, name, prose, expected) => expect(headings(name, prose)).toEqual(expected));
