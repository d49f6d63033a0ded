import { CompletionItemKind } from 'vscode-languageserver';
import { readBracket } from '../../language/brackets.js';
import { resolveName } from '../../language/name-resolution.js';
import type { Bracket } from '../../language/source-file.js';
import { choosable, type Condition, readCondition } from '../../letter/condition.js';
import type { CompletionAsk } from './ask.js';
import type { Proposal } from './proposal.js';

/** Whether a bracket that begins behind this text names what words depend on: `{when [`. */
export function isConditionBracket(before: string): boolean {
  return /\{\s*when\s+\[\s*$/.test(before);
}

/** The choices behind `{when [field] is `, and behind an *or*. Only the cursor's line decides: the braces need not be closed yet. */
export function proposeChoices(ask: CompletionAsk): Proposal[] | undefined {
  const { before, after, offset, subject } = ask;
  const condition = conditionIn(before, after);
  if (!condition || before.length < condition.choices.start || before.length > condition.choices.end) return undefined;
  const chosen = choosable(resolveName(subject.schema, condition.bracket.name.text));
  if (!chosen) return [];
  const written = before.slice(condition.choices.start);
  const typed = written.slice(/^(?:.*(?:,|\sor)\s+)?/is.exec(written)?.[0].length ?? 0).trimStart();
  return chosen.choices.map((choice) => ({
    label: choice,
    kind: CompletionItemKind.EnumMember,
    range: { start: offset - typed.length, end: offset },
    insert: [condition.hasColon ? choice : `${choice}: `],
  }));
}

function conditionIn(before: string, after: string): Condition | undefined {
  const open = before.lastIndexOf('{');
  if (open < 0 || before.includes('}', open)) return undefined;
  const text = before + after;
  return readCondition(text, open + 1, text.length, (at): Bracket | undefined => {
    const { kind, close, end } = readBracket(text, at, 0, text.length);
    if (kind !== 'placeholder') return undefined;
    const name = text.slice(at + 1, close);
    return {
      kind,
      start: at,
      end,
      name: { piece: { uri: '', text, start: 0 }, start: at + 1, end: close, text: name.trim() },
    };
  });
}
