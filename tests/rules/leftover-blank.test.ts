import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leftoverBlank } from '../../server/src/rules/leftover-blank.js';
import { pointlessOptional } from '../../server/src/rules/pointless-optional.js';
import { unclosed } from '../../server/src/rules/unclosed.js';
import { lint } from '../../server/src/lint/engine.js';
import { finds, findingsOf, fixed } from '../support/finds.js';
import { mends } from '../support/mends.js';
import { subjectOf } from '../support/workspace.js';

describe('in prose', () => {
  test.each([
    'For <|____|> months.',
    'For <|XX|> months.',
    '**<|XX|>** months',
    'Dear <|<Patient Name>|>,',
    '<|<If a chair is asked for: [patient name] needs one>|>',
    'Dear <|%patient_fullname%|>,',
    'Dear <|$patientname|>,',
    'Dear <|${patient name}|>,',
    'LDL <|***|> today',
    'Dear <|{{patient.name}}|>,',
    'Dear <|«PatientName»|>,',
    'The date is <|TBD|>.',
    'The date is <|TBA|>.',
    'The dose is <|(insert dose here)|> a day.',
    '<|He/she|> walks.',
    '- one\n<|-|>\n- two',
    '> <|____|>',
    '| A | B |\n| --- | --- |\n| <|XX|> | b |',
    '## About <|____|>\nText.',
    '### About <|____|>',
    'He <|(describe his pain)|> waits.',
    'The <|subscriber_id|> is missing.',
    'Able to walk: <|{yes/no}|>',
    'The dose is <|{75 mg, 150 mg, 300 mg}|> a day.',
    'My patient takes <|MEDICATION|> every day.',
    'I ask that <|INSURER|> approve this.',
  ])('%j', (prose) => {
    finds(leftoverBlank, `---\n${prose}`);
  });

  test.each([
    'For [duration of care] months, [they have] walked.',
    '***Important*** and **bold** and *leaning*.',
    '***"Quoted"***',
    'He wrote \\_\\_\\_ and \\<this\\>.',
    '// ____ in a comment\nText.',
    '[write: the dose, e.g. XX mg]',
    '[a link](https://example.org/a_b_c/___)',
    '{([diagnosis code])} (([patient name]))',
    'p < 0.05 and HLA-B\\*27, 46,XX, factor XX',
    '- [ ] box\n- [x] box',
    '> The plan says that his/her condition is stable.',
    'The reasons are these:',
    'DIAGNOSIS AND TREATMENT',
    'The MRI and the DMARD of the NSAID group, given at the EMERGENCY-room.',
    '{, as [diagnosis code]}',
    'The notice says "he/she may appeal" and “his/her plan”.',
    '---',
  ])('not in %j', (prose) => {
    finds(leftoverBlank, `---\n${prose}`);
  });

  test('is an error in a case and a warning in a template', () => {
    expect(finds(leftoverBlank, 'case\n---\n<|____|>')[0]?.severity).toBe('error');
    expect(finds(leftoverBlank, 'template t\n---\n<|____|>')[0]?.severity).toBe('warning');
  });

  test("a template's own is not reported in its cases", () => {
    finds(leftoverBlank, 'case t', { 't.lmn': 'template t\n---\n____' });
  });

  test('policies are not printed', () => {
    finds(leftoverBlank, 'policy p\n---\n____');
  });
});

describe('the same blank as a placeholder', () => {
  test.each([
    ['<Patient Name>', '[Patient Name]'],
    ['%patient_name%', '[patient name]'],
    ['{{patient_name}}', '[patient name]'],
    ['«diagnosis»', '[diagnosis]'],
    ['He/she', '[They]'],
    ['he / she is', '[they are]'],
    ['He/She has', '[They have]'],
    ['he/she hasty', '[they] hasty'],
    ['his/her', '[their]'],
    ['him/her', '[them]'],
    ['his/hers', '[theirs]'],
    ['himself/herself', '[themselves]'],
    ['her/his', '[their]'],
    ['(s)he', '[they]'],
  ])('%s becomes %s', (written, expected) => {
    const text = `case\n---\nWe saw ${written} then.`;
    const [finding] = findingsOf(leftoverBlank, text).findings;
    const after = fixed(text, finding!);
    expect(after).toBe(`case\n---\nWe saw ${expected} then.`);
    expect(findingsOf(leftoverBlank, after).findings).toEqual([]);
  });

  test('only where a field has the name', () => {
    expect(findingsOf(leftoverBlank, 'case\n---\n<Zzqq>').findings[0]?.fixes).toEqual([]);
  });
});

describe('in values', () => {
  test.each([
    'insurance\n  member id: <|XXXXX|>',
    'patient\n  name: <|<Patient Name>|>',
    'insurance\n  address: Utilization Review\n    PO Box <|____|>',
    'comorbidity: asthma; <|TBD|>',
    'duration of care: <|XX|> months',
    'comorbidity: asthma for <|[number]|> years',
    'comorbidity: asthma, since <|[insert the year]|>',
    'comorbidity: asthma of <|[patient name]|>',
  ])('%j', (head) => {
    finds(leftoverBlank, head);
  });

  test.each([
    // Their own types say what is wrong.
    'date: TBD',
    'insurance\n  fax: XXX-XXX-XXXX',
    // Not given yet, which another rule says.
    'patient\n  name: [full ____ name]',
    'denial\n  stated reasons: "No proof that his/her condition is severe."',
    'comorbidity: -',
    'comorbidity: Crohn disease [regional enteritis], [sic], 18F [FDG]',
  ])('not in %j', (head) => {
    finds(leftoverBlank, head);
  });

  test('are warnings in the address book, whose values a case prints', () => {
    const [finding] = finds(leftoverBlank, 'vocabulary v\n\nprovider @a\n  name: <|____|>');
    expect(finding?.severity).toBe('warning');
  });

  test('never repeated in the message', () => {
    expect(finds(leftoverBlank, 'insurance\n  member id: H123-<|XXXX|>')[0]?.message).not.toContain('H123');
  });
});

