import {
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  createLangiumParser,
  type DefaultSharedCoreModuleContext,
  EmptyFileSystem,
  inject,
  type LangiumCoreServices,
  type LangiumParser,
  type LangiumSharedCoreServices,
  type Module,
  type PartialLangiumCoreServices,
} from 'langium';
import { CommentlessCstNodeBuilder } from './cst-builder.js';
import { LmnGeneratedModule, LmnGeneratedSharedModule } from './generated/module.js';
import { LmnLexer } from './lexing/lexer.js';
import { NoLinks, NoReferenceDescriptions, NoSymbols } from './no-links.js';

/** What the language needs of Langium, for the command line and the editor alike. */
export const lmnCoreModule: Module<LangiumCoreServices, PartialLangiumCoreServices> = {
  parser: {
    Lexer: (services) => new LmnLexer(services),
    LangiumParser: createLmnParser,
    // The next token always decides, for the lexer has said what each line is. To look ahead without limit only takes longer to set up.
    ParserConfig: () => ({ maxLookahead: 1 }),
    // Words are what they are: Langium's own converter would take the quotation marks off a string and read its escapes.
    ValueConverter: () => ({ convert: (text) => text }),
  },
  references: {
    ScopeComputation: () => new NoSymbols(),
    Linker: (services) => new NoLinks(services),
  },
  workspace: { ReferenceDescriptionProvider: () => new NoReferenceDescriptions() },
};

/** Langium's parser. It makes the builder of its tree itself, in a private property, so that ours can only be put there from outside. */
function createLmnParser(services: LangiumCoreServices): LangiumParser {
  return Object.defineProperty(createLangiumParser(services), 'nodeBuilder', {
    value: new CommentlessCstNodeBuilder(),
  });
}

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
