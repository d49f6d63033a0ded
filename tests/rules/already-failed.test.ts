import { describe, expect, test } from 'vitest';
import { alreadyFailed } from '../../server/src/rules/already-failed.js';
import { finds } from '../support/finds.js';

describe('what the patient is allergic to', () => {
  test.each([
    'allergy: penicillin\ntreatment requested: <|penicillin G benzathine|>',
    'allergy: Codeine (hives)\ntreatment requested: <|acetaminophen with codeine|>\n  kind: medication',
    'allergy: severe allergy to penicillins\ntreatment requested: <|Penicillin V 500 mg|>',
    'allergy: latex\nallergy: infliximab\n  reaction: low blood pressure\ntreatment requested: <|infliximab (Remicade) infusions|>',
  ])('%j', (text) => {
    const [finding] = finds(alreadyFailed, text);
    expect(finding?.related).toHaveLength(1);
  });

  test.each([
    'allergy: penicillin\ntreatment requested: amoxicillin',
    'allergy: none\ntreatment requested: penicillin',
    'allergy: no known drug allergies\ntreatment requested: a new drug',
    'allergy: contrast\ntreatment requested: magnetic resonance imaging without contrast',
    'allergy: latex\ntreatment requested: latex-free catheters',
    'allergy: peanut\ntreatment requested: peanut oral immunotherapy',
    'allergy: penicillin\ntreatment requested: penicillin allergy testing',
    'allergy: iodinated contrast\ntreatment requested: imaging with gadolinium contrast',
    'allergy: nickel\ntreatment requested: nickel battery\n  kind: equipment',
    'allergy: [drug]\ntreatment requested: penicillin',
    'allergy: insulin glargine\ntreatment requested: insulin pump',
  ])('not %j', (text) => {
    finds(alreadyFailed, text);
  });
});

describe('what has failed', () => {
  test.each([
    'prior treatment: Gabapentin 300 mg three times daily\n  outcome: not tolerated\ntreatment requested: <|gabapentin|>',
    'prior treatment: Sumatriptan\n  outcome: contraindicated\ntreatment requested: <|sumatriptan 50 mg|>',
    'prior treatment: Physical therapy, 24 visits\n  outcome: ineffective\ntreatment requested: <|physical therapy|>',
    'prior treatment: Steroid injections at right L5\n  outcome: ineffective\ntreatment requested: <|steroid injections at right L5|>\n  frequency: every 3 months',
    'prior treatment: Methotrexate, by mouth\n  outcome: ineffective\ntreatment requested: <|methotrexate|>\n  route: oral',
    'required step: Topiramate 100 mg\n  outcome: ineffective\ntreatment requested: <|topiramate|>\n  dose: 100 mg',
  ])('%j', (text) => {
    finds(alreadyFailed, text);
  });

  test.each([
    // Another dose, form, way or outcome is another treatment.
    'prior treatment: Topiramate 50 mg\n  outcome: ineffective\ntreatment requested: topiramate\n  dose: 200 mg',
    'prior treatment: Adalimumab\n  outcome: ineffective\ntreatment requested: adalimumab with methotrexate',
    'prior treatment: Adalimumab every two weeks\n  outcome: ineffective\ntreatment requested: adalimumab\n  frequency: weekly',
    'prior treatment: Metformin\n  outcome: not tolerated\ntreatment requested: metformin ER',
    'prior treatment: Oral methotrexate\n  outcome: not tolerated\ntreatment requested: methotrexate\n  route: by subcutaneous injection',
    'prior treatment: Methotrexate\n  outcome: not tolerated\ntreatment requested: methotrexate\n  route: by subcutaneous injection',
    'prior treatment: Epidural steroid injection\n  outcome: partially effective\ntreatment requested: epidural steroid injection',
    'prior treatment: Gabapentin\n  outcome: ineffective\ntreatment requested: gabapentin enacarbil',
    'prior treatment: Manual wheelchair\n  outcome: ineffective\ntreatment requested: Manual wheelchair\n  kind: equipment',
    'prior treatment: Gabapentin\ntreatment requested: gabapentin',
  ])('not %j', (text) => {
    finds(alreadyFailed, text);
  });
});
