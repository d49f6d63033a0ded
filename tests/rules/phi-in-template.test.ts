import { describe, expect, test } from 'vitest';
import { phiInTemplate } from '../../server/src/rules/phi-in-template.js';
import { finds } from '../support/finds.js';

test.each([
  'template t\n---\nHer number is <|123-45-6789|>.',
  'template t\n---\nMember ID: <|1EG4-TE5-MK99|>',
  'template t\n---\n**Member ID:** <|XJB447891|>\n**MRN:** <|4478912|>\nClaim No. : 1\nClaim number: <|CLM-448712|>',
  'template t\n---\nDOB: <|04/09/1968|>, born on <|April 9, 1968|>, date of birth <|1968-04-09|>',
  'vocabulary v\n// Maria, DOB <|4/9/1968|>\nrecord patient\n  eyes (text): Their color.',
  'policy p\npayer: Blue Mesa\n// denied before: <|SSN 123-45-6789|>',
])('an error wherever it stands: %j', (text) => {
  for (const { severity, message } of finds(phiInTemplate, text)) {
    expect(severity).toBe('error');
    expect(message).not.toMatch(/\d{3}/);
  }
});

test.each([
  'template t\n---\n<|Mrs. Gomez|> cannot work. Ask <|Mr. Paul Reed|>.',
  'template t\n---\nPatient: <|Maria Alvarez|>\n**Patient Name:** <|Alvarez, Maria|>',
  'template t\n---\nPatient phone: <|505-444-0142|>',
  'template t\n---\nA <|92-year-old|> woman with pain.',
])('a warning in a template’s prose: %j', (text) => {
  for (const { severity } of finds(phiInTemplate, text)) expect(severity).toBe('warning');
});

test('what may be a patient’s is looked for from the line behind the divider on', () => {
  finds(phiInTemplate, 'template t\n// Mrs. Gomez: a note.\ndiagnosis: pain\n---\n<|Mrs. Gomez|> cannot work.');
  finds(phiInTemplate, 'template t\n## A\n<|Mrs. Gomez|> cannot work.');
});

describe('silent on', () => {
  test.each([
    'case\npatient\n  name: Maria Alvarez\n  date of birth: 1968-04-09\n---\nDOB: 04/09/1968, Mrs. Gomez',
    'template t\n---\nDOB: [patient date of birth], date of birth: MM/DD/YYYY, born in 1968, DOB ____',
    'template t\n---\nMember ID: [insurance member id], member ID: SAMPLE0000123, MRN: TEST4471, claim number: CLM-0000-88, member ID: 1EG4-TE5-MK73',
    'template t\n---\nMr. Doe, Dr. Whitfield, Ms. [patient name], Mr. or Ms. Patient: John Doe. The patient: a teacher.',
    'template t\n---\nCall 505-444-0142. Clinic phone: 505-444-0142. Patient phone: 505-555-0142',
    'template t\n---\nThe 45-year-old rule, 95 percent, within 90 days. An order of 2026-01-01. Approved May 3, 1995.',
    'vocabulary v\nrepresentative @lane\n  name: Ms. Ann Lane\n  phone: 505-444-0142\npractice @mesa\n  address: 100 Example Avenue',
    'policy p\npayer: Blue Mesa\neffective: 2026-01-01\n// Policy number: MP-104482, member services: 505-444-0142',
    'template t\n---\nThe member identification number is on the card. Claim: denied. Patient ID: bracelet',
  ])('%j', (text) => {
    finds(phiInTemplate, text);
  });
});
