import {
  type AstNode,
  type AstNodeDescription,
  AstUtils,
  DefaultScopeComputation,
  DefaultScopeProvider,
  type LangiumDocument,
  type LocalSymbols,
  MultiMap,
  type ReferenceInfo,
  type Scope,
  type Stream,
  stream,
} from 'langium';
import { Fact, isCitationKey, isFact, isTemplateHeader, type LmnFile, TemplateHeader } from './generated/ast.js';
import { normalizeName } from './names.js';

/** How a record of the address book is indexed: records of different names may have the same key. */
function keyedName(record: string, key: string): string {
  return `${normalizeName(record)} @${key.toLowerCase()}`;
}

/** Only what other files can name is exported: a template's name, and the keys of the address book. Cases export nothing. */
export class LmnScopeComputation extends DefaultScopeComputation {
  override collectExportedSymbols(document: LangiumDocument): Promise<AstNodeDescription[]> {
    const { header, entries } = document.parseResult.value as LmnFile;
    const exported: AstNodeDescription[] = [];
    if (isTemplateHeader(header) && header.name)
      exported.push(this.descriptions.createDescription(header, header.name, document));
    for (const entry of entries) {
      if (isFact(entry) && entry.name)
        exported.push(this.descriptions.createDescription(entry, keyedName(entry.label, entry.name), document));
    }
    return Promise.resolve(exported);
  }

  /** Nothing is local: what a file says of itself is looked up in its own tree. */
  override collectLocalSymbols(): Promise<LocalSymbols> {
    const none = new MultiMap<AstNode, AstNodeDescription>();
    return Promise.resolve({
      has: (node) => none.has(node),
      getStream: (node) => (none.get(node).length > 0 ? stream(none.get(node)) : stream([])),
    });
  }
}

/** Links a case to its template, and keys and citations to the address book; a key of the same file comes first. */
export class LmnScopeProvider extends DefaultScopeProvider {
  override getScope(context: ReferenceInfo): Scope {
    if (this.reflection.getReferenceType(context) !== Fact.$type)
      return this.getGlobalScope(TemplateHeader.$type, context);
    const { container } = context;
    const find = (key: string) => this.keyed(container, key);
    return {
      getElement: (key) => find(key)[0],
      getElements: (key) => stream(find(key)),
      getAllElements: () => this.allKeyed(container),
    };
  }

  private keyed(container: AstNode, key: string): AstNodeDescription[] {
    const global = this.indexManager.allElements(Fact.$type);
    if (isFact(container)) {
      const name = keyedName(container.label, key);
      return global.filter((one) => one.name === name).toArray();
    }
    const ending = ` @${key.toLowerCase()}`;
    return [...this.own(container, key), ...global.filter((one) => one.name.endsWith(ending))];
  }

  /** Sources that the citing file gives itself. */
  private own(container: AstNode, key: string): AstNodeDescription[] {
    if (!isCitationKey(container)) return [];
    const root = AstUtils.findRootNode(container) as LmnFile;
    return root.entries
      .filter(
        (entry): entry is Fact =>
          isFact(entry) && entry.book?.$refText.toLowerCase() === key.toLowerCase() && entry.lines.length > 0,
      )
      .map((entry) => this.descriptions.createDescription(entry, key));
  }

  private allKeyed(container: AstNode): Stream<AstNodeDescription> {
    const global = this.indexManager.allElements(Fact.$type);
    if (!isFact(container)) return global;
    const start = keyedName(container.label, '');
    return global.filter((one) => one.name.startsWith(start));
  }
}
