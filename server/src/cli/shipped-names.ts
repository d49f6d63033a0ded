import { nameFromUri } from '../analysis/name-from-uri.js';
import { CORE_KIND } from '../language/kind-file.js';
import { shippedFiles } from '../shipped.js';
import type { KnownNames } from './completions-command.js';

/** What ships by name, told from the names of the files alone: a shell asks for it at every start. */
export function shippedNames(): Pick<KnownNames, 'for' | 'from'> {
  const uris = shippedFiles.map(({ uri }) => uri);
  const isKind = (uri: string) => uri.includes('/kinds/');
  return {
    for: uris
      .filter(isKind)
      .map(nameFromUri)
      .filter((name) => name !== CORE_KIND),
    from: uris
      .filter((uri) => !isKind(uri))
      .map(nameFromUri)
      .filter((name) => name !== 'standard'),
  };
}
