import { describe, expect, test } from 'vitest';
import { lint } from '../../server/src/lint/engine.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { missingField } from '../../server/src/rules/missing-field.js';
import { finds, findingsOf, fixed } from '../support/finds.js';
import { shippedTemplates, subjectOf } from '../support/workspace.js';

const template = `template visit
body parts (text, many): Where the pain is, e.g. the lower back; the right leg.
response (positively | stably): How the patient has responded.
---
[date]

[insurance payer]
[insurance address]

[patient name], born [patient date of birth], has pain in [body parts]{ and [symptom]}. [They] responded [response].

- [prior treatment]: [prior treatment outcome]

[patient name]
`;
const others = { 't.lmn': template };
const complete = `case visit
date: 2026-11-21
body parts: the back
response: stably
patient
  name: Jane Doe
  date of birth: 1968-03-14
  pronouns: she
insurance
  payer: Blue Mesa
  address: PO Box 4410
provider: Dana Whitfield
prior treatment: Gabapentin
  outcome: ineffective
`;

/** The case without the lines that hold one of these words. */
function without(...words: string[]): string {
  return complete
    .split('\n')
    .filter((line) => !words.some((word) => line.includes(word)))
    .join('\n');
}

function messages(text: string, files: Record<string, string> = others): string[] {
  return findingsOf(missingField, { 'x.lmn': text, ...files }).findings.map((finding) => finding.message);
}

test('a complete case', () => {
  finds(missingField, complete, others);
});

test('one finding a record, on its name, that names the fields and shows where they are needed', () => {
  const marked = without('date of birth', 'pronouns').replace('patient\n', '<|patient|>\n');
  const [finding] = finds(missingField, marked, others);
  expect(finding?.message).toBe(
    'Missing in "patient": date of birth, pronouns. Add a line for each beneath it, such as "date of birth: 2026-03-14".',
  );
  const places = finding!.related.map(({ range, message }) => [template.slice(range.start, range.end), message]);
  expect(places).toEqual([
    ['[patient date of birth]', 'date of birth: needed here'],
    ['[They]', 'pronouns: needed here'],
  ]);
});

test('each of several records', () => {
  const text = complete.replace(
    '  outcome: ineffective\n',
    '\nprior treatment: Naproxen\n  outcome: ineffective\nprior treatment: Rest\n',
  );
  finds(
    missingField,
    text
      .replace('prior treatment: Gab', '<|prior treatment|>: Gab')
      .replace('prior treatment: Rest', '<|prior treatment|>: Rest'),
    others,
  );
});

test('facts of the letter and records wholly absent share one finding on the first line', () => {
  const text = complete
    .replace('case visit', '<|case visit|>')
    .replace(/date: 2026.*\n|body parts.*\n|insurance\n(?: .*\n)*|prior treatment.*\n(?: .*\n)*/g, '');
  const [finding] = finds(missingField, text, others);
  expect(finding?.message).toBe(
    'Missing in this case: date, insurance (address), body parts, prior treatment (outcome). Add a line for each. Where there is no prior treatment, give "reason for no prior treatment".',
  );
});

test('shows at most five places, of every fact one before of any two', () => {
  const [finding] = findingsOf(missingField, { 'x.lmn': 'case visit', ...others }).findings;
  expect(finding?.related).toHaveLength(5);
  expect(new Set(finding!.related.map(({ message }) => message)).size).toBe(5);
});

test('what is optional is not missing', () => {
  expect(messages(complete)).toEqual([]);
});

test('a required field that nothing prints', () => {
  const book = {
    ...others,
    'v.lmn': 'vocabulary v\nrecord infusion (many)\n  drug (text, required)\n  given (when, required)',
  };
  const [finding] = finds(missingField, `${complete}<|infusion|>: X`, book);
  expect(finding?.related[0]?.message).toBe('given: required here');
});

test('what the address book does not have either stands on the line that uses it', () => {
  const book = { ...others, 'v.lmn': 'vocabulary v\ninsurance @mesa\n  payer: Blue Mesa' };
  finds(missingField, without('payer', 'address').replace('insurance\n', '<|insurance|> @mesa\n'), book);
  finds(missingField, without('payer').replace('insurance\n', 'insurance @mesa\n'), book);
});

test('what only the template gives is missing in the case', () => {
  const given = { 't.lmn': template.replace('---', 'insurance\n  payer: Blue Mesa\n---') };
  expect(messages(complete.replace(/insurance\n(?: .*\n)*/, ''), given)).toEqual([
    'Missing in this case: insurance (address). Add a line for each.',
  ]);
});

describe('what another finding explains', () => {
  test.each([
    ['a wrong date', complete.replace('1968-03-14', '1968-02-30').replace('date of birth', 'date of birth')],
    ['a misspelled record', complete.replace('insurance', 'insurence')],
    ['a misspelled record that holds a value', complete.replace('prior treatment:', 'prior tretment:')],
    ['a record by its fields', complete.replace('patient', 'Jane')],
    ['a misspelled fact', complete.replace('response', 'respons')],
    ['a misspelled field', complete.replace('date of birth', 'date of brith')],
    ['a garbled record', complete.replace('patient', 'pati(ent')],
    ['a fact without its colon', complete.replace('date:', 'date')],
    ['wrong pronouns', complete.replace('she', 'xyz')],
  ])('%s', (_, text) => {
    expect(messages(text)).toEqual([]);
  });
});

