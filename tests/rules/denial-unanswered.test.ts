import { expect, test } from 'vitest';
import { denialUnanswered } from '../../server/src/rules/denial-unanswered.js';
import { finds } from '../support/finds.js';

const kind = (record: string) => ({
  'review.lmn': `kind review "Review"\nsource: x\n\nrequire every ${record}: Each reason is answered.\n  answer: given`,
});
const prints = (record: string) => `---\n## Answers\n- [${record}]{: [${record} answer]}`;
const head = 'case\nfor: review\ndate: 2026-11-21\n';

test('each reason without an answer, and one finding for the criterion', () => {
  const two = `${head}denial reason: "not medically necessary"\n  answer: Two drugs failed.\n<|denial reason|>: "experimental"\n`;
  expect(finds(denialUnanswered, two + prints('denial reason'), kind('denial reason'))[0]?.message).toMatch(/answer/);
});

test('none where each is answered, or no kind asks for answers', () => {
  const one = `${head}denial reason: "not medically necessary"\n  answer: Two drugs failed.\n`;
  finds(denialUnanswered, one + prints('denial reason'), kind('denial reason'));
  finds(denialUnanswered, `${head}denial reason: "experimental"\n${prints('denial reason')}`, kind('allergy'));
});

test('records of a clinic that are declared like it', () => {
  const own = { 'words.lmn': 'vocabulary words\nrecord objection (many, like denial reason): One objection.' };
  const open = `${head}<|objection|>: "experimental"\n${prints('objection')}`;
  finds(denialUnanswered, open, { ...kind('objection'), ...own });
  const answered = `${head}objection: "experimental"\n  answer: It is approved.\n${prints('objection')}`;
  finds(denialUnanswered, answered, { ...kind('objection'), ...own });
});
