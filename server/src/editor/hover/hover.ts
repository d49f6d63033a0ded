import type { LangiumDocument } from 'langium';
import type { HoverProvider } from 'langium/lsp';
import type { Hover, HoverParams } from 'vscode-languageserver';
import { describeClause } from './clause.js';
import { describeCode } from './codes.js';
import { describeFile } from './files.js';
import { describeFieldUse, describeRecordUse } from './facts.js';
import type { Hovered } from './hovered.js';
import { describeKey } from './keys.js';
import { describeBlock, describeFlag, describePronoun, describeRule, describeSection, describeTag } from './words.js';
import { markdownOf } from '../markdown.js';
import { rangeIn, rangeOfSpan } from '../places.js';
import type { LmnServices } from '../services.js';
import { UsesOfNames } from '../names/uses-of-names.js';

/** Says what the name under the pointer stands for; in a case also what it prints. Between the names of a clause, what that asks. */
export class LetterHovers implements HoverProvider {
  private readonly names: UsesOfNames;

  constructor(private readonly services: LmnServices) {
    this.names = new UsesOfNames(services);
  }

  getHoverContent(document: LangiumDocument, params: HoverParams): Hover | undefined {
    const offset = document.textDocument.offsetAt(params.position);
    const subject = this.services.letters.Open.subjectOf(document);
    const code = describeCode(subject, offset);
    if (code) return { contents: markdownOf(code.paragraphs), range: rangeIn(subject.file, code.range) };
    const found = this.names.at(document, offset);
    const { letter } = subject;
    const paragraphs = found ? describe({ ...found, letter }) : [];
    if (found && paragraphs.length > 0)
      return { contents: markdownOf(paragraphs), range: rangeOfSpan(found.context.file, found.use.where) };
    const clause = describeClause(subject, offset);
    return clause && { contents: markdownOf(clause.paragraphs), range: rangeIn(subject.file, clause.range) };
  }
}

/** Paragraphs of Markdown; none for a name that means nothing: a finding says so already. */
function describe(hovered: Hovered): (string | undefined)[] {
  const { named } = hovered.use;
  switch (named.kind) {
    case 'record':
      return describeRecordUse(named.record, hovered);
    case 'record field':
    case 'template field':
    case 'policy field':
      return describeFieldUse(named.field, hovered);
    case 'file':
      return describeFile(named, hovered);
    case 'key':
      return describeKey(named, hovered);
    case 'section':
      return describeSection(named.section, hovered);
    case 'tag':
      return describeTag(named.tag);
    case 'flag':
      return describeFlag(named.flag);
    case 'pronoun':
      return describePronoun(named.word, hovered);
    case 'block':
      return describeBlock(named.block);
    case 'rule':
      return describeRule(named.id);
    case 'unknown':
      return [];
  }
}
