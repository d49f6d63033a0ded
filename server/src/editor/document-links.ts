import { type LangiumDocument, URI, UriUtils } from 'langium';
import type { DocumentLinkProvider } from 'langium/lsp';
import type { DocumentLink } from 'vscode-languageserver';
import type { SourceFile, Word } from '../language/source-file.js';
import type { FileSubject } from '../letter/subjects.js';
import { linkOf, type ValueLink } from '../letter/value-links.js';
import { inlinesOf } from '../letter/visit-prose.js';
import { rangeIn, rangeOfSpan } from './places.js';
import type { LmnServices } from './services.js';

/** Makes links of pictures, enclosed files, DOIs, PMIDs and addresses, and of the links in prose. */
export class LetterLinks implements DocumentLinkProvider {
  constructor(private readonly services: LmnServices) {}

  getDocumentLinks(document: LangiumDocument): DocumentLink[] {
    const subject = this.services.letters.Open.subjectOf(document);
    const root = this.rootOf(document.uri);
    return [...valueLinks(subject, root), ...proseLinks(subject)];
  }

  /** The folder of the workspace that a file is in; of folders within each other the inner one. */
  private rootOf(uri: URI): URI | undefined {
    const address = uri.toString();
    const folders = (this.services.shared.workspace.WorkspaceManager.workspaceFolders ?? []).map((folder) =>
      URI.parse(folder.uri),
    );
    const around = folders.filter((folder) => address.startsWith(`${folder.toString().replace(/\/$/, '')}/`));
    return around.sort((a, b) => b.path.length - a.path.length)[0];
  }
}

function valueLinks({ file, records }: FileSubject, root: URI | undefined): DocumentLink[] {
  return records.flatMap(({ record }) =>
    record.fields.flatMap(({ declaration, values }) =>
      values.flatMap(({ lines, given }): DocumentLink[] => {
        const [word, ...more] = lines;
        if (!word || !given || !declaration || more.length > 0) return [];
        const link = linkOf(word.text, declaration, record.declaration);
        return link ? documentLink(file, word, link, root) : [];
      }),
    ),
  );
}

function documentLink(file: SourceFile, word: Word, link: ValueLink, root: URI | undefined): DocumentLink[] {
  const range = rangeOfSpan(file, word);
  if (link.kind === 'web') return [{ range, target: link.address }];
  return root ? [{ range, target: UriUtils.joinPath(root, ...link.path.split('/')).toString() }] : [];
}

function proseLinks({ file, sections }: FileSubject): DocumentLink[] {
  return sections.flatMap(({ tree, prose: { piece } }) =>
    [...inlinesOf(tree)].flatMap((node): DocumentLink[] =>
      node.kind === 'link'
        ? [
            {
              range: rangeIn(file, { start: piece.start + node.start, end: piece.start + node.end }),
              target: node.href,
            },
          ]
        : [],
    ),
  );
}
