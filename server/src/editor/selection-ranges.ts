import type { LangiumDocument } from 'langium';
import type { Position, SelectionRange } from 'vscode-languageserver';
import { enclosingExtents } from './enclosing-extents.js';
import { rangeIn } from './places.js';
import type { LmnServices } from './services.js';
import { UsesOfNames } from './names/uses-of-names.js';

/** *Expand Selection*: one range for each position, with those around it as its parents. */
export function selectionRanges(
  services: LmnServices,
  document: LangiumDocument,
  positions: readonly Position[],
): SelectionRange[] {
  const context = new UsesOfNames(services).contextOf(document);
  return positions.map((position) => {
    const extents = enclosingExtents(context, document.textDocument.offsetAt(position));
    const empty: SelectionRange = { range: { start: position, end: position } };
    return (
      extents.reduceRight<SelectionRange | undefined>(
        (parent, extent) => ({ range: rangeIn(context.file, extent), ...(parent && { parent }) }),
        undefined,
      ) ?? empty
    );
  });
}
