import { isShipped, lineEndOf, type RecordDeclaration, type SourceFile, type Word } from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';
import { endOfEntry, endOfHead, placeAt } from './head-edits.js';
import type { Fix } from '../lint/rule.js';

/**
 * Declares a name that a case or template uses: under its record in the workspace's own vocabulary, else in the workspace's own template.
 * Nothing is offered where there is no such file, since shipped ones cannot be changed.
 */
export function declareFix(
  name: Word,
  record: RecordDeclaration | undefined,
  { file, workspace, letter }: FileSubject,
): Fix | undefined {
  if (record) {
    const own = workspace.all('vocabulary').find((one) => !isShipped(one.uri));
    return own && declareUnder(record, name, own);
  }
  if (file.kind === 'template') {
    return { title: 'Declare it here as a text', edits: [{ where: placeAt(name.piece, name.end), text: ' (text)' }] };
  }
  const template = letter?.case.template;
  return template && !isShipped(template.file.uri) ? declareIn(template.file, template.name, name) : undefined;
}

function declareUnder(record: RecordDeclaration, name: Word, file: SourceFile): Fix {
  const text = ['', '', `record ${record.name}`, `  ${name.text} (text)`].join(lineEndOf(file));
  return { title: `Declare it under "${record.name}" in ${nameOf(file)}`, edits: [{ where: endOfHead(file), text }] };
}

function declareIn(file: SourceFile, template: string, name: Word): Fix {
  const last = file.entries.findLast((entry) => entry.kind === 'declaration');
  const where = last ? endOfEntry(last) : endOfHead(file);
  return {
    title: `Declare it in the template ${template}`,
    edits: [{ where, text: `${lineEndOf(file)}${name.text} (text)` }],
  };
}

function nameOf(file: SourceFile): string {
  return file.header?.name?.text ?? 'the vocabulary';
}
