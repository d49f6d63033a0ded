import { describe, expect, test } from 'vitest';
import { itemLine, openItems } from '../../server/src/export/gate.js';
import { lint, type Severities } from '../../server/src/lint/engine.js';
import type { Gap } from '../../server/src/letter/letter.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { subjectOf } from '../support/workspace.js';

const head = [
  'case note',
  'date: 2026-11-21',
  'patient',
  '  name: Maria Alvarez',
  'provider',
  '  name: Dana Whitfield',
  '  credentials: MD',
  '  npi: 1234567893',
  'practice',
  '  name: Mesa Pain Clinic',
  '',
].join('\n');
const template =
  'template note "Note"\nfor: new-pa\n---\nTo whom it may concern,\n\n## Request #request\nPlease approve.\n';
const more = (text: string) => template + text;

/** What is open in a case, with the workspace's other files; `severities` are what its configuration sets. */
function open(text: string, note = template, severities: Severities = {}) {
  const subject = subjectOf(text, { 'note.lmn': note });
  return openItems(subject, lint(subject, { rules: allRules, severities }));
}

const lines = (text: string, note?: string, severities?: Severities) => open(text, note, severities).map(itemLine);

/** The text with what an item's place asks to put in, and what is selected there. */
function selected(text: string, item: ReturnType<typeof open>[number]): string {
  const { start = 0, end = 0, insert } = item.place ?? {};
  return insert ? insert.text.slice(insert.select.start, insert.select.end) : text.slice(start, end);
}

interface Lacking {
  readonly text: string;
  readonly note?: string;
  /** The case with what it lacked; the template is the same. */
  readonly mended: string;
  readonly line: RegExp;
  /** What is selected for the writer; undefined where nothing in the case can mend it. */
  readonly place: string | undefined;
}

type SectionReason = Extract<Gap, { kind: 'section' }>['because'];

