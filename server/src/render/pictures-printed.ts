import type { ResolvedLetter } from '../letter/letter.js';
import { renderHtml } from './html.js';

/** Paths of the pictures that a letter prints, from the workspace's root, each once: so that they can be read before it is printed. */
export function picturesPrintedIn(letter: ResolvedLetter): string[] {
  const paths = new Set<string>();
  // Printing asks for each picture; the print itself is of no use without them.
  renderHtml(letter, {
    picture(path) {
      paths.add(path);
      return undefined;
    },
  });
  return [...paths];
}
