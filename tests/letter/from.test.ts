import { describe, expect, test } from 'vitest';
import { gapsOf, letterOf, printed } from '../support/printed.js';
import { fields, layers } from '../support/standing.js';

const plain = `template plain
for: general
subject: A Letter
---
Head of the letter.

## Subject #beginning
**RE: [subject]**

## Letter #untitled
[write: what the letter says]

## Closing #untitled
Please call me.

## Signature #untitled
Sincerely,`;

const medical = `template medical from plain
---
## Reference #beginning
**Patient:** [patient name]

## Letter #omit

## Opening #untitled
[write: what you ask for]

## Earlier Treatments #history #optional
- [prior treatment]: [prior treatment outcome]

## Evidence #evidence
Studies support [treatment requested].

## Closing
{Enclosed: [enclosure].} [template text]{ A reviewer can reach me [peer-to-peer call].}`;

const pump = `template pump from medical
subject: Renewal of a Pump

serial number (text): On the back of the pump.
---
## Reference
[template text]
**Pump:** [serial number]

## Opening
I ask you to renew [treatment requested] for [patient name].

## How It Has Worked #treatment
It works.

## Evidence #omit`;

const files = { 'plain.lmn': plain, 'medical.lmn': medical, 'pump.lmn': pump };
const facts = 'serial number: SN-0000\npatient: Ana Doe\ntreatment requested: a pump';

function letter(body = '', more = '', others: Readonly<Record<string, string>> = files): string {
  return printed(`case pump\n${facts}\n${more}---\n${body}`, others);
}

const whole = `Head of the letter.

RE: Renewal of a Pump

Patient: Ana Doe
Pump: SN-0000

I ask you to renew a pump for Ana Doe.

## How It Has Worked

It works.

Please call me.

Sincerely,`;

test('a template prints its base’s sections, its own in their places', () => {
  expect(letter()).toBe(whole);
});

describe('order', () => {
  test('an inherited section prints where the base has it, one of its own after the one before it', () => {
    expect(letter('', 'prior treatment: rest\n  outcome: ineffective\n')).toContain(
      'It works.\n\n## Earlier Treatments\n\n- rest: ineffective\n\nPlease call me.',
    );
  });
  test('a case’s section behind one of the beginning follows the whole beginning', () => {
    expect(letter('## Subject\nRE: Pump\n\n## Summary\nOne pump.')).toBe(
      whole.replace('Renewal of a Pump', 'Pump').replace('SN-0000\n', 'SN-0000\n\n## Summary\n\nOne pump.\n'),
    );
  });
  test('so does a case’s section behind none, and words before its first heading come first', () => {
    expect(letter('Words.\n\n## Summary\nOne pump.')).toContain(
      'SN-0000\n\nWords.\n\n## Summary\n\nOne pump.\n\nI ask',
    );
  });
  test('words before a template’s first heading follow the beginning too, those of the base first', () => {
    const upon = (text: string) => text.replace('---\n', '---\nWords of NAME.\n\n');
    const others = {
      ...files,
      'medical.lmn': upon(medical).replace('NAME', 'medical'),
      'pump.lmn': upon(pump).replace('NAME', 'pump'),
    };
    expect(letter('Words of the case.', '', others)).toContain(
      'SN-0000\n\nWords of medical.\n\nWords of pump.\n\nWords of the case.\n\nI ask',
    );
  });
  test('a section tagged #beginning of a case prints at its end, without its heading', () => {
    expect(letter('## Closing\nBye.\n\n## Note #beginning\nBy hand.')).toContain('SN-0000\n\nBy hand.\n\nI ask');
  });
  test('a heading with nothing beneath says where the next one goes', () => {
    expect(letter('## Closing\n\n## Postscript\nWrite soon.')).toBe(
      whole.replace('Please call me.', 'Please call me.\n\n## Postscript\n\nWrite soon.'),
    );
  });
});

