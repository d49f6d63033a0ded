import { describe, expect, test } from 'vitest';
import { folderWith, lintJson, lmn } from './folder.js';

// Inputs from public letters and bug reports on which this program once failed, each with its right result.

const signed = 'case t\nsynthetic: yes\ndate: 2026-11-20\n';
const template = (body: string, head = '') => `template t "T"\n${head}---\n[date]\n\n${body}\n\n[signature]\n`;

/** What `lmn lint` says of the case: `rule: message`. */
async function said(files: Record<string, string>): Promise<string[]> {
  const { findings } = await lintJson(folderWith(files), 'case.lmn');
  return findings.map(({ rule, message }) => `${rule}: ${message}`);
}

async function letter(files: Record<string, string>, ...options: string[]): Promise<string> {
  return (await lmn(folderWith(files), 'render', 'case.lmn', ...options)).stdout;
}

describe('a key behind a colon', () => {
  const files = {
    't.lmn': template('[insurance payer]\n\nI treat [patient name].'),
    'clinic.lmn':
      'vocabulary clinic "Clinic"\n\nprovider @mueller\n  name: Jörg Müller\n  credentials: MD\n\ninsurance @blue\n  payer: Blue Sample Plan\n',
    'case.lmn': `${signed}\npatient: Ann Lee\n\ninsurance: @blue\n\nprovider: @mueller\n---\n`,
  };

  test('is an error, and what prints is what it means', async () => {
    expect(await said(files)).toEqual([
      'wrong-value: A key stands without a colon before it: take the colon out.',
      'wrong-value: A key stands without a colon before it: take the colon out.',
    ]);
    const printed = await letter(files);
    expect(printed).toContain('Blue Sample Plan');
    expect(printed).toContain('Jörg Müller, MD');
    expect(printed).not.toContain('@');
  });

  test('and as a value never prints; nor does a field behind its record', async () => {
    const inline = {
      ...files,
      'case.lmn': `${signed}\npatient: name: Ann Lee\n\ninsurance @blue\n\nprovider\n  name: @mueller\n---\n`,
    };
    expect(await said(inline)).toEqual([
      'wrong-value: A field stands on a line of its own beneath its record: write it there, indented.',
      'wrong-value: A key is no value. Write it behind the record itself, such as: provider @whitfield',
    ]);
    const printed = await letter(inline, '--draft');
    expect(printed).toContain('I treat Ann Lee.');
    expect(printed).not.toContain('@');
  });
});

test.each([
  ['2026-03-14', 'an 8-month-old'],
  ['2026-11-08', 'a 12-day-old'],
])('the age of an infant born %s', async (born, age) => {
  const printed = await letter({
    't.lmn': template('[patient name] is a [patient age]-year-old.'),
    'case.lmn': `${signed}\npatient: Ann Lee\n  date of birth: ${born}\n\nprovider: Bo Li\n---\n`,
  });
  expect(printed).toContain(`Ann Lee is ${age}.`);
});

test('a program that takes the fixes changes no fact', async () => {
  const { findings } = await lintJson(
    folderWith({
      'case.lmn': `case general-medical-necessity\nsynthetic: yes\ndate: 2026-11-20\nurgency: urgent\n\npatient: Ann Lee\n  sex: F\n  pronouns: Her\n\ndiagnosis: coxarthrosis\n  side: both\n\nprior treatment: Naproxen\n  outcome: intolerance\n---\n`,
    }),
    'case.lmn',
  );
  const wrong = findings.filter(({ rule }) => rule === 'wrong-value');
  expect(wrong).toHaveLength(5);
  expect(wrong.flatMap(({ fix }) => fix ?? [])).toEqual([]);
});

