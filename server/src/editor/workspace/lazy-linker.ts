import { DefaultLinker, type ReferenceDescription, type ReferenceDescriptionProvider } from 'langium';

/**
 * Links a reference when somebody asks for its target, in place of all references at every keystroke: names resolve through
 * `language/name-resolution.ts`, and what is checked or shown of a letter is made of its plain data.
 */
export class LazyLinker extends DefaultLinker {
  override link(): Promise<void> {
    return Promise.resolve();
  }
}

/** Keeps no list of who refers to what: `UsesOfNames` finds uses, in closed files too, and letters are stale by the workspace's revision. */
export class NoReferenceDescriptions implements ReferenceDescriptionProvider {
  createDescriptions(): Promise<ReferenceDescription[]> {
    return Promise.resolve([]);
  }
}
