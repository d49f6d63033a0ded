import { expect, test } from 'vitest';
import { durationConflict } from '../../server/src/rules/duration-conflict.js';
import { finds } from '../support/finds.js';

/** Under care for a little more than 18 months. */
const head = 'date: 2026-11-21\nstart of care: 2025-05-12\npatient\n  name: Jane Doe\n---\n';

test.each([
  'She has been under my care for <|seven years|>.',
  'Ms. Doe has been in our care since <|2019|>.',
  'I have treated Ms. Jane Doe for <|6 months|>.',
  'I have followed her for <|more than 3 years|>.',
  'We have been seeing her since <|March 2024|>.',
  'She has been my patient for <|the past ten years|>.',
  'She is a patient of mine since <|05/12/2023|>.',
])('%j', (prose) => {
  const [finding] = finds(durationConflict, head + prose);
  expect(finding?.related).toHaveLength(1);
});

test.each([
  'She has been under my care for 18 months, since May 2025.',
  'She has been under my care for [time in care].',
  'I have followed her for about two years. I have treated her for more than a year.',
  'I have treated her for over 12 months. She is my patient since 2025.',
  // Of something else, or of others
  'She has had pain for seven years. She took it for six months.',
  'I have treated her with gabapentin for six months. I have treated her wound for two months.',
  'I have treated Ms. Doe for migraine for six months. We have seen improvement for five years.',
  'Her mother has been under my care for seven years. From 2011 on she was under my care for two years.',
  'I have treated patients with this condition for 14 years.',
  'I have treated over 200 people for ten years.',
  'I have practiced for 14 years. There was no change for two years.',
  'The denial says “she has been under my care for seven years”.',
  'She has been under my care, but not for seven years.',
  'Her mother has been under the care of Dr. Lee for seven years.',
])('silent on %j', (prose) => {
  finds(durationConflict, head + prose);
});

test('silent without a start of care, and where only its year is known and agrees', () => {
  finds(durationConflict, 'date: 2026-11-21\n---\nShe has been under my care for seven years.');
  finds(durationConflict, 'date: 2026-11-21\nstart of care: 2019\n---\nShe has been under my care for seven years.');
  finds(durationConflict, 'date: 2026-11-21\nstart of care: 2019\n---\nShe has been under my care for <|18 months|>.');
});