describe('#omit', () => {
  test('takes an inherited section out, and its place stays', () => {
    expect(letter('## Evidence\n\n## More\nWords.')).toBe(whole.replace('It works.', 'It works.\n\n## More\n\nWords.'));
    expect(gapsOf(`case pump\n${facts}`, files)).not.toContain('Evidence');
  });
  test('words of a case under that heading bring it back, with the base’s heading and role', () => {
    expect(letter('## EVIDENCE\nOne trial.')).toContain('It works.\n\n## Evidence\n\nOne trial.\n\nPlease');
    const { sections } = letterOf(`case pump\n---\n## evidence\nOne trial.`, files);
    expect(sections.find(({ title }) => title === 'Evidence')?.roles).toEqual(['evidence']);
  });
  test('so do words of a template upon it', () => {
    const renewal = 'template renewal from pump\n---\n## Evidence\nAnother trial.';
    expect(printed(`case renewal\n${facts}`, { ...files, 'r.lmn': renewal })).toContain(
      '## Evidence\n\nAnother trial.',
    );
  });
  test('[template text] there stands for nothing', () => {
    const { sections } = letterOf(`case pump\n---\n## Evidence\n[template text]\n\nOne trial.`, files);
    expect(sections.flatMap((section) => section.nothingReplaced)).toHaveLength(1);
  });
  test('a role of a section that is left out is nobody’s', () => {
    expect(letter('## What Is Known #evidence\nOne trial.')).toContain('## What Is Known');
  });
});

describe('tags add up', () => {
  test('an optional section stays so, an untitled one too', () => {
    const others = { ...files, 'pump.lmn': `${pump}\n\n## Earlier Treatments\nTried: [prior treatment].` };
    expect(letter('', '', others)).toBe(whole);
    expect(letter('', 'prior treatment: rest\n', others)).toContain('## Earlier Treatments\n\nTried: rest.');
  });
  test('a template can untitle an inherited section', () => {
    expect(
      letter('## Evidence\nA trial.', '', { ...files, 'pump.lmn': pump.replace('#omit', '#untitled') }),
    ).not.toContain('## Evidence');
  });
});

describe('[template text] runs on with what it touches', () => {
  const base = (text: string) => `template b\n---\n## S #untitled\n${text}`;
  const upon = (text: string, under: string, head = '') =>
    printed(`case t\n${head}`, { 'b.lmn': base(under), 't.lmn': `template t from b\n---\n## S\n${text}` });
  test.each([
    ['on its line', 'One. [template text] Three.', 'Two.', 'One. Two. Three.'],
    ['on the line above', 'One.\n[template text]', 'Two.', 'One.\nTwo.'],
    ['on the line below', '[template text]\nThree.', 'Two.', 'Two.\nThree.'],
    [
      'with the first and last of several paragraphs',
      'One. [template text] Four.',
      'Two.\n\nThree.',
      'One. Two.\n\nThree. Four.',
    ],
    ['not over a blank line', 'One.\n\n[template text]\n\nThree.', 'Two.', 'One.\n\nTwo.\n\nThree.'],
    ['not into a list', 'One.\n[template text]\nThree.', '- Two', 'One.\n\n- Two\n\nThree.'],
    ['not into a table', 'One.\n[template text]', '| A |\n| --- |\n| b |', 'One.\n\nA\nb'],
    ['not into a heading', '[template text]\nThree.', 'One.\n\n### Two', 'One.\n\n### Two\n\nThree.'],
    ['around nothing', '{[patient name].} [template text]{ Call [enclosure].}', 'Two.', 'Two.'],
  ])('%s', (_, text, under, words) => expect(upon(text, under)).toBe(words));
  test('of a base that asks for its own base’s', () => {
    const chain = {
      'a.lmn': 'template a\n---\n## S\nOne.',
      'b.lmn': 'template b from a\n---\n## S\n[template text] Two.',
      'c.lmn': 'template c from b\n---\n## S\n[template text] Three.',
    };
    expect(printed('case c\n---\n## S\n[template text] Four.', chain)).toBe('## S\n\nOne. Two. Three. Four.');
  });
});

describe('facts in the head are defaults', () => {
  const given = (caseHead: string) =>
    printed(`case b\n${caseHead}`, {
      'a.lmn':
        'template a\nsubject: of a\nurgency: expedited\nevidence @one\n  title: One\n---\n## S #untitled\n[subject] / [urgency]',
      'b.lmn': 'template b from a\nsubject: of b\n---',
    });
  test('the template’s before its base’s', () => expect(given('')).toBe('Of b / expedited'));
  test('the case’s before both', () => expect(given('urgency: standard\nsubject: of case')).toBe('Of case / standard'));
  test('of records that repeat the base’s come first', () => {
    const text = printed('case b\nenclosure: three', {
      'a.lmn': 'template a\nenclosure: one\n---\n## S #untitled\n[enclosure]',
      'b.lmn': 'template b from a\nenclosure: two\n---',
    });
    expect(text).toBe('One, two, and three');
  });
  test('of a record field by field', () => {
    const text = printed('case b\nprovider\n  phone: 505-555-0100', {
      'a.lmn':
        'template a\nprovider: Dr. A\n  specialty: pain\n---\n## S #untitled\n[provider name], [provider specialty], [provider phone]',
      'b.lmn': 'template b from a\nprovider: Dr. B\n---',
    });
    expect(text).toBe('Dr. B, pain, 505-555-0100');
  });
});

