import {
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  type DefaultSharedCoreModuleContext,
  EmptyFileSystem,
  inject,
  type LangiumCoreServices,
  type LangiumSharedCoreServices,
  type Module,
  type PartialLangiumCoreServices,
} from 'langium';
import { LmnGeneratedModule, LmnGeneratedSharedModule } from './generated/module.js';
import { LmnLexer } from './lexer.js';
import { LmnScopeComputation, LmnScopeProvider } from './scope.js';

/** What the language needs of Langium, for the command line and the editor alike. */
export const lmnCoreModule: Module<LangiumCoreServices, PartialLangiumCoreServices> = {
  parser: { Lexer: (services) => new LmnLexer(services) },
  references: {
    ScopeComputation: (services) => new LmnScopeComputation(services),
    ScopeProvider: (services) => new LmnScopeProvider(services),
  },
};

export interface LmnCoreServices {
  readonly shared: LangiumSharedCoreServices;
  readonly lmn: LangiumCoreServices;
}

/** Langium's core without the language server: what the command line and most tests need. */
export function createLmnCoreServices(context: DefaultSharedCoreModuleContext = EmptyFileSystem): LmnCoreServices {
  const shared = inject(createDefaultSharedCoreModule(context), LmnGeneratedSharedModule);
  const lmn = inject(createDefaultCoreModule({ shared }), LmnGeneratedModule, lmnCoreModule);
  shared.ServiceRegistry.register(lmn);
  return { shared, lmn };
}
