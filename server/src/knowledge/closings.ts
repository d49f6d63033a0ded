/** Words that close a letter, above the signature. */
const CLOSING =
  /^[*_]{0,3}(?:(?:very )?(?:sincerely|truly|respectfully|cordially|faithfully)(?: yours)?|yours (?:very )?(?:sincerely|truly|respectfully|faithfully)|(?:with )?(?:best|kind|warm)(?:est)? regards|regards|respectfully submitted|best wishes)[,.]?[*_]{0,3}$/i;

/** True for a line that is nothing but a letter's closing: *Sincerely,*. */
export function isClosing(line: string): boolean {
  return line.length < 60 && CLOSING.test(line.trim());
}
