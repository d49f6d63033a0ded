import type { Signer } from '../letter/letter.js';
import { plainText } from '../letter/plain-text.js';

/** What stands in the place of a signature's picture for who does not see it. */
export function signatureLabel({ lines }: Signer): string {
  const name = plainText(lines[0] ?? []).trim();
  return name === '' ? 'Signature' : `Signature of ${name}`;
}
