import { describe, expect, test } from 'vitest';
import { laterality } from '../../server/src/rules/laterality.js';
import { finds } from '../support/finds.js';

test.each([
  'diagnosis: knee pain\n  code: M25.561\n  side: <|left|>',
  'diagnosis: pain in the left knee\n  code: <|M25.561|>',
  'diagnosis: bilateral knee osteoarthritis\n  code: <|M17.11|>',
  'diagnosis: radiculopathy on the right\n  code: M54.16\n  side: <|left|>',
  'secondary diagnosis: carpal tunnel syndrome, left\n  code: <|G56.01|>',
  'treatment requested: right knee replacement\n  code: <|27447-LT|>',
  'diagnosis: osteoarthritis of the right knee\n  code: M17.11\ntreatment requested: <|left knee replacement|>',
  'diagnosis: knee osteoarthritis\n  code: M17.12\ntreatment requested: knee replacement\n  code: <|27447-RT|>',
])('in the head: %j', (text) => {
  finds(laterality, text);
});

test.each([
  'diagnosis: knee pain\n  code: M25.569\n  side: left',
  'diagnosis: lumbar radiculopathy\n  code: M54.16\n  side: right',
  'diagnosis: left ventricular failure\n  code: I50.1\n  side: right',
  'diagnosis: knee osteoarthritis\n  code: M17.0\n  side: bilateral\ntreatment requested: left knee replacement\n  code: 27447-LT',
  'diagnosis: right knee pain\n  code: M25.561\nsecondary diagnosis: left knee pain\n  code: M25.562\ntreatment requested: left knee injection',
  'diagnosis: cancer of the right breast\n  code: C50.911\ntreatment requested: contralateral prophylactic left mastectomy',
  'diagnosis: right knee pain\n  code: [code]\n  side: [side]',
  'diagnosis: amyotrophic lateral sclerosis\n  code: G12.21\ncomorbidity: left knee osteoarthritis\n  code: M17.12\ntreatment requested: right wrist splint',
  'diagnosis: lumbar stenosis\nsecondary diagnosis: left knee osteoarthritis\n  code: M17.12\ntreatment requested: injection at right L5',
  'diagnosis: pain with both nerve and joint features\n  side: left',
  'treatment requested: injections at right L5\n  code: 64483-RT; 64484-RT',
  'treatment requested: injections at L5\n  code: 64483-RT; 64483-LT',
])('nothing in %j', (text) => {
  finds(laterality, text);
});

const knee =
  'diagnosis: osteoarthritis of the right knee\n  code: M17.11\ntreatment requested: right total knee replacement\n  code: 27447-RT\n';
const back =
  'diagnosis: lumbar radiculopathy\n  code: M54.16\n  side: right\ntreatment requested: transforaminal injections at right L5\n';

describe('in prose', () => {
  test.each([
    [knee, 'She has osteoarthritis of the <|left|> knee and cannot walk.'],
    [knee, 'I ask for a <|left|> knee replacement.'],
    [knee, '<|Left|> knee pain keeps her from work.'],
    [knee, 'Please approve surgery on her <|left|> knee.'],
    [back, 'She has <|left|> lumbar radiculopathy.'],
    [back, 'Imaging in March 2026 showed moderate narrowing of the <|left|> L5 nerve opening.'],
    [back, 'She needs transforaminal injections on the <|left|> side.'],
  ])('%#: %j, %j', (head, prose) => {
    finds(laterality, `${head}---\n## Rationale\n${prose}`);
  });

  test.each([
    // The same side, and both
    [knee, 'She has osteoarthritis of the right knee.'],
    [
      knee,
      'The right knee bends to 95 degrees, the left knee to 115. Knee pain on the right is worse than on the left.',
    ],
    [knee, 'Pain in both knees began in 2019, bilateral knee replacement was discussed.'],
    // What is well, past, or another's
    [knee, 'The left knee is normal. Her left knee bends to 115 degrees. There is no pain in the left knee.'],
    [knee, 'In 2018 she had a left knee replacement. Her left knee replacement of last year has healed.'],
    [knee, 'Her mother had left knee osteoarthritis.'],
    [knee, 'The denial says: "left knee replacement is not necessary".'],
    [knee, 'She limps, and so the left knee hurts as well. Injections into the left hip help.'],
    [knee, 'The left kidney is small. She left knee braces at home. She has the right to a knee replacement.'],
    // A second part of the same letter's
    [
      `${knee}secondary diagnosis: osteoarthritis of the left knee\n  code: M17.12\n`,
      'She has osteoarthritis of the left knee.',
    ],
    [`${knee}prior treatment: left knee injection\n`, 'A left knee injection gave relief.'],
    [knee, 'A left hip replacement is planned.'],
    [back, 'Left cervical radiculopathy is under treatment.'],
    [knee, 'Left knee pain limits her. Her left knee pain began in spring.'],
    [back, 'The left L4 root shows narrowing. The left ankle shows weakness.'],
    ['diagnosis: heart failure\n  code: I50.22\n  side: right\n', 'Left ventricular heart failure needs treatment.'],
    ['diagnosis: knee osteoarthritis\n  code: M17.0\n', 'She needs a left knee replacement.'],
  ])('silent, %#: %j, %j', (head, prose) => {
    finds(laterality, `${head}---\n## Rationale\n${prose}`);
  });

  test('a diagnosis whose code alone says the other side speaks for that side', () => {
    const both = `${knee}secondary diagnosis: osteoarthritis of the knee\n  code: M17.12\n`;
    finds(laterality, `${both}---\n## Rationale\nPlease approve an injection into the left knee for osteoarthritis.`);
    finds(
      laterality,
      `${knee}---\n## Rationale\nPlease approve an injection into the <|left|> knee for osteoarthritis.`,
    );
  });

  test('what stands in a value of the head that speaks of the past', () => {
    const past = `${knee}prior treatment: left knee injection\n  reason: pain of the left knee needs surgery\n`;
    finds(laterality, `${past}---\n## Treatment\n[prior treatment reason]`);
  });

  test('a treatment of now that prints from the head', () => {
    const [finding] = finds(
      laterality,
      `${back}current treatment: steroid injections at <|left|> L5\n---\n## Treatment\n- [current treatment]`,
    );
    expect(finding?.message).not.toMatch(/left|right/);
    expect(finding?.related).toHaveLength(1);
  });

  test.each([
    ['an earlier one', 'prior treatment: injection at left L5', 'prior treatment'],
    ['a finding', 'finding: MRI\n  result: narrowing at left L5', 'finding result'],
  ])('not %s', (_, line, name) => {
    finds(laterality, `${back}${line}\n---\n## Treatment\n- [${name}]`);
  });
});
