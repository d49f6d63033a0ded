import type { LangiumDocument } from 'langium';
import type { DocumentLinkProvider } from 'langium/lsp';
import type { DocumentLink } from 'vscode-languageserver';
import type { SourceFile, Word } from '../language/source-file.js';
import type { FileSubject } from '../letter/subjects.js';
import { linkOf, type ValueLink } from '../letter/value-links.js';
import { inlinesOf } from '../letter/visit-prose.js';
import { rangeIn, rangeOfSpan } from './places.js';
import type { LmnServices } from './services.js';
import { addresses } from './workspace/editor-files.js';

/** Makes links of pictures, enclosed files, DOIs, PMIDs and addresses, and of the links in prose. */
export class LetterLinks implements DocumentLinkProvider {
  constructor(private readonly services: LmnServices) {}

  getDocumentLinks(document: LangiumDocument): DocumentLink[] {
    const subject = this.services.letters.Open.subjectOf(document);
    const { Workspaces } = this.services.letters;
    const uri = document.uri.toString();
    // What was never saved lies nowhere, if not in the first workspace.
    const root = document.uri.scheme === 'untitled' ? Workspaces.rootOf(uri) : Workspaces.folderOf(uri);
    return [...valueLinks(subject, root), ...proseLinks(subject)];
  }
}

function valueLinks({ file, records }: FileSubject, root: string | undefined): DocumentLink[] {
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

function documentLink(file: SourceFile, word: Word, link: ValueLink, root: string | undefined): DocumentLink[] {
  const range = rangeOfSpan(file, word);
  if (link.kind === 'web') return [{ range, target: link.address }];
  return root === undefined ? [] : [{ range, target: addresses.join(root, ...link.path.split('/')) }];
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
