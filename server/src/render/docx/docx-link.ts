import {
  Bookmark,
  BookmarkEnd,
  BookmarkStart,
  type IContext,
  InternalHyperlink,
  type IXmlableObject,
  NextAttributeComponent,
  type ParagraphChild,
} from 'docx';
import { safeLink } from '../safe-link.js';

const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

/** A name as web addresses have it: parts of letters, digits and hyphens between dots, and perhaps a port. */
const host = /^https:\/\/[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.?(?::(\d{1,5}))?(?=[/?#]|$)/u;

/**
 * An address as a Word file can hold it: what URIs do not allow (RFC 3986) is written as `%…`. Undefined for an address that `safeLink` refuses
 * and for one that is no URI at all: Word takes a file that holds one for damaged.
 */
export function linkAddress(href: string): string | undefined {
  const safe = safeLink(href);
  if (safe === undefined) return undefined;
  if (safe.startsWith('https:')) {
    const named = host.exec(safe);
    if (!named || Number(named[1] ?? 0) > 65_535) return undefined;
  }
  const [before = '', ...fragment] = safe.replace(/%(?![0-9a-f]{2})/gi, '%25').split('#');
  return [before, ...(fragment.length > 0 ? [fragment.join('%23')] : [])].map(encoded).join('#');
}

function encoded(part: string): string {
  return part.replace(/[^\w\-.~:/?@!$&'()*+,;=%]/gu, (char) => encodeURIComponent(char));
}

/** A link whose number in the file is given: the library's own take one by chance, and no two files would be the same. */
export class NumberedLink extends InternalHyperlink {
  private readonly id: string;

  constructor(
    private readonly address: string,
    number: number,
    children: readonly ParagraphChild[],
  ) {
    super({ anchor: '', children });
    this.id = `Link${String(number)}`;
    const attributes = { id: { key: 'r:id', value: `rId${this.id}` }, history: { key: 'w:history', value: 1 } };
    this.root[0] = new NextAttributeComponent(attributes);
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    context.viewWrapper.Relationships.addRelationship(this.id, relationship, this.address, 'External');
    return super.prepForXml(context);
  }
}

/** A place that links lead to, whose number is given too: the library counts on from file to file. */
export class NumberedBookmark extends Bookmark {
  override readonly start: BookmarkStart;
  override readonly end: BookmarkEnd;

  constructor(name: string, number: number, children: readonly ParagraphChild[]) {
    super({ id: name, children });
    this.start = new BookmarkStart(name, number);
    this.end = new BookmarkEnd(number);
  }
}
