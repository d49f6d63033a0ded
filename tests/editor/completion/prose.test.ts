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
    'template t\nbody parts (text, many): Where.\n---\n[patient name]\n## History #history\nPain in [body parts].\n## Evidence #evidence\n[write: one study]\n## More #optional\n[enclosure]\n',
  'our-clinic.lmn': clinic,
};
const head = 'case t\ndate: 2026-11-21\npatient\n  sex: female\nevidence @dowell2022\n---\n## History\n';

describe('placeholders', () => {
  test('the template’s text, then what the case gives, then what the template declares', () =>
    completesFirst(
      `${head}[<|>]`,
      ['template text', 'date', 'patient sex', 'evidence', 'evidence title', 'body parts'],
      files,
    ));

  test('a missing bracket is put in', async () => {
    expect(await accepted(`${head}Pain of [pat<|> since May.`, 'patient name', files)).toBe(
      `${head}Pain of [patient name] since May.`,
    );
    expect(await accepted(`${head}[pat<|>]`, 'patient name', files)).toBe(`${head}[patient name]`);
  });

  test('a name is replaced whole', async () =>
    expect(await accepted(`${head}See [pat<|>eint nmae] and [sic]`, 'patient name', files)).toBe(
      `${head}See [patient name] and [sic]`,
    ));

  test('a bracket behind it belongs to itself', async () =>
    expect(await accepted(`${head}See [pat<|> and [date]`, 'patient name', files)).toBe(
      `${head}See [patient name] and [date]`,
    ));

  test('pronouns and blocks', async () => {
    await completesFirst(`${head}[they h<|>]`, ['they have'], files);
    await completesFirst(`${head}[signa<|>]`, ['signature'], files);
  });

  test('other names find it too', () => completesFirst(`${head}[dob<|>]`, ['patient date of birth'], files));

  test('behind a wrong line, in a heading, in a list, unclosed', async () => {
    await completesFirst(`${head}{unclosed [and this [\n\n[patient na<|>`, ['patient name'], files);
    await completesFirst(`case t\n---\n## About [patient na<|>`, ['patient name'], files);
    await completesFirst(`${head}| a | [patient na<|>`, ['patient name'], files);
  });

  test('in a template: its own fields, and help', () =>
    completesFirst('template x\npart (text): Where.\n---\n## A\n[<|>', ['write: …', 'part', 'date']));

  test('the template’s text stands in a section once', async () => {
    const { list } = await completionsAt(`${head}[template text]\n[<|>]`, files);
    expect(list.items.map((item) => item.label)).not.toContain('template text');
  });

  test.each([
    '\\[pa<|>',
    '[a](https://<|>example.org)',
    '[a l<|>ink](https://example.org)',
    '[write: wh<|>',
    'patient na<|>',
    '// [patient na<|>',
    '(<|>',
    ', <|>',
    '**na<|>',
  ])('nothing at %s', (text) => completes(head + text, [], files));

  test('only names, never a word or a value of the file', async () => {
    const { list } = await completionsAt(`${head}Marquez said [Marquez<|>`, files);
    expect(list.items.map((item) => item.label)).toEqual([]);
  });
});

describe('citations', () => {
  test('the case’s own sources, then the address book', () =>
    completes(`${head}[@<|>`, ['@dowell2022', '@cohen2021'], files));
  test('with the reference', async () =>
    expect(await documentationOf(`${head}[@<|>`, '@cohen2021', files)).toBe(
      'Cohen SP. Chronic pain. 2021.\n\nIt helps.',
    ));
  test('closed and unclosed', async () => {
    expect(await accepted(`${head}x [@co<|> y`, '@cohen2021', files)).toBe(`${head}x [@cohen2021] y`);
    expect(await accepted(`${head}x [@co<|>] y`, '@cohen2021', files)).toBe(`${head}x [@cohen2021] y`);
  });
  test('a second one', async () => {
    await completes(`${head}[@dowell2022; @<|>]`, ['@cohen2021'], files);
    expect(await accepted(`${head}[@dowell2022; @c<|>]`, '@cohen2021', files)).toBe(`${head}[@dowell2022; @cohen2021]`);
  });
  test('in a template', () =>
    completes('template x\n---\n[@<|>]', ['@cohen2021', '@dowell2022'], { 'our-clinic.lmn': clinic }));
});

