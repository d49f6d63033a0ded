import { CompletionItemKind } from 'vscode-languageserver';
import type { Rule } from '../../lint/rule.js';
import { allRules } from '../../rules/all-rules.js';
import { type CompletionAsk, typedRange } from './ask.js';
import { paragraphs } from './documentation.js';
import { literal } from '../markdown.js';
import type { Proposal } from './proposal.js';

/** In a comment: the words of a suppression, then ids of rules, those that fire in this file first. Nothing else: a comment is free text. */
export function proposeSuppressions(ask: CompletionAsk, firing: ReadonlySet<string>): Proposal[] {
  const { subject, line, offset } = ask;
  const slashes = line.contentStart + 2;
  if (offset < slashes) return [];
  const comment = subject.file.text.slice(slashes, offset).trimStart();
  const rules = /^lmn-disable-(?:next-line|file)\s+(.*)$/s.exec(comment)?.[1];
  if (rules !== undefined) return rules.includes('--') ? [] : proposeRules(ask, rules, firing);
  if (!'lmn-disable-'.startsWith(comment) && !/^lmn-disable-[a-z-]*$/.test(comment)) return [];
  const behind = /^[a-z-]*/.exec(ask.after)?.[0].length ?? 0;
  const range = typedRange(ask, comment.length, behind);
  const words = [
    {
      name: 'lmn-disable-next-line',
      help: 'Keeps rules silent on the next line. The line must end with -- and the reason.',
    },
    {
      name: 'lmn-disable-file',
      help: 'Keeps rules silent in the whole file. The line must end with -- and the reason.',
    },
  ];
  const isLast = ask.after.slice(behind).trim() === '';
  return words.map(({ name, help }) => ({
    label: name,
    kind: CompletionItemKind.Keyword,
    documentation: () => literal(help),
    insert: isLast
      ? [`${name} `, { text: 'rule', isSample: true }, ' -- ', { text: 'reason', isSample: true }]
      : [name],
    range,
  }));
}

function proposeRules(ask: CompletionAsk, rules: string, firing: ReadonlySet<string>): Proposal[] {
  const typed = /[^\s,]*$/.exec(rules)?.[0] ?? '';
  const behind = /^[\p{L}\p{N}-]*/u.exec(ask.after)?.[0] ?? '';
  const named = new Set(rules.slice(0, rules.length - typed.length).split(/[\s,]+/));
  const range = typedRange(ask, typed.length, behind.length);
  const isLast = ask.after.slice(behind.length).trim() === '';
  const open = allRules.filter((rule) => !named.has(rule.id));
  const fires = (rule: Rule) => firing.has(rule.id);
  return [...open.filter(fires), ...open.filter((rule) => !fires(rule))].map((rule) => ({
    label: rule.id,
    kind: CompletionItemKind.Value,
    ...(fires(rule) && { detail: 'found in this file' }),
    documentation: () => paragraphs(literal(rule.summary), literal(rule.why)),
    insert: isLast ? [`${rule.id} -- `, { text: 'reason', isSample: true }] : [rule.id],
    range,
  }));
}
