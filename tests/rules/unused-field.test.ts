import { describe, expect, test } from 'vitest';
import { unusedField } from '../../server/src/rules/unused-field.js';
import { finds } from '../support/finds.js';

const template = `template visit
site (text): Where the pain is.
---
[date]

## History #history
[patient name], [patient age], has pain in [site] and takes [medication]{, [medication dose]}.

## Change #optional
[outcome measure]: [outcome measure current]

## Closing
Thanks. [provider specialty]
`;
const others = { 't.lmn': template, 'u.lmn': 'template other\nbody parts (text, also "sites")\n---\n[body parts]' };

describe('in a template', () => {
  test('a field that nothing prints', () => {
    const [finding] = finds(unusedField, 'template t\nsite (text)\n<|side|> (text)\n---\n## Pain in [site]\nText.');
    expect(finding?.severity).toBe('warning');
    expect(finding?.unnecessary).toBe(true);
  });

  test.each(['{in the [Site]}', '- **[site]**', '| a |\n| --- |\n| [site] |', '[place]'])(
    'not one that %j prints',
    (prose) => {
      finds(unusedField, `template t\nsite (text, also "place")\n---\n${prose}`);
    },
  );

  test('not where the prose is not read, for want of a divider', () => {
    finds(unusedField, 'template t\nsite (text)\n\n[date]\n\n(Pain in [site].)');
  });

  test('not what a printed fact is computed from', () => {
    finds(unusedField, 'template t\na (date)\nb (when)\nc (time from a to b)\n<|d|> (time from a to b)\n---\n[c]');
  });
});

describe('in a case', () => {
  test('a fact that the letter does not print', () => {
    const findings = finds(
      unusedField,
      'case visit\nsite: the back\n<|plan of care|>: reviewed monthly\npatient: Jane Doe\n  <|phone|>: 505-555-0170\nmedication: A\n  <|purpose|>: sleep\nmedication: B\n  purpose: sleep',
      others,
    );
    expect(findings.map((finding) => finding.severity)).toEqual(['info', 'info', 'info']);
  });

  test('a record of which nothing is printed, once', () => {
    const [finding] = finds(
      unusedField,
      'case visit\n<|limitation|>: standing\n  degree: a little\nlimitation: sitting',
      others,
    );
    expect(finding?.message).toContain('"limitation"');
  });

  test('a field of another template', () => {
    const [finding] = finds(unusedField, 'case visit\n<|sites|>: the back', others);
    expect(finding?.message).toBe('This letter does not print it: only the template other asks for it.');
  });

  test("what the case's own section no longer prints", () => {
    const text = 'case visit\n<|site|>: the back\n---\n## History\nMy own words.';
    expect(finds(unusedField, text, others)[0]?.message).toContain('Your own section replaces');
    finds(unusedField, `${text.replaceAll(/<\||\|>/g, '')} [template text]`, others);
  });

  test('not what the program itself needs', () => {
    finds(
      unusedField,
      `case visit
date: 2026-11-21
for: continuation
synthetic: yes
dates: us
payer policy: x
last visit: 2026-11-09
site: the back
patient
  name: Jane Doe
  date of birth: 1968-03-14
  pronouns: she
provider: Dana Whitfield
  credentials: MD
  npi: 1234567893
  specialty: neurology
practice: Mesa
enclosure: Notes
  file: notes.pdf
copy: the patient
  fax: 505-555-0173
denial
  date: 2026-10-01
evidence @a
  title: Pain
  pmid: 34062143`,
      others,
    );
  });

  test('not what an optional section would print, once it is complete', () => {
    finds(unusedField, 'case visit\noutcome measure: pain', others);
  });

  test('not what is still to be written, and not what a policy asks for', () => {
    finds(unusedField, 'case visit\npeer-to-peer call: [when]\nplan of care:', others);
    const asked = { ...others, 'p.lmn': 'policy p\nrequire field peer-to-peer call' };
    finds(unusedField, 'case visit\npayer policy: p\npeer-to-peer call: today', asked);
    finds(unusedField, 'case visit\n<|peer-to-peer call|>: today', asked);
  });

  test.each(['case zzqq\npeer-to-peer call: today', 'case\npeer-to-peer call: today'])(
    'not where there is no letter: %j',
    (text) => {
      finds(unusedField, text, others);
    },
  );

  test('prints of a letter that is written without a template', () => {
    finds(unusedField, 'case\npeer-to-peer call: today\n<|plan of care|>: x\n---\nFor [peer-to-peer call].', others);
  });
});
