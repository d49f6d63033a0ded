import {
  type AstNodeDescription,
  DefaultLinker,
  type LocalSymbols,
  type ReferenceDescription,
  type ReferenceDescriptionProvider,
  type ScopeComputation,
  stream,
} from 'langium';

// The grammar has no cross-references: names get their meaning from plain data (name-resolution.ts). Langium's builder asks for symbols and
// links all the same, and its own services would walk over the whole tree each time to find none.

/** A file declares nothing to Langium: neither to other files nor within itself. */
export class NoSymbols implements ScopeComputation {
  collectExportedSymbols(): Promise<AstNodeDescription[]> {
    return Promise.resolve([]);
  }

  collectLocalSymbols(): Promise<LocalSymbols> {
    return Promise.resolve({ has: () => false, getStream: () => stream() });
  }
}

/** Nothing is linked. */
export class NoLinks extends DefaultLinker {
  override link(): Promise<void> {
    return Promise.resolve();
  }
}

/** Nobody refers to anything. */
export class NoReferenceDescriptions implements ReferenceDescriptionProvider {
  createDescriptions(): Promise<ReferenceDescription[]> {
    return Promise.resolve([]);
  }
}
