import { readFileSync } from 'node:fs';
import { posix, join } from 'node:path';

/** Where the extension's own page stands: not the repository's readme, which speaks to whoever builds it. */
export const readmePath = 'client/readme.md';

/**
 * The extension's page as it is packed. Its pictures are in it, for nobody fetches one from a server, and an extension's page shows none of its own
 * files. `root` is the project's folder. Throws where a picture is not there, or where a link would be dead in a package.
 */
export function marketplaceReadme(root) {
  const text = readFileSync(join(root, readmePath), 'utf8');
  const dead = [...text.matchAll(/(?<!!)\[[^\]]*\]\((?!https:|#)([^)]*)\)/g)].map(([, link]) => link);
  if (dead.length > 0) throw new Error(`${readmePath}: these lead nowhere in a package: ${dead.join(', ')}`);
  return text.replace(/!\[([^\]]*)\]\(([^)]*\.png)\)/g, (_, alt, path) => {
    const picture = readFileSync(join(root, posix.join(posix.dirname(readmePath), path)));
    return `![${alt}](data:image/png;base64,${picture.toString('base64')})`;
  });
}
