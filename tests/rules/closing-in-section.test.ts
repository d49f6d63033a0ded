import { test } from 'vitest';
import { closingInSection } from '../../server/src/rules/closing-in-section.js';
import { finds } from '../support/finds.js';
import { mends } from '../support/mends.js';

test.each([
  'template t\n---\n## Request\nPlease approve.\n\n<|Sincerely,|>\n\n[signature]',
  'template t\n---\n## Request #optional\nPlease approve [diagnosis].\n\n<|Respectfully submitted,|>\n[signature]\n[practice]',
  'template t\n---\n## Request\nPlease approve.\n\n<|[signature]|>\nLicense [provider license number]',
  'template t\n---\n## Request\nPlease approve.\n\n<|Signed: [signature]|>',
  'template t\n---\n## A\nText.\n## B\nMore.\n<|Yours truly,|>',
])('in %j', (text) => {
  finds(closingInSection, text);
});

test.each([
  'template t\n---\n## Request\nPlease approve.\n\n## Closing #untitled\nSincerely,\n\n[signature]',
  'template t\n---\n## Request\nPlease approve.\n\n[signature]',
  'template t\n---\n## Request\nPlease approve.\n\n[signature]\n\n[enclosures]\n[references]',
  'template t\n---\nPlease approve.\n\nSincerely,\n\n[signature]',
  'template t\n---\n## Request\nI sincerely ask you to approve.\nRegards are due to nobody.',
  'case\n---\n## Request\nPlease approve.\n\nSincerely,\n\n[signature]',
  'template t\n---\n## Closing\n// the end\nSincerely,\n[signature]',
  'template t\n---\n## Closing #untitled\nPrescriber:\n\n[signature]\nLicense [provider license number]',
  'template t\n---\n## Signatures\nBoth of us sign.\n\n[signature]\nText.',
])('not in %j', (text) => {
  finds(closingInSection, text);
});

test('puts it in a section of its own', () =>
  mends(
    closingInSection,
    'template t\n---\n## Request\nPlease.\n\nSincerely,\n\n[signature]',
    'template t\n---\n## Request\nPlease.\n\n## Closing #untitled\nSincerely,\n\n[signature]',
  ));