/** Every kind of gap, and every reason that a section has: a new one does not compile until it is here. */
const gaps: Readonly<{
  [Kind in Gap['kind']]: Readonly<Record<Kind extends 'section' ? SectionReason : string, Lacking>>;
}> = {
  fact: {
    'printed, its line not there': {
      note: more('Her number is [patient phone].\n'),
      text: head,
      mended: head.replace('  name: Maria Alvarez\n', '  name: Maria Alvarez\n  phone: 505-555-0142\n'),
      line: /^patient phone: not given\. Printed in “Request”\.$/,
      place: '[A number where the patient can be reached, e.g. 505-555-0170]',
    },
    'printed, its line blank': {
      note: more('Her number is [patient phone].\n'),
      text: head.replace('  name: Maria Alvarez\n', '  name: Maria Alvarez\n  phone: [number]\n'),
      mended: head.replace('  name: Maria Alvarez\n', '  name: Maria Alvarez\n  phone: 505-555-0142\n'),
      line: /^patient phone: not given\. /,
      place: '[number]',
    },
    'required, printed nowhere': {
      text: head.replace('date: 2026-11-21\n', ''),
      mended: head,
      line: /^date: not given\. .*must have it\.$/,
      place: '[The day on the letter]',
    },
    'needed to compute another': {
      note: more('She is [patient age].\n'),
      text: head,
      mended: head.replace('  name: Maria Alvarez\n', '  name: Maria Alvarez\n  date of birth: 1968-03-14\n'),
      line: /^patient date of birth: not given\. /,
      place: '[The day the patient was born, e.g. MM/DD/YYYY]',
    },
    "of a template's own field": {
      note: template
        .replace('for: new-pa\n', 'for: new-pa\nbody part (text): [which one]\n')
        .replace('Please approve.', 'For the [body part].'),
      text: head,
      mended: head.replace('date: 2026-11-21\n', 'date: 2026-11-21\nbody part: left knee\n'),
      line: /^body part: not given\. /,
      place: '[which one]',
    },
  },
  unwritten: {
    'in a section that the case does not have': {
      note: more('\n## Why\n[write: why it is needed]\n'),
      text: head,
      mended: `${head}---\n## Why\nBecause of her pain.\n`,
      line: /^Section “Why”: not written yet \(why it is needed\)\. /,
      place: '[write: why it is needed]',
    },
    'in the case itself': {
      text: `${head}---\n## Request\n[write: what you ask for]\n`,
      mended: `${head}---\n## Request\nPlease approve it.\n`,
      line: /^Section “Request”: not written yet/,
      place: '[write: what you ask for]',
    },
    'let through by [template text]': {
      note: more('\n## Why\n[write: why it is needed]\n'),
      text: `${head}---\n## Why\n[template text]\n`,
      mended: `${head}---\n## Why\nBecause of her pain.\n`,
      line: /^Section “Why”: not written yet/,
      place: '[template text]',
    },
  },
  section: {
    absent: {
      note: more('\n## Evidence #evidence\n{See [evidence title].}\n'),
      text: head,
      mended: `${head}---\n## Evidence\nTwo trials support it.\n`,
      line: /^Section “Evidence”: not written yet\. /,
      place: '[write: this section]',
    },
    empty: {
      text: `${head}---\n## My own words\n`,
      mended: `${head}---\n## My own words\nShe needs it.\n`,
      line: /^Section “My own words”: not written yet\. /,
      place: 'My own words',
    },
    omitted: {
      text: `${head}---\n## Request #omit\n`,
      mended: `${head}---\n## Request\nPlease approve it.\n`,
      line: /^Section “Request”: left out\. The template does not mark it #optional\.$/,
      place: 'Request',
    },
  },
  unknown: {
    'in the case': {
      text: `${head}---\n## Request\nPlease approve [the thingamajig].\n`,
      mended: `${head}---\n## Request\nPlease approve the brace.\n`,
      line: /^\[the thingamajig\]: no field has this name\. /,
      place: '[the thingamajig]',
    },
    'an instruction': {
      text: `${head}---\n## Request\n[describe the earlier flares, e.g. hospital stays]\n`,
      mended: `${head}---\n## Request\nThree flares.\n`,
      line: /no field has this name\. /,
      place: '[describe the earlier flares, e.g. hospital stays]',
    },
    'in the template': {
      note: more('\n## Why\nSee [the thingamajig].\n'),
      text: head,
      mended: `${head}---\n## Why\nBecause of her pain.\n`,
      line: /^\[the thingamajig\]: no field has this name\. It stands in “Why”\.$/,
      place: undefined,
    },
  },
  condition: {
    'in the template': {
      note: more('{when [urgency] is soon: Please hurry.}\n'),
      text: head,
      mended: `${head}---\n## Request\nPlease approve it.\n`,
      line: /^\{when …\}: for which choice its words print cannot be told\. It stands in “Request”\.$/,
      place: undefined,
    },
  },
  citation: {
    'of a key that nobody gives': {
      text: `${head}---\n## Request\nIt helps [@cohen2021].\n`,
      mended: `${head}\nevidence @cohen2021\n  title: Chronic pain\n---\n## Request\nIt helps [@cohen2021].\n`,
      line: /^\[@cohen2021\]: no source has this key\. /,
      place: '[@cohen2021]',
    },
  },
  template: {
    'that is not there': {
      text: head.replace('case note', 'case noet'),
      mended: head,
      line: /^Template noet: there is none of this name\. /,
      place: 'noet',
    },
    'that is not named': {
      text: head.replace('case note', 'case'),
      mended: head,
      line: /^The letter has no text\. /,
      place: 'case',
    },
  },
};

describe.each(Object.entries(gaps))('a gap of the kind %s', (kind, cases) => {
  describe.each(Object.entries(cases))('%s', (_, { text, note = template, mended, line, place }) => {
    test('keeps the letter from being sent, and is one item', () => {
      const subject = subjectOf(text, { 'note.lmn': note });
      expect(new Set(subject.letter?.lacks.map((lack) => lack.kind))).toEqual(new Set([kind]));
      const items = open(text, note);
      expect(items.map((item) => item.kind)).toEqual(['gap']);
      expect(itemLine(items[0]!)).toMatch(line);
    });

    test('says where to mend it', () => {
      const [item] = open(text, note);
      if (place === undefined) expect(item).toMatchObject({ needed: { uri: 'file:///note.lmn' } });
      else expect(selected(text, item!)).toBe(place);
      expect(item?.place === undefined).toBe(place === undefined);
    });

    test('counts whatever the configuration and the comments of the file say', () => {
      const off = Object.fromEntries(allRules.map(({ id }) => [id, 'off'] as const));
      expect(open(text, note, off)).toHaveLength(1);
      const ids = allRules.map(({ id }) => id).join(', ');
      const suppressed = text.replace('\n', `\n// lmn-disable-file ${ids} -- for a test\n`);
      expect(open(suppressed, note).map((item) => item.kind)).toEqual(['gap']);
    });

    test('is gone when it is mended', () => expect(lines(mended, note)).toEqual([]));
  });
});

test('the fact that several places need is one item, and so are two records of one kind two', () => {
  const note = more('[patient phone], [patient phone]\n\n## Medication\n- [prior treatment dose]\n');
  const text = `${head}prior treatment: Gabapentin\nprior treatment: Naproxen\n`;
  const found = lines(text, note);
  expect(found.filter((line) => line.startsWith('patient phone'))).toHaveLength(1);
  expect(found.filter((line) => line.startsWith('prior treatment dose'))).toHaveLength(2);
});

