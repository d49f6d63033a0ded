import { InternalHyperlink, type IRunOptions, NoBreakHyphen, type ParagraphChild, TextRun as DocxRun } from 'docx';
import { checkBox } from './docx-check-box.js';
import type { Inline, TextRun } from '../../letter/letter.js';
import { citedNumbers } from '../citation-label.js';
import { closeToCitations } from '../close-to-citations.js';
import { gapLabel } from '../gap-label.js';
import { bidiClosers, printable } from '../printable.js';
import { gapStaysWhole, staysWhole } from '../stays-whole.js';
import { linkAddress, NumberedLink } from './docx-link.js';
import { penLineRun } from './docx-pen-lines.js';
import { directedTexts, wholeText } from './docx-text.js';
import type { DocxWriting } from './docx-writing.js';

/** How the words around are set: by the paragraph's style, or by what encloses them. */
export interface Setting {
  readonly strong?: boolean;
  readonly emphasis?: boolean;
  /** Set so by the paragraph's style: a style of the words that says the same would take it back (ECMA-376 part 1, 17.7.3). */
  readonly strongAlready?: boolean;
  readonly emphasisAlready?: boolean;
  readonly linked?: boolean;
}

/** Inline content as what stands in a paragraph. */
export function inlineRuns(content: readonly Inline[], writing: DocxWriting, setting: Setting = {}): ParagraphChild[] {
  return nodesRuns(closeToCitations(content), writing, setting);
}

function nodesRuns(content: readonly Inline[], writing: DocxWriting, setting: Setting): ParagraphChild[] {
  return content.flatMap((node) => nodeRuns(node, writing, setting));
}

function nodeRuns(node: Inline, writing: DocxWriting, setting: Setting): ParagraphChild[] {
  switch (node.kind) {
    case 'text': {
      const text = printable(node.field ? node.text + bidiClosers(node.text) : node.text);
      const whole = staysWhole(node);
      const style = setting.linked ? styled(setting, 'Hyperlink') : plainStyle(setting);
      return textRuns(whole ? wholeText(text) : text, style, whole && hyphensStayWhole(node));
    }
    case 'break':
      return [new DocxRun({ break: 1 })];
    case 'strong':
      return nodesRuns(node.content, writing, { ...setting, strong: true });
    case 'emphasis':
      return nodesRuns(node.content, writing, { ...setting, emphasis: true });
    case 'link': {
      const address = setting.linked ? undefined : linkAddress(node.href);
      if (address === undefined) return nodesRuns(node.content, writing, setting);
      const words = nodesRuns(node.content, writing, { ...setting, linked: true });
      return words.length === 0 ? [] : [new NumberedLink(address, writing.next('link'), words)];
    }
    case 'box':
      return [checkBox(node.checked)];
    case 'pen line':
      return [penLineRun()];
    case 'citation':
      return citationRuns(node, writing, setting);
    case 'gap':
      return gapRuns(node, setting);
  }
}

/** Words in runs of one direction each. They are given as `text`: of its children, the library takes some words for fields. */
function textRuns(text: string, style: IRunOptions, wholeHyphens = false): ParagraphChild[] {
  return directedTexts(text).flatMap(({ text: words, rightToLeft }) => {
    const options = { ...style, ...(rightToLeft && { rightToLeft }) };
    const parts = wholeHyphens ? words.split('-') : [words];
    return parts.flatMap((part, index) => [
      ...(index === 0 ? [] : [new DocxRun({ ...options, children: [new NoBreakHyphen()] })]),
      ...(part === '' ? [] : [new DocxRun({ ...options, text: part })]),
    ]);
  });
}

/**
 * A telephone number or a date is not to be parted at its hyphens. Word knows a sign for that, but whoever searches for a hyphen, or copies it, gets
 * another: the numbers that are looked up (a member's, a claim's) keep their own.
 */
function hyphensStayWhole({ field }: TextRun): boolean {
  return field !== undefined && ['phone', 'date', 'when'].includes(field.type.name);
}

export function gapRuns({ gap }: Extract<Inline, { kind: 'gap' }>, setting: Setting = {}): ParagraphChild[] {
  const label = printable(gapLabel(gap));
  return textRuns(`[${gapStaysWhole(label) ? wholeText(label) : label}]`, styled(setting, 'Gap'));
}

/** Raised numbers, each a link to its reference; `1-3` joins them. */
function citationRuns(
  node: Extract<Inline, { kind: 'citation' }>,
  writing: DocxWriting,
  setting: Setting,
): ParagraphChild[] {
  const raised = (text: string) => new DocxRun({ ...styled(setting, 'Citation'), text });
  const number = (of: number) =>
    setting.linked
      ? raised(String(of))
      : new InternalHyperlink({ anchor: referenceBookmark(of), children: [raised(String(of))] });
  return citedNumbers(writing.letter, node).flatMap(({ from, to }, index) => [
    ...(index === 0 ? [] : [raised(',')]),
    number(from),
    ...(from === to ? [] : [raised('-'), number(to)]),
  ]);
}

/** The place of a reference in the list. Word allows letters, digits and `_` in such a name. */
export function referenceBookmark(number: number): string {
  return `reference_${String(number)}`;
}

/** Words that are nothing but words have a style for how they are set. */
function plainStyle(setting: Setting): IRunOptions {
  const { strong, emphasis } = added(setting);
  if (strong && emphasis) return { style: 'StrongEmphasis' };
  return strong ? { style: 'Strong' } : emphasis ? { style: 'Emphasis' } : {};
}

/** Words can have one style only: what is bold or italic in a link, a gap or a citation says so itself. */
function styled(setting: Setting, style: string): IRunOptions {
  const { strong, emphasis } = added(setting);
  return {
    style,
    ...(strong && { bold: true, boldComplexScript: true }),
    ...(emphasis && { italics: true, italicsComplexScript: true }),
  };
}

function added(setting: Setting): { readonly strong: boolean; readonly emphasis: boolean } {
  return {
    strong: setting.strong === true && setting.strongAlready !== true,
    emphasis: setting.emphasis === true && setting.emphasisAlready !== true,
  };
}
