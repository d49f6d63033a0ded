import { describe, expect, test } from 'vitest';
import { allNames, partsOfName, resolveName } from '../../server/src/language/name-resolution.js';
import { workspaceOf } from '../support/workspace.js';

const schema = workspaceOf({
  't.lmn': 'template t\nbody parts (text, also "sites"): Where.\n---\n## A\n[body parts]',
}).templates.get('t')!.schema;

describe('each part of a written name, and what it names', () => {
  const parts = (written: string) => {
    const target = resolveName(schema, written);
    return (
      target &&
      partsOfName(written, target).map(({ start, end, declaration }) => [written.slice(start, end), declaration.norm])
    );
  };

  test.each<[string, [string, string][]]>([
    ['body parts', [['body parts', 'body parts']]],
    [' Sites ', [['Sites', 'body parts']]],
    ['letter date', [['letter date', 'date']]],
    ['patient', [['patient', 'patient']]],
    [
      'patient  birth date',
      [
        ['patient', 'patient'],
        ['birth date', 'date of birth'],
      ],
    ],
    [
      'prior treatment dose',
      [
        ['prior treatment', 'prior treatment'],
        ['dose', 'dose'],
      ],
    ],
    ['they have', []],
    ['signature', []],
  ])('%s', (written, expected) => expect(parts(written)).toEqual(expected));

  test('words that name nothing have none', () => expect(parts('zzqq')).toBeUndefined());
});

test("what could have been meant are the template's own names, the letter's, and those of records", () => {
  const names = allNames(schema);
  expect(names).toEqual(expect.arrayContaining(['body parts', 'date', 'patient', 'patient date of birth']));
  // A record's name alone is its first field.
  expect(names).not.toContain('patient name');
  expect(allNames(workspaceOf().schema)).not.toContain('body parts');
});