describe('headings', () => {
  test('the template’s that are not there yet, those that only the writer can write first', () =>
    completes('case t\n---\n## <|>', ['Evidence', 'History', 'More'], files));
  test('not those that are there, be it under another name', () =>
    completes('case t\n---\n## history\na\n## Studies #evidence\nb\n## <|>', ['More'], files));
  test('with the template’s text as a starting point', async () =>
    expect(await accepted('case t\n---\n## H<|>', 'History', files)).toBe(
      'case t\n---\n## History\n[template text]\n\n${1}',
    ));
  test('with the help where only the writer can write', async () =>
    expect(await accepted('case t\n---\n#<|>', 'Evidence', files)).toBe(
      'case t\n---\n## Evidence\n${1:[write: one study]}',
    ));
  test('alone where prose stands below', async () => {
    expect(await accepted('case t\n---\n## H<|>istroy\nMy words.', 'History', files)).toBe(
      'case t\n---\n## History\nMy words.',
    );
    expect(await accepted('case t\n---\n## Hi<|> #history', 'History', files)).toBe('case t\n---\n## History #history');
  });
  test('on an empty line', () => completes('case t\n---\n## History\n\n<|>', ['Evidence', 'More'], files));
  test('nothing at the beginning of prose', () => completes('case t\n---\nHi<|>', [], files));
  test('the template’s prose is shown, not its markup', async () =>
    expect(await documentationOf('case t\n---\n## <|>', 'History', files)).toContain('Pain in \\[body parts\\]'));
  test('without a template: the components that are not covered', () =>
    completesFirst('case\n---\n## A #history\nb\n## <|>', [
      'Current Condition #condition',
      'Recommended Treatment #treatment',
    ]));
});

describe('tags', () => {
  test('roles and flags that are not there yet', () =>
    completes('template t\n---\n## A #history #<|>', [
      '#condition',
      '#treatment',
      '#evidence',
      '#consequences',
      '#qualifications',
      '#untitled',
      '#optional',
      '#beginning',
    ]));
  test('a case may leave out an optional section', async () => {
    await completesFirst('case t\n---\n## More #<|>', ['#omit'], files);
    await completesFirst('case t\n---\n## History #<|>', ['#history'], files);
  });
  test('the typed part is replaced', async () =>
    expect(await accepted('template t\n---\n## A #hi<|>sotry\nb', '#history')).toBe(
      'template t\n---\n## A #history\nb',
    ));
  test('a number is no tag', () => completes('template t\n---\n## Claim #1<|>', []));
});

describe('suppressions', () => {
  test('their words', async () =>
    expect(await accepted('case\n// lm<|>', 'lmn-disable-next-line')).toBe(
      'case\n// lmn-disable-next-line ${1:rule} -- ${2:reason}',
    ));
  test('rules, those that fire here first', () =>
    completesFirst('case nowhere\n// lmn-disable-file <|>', ['unknown-template']));
  test('in prose too', () => completesFirst(`${head}  // lmn-disable-next-line unclo<|> -- why`, ['unclosed'], files));
  test('a second one', async () =>
    expect(await accepted('case\n// lmn-disable-file npi, date-o<|> -- old', 'date-order')).toBe(
      'case\n// lmn-disable-file npi, date-order -- old',
    ));
  test('with why it matters', async () =>
    expect(await documentationOf('case\n// lmn-disable-file n<|>', 'npi')).toMatch(/\w+/));
  test('nothing in the reason or in another comment', async () => {
    await completes('case\n// lmn-disable-file npi -- be<|>', []);
    await completes('case\n// my pat<|>', []);
  });
});

test('nothing on the divider, above the first line, and before a comment', async () => {
  await completes('case t\n--<|>-\n', [], files);
  await completes('<|>\ncase t\n', [], files);
  await completes('case t\n<|>// mine\n', [], files);
});

describe('words for a choice', () => {
  const template = (prose: string) => `template t\nground (pregnancy | RN or LPN): x\nplace (text): x\n---\n${prose}`;

  test('a field that has choices, and what comes behind it', async () => {
    const labels = (await completionsAt(template('{when [<|>'))).list.items.map(({ label }) => label);
    expect(labels[0]).toBe('ground');
    expect(labels).toContain('urgency');
    expect(labels).not.toContain('place');
    expect(labels).not.toContain('patient name');
    expect(await accepted(template('{when [gr<|>'), 'ground')).toBe(template('{when [ground] is '));
    expect(await accepted(template('{when [gr<|>] is RN: A}'), 'ground')).toBe(template('{when [ground] is RN: A}'));
  });

  test('its choices, and a colon where there is none', async () => {
    await completes(template('{when [ground] is <|>'), ['pregnancy', 'RN or LPN']);
    expect(await accepted(template('{when [ground] is pr<|>}'), 'pregnancy')).toBe(
      template('{when [ground] is pregnancy: }'),
    );
    expect(await accepted(template('{when [ground] is pregnancy or R<|>: A}'), 'RN or LPN')).toBe(
      template('{when [ground] is pregnancy or RN or LPN: A}'),
    );
    await completes(template('{when [ground] is pregnancy: <|>'), []);
    await completes(template('{when [place] is <|>'), []);
  });
});
