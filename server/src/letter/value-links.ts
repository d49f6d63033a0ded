import { imagePath } from '../knowledge/image-path.js';
import { bareDoi, doi, nct, pmid } from '../knowledge/literature.js';
import type { FieldDeclaration, RecordDeclaration } from '../language/declarations.js';

/** What a value points to: a file of the workspace by its path from the root, or an address on the web. */
export type ValueLink =
  { readonly kind: 'file'; readonly path: string } | { readonly kind: 'web'; readonly address: string };

/** Where the value of a field leads; undefined where it leads nowhere, or is not what its type says. */
export function linkOf(
  text: string,
  field: FieldDeclaration,
  record: RecordDeclaration | undefined,
): ValueLink | undefined {
  switch (field.type.name) {
    case 'image':
      return imagePath.check(text) === undefined ? { kind: 'file', path: text } : undefined;
    case 'doi': {
      const bare = bareDoi(text);
      // The resolver of the International DOI Foundation; what a DOI may hold beyond letters must not end the address.
      return doi.check(bare) === undefined
        ? { kind: 'web', address: `https://doi.org/${encodeURI(bare).replace(/[#?]/g, encodeURIComponent)}` }
        : undefined;
    }
    case 'pmid':
      return pmid.check(text) === undefined
        ? { kind: 'web', address: `https://pubmed.ncbi.nlm.nih.gov/${text}/` }
        : undefined;
    case 'nct':
      return nct.check(text) === undefined
        ? { kind: 'web', address: `https://clinicaltrials.gov/study/${text}` }
        : undefined;
    case 'url':
      return field.type.check(text) === undefined && /^https?:\/\//i.test(text)
        ? { kind: 'web', address: text }
        : undefined;
    case 'text':
      return record?.norm === 'enclosure' && field.norm === 'file' && isInside(text)
        ? { kind: 'file', path: text }
        : undefined;
    default:
      return undefined;
  }
}

/** A path with `/` between folders that no system reads as leading out of the workspace. */
function isInside(path: string): boolean {
  if (path === '' || /^[/~]|[\p{Cc}\\:<>"|?*%]/u.test(path)) return false;
  return path.split('/').every((part) => part.replace(/[. ]+$/, '') !== '');
}
