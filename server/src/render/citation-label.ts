import { citationNumbers, type Inline, type ResolvedLetter } from '../letter/letter.js';

export interface CitedNumbers {
  readonly from: number;
  readonly to: number;
}

/**
 * The numbers of a citation: three or more in a row are joined (`1-3`), two are not (AMA Manual of Style, 11th edition, 3.6).
 */
export function citedNumbers(letter: ResolvedLetter, citation: Extract<Inline, { kind: 'citation' }>): CitedNumbers[] {
  const joined: { from: number; to: number }[] = [];
  for (const number of citationNumbers(letter, citation.cited)) {
    const last = joined.at(-1);
    if (last && number === last.to + 1) last.to = number;
    else joined.push({ from: number, to: number });
  }
  return joined.flatMap(({ from, to }) =>
    to === from + 1
      ? [
          { from, to: from },
          { from: to, to },
        ]
      : [{ from, to }],
  );
}

/** `[1,3-5]`; empty when nothing is cited. */
export function citationLabel(letter: ResolvedLetter, citation: Extract<Inline, { kind: 'citation' }>): string {
  const parts = citedNumbers(letter, citation).map(({ from, to }) =>
    from === to ? String(from) : `${String(from)}-${String(to)}`,
  );
  return parts.length === 0 ? '' : `[${parts.join(',')}]`;
}