describe('the fix', () => {
  test("adds lines in the template's order, after the record's own, with what to write", () => {
    const text = without('date of birth', 'pronouns');
    const after = fixed(text, findingsOf(missingField, { 'x.lmn': text, ...others }).findings[0]!);
    expect(after).toContain(
      'patient\n  name: Jane Doe\n  date of birth: [The day the patient was born, e.g. MM/DD/YYYY]\n  pronouns: [he | she | they]\ninsurance',
    );
    const [left] = findingsOf(missingField, { 'x.lmn': after, ...others }).findings;
    expect(left?.message).toContain('Fill in the line that is there.');
    expect(left?.fixes).toEqual([]);
  });

  test('adds facts at the margin and records at the end of the head', () => {
    const text =
      'case visit\ndate: 2026-11-21\n\npatient\n  name: Jane Doe\n  date of birth: 1968-03-14\n  pronouns: she\n\n---\nMy own words.';
    const findings = findingsOf(missingField, { 'x.lmn': text, ...others }).findings;
    expect(findings).toHaveLength(1);
    const after = fixed(text, findings[0]!);
    expect(after).toBe(`case visit
date: 2026-11-21
body parts: [Where the pain is, e.g. the lower back; the right leg]
response: [positively | stably]

patient
  name: Jane Doe
  date of birth: 1968-03-14
  pronouns: she

insurance
  payer: [The payer's name as on the card, e.g. Blue Mesa Health Plan]
  address: [Street or PO box, city, state and ZIP code, each on its own line]

prior treatment
  name: [With dose and length where they matter, e.g. Gabapentin 300 mg three times daily]
  outcome: [ineffective | partially effective | not tolerated | contraindicated]

provider: [The name without credentials, e.g. Dana Whitfield]

---
My own words.`);
    const again = findingsOf(missingField, { 'x.lmn': after, ...others }).findings;
    expect(again.length).toBeGreaterThan(0);
    expect(again.flatMap((finding) => finding.fixes)).toEqual([]);
  });

  test('into an empty case, with the ends of lines that it has', () => {
    const text = 'case visit\r\n';
    const after = fixed(text, findingsOf(missingField, { 'x.lmn': text, ...others }).findings[0]!);
    expect(after).toMatch(/^case visit\r\ndate: \[.*\]\r\nbody parts: /);
    expect(after.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    const again = lint(subjectOf(after, others), { rules: allRules }).filter((finding) =>
      finding.fixes.some((fix) => fix.title.startsWith('Add a line')),
    );
    expect(again).toEqual([]);
  });

  test('does not write a line again that is there without its value', () => {
    const text = without('pronouns').replace('1968-03-14', '[the day]');
    const after = fixed(text, findingsOf(missingField, { 'x.lmn': text, ...others }).findings[0]!);
    expect(after.match(/date of birth/g)).toHaveLength(1);
    expect(after).toContain('  date of birth: [the day]\n  pronouns: [');
  });

  test('indents as the record does', () => {
    const text = without('pronouns').replaceAll('\n  ', '\n      ');
    expect(fixed(text, findingsOf(missingField, { 'x.lmn': text, ...others }).findings[0]!)).toContain(
      '\n      pronouns: [',
    );
  });
});

test.each(['chronic-pain-continuation', 'general-medical-necessity'])(
  'every fact of %s can be asked for and is asked for once',
  (name) => {
    const files = shippedTemplates;
    let text = `case ${name}\n`;
    for (let round = 0; round < 3; round++) {
      const [open] = findingsOf(missingField, { 'x.lmn': text, ...files }).findings.filter(
        (finding) => finding.fixes.length > 0,
      );
      if (!open) break;
      text = fixed(text, open);
    }
    const left = findingsOf(missingField, { 'x.lmn': text, ...files }).findings;
    expect(left.length).toBeGreaterThan(5);
    expect(left.flatMap((finding) => finding.fixes)).toEqual([]);
    const rules = new Set(lint(subjectOf(text, files), { rules: allRules }).map((finding) => finding.rule));
    expect(
      [...rules].filter((rule) => !['missing-field', 'unwritten-section', 'unused-evidence'].includes(rule)),
    ).toEqual([]);
  },
);

test('of a record that the template gives only what is lacking is asked for', () => {
  const given = { 't.lmn': 'template t\ninsurance\n  payer: Blue Mesa\n---\n[date] [insurance member id]\n' };
  expect(messages('case t\ndate: 2026-11-21\npatient: Jane Doe\nprovider: Dana Whitfield\n', given)).toEqual([
    'Missing in this case: insurance (member id). Add a line for each.',
  ]);
});

test('says what to do: add lines, or fill in those that are there', () => {
  const others = { 't.lmn': 'template t\npain (text)\nsleep (text)\n---\n[pain] [sleep]' };
  const told = (text: string) => findingsOf(missingField, { 'x.lmn': text, ...others }).findings[0]?.message;
  expect(told('case t\ndate: 2026-11-21\nprovider: A')).toMatch(/Add a line for each\.$/);
  expect(told('case t\ndate: 2026-11-21\nprovider: A\npain: [where]')).toMatch(
    /Fill in the lines that are there, and add the others\.$/,
  );
  expect(told('case t\ndate: 2026-11-21\nprovider: A\npain: [where]\nsleep:')).toMatch(
    /Fill in the lines that are there\.$/,
  );
});

test('a fact that is given, but that nothing can be computed from', () => {
  const [finding] = finds(
    missingField,
    'case\ndate: 2026-11-21\nprovider: Dana Whitfield\npatient: Jane Doe\noutcome measure: pain\n  baseline: 8 of 10\n  current: <|worse|>\n---\n[outcome measure change]{ [outcome measure change]}',
  );
  expect(finding?.message).toBe(
    'Current: begins with no number, or holds several, so that [outcome measure change] has no value.',
  );
});
