import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findBlanks, type BlankForm } from '../../server/src/knowledge/blanks.js';

/** The text with its form in braces for every blank: `for {x} years`. */
function marked(text: string): string {
  let out = '';
  let at = 0;
  for (const { start, end, form } of findBlanks(text)) {
    out += `${text.slice(at, start)}{${form}}`;
    at = end;
  }
  return out + text.slice(at);
}

test.each<[string, string]>([
  ['Name: ____________', 'Name: {underscores}'],
  ['March ___, ____', 'March {underscores}, {underscores}'],
  ['for XX years', 'for {x} years'],
  ['for X years', 'for {x} years'],
  ['X-week course', '{x}-week course'],
  ['a XX-year-old', 'a {x}-year-old'],
  ['PMID: XXXXX', 'PMID: {x}'],
  ['on XX/XX/XXXX.', 'on {x}.'],
  ['SSN xxx-xx-xxxx', 'SSN {x}'],
  ['F32.xx', 'F32.{x}'],
  ['XX% of days', '{x}% of days'],
  ['Dear <Patient Name>,', 'Dear {angle},'],
  ['<If a power chair is asked for: … <his or her> …>', '{angle}'],
  ['<a <b', '<a <b'],
  ['p <x, then <Patient Name> came', 'p <x, then {angle} came'],
  ['<one> and <two>', '{angle} and {angle}'],
  ['for %patient_fullname% and %his/her%', 'for {percent} and {percent}'],
  ['$patientname has', '{dollar} has'],
  ['${patient.name}', '{dollar}'],
  ['LDL ***', 'LDL {stars}'],
  ['*** mg/dL', '{stars} mg/dL'],
  ['***', '{stars}'],
  ['Dear {{ patient_name }},', 'Dear {mustache},'],
  ['((cardiac/renal)) disease', '{double-parentheses} disease'],
  ['«First_Name» «Last_Name»', '{guillemets} {guillemets}'],
  ['@NAME@ is a @AGE@ old, @LASTENCT(1)@', '{at-signs} is a {at-signs} old, {at-signs}'],
  ['Dose TBD.', 'Dose {to-be-done}.'],
  ['(TBC)', '({to-be-done})'],
  ['he/she has', '{pronoun} has'],
  ['His/Her pain', '{pronoun} pain'],
  ['him / her', '{pronoun}'],
  ['(s)he, s/he, he/she/they', '{pronoun}, {pronoun}, {pronoun}'],
  ['HE/SHE', '{pronoun}'],
  ['Dear Mr./Ms. Alvarez', 'Dear {title} Alvarez'],
  ['Mr/Mrs/Ms Alvarez', '{title} Alvarez'],
  ['Symptoms:\n- \n• \n1.\n', 'Symptoms:\n{empty-bullet}\n{empty-bullet}\n{empty-bullet}\n'],
  ['□ failure to thrive', '{check-box} failure to thrive'],
  ['Agreed? [] yes', 'Agreed? {empty-brackets} yes'],
  ['NPI: ##########', 'NPI: {number-signs}'],
  ['###-##-####', '{number-signs}'],
  ['##########', '{number-signs}'],
  ['Click or tap here to enter text.', '{prompt}.'],
  ['Click here to enter a date', '{prompt}'],
  ['Choose an item.', '{prompt}.'],
  ['Flares: (describe earlier flares)', 'Flares: {instruction}'],
  ['(list all drugs tried)', '{instruction}'],
  ['my patient subscriber_id has', 'my patient {variable} has'],
  ['seen on MM/DD/YYYY, mm/dd/yy', 'seen on {date-form}, {date-form}'],
  ['since MM/YYYY', 'since {date-form}'],
  ['the dose is ??? mg', 'the dose is {question-marks} mg'],
  ['seen on ??.', 'seen on {question-marks}.'],
  ['@@date@@', '{at-signs}'],
  ['for #NAME# and #DATE_OF_VISIT#', 'for {number-signs} and {number-signs}'],
  ['a dose of _ mg, __ times', 'a dose of {underscores} mg, {underscores} times'],
  ['[#] weeks, [?], [...], [_____]', '{empty-brackets} weeks, {empty-brackets}, {empty-brackets}, {empty-brackets}'],
  ['him/herself', '{pronoun}'],
  ['TODO: add the score', '{to-be-done}: add the score'],
  ['Dear FIRSTNAME LASTNAME,', 'Dear {prompt} {prompt},'],
  ['Patient Name Here is well.', '{prompt} is well.'],
  ['my patient (name) takes (drug name)', 'my patient {prompt} takes {prompt}'],
  ['INSERT RATIONALE HERE', '{instruction}'],
  ['It hurts. Insert clinical rationale here.', 'It hurts. {instruction}.'],
  ['Use your practice letterhead', '{instruction}'],
  ['To be completed by the physician', '{instruction}'],
  ['DELETE THIS PARAGRAPH if not needed', '{note} if not needed'],
  ['Note to self: call the plan', '{note}: call the plan'],
  ['DRAFT – DO NOT SEND', '{note}'],
  ['Lorem ipsum dolor sit amet, elit. More.', '{filler}. More.'],
  ['As an AI language model, I cannot', '{answer}, I cannot'],
  ['Certainly! Here is a letter', '{answer} a letter'],
  ["Here's a revised version of the letter", '{answer} of the letter'],
])('%j', (text, expected) => expect(marked(text)).toBe(expected));