test('what a blank is made of is reported once', () => {
  for (const text of ['---\n{{patient.name}}', '---\n${patient name}']) {
    finds(unclosed, text);
    finds(pointlessOptional, text);
  }
});

test('forty thousand of them take no time to speak of', () => {
  const rules = [leftoverBlank, unclosed, pointlessOptional];
  const found = lint(subjectOf(`case\n---\n${'{{a}} '.repeat(40_000)}`), { rules });
  expect(found.length).toBeGreaterThan(0);
});

test('any text: a finding stands within it, none on a placeholder', () => {
  const piece = fc.constantFrom(
    '____',
    'XX',
    '<a',
    '>',
    '{',
    '}',
    '[',
    ']',
    '[patient name]',
    '***',
    '**',
    '*',
    '\\',
    '\n',
    ' ',
    '%a',
    '%',
    'he/she',
    '- ',
    '| ',
    '> ',
    '//',
    'x',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const { text, findings } = findingsOf(leftoverBlank, `case\n---\n${pieces.join('')}`);
      for (const { range, rule } of findings) {
        expect(rule).toBe('leftover-blank');
        expect(text.slice(range.start, range.end)).not.toMatch(/^\[patient name\]$/);
        expect(range.end).toBeGreaterThan(range.start);
        expect(range.end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 200 },
  );
});

describe('a label with nothing behind it', () => {
  test.each([
    '<|DOB:|>\n<|Patient name:|>\n',
    '<|**Date of birth:**|>\n\nTo Whom It May Concern:\n\nText.',
    '<|Claim number:|>',
  ])('in a template: %j', (prose) => {
    finds(leftoverBlank, `template t\n---\n${prose}`);
  });

  test.each([
    'Symptoms:\n- one',
    'Diagnosis:\n\nLumbar pain.',
    'DOB: [patient date of birth]',
    'These reasons:',
    'Sex:\n\n| a |',
  ])('not %j', (prose) => {
    finds(leftoverBlank, `template t\n---\n${prose}`);
  });

  test('not in a case, whose headings may look so', () => {
    finds(leftoverBlank, 'case\n---\nDiagnosis:');
  });

  test('is given the placeholder of its field', () => {
    const text = 'template t\n---\nDOB:\n';
    expect(fixed(text, findingsOf(leftoverBlank, { 't.lmn': text }).findings[0]!)).toBe(
      'template t\n---\nDOB: [patient date of birth]\n',
    );
  });
});

describe('a box that is none', () => {
  test.each([
    ['---\nUrgent? [] [urgency]', '---\nUrgent? [ ] [urgency]'],
    ['---\nUrgent? \u2610[urgency]', '---\nUrgent? [ ] [urgency]'],
    ['---\n- \u25a1 one', '---\n- [ ] one'],
    ['---\n1. [] [urgency]', '---\n1. [ ] [urgency]'],
  ])('%j becomes one where one may stand', (before, after) => mends(leftoverBlank, before, after));

  test.each(['---\nAgreed? <|[]|> yes', '---\n<|\u2610|> Physician', '---\n### <|[]|> [diagnosis]'])(
    'else is only told: %j',
    (text) => {
      const [finding] = finds(leftoverBlank, text);
      expect(finding?.fixes).toEqual([]);
    },
  );

  test.each([
    '---\n- [ ] one',
    '---\n\\[] and [sic]',
    '---\n[](https://example.org)',
    'patient\n  name: []\n---\nText.',
  ])('not in %j', (text) => {
    finds(leftoverBlank, text);
  });
});

describe('a line to write on becomes a line for a pen', () => {
  test.each([
    ['---\nPatient signature: ____', '---\nPatient signature: [patient signature]'],
    ['---\n**Provider’s signature:** ____', '---\n**Provider’s signature:** [provider signature]'],
    ['---\n[patient signature]\nDate: ____', '---\n[patient signature]\nDate: [patient signed on]'],
  ])('%j', (before, after) => mends(leftoverBlank, before, after));

  test('not where no field is of that name', () => {
    const [finding] = finds(leftoverBlank, '---\nNotary: <|____|>');
    expect(finding?.fixes).toEqual([]);
  });
});

test('reads a quotation by the beginning of its line, not by a sign within it', () => {
  finds(leftoverBlank, '---\n## A\nA score > 4 in <|his/her|> scale.');
  finds(leftoverBlank, '---\n## A\n  > A score in his/her scale.');
});

test('puts a box at the beginning of the tenth item too', () => {
  const text = 'case\n---\n## A\n10. <|[]|> Prior imaging\n';
  const [finding] = finds(leftoverBlank, text);
  expect(finding && fixed(text.replaceAll(/<\||\|>/g, ''), finding)).toContain('10. [ ] Prior imaging');
});
