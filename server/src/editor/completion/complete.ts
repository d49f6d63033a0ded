import { type CompletionAsk, entriesAt, isInsideEntry, partOf } from './ask.js';
import { bracketAt } from './brackets.js';
import { proposeCitations } from './citations.js';
import { proposeChoices } from './conditions.js';
import {
  isInTerms,
  proposeDeclaration,
  proposeKeys,
  proposeRecordNames,
  proposeTerms,
  proposeVocabularyEntries,
} from './declarations.js';
import { proposeBeneathClause } from './beneath-clauses.js';
import { proposeClauseWords } from './clauses.js';
import { proposeFirstLine } from './first-line.js';
import { proposeEntries, proposeFields } from './head.js';
import { isAlone, isInTag, proposeHeadings, proposeTags } from './headings.js';
import { proposePlaceholders } from './placeholders.js';
import type { Proposal } from './proposal.js';
import { proposeSuppressions } from './suppressions.js';
import { proposeValues } from './values.js';
import { asks } from '../../language/file-kinds.js';
import { endOfName } from '../../language/names.js';

/**
 * What can be written at the cursor, the likeliest first. The cursor's line decides, and which part of the file it stands in; so a wrong line
 * elsewhere hides nothing. Nothing is proposed inside prose or for a text value. `firing`: rules that have findings in the file.
 */
export function complete(ask: CompletionAsk, firing: ReadonlySet<string>): Proposal[] {
  if (ask.line.isComment) return proposeSuppressions(ask, firing);
  switch (partOf(ask)) {
    case 'first line':
      return proposeFirstLine(ask);
    case 'head':
      return completeHead(ask);
    case 'nothing':
      return [];
    case 'body':
      return completeBody(ask);
  }
}

function completeHead(ask: CompletionAsk): Proposal[] {
  const { before, subject } = ask;
  const kind = subject.file.kind;
  const declares = kind === 'template' || kind === 'vocabulary';
  if (declares && isInTerms(before)) return proposeTerms(ask);
  if (asks(kind) && (/^\s/.test(before) || isClause(ask))) return completeClause(ask);
  if (before.includes(':')) return proposeValues(ask);
  if (/^\S.*\s@[\p{L}\p{N}_.-]*$/su.test(before)) return kind === 'vocabulary' ? [] : proposeKeys(ask);
  if (kind === 'vocabulary' && /^record\s/i.test(before)) return proposeRecordNames(ask);
  const isMargin = !/^\s/.test(before);
  if (asks(kind)) return proposeClauseWords(ask);
  if (endOfName(before, before.length - before.trimStart().length, before.length) < before.trimEnd().length) return [];
  const { above } = entriesAt(ask);
  // On an empty line among a record's fields an entry would take the fields below it away.
  if (!isMargin || (before === '' && above && isInsideEntry(above, ask))) {
    if (above?.kind === 'record') return isMargin ? [] : proposeDeclaration(ask);
    return proposeFields(ask);
  }
  if (kind === 'vocabulary') return proposeVocabularyEntries(ask);
  return kind === 'template' ? [...proposeDeclaration(ask), ...proposeEntries(ask)] : proposeEntries(ask);
}

/** The cursor's line is a clause's own. */
function isClause(ask: CompletionAsk): boolean {
  return entriesAt(ask).here?.kind === 'clause';
}

function completeClause(ask: CompletionAsk): Proposal[] {
  if (/^\s/.test(ask.before)) return proposeBeneathClause(ask);
  return /:(?:\s|$)/.test(ask.before) ? [] : proposeClauseWords(ask);
}

function completeBody(ask: CompletionAsk): Proposal[] {
  const { before, after } = ask;
  const slot = bracketAt(ask);
  if (slot)
    return slot.typed.startsWith('@')
      ? proposeCitations(ask, slot)
      : [...proposePlaceholders(ask, slot), ...citationsToo(ask, slot.typed)];
  const choices = proposeChoices(ask);
  if (choices) return choices;
  if (isInTag(before)) return proposeTags(ask);
  if (/^##(?!#)/.test(before)) return proposeHeadings(ask);
  // At the beginning of an empty line: typing a letter there begins prose, in which nothing is proposed. A heading above prose would take it away.
  if (after.trim() !== '') return [];
  return before === '#' || (before === '' && isAlone(ask)) ? proposeHeadings(ask) : [];

  function citationsToo(asked: CompletionAsk, typed: string): Proposal[] {
    return slot && typed === '' ? proposeCitations(asked, slot) : [];
  }
}