test.each([
  'pain on > 50 % of days, < 50 %, and a < b and c > d',
  'eGFR <60 and >30, p<0.05, BMI <LLN and >ULN, x <- y -> z',
  'Write to <dana@example.org> or <https://example.org>',
  'R/O fracture, 5 mg/kg, and/or, N/A, w/o, b/l, 24/7, Address/Fax, ICD-9/10',
  'dana_whitfield@example.org, progress_notes.pdf, https://example.org/a_b_c',
  'HLA-B*27, HLA-B*15:02, A*B*C, 0.42***, **bold**, ***bold italic***',
  'karyotype 46,XX or 47,XXX or 46, XX; 45,X/46,XX; XX/XY, XX chromosomes, an XX karyotype',
  'Factor X, cranial nerve X, Factor XX, Title XX, X-ray, X-linked, fragile X, type X collagen, X chromosome',
  'Louis XIV, XXI, XXIV, Xolair, Xeljanz XR, 2 x daily, 3x a week, 12 x 3 cm, XXL',
  'member ID XXXXX6789, SSN xxx-xx-1234',
  'pronouns: she/her, he/him, they/them; he or she; the/his',
  '$12, $1,200, US$5, $USD, 50 % to 60 %, 5%of 10%, 100%',
  'Maria A. (54), [patient name], [write: what], {[reference number]}, [@cohen2021]',
  '- [ ] box\n- [x] box\n- item\n1. item\n---\n### Heading\n#### Heading\n# no',
  '(described above), (specified by the plan), (list price), (insertion depth)',
  'Click here. Choose one. TBI, TBDx, A-TBC',
  'Mr. Alvarez and Dr. Whitfield; Ms. Li',
  'El paciente dice «tengo dolor de espalda»',
  '((2S)-2-aminopropanoic acid)',
  'Why was it denied?? The plan did not say. Is it safe???',
  '#1 and #2, room #A, gauge #20 needles; C#, #MeToo',
  '_emphasis_ and __strong__ words',
  'the YYYY gene, MM disease, dd-cfDNA of 1.2 %, MM/MF',
  'The nurse inserts the catheter here. We insert it there.',
  'It is to be completed by May. The form was filled in by the patient.',
  'Type 2 diabetes has been present here since 2019. Insertion here.',
  'They delete this from the list. We edit this with care.',
  'A note to the file. He noted to his wife: go.',
  'As an AIDS patient; an AI-assisted reading (a language model) of the films; of course, here is where it fails',
  'his name (Jane), the brand name (Humira), (named above)',
  '[1], [sic], [12], [a], [x]',
  '',
])('%j has no blank', (text) => expect(marked(text)).toBe(text));

describe('on any text', () => {
  const forms = [
    '_',
    '___',
    'X',
    'XX',
    '<',
    '>',
    'a',
    ' ',
    '%',
    '$',
    '*',
    '***',
    '{{',
    '}}',
    '((',
    '))',
    '«',
    '»',
    '@',
  ];
  const likely = fc.array(fc.constantFrom(...forms, '\n', '-', '#', '/', 'he', 'she', '[', ']', '.', '1'), {
    maxLength: 60,
  });

  test('blanks are in order, inside the text, without overlap, and every one has a hint', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          likely.map((parts) => parts.join('')),
        ),
        (text) => {
          let reached = 0;
          for (const { start, end, hint } of findBlanks(text)) {
            expect(start).toBeGreaterThanOrEqual(reached);
            expect(end).toBeGreaterThan(start);
            expect(hint).toMatch(/\.$/);
            reached = end;
          }
          expect(reached).toBeLessThanOrEqual(text.length);
        },
      ),
      { numRuns: 500 },
    ));

  test.each<[string, BlankForm, number]>([
    ['_', 'underscores', 1],
    ['___ ', 'underscores', 25_000],
    ['X', 'x', 1],
    ['XX-', 'x', 1],
    ['<a ', 'angle', 0],
    ['<a>', 'angle', 33_334],
    ['%a', 'percent', 25_000],
    ['%a ', 'percent', 0],
    ['$a', 'dollar', 0],
    ['*', 'stars', 1],
    ['{{', 'mustache', 0],
    ['((', 'double-parentheses', 0],
    ['«a', 'guillemets', 0],
    ['@a', 'at-signs', 0],
    ['he/', 'pronoun', 0],
    ['Mr/', 'title', 1],
    [' ', 'empty-bullet', 0],
    ['-\n', 'empty-bullet', 50_000],
    ['#', 'number-signs', 1],
    ['#-', 'number-signs', 0],
    ['click ', 'prompt', 0],
    ['(describe ', 'instruction', 0],
    ['Insert a ', 'instruction', 0],
    ['Insert here. ', 'instruction', 7693],
    ['[_', 'empty-brackets', 0],
    [' _', 'underscores', 0],
    ['#A', 'number-signs', 0],
    ['MM/', 'date-form', 0],
    ['?', 'question-marks', 0],
    ['lorem ipsum ', 'filler', 463],
    ['a_', 'variable', 0],
    ['a_a', 'variable', 1],
  ])('100,000 characters of %j: %s', (unit, form, count) => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length));
    const found = findBlanks(text).filter((blank) => blank.form === form);
    expect(found).toHaveLength(count);
  });
});