describe('an error without a gap', () => {
  const wrong = head.replace('1234567893', '1234567890');

  test('keeps the letter from being sent, at its place', () => {
    const [item, ...others] = open(wrong);
    expect(others).toEqual([]);
    expect(item).toMatchObject({ kind: 'error', rule: 'npi', why: 'The rule npi found it.' });
    expect(itemLine(item!)).toMatch(/\(npi\)$/);
    expect(selected(wrong, item!)).toBe('1234567890');
  });

  test('is about the field of which it is one value', () => {
    const text = `${head}treatment requested: Infusion\n  code: J1745, J17\n`;
    expect(lines(text, template, { hcpcs: 'error' })).toEqual([
      expect.stringMatching(/^treatment requested code: .*\(hcpcs\)$/),
    ]);
  });

  test('repeats no value', () => expect(JSON.stringify(open(wrong))).not.toMatch(/1234567890|Alvarez|Whitfield/));

  test('does not, where it is suppressed with a reason', () => {
    const suppressed = wrong.replace('  npi:', '  // lmn-disable-next-line npi -- issued so\n  npi:');
    expect(lines(suppressed)).toEqual([]);
    expect(lines(suppressed.replace(' -- issued so', ''))).toHaveLength(1);
  });

  test.each(['off', 'warning', 'info'] as const)('does not, where the configuration sets the rule to %s', (severity) =>
    expect(lines(wrong, template, { npi: severity })).toEqual([]),
  );

  test('a warning keeps nothing back, unless the configuration makes it an error', () => {
    const unused = `${head}evidence @cohen2021\n  title: Chronic pain\n`;
    expect(lines(unused)).toEqual([]);
    expect(lines(unused, template, { 'unused-evidence': 'error' })).toHaveLength(1);
  });

  test('a blank in text that the letter prints', () =>
    expect(lines(`${head}---\n## Request\nFor ____ months.\n`)).toEqual([
      expect.stringMatching(/\(leftover-blank\)$/),
    ]));

  test('an unknown name in text that the letter leaves out', () =>
    expect(lines(`${head}---\n## Request #omit\n[the thingamajig]\n`).join('\n')).toMatch(
      /left out.*\n.*\(unknown-placeholder\)$/,
    ));

  test('other words in a citation, besides that its key is not given', () =>
    expect(lines(`${head}---\n## Request\nIt helps [@cohen2021, page 3].\n`)).toEqual([
      expect.stringMatching(/^\[@cohen2021\]: no source/),
      expect.stringMatching(/\(unknown-citation\)$/),
    ]));

  test('stands after the gaps, in the order of the file', () => {
    const found = open(`${wrong.replace('date: 2026-11-21\n', '')}---\n## Request\nFor ____ months.\n`).map(
      (item) => item.rule ?? item.what,
    );
    expect(found).toEqual(['date: not given', 'npi', 'leftover-blank']);
  });
});

test('it looks at each lack and each finding a few times, however many there are', () => {
  const looks = (count: number): number => {
    let seen = 0;
    const text = `${head}---\n## Request\n${Array.from({ length: count }, (_, at) => `[thing ${String(at)}]\n`).join('\n')}`;
    const subject = subjectOf(text, { 'note.lmn': template });
    const counted = <T extends object>(one: T): T =>
      new Proxy(one, { get: (of, key) => (seen++, Reflect.get(of, key)) as unknown });
    const findings = lint(subject, { rules: allRules }).map((finding) => ({
      ...finding,
      lacks: counted(finding.lacks),
    }));
    const letter = subject.letter && { ...subject.letter, lacks: counted(subject.letter.lacks) };
    expect(openItems({ ...subject, ...(letter && { letter }) }, findings.map(counted))).toHaveLength(count);
    return seen;
  };
  const few = looks(20);
  expect(looks(200)).toBeLessThan(few * 11);
});

test('a complete letter has nothing open, and neither has a file that is no case', () => {
  expect(lines(head)).toEqual([]);
  expect(openItems(subjectOf(template), [])).toEqual([]);
});

test('names the field of a wrong value, and does not call it not given', () => {
  const subject = subjectOf(
    'case\npatient\n  date of birth: 02/30/1985\nprovider\n  years of experience: many\n---\nA [patient age]-year-old.',
  );
  const lines = openItems(subject, lint(subject, { rules: allRules })).map(itemLine);
  expect(lines).toContainEqual(expect.stringMatching(/^patient date of birth: wrong as it stands\. /));
  expect(lines).toContainEqual(expect.stringMatching(/^provider years of experience: Write a number in digits/));
});
