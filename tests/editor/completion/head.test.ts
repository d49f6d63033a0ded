import { describe, expect, test } from 'vitest';
import {
  accepted,
  clinic,
  completes,
  completesFirst,
  completionsAt,
  documentationOf,
} from '../../support/completes.js';

const files = {
  't.lmn':
    'template t\nbody parts (text, many): Where.\n---\n[patient name], [patient date of birth]{, [patient sex]}\n[body parts]\n- [prior treatment]: [prior treatment outcome]{ ([prior treatment reason])}\n',
  'our-clinic.lmn': clinic,
};
const name = '${1:[The full legal name as the insurance card has it, e.g. Jane Doe]}';

describe('entries at the margin', () => {
  test('what the letter lacks comes first, in its order; then what is required or would be printed', () =>
    completesFirst(
      'case t\n<|>',
      ['patient', 'body parts', 'prior treatment', 'provider @whitfield', 'provider @okafor', 'provider', 'date'],
      files,
    ));

  test('what is given is not proposed again, unless it repeats', async () => {
    const { list } = await completionsAt(
      'case t\ndate: 2026-11-21\npatient\n  name: Ann\nprior treatment: A\n\n<|>',
      files,
    );
    const labels = list.items.map((item) => item.label);
    expect(labels).not.toContain('date');
    expect(labels).not.toContain('patient');
    expect(labels).toContain('prior treatment');
  });

  test('a record comes with the fields that have to be filled in', async () => {
    expect(await accepted('case t\npat<|>\ndate: 2026-11-21', 'patient', files)).toBe(
      `case t\npatient\n  name: ${name}\n  date of birth: \${2:[The day the patient was born, e.g. MM/DD/YYYY]}\ndate: 2026-11-21`,
    );
  });

  test('a record that repeats begins with its name’s value', async () =>
    expect(await accepted('case t\nprior<|>', 'prior treatment', files)).toMatch(
      /^case t\nprior treatment: \$\{1:\[.*\]\}\n {2}outcome: \$\{2\|\[ineffective .*\],ineffective,.*\|\}\n {2}reason: .*$/,
    ));

  test('the letter’s date is today’s', async () =>
    expect(await accepted('case t\nda<|>', 'date', files)).toBe('case t\ndate: ${1:2026-11-21}'));

  test('an entry of the address book', async () => {
    expect(await accepted('case t\nprov<|>', 'provider @whitfield', files)).toBe('case t\nprovider @whitfield');
    expect(await documentationOf('case t\nprov<|>', 'provider @whitfield', files)).toContain('Dana Whitfield');
  });

  test('a name is replaced up to its colon', async () =>
    expect(await accepted('case t\nda<|>te of last: 2026-11-21', 'last visit', files)).toBe(
      'case t\nlast visit: 2026-11-21',
    ));

  test('words that may be a value are left alone', async () =>
    expect(await accepted('case t\nda<|> 2026-11-21', 'date', files)).toBe('case t\ndate: 2026-11-21'));

  test('a record whose fields are there gets only its name', async () =>
    expect(await accepted('case t\npat<|>\n  name: Ann', 'patient', files)).toBe('case t\npatient\n  name: Ann'));

  test('other names find it too', () => completesFirst('case t\ndoctor<|>', ['provider'], { 't.lmn': files['t.lmn'] }));

  test('after a wrong line', () => completesFirst('case t\n"what is this [\n: ???\npati<|>', ['patient'], files));

  test('in a template, its own fields are not facts', async () => {
    const { list } = await completionsAt('template t\npart (text): Where.\n<|>\n---\n[part]');
    expect(list.items[0]?.label).toBe('new field');
    expect(list.items.map((item) => item.label)).not.toContain('part');
  });
});

describe('fields beneath a record', () => {
  test('required ones first, then what is printed, then the rest', () =>
    completesFirst('case t\npatient\n  <|>', ['name', 'date of birth', 'sex', 'pronouns'], files));

  test('not those that are there', () =>
    completes('case t\nprior treatment: A\n  outcome: ineffective\n  <|>', ['reason', 'dose', 'start', 'stop'], files));

  test('a line and a place for its value', async () =>
    expect(await accepted('case t\npatient\n  na<|>', 'name', files)).toBe(`case t\npatient\n  name: ${name}`));

  test('a misspelled name with its value', async () =>
    expect(await accepted('case t\npatient\n  pron<|>uons: she', 'pronouns', files)).toBe(
      'case t\npatient\n  pronouns: she',
    ));

  test('on an empty line among them they are indented', async () =>
    expect(await accepted('case t\npatient\n<|>\n  sex: female', 'date of birth', files)).toMatch(
      /^case t\npatient\n {2}date of birth: .*\n {2}sex: female$/,
    ));

  test('beneath a key, what the address book says comes last', () =>
    completesFirst('case t\nprovider @whitfield\n  <|>', ['title', 'specialty', 'npi'], files));

  test('nothing where a value goes on', () =>
    completes('case t\ninsurance\n  address: PO Box 1\n    Alb<|>', [], files));

  test('nothing beneath a fact of the letter', () => completes('case t\nsubject: one\n  <|>', [], files));

  test('beneath a field that lost its indentation', () =>
    completesFirst('case t\nprior treatment: A\noutcome: ineffective\n  rea<|>', ['reason'], files));

  test('in the address book', () => completesFirst('vocabulary v\nprovider @x\n  <|>', ['name', 'credentials']));

  test('derived fields are never proposed', async () => {
    const { list } = await completionsAt('case t\npatient\n  <|>', files);
    expect(list.items.map((item) => item.label)).not.toContain('age');
  });
});

describe('keys of the address book', () => {
  test('those of the record', () => completes('case t\nprovider @<|>', ['whitfield', 'okafor'], files));
  test('the typed part is replaced', async () =>
    expect(await accepted('case t\nprovider @whi<|>tf', 'whitfield', files)).toBe('case t\nprovider @whitfield'));
  test('what is used is not proposed twice', () =>
    completes('case t\nevidence @cohen2021\nevidence @<|>', ['dowell2022'], files));
  test('none for a record without entries', () => completes('case t\npatient @<|>', [], files));
  test('none where they are defined', () => completes('vocabulary v\nprovider @<|>', []));
});

test('typing an indentation asks for nothing', async () => {
  expect((await completionsAt('case t\npatient\n <|>', files, ' ')).list.items).toEqual([]);
  expect((await completionsAt('case t\nprior <|>', files, ' ')).list.items.length).toBeGreaterThan(0);
});
