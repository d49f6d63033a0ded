import { isShipped } from '../../language/shipped-text.js';
import type { SourceFile, Word } from '../../language/source-file.js';
import { bookKey } from '../../language/vocabulary.js';
import type { FileContext } from '../../letter/file-context.js';
import { ownKey } from './keys.js';
import type { Named } from './named.js';

/** Where a name is given its meaning, as seen from a file; undefined for what the language itself means, and for what nobody declares. */
export function declarationOf(named: Named, context: FileContext): Word | undefined {
  const { workspace, template, schema, standing } = context;
  switch (named.kind) {
    case 'record':
      return named.record.source;
    case 'record field':
    case 'template field':
      return named.field.source;
    case 'key':
      return schema.vocabulary.book.get(bookKey(named.record, named.key))?.key ?? ownKey(named, context);
    case 'section':
      return named.section.title;
    case 'file':
      if (named.of === 'vocabulary')
        return workspace.all('vocabulary').find((file) => file.header?.name?.text === named.name)?.header?.name;
      if (named.of === 'kind') return kindFile(named, context)?.header?.name;
      if (named.of === 'policy') return workspace.policies.get(named.name)?.file.header?.name;
      if (named.ships) return standing?.files[1]?.header?.name;
      return (template?.name === named.name ? template : workspace.templates.get(named.name))?.file.header?.name;
    case 'pronoun': {
      const patient = schema.vocabulary.byName.get('patient');
      return patient?.byName.get('pronouns')?.source;
    }
    case 'policy field':
    case 'tag':
    case 'flag':
    case 'block':
    case 'rule':
    case 'unknown':
      return undefined;
  }
}

/** Of a kind that stands on the shipped one of its own name, that one. */
function kindFile(
  { name, ships }: Extract<Named, { kind: 'file' }>,
  { workspace }: FileContext,
): SourceFile | undefined {
  if (!ships) return workspace.kinds.get(name)?.file;
  return workspace.all('kind').find((file) => isShipped(file.uri) && file.header?.name?.text === name);
}
