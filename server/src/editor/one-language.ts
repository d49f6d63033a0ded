import { DefaultServiceRegistry, type LangiumCoreServices, type URI } from 'langium';

/**
 * All that an editor asks this server about is ours. Stock: a file without our ending has services only while it is open, so that a build which is still at
 * work on an untitled letter fails when that is closed.
 */
export class OneLanguage extends DefaultServiceRegistry {
  override getServices(uri: URI): LangiumCoreServices {
    return this.all[0] ?? super.getServices(uri);
  }
}