describe('declarations', () => {
  test('are inherited, and one of the same name takes the place', () => {
    const others = {
      'a.lmn': 'template a\nsite (text): A.\nside (left | right)\nsite: the back\n---\n## S #untitled\n[site], [side]',
      'b.lmn': 'template b from a\nside (upper | lower)\n---',
    };
    expect(fields('b', others)).toEqual(['site', 'side']);
    expect(printed('case b\nside: upper', others)).toBe('The back, upper');
  });
  test('a default of the base is read with the names of the template that the case uses', () => {
    const others = {
      'a.lmn': 'template a\nsite (text)\nsite: the back\n---\n## S #untitled\n[site]',
      'b.lmn': 'template b from a\nsite (text, many): Again.\n---',
    };
    expect(printed('case b', others)).toBe('The back');
  });
});

describe('which template `from` means', () => {
  test('never its own file: a workspace’s stands upon the shipped one, and all shipped ones upon the workspace’s', () => {
    const all = {
      'lmn-shipped:/m.lmn': 'template m\n---\n## S\nShipped.',
      'lmn-shipped:/g.lmn': 'template g from m\n---',
      'm.lmn': 'template m from m\n---\n## S\n[template text] Own.',
    };
    expect(layers('m', all)).toEqual(['file:///m.lmn', 'lmn-shipped:/m.lmn']);
    expect(layers('g', all)).toEqual(['lmn-shipped:/g.lmn', 'file:///m.lmn', 'lmn-shipped:/m.lmn']);
  });
  test.each([
    ['a base that is not there', { 'a.lmn': 'template a from b\n---\n## S\nWords.' }, 'template: b'],
    ['one without a name', { 'a.lmn': 'template a from "A"\n---\n## S\nWords.' }, 'template: …'],
    ['itself', { 'a.lmn': 'template a from a\n---\n## S\nWords.' }, 'template: a'],
    [
      'a circle',
      { 'a.lmn': 'template a from b\n---\n## S\nWords.', 'b.lmn': 'template b from a\n---\n## T\nMore.' },
      'template: a',
    ],
    [
      'a circle further down',
      {
        'a.lmn': 'template a from b\n---\n## S\nWords.',
        'b.lmn': 'template b from c\n---',
        'c.lmn': 'template c from b\n---',
      },
      'template: b',
    ],
  ])('%s is a gap of every letter upon it, and the rest prints', (_, others, gap) => {
    expect(gapsOf('case a', others).filter((one) => one.startsWith('template'))).toEqual([gap]);
    expect(printed('case a', others)).toContain('Words.');
  });
  test('of a hundred that stand on each other all print', () => {
    const others = Object.fromEntries(
      Array.from({ length: 100 }, (_, at) => [
        `t${at}.lmn`,
        at === 99
          ? 'template t99\n---\n## S #untitled\nLast'
          : `template t${at} from t${at + 1}\n---\n## S\n[template text] ${at}`,
      ]),
    );
    expect(printed('case t0', others)).toBe(
      ['Last', ...Array.from({ length: 99 }, (_, at) => String(98 - at))].join(' '),
    );
  });
  test('a template prints the text beneath once, or a hundred of them would never end', () => {
    const others = Object.fromEntries(
      Array.from({ length: 100 }, (_, at) => [
        `t${at}.lmn`,
        at === 99
          ? 'template t99\n---\n## S #untitled\nLast'
          : `template t${at} from t${at + 1}\n---\n## S\n[template text] [template text]`,
      ]),
    );
    expect(printed('case t0', others)).toBe('Last');
    expect(printed('case t0\n---\n## S\n[template text] [template text]', others)).toBe('Last Last');
  });
  test('more than that are a gap', () => {
    const others = Object.fromEntries(
      Array.from({ length: 2000 }, (_, at) => [`t${at}.lmn`, `template t${at} from t${at + 1}\n---\n## S\nWords.`]),
    );
    expect(gapsOf('case t0', others)).toContain('template: t100');
  });
});