test('an invisible character in a number, and one that hides a line', async () => {
  const files = {
    't.lmn': template('[patient name], member [insurance member id].'),
    'case.lmn': `${signed}\npatient: Ann Lee\n\ninsurance: Blue Sample Plan\n  member id: S\u200b-\u00ad0012\u202e34\n\nprovider: Bo Li\n  npi: 12345\u200e67893\n---\n`,
  };
  const hidden = 'unreadable-character: An invisible character stands here and would go into the letter. Take it out.';
  expect(await said(files)).toEqual([hidden, hidden]);
  const margin = `${signed}\n\u200bpatient: Ann Lee\n\n  member id: 1\n\nprovider: Bo Li\n---\n`;
  expect(await said({ ...files, 'case.lmn': margin })).toContain(hidden);
});

test('codes parted by a comma', async () => {
  const folder = folderWith({
    'case.lmn': `case general-medical-necessity\ndate: 2026-11-20\n\ntreatment requested: infliximab\n  code: J1745, 96413\n---\n`,
  });
  const { findings } = await lintJson(folder, 'case.lmn');
  const found = findings.find(({ rule }) => rule === 'hcpcs');
  expect(found?.message).toBe('Several values stand here: part them with semicolons.');
  // What it writes are the case's own values: an editor offers it, a report does not tell it.
  expect(found?.fix).toBeUndefined();
});

test('one year', async () => {
  const printed = await letter({
    't.lmn': template('I have treated this for [provider years of experience] years.'),
    'case.lmn': `${signed}\nprovider: Bo Li\n  years of experience: 1\n---\n`,
  });
  expect(printed).toContain('for 1 year.');
});

test('an age that nobody reaches', async () => {
  const files = {
    't.lmn': template('[patient name] is a [patient age]-year-old.'),
    'case.lmn': `${signed}\npatient: Ann Lee\n  date of birth: 1868-03-14\n\nprovider: Bo Li\n---\n`,
  };
  expect(await said(files)).toEqual([
    'date-order: The patient would be older than 115 years. Check the century of the birth date.',
  ]);
});

test('full stops, letter case, articles and capitals', async () => {
  const files = {
    't.lmn': template(
      '[patient name] works as a [job title], responded [response], and needs a [treatment requested].\n\n[Treatment requested] would help [patient name]. The risk is [consequence].\n\n- [prior treatment]: [prior treatment outcome]',
      'job title (text): J.\nresponse (positively | stably): R.\n',
    ),
    'case.lmn': `${signed}job title: order picker\nresponse: Positively\n\npatient: Joaquín Q. Jr.\n\ntreatment requested: infusion pump\n\nprior treatment: Naproxen\n  outcome: INEFFECTIVE\n\nconsequence: loss of speech.\nconsequence: pain, etc.\n\nprovider: Bo Li\n---\n`,
  };
  const printed = (await letter(files, '--draft')).replace(/\s+/g, ' ');
  expect(printed).toContain('works as an order picker, responded positively, and needs an infusion pump.');
  expect(printed).toContain('Infusion pump would help Joaquín Q. Jr. The risk is loss of speech; and pain, etc.');
  expect(printed).toContain('Naproxen: ineffective');
});

test('times as people write them', async () => {
  const files = {
    't.lmn': template(
      '[patient name]: [diagnosis] since [diagnosis onset].\n\n- [symptom] since [symptom since]\n\n- [prior treatment], [prior treatment start] to [prior treatment stop]',
    ),
    'case.lmn': `${signed}\npatient: Ann Lee\n\ndiagnosis: epilepsy\n  onset: childhood\n\nsymptom: seizures\n  since: early 2022\nsymptom: falls\n  since: about 2023\n\nprior treatment: Valproate\n  start: 2019\n  stop: present\nprior treatment: Ketogenic diet\n  start: spring 2022\n  stop: March–May 2023\n\nprovider: Bo Li\n---\n`,
  };
  expect(await said(files)).toEqual([]);
  const printed = await letter(files, '--draft');
  expect(printed).toContain('epilepsy since childhood.');
  expect(printed).toContain('falls since about 2023');
  expect(printed).toContain('Valproate, 2019 to present');
  expect(printed).toContain('Ketogenic diet, spring 2022 to March to May 2023');
});
