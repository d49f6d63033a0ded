import { CompletionItemKind } from 'vscode-languageserver';
import type { CodeEntry, CodeList } from '../../knowledge/code-list.js';
import type { FieldDeclaration } from '../../language/declarations.js';
import { listFor } from '../code-lists.js';
import { literal } from '../markdown.js';
import type { CompletionAsk } from './ask.js';
import { paragraphs } from './documentation.js';
import type { Proposal } from './proposal.js';

/** More than anybody reads; the editor asks again with the next letter. */
const most = 50;

/** Codes by what is typed of them, or by words of their descriptions; nothing without a list, or before a second letter. */
export function proposeCodes(field: FieldDeclaration, { subject }: CompletionAsk, typed: string): Partial<Proposal>[] {
  if (field.type.name !== 'icd-10' || typed.trim().length < 2) return [];
  const list = listFor(subject);
  return (list?.search(typed, most) ?? []).map((entry) => ({
    label: entry.code,
    ...(entry.description !== '' && { detail: entry.description }),
    // The list has found it: what is typed may be words.
    filter: typed,
    isPartial: true as const,
    insert: [entry.code],
    kind: entry.billable ? CompletionItemKind.EnumMember : CompletionItemKind.Folder,
    documentation: () => describeEntry(entry, list),
  }));
}

function describeEntry({ billable, description }: CodeEntry, list: CodeList | undefined): string {
  return paragraphs(
    description === '' ? undefined : literal(description),
    billable ? undefined : 'A category: choose a longer code beneath it.',
    list && `ICD-10-CM, fiscal year ${String(list.year)}`,
  );
}
