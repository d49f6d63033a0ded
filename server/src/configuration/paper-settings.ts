import {
  fontSizes,
  type HeadPart,
  headParts,
  letterheadLayouts,
  type Margins,
  margins,
  pageSides,
  type Paper,
  paperSizeNames,
  usualPaper,
} from '../paper.js';
import { nearest } from '../spelling/nearest.js';
import type { JsonMember, JsonValue } from './config-json.js';
import { membersOf, named, type Tell } from './config-members.js';

export const paperKeys = ['size', 'margins', 'fontSize', 'letterhead', 'runningHead'] as const;

/** What a configuration says of the paper; a side of the margins may be set by itself. */
export type PaperSettings = Partial<Omit<Paper, 'margins'>> & { readonly margins?: Partial<Margins> };

/** The paper where configurations say this much of it. */
export function paperOf(settings: PaperSettings): Paper {
  return { ...usualPaper, ...settings, margins: { ...usualPaper.margins, ...settings.margins } };
}

/** What is set above, over what is set below; of margins side by side. */
export function paperOver(below: PaperSettings, above: PaperSettings): PaperSettings {
  const margins = { ...below.margins, ...above.margins };
  return { ...below, ...above, ...(Object.keys(margins).length > 0 && { margins }) };
}

/** Reads what stands under `"paper"`; what is wrong is told, and left out, so that it does not hide what the file extends. */
export function readPaper(value: JsonValue, tell: Tell): PaperSettings {
  const members = membersOf(value, '"paper" is an object: { "size": "letter", "margins": "1in" }', tell);
  return members.map((member) => readSetting(member, tell)).reduce(paperOver, {});
}

function readSetting({ name, start, value }: JsonMember, tell: Tell): PaperSettings {
  switch (paperKeys.find((key) => key === name)) {
    case 'size': {
      const size = oneOf(paperSizeNames, value);
      if (size) return { size };
      tell(value.start, paperSizeWanted('size'));
      return {};
    }
    case 'margins':
      return { margins: readMargins(value, tell) };
    case 'fontSize':
      return readFontSize(value, tell);
    case 'letterhead': {
      const letterhead = oneOf(letterheadLayouts, value);
      if (letterhead) return { letterhead };
      tell(value.start, '"letterhead" is "center", "left", "logo-left" or "logo-right", in double quotes.');
      return {};
    }
    case 'runningHead':
      return readRunningHead(value, tell);
    case undefined: {
      const [near] = nearest(name, paperKeys, 1);
      const meant =
        near === undefined
          ? 'What can be set: "size", "margins", "fontSize", "letterhead" and "runningHead".'
          : `Did you mean "${near}"?`;
      tell(start, `Nothing of the paper is set by ${named(name)}. ${meant}`);
      return {};
    }
  }
}

/** What a wrong name of a paper gets. `key`: where it is set. */
export function paperSizeWanted(key: string): string {
  return `"${key}" is "letter" (8.5 by 11 inches) or "a4", in double quotes.`;
}

export function oneOf<Word extends string>(words: readonly Word[], value: JsonValue): Word | undefined {
  return value.kind === 'string' ? words.find((word) => word === value.value) : undefined;
}

function readMargins(value: JsonValue, tell: Tell): Partial<Margins> {
  if (value.kind === 'string') {
    const length = readLength(value, tell);
    return length === undefined ? {} : Object.fromEntries(pageSides.map((side) => [side, length]));
  }
  const sides: Partial<Record<keyof Margins, number>> = {};
  const wanted =
    '"margins" is one length for all sides, such as "1in", or an object: { "top": "1in", "left": "0.75in" }';
  for (const member of membersOf(value, wanted, tell)) {
    const side = pageSides.find((one) => one === member.name);
    if (!side) tell(member.start, `A margin is "top", "right", "bottom" or "left", not ${named(member.name)}.`);
    else {
      const length = readLength(member.value, tell);
      if (length !== undefined) sides[side] = length;
    }
  }
  return sides;
}

/** Points in a unit of length. */
const units: Readonly<Record<string, number>> = { in: 72, cm: 72 / 2.54, mm: 72 / 25.4, pt: 1 };

/** Also the pattern of the schema. */
export const lengthPattern = /^\d{1,3}(?:\.\d{1,3})? ?(?:in|cm|mm|pt)$/;

/** In points. */
function readLength(value: JsonValue, tell: Tell): number | undefined {
  if (value.kind !== 'string' || !lengthPattern.test(value.value)) {
    tell(value.start, 'A margin is a length with its unit in double quotes: "1in", "2.5cm", "25mm" or "72pt".');
    return undefined;
  }
  const points = parseFloat(value.value) * (units[value.value.slice(-2)] ?? 1);
  if (points >= margins.least - 0.01 && points <= margins.most + 0.01) return points;
  tell(value.start, 'A margin is at least "0.5in" and at most "2in".');
  return undefined;
}

function readFontSize(value: JsonValue, tell: Tell): PaperSettings {
  const { least, most } = fontSizes;
  if (value.kind === 'number' && value.value >= least && value.value <= most && Number.isInteger(value.value * 2))
    return { fontSize: value.value };
  tell(
    value.start,
    `"fontSize" is a number of points from ${String(least)} to ${String(most)}, whole or half, such as 11.5, without quotation marks.`,
  );
  return {};
}

function readRunningHead(value: JsonValue, tell: Tell): PaperSettings {
  const wanted =
    '"runningHead" lists what stands at the top of later pages: "name", "birth date", "member id" and "reference number", in the order you want; [ ] for none of them.';
  if (value.kind !== 'array') {
    tell(value.start, wanted);
    return {};
  }
  const parts: HeadPart[] = [];
  for (const item of value.items) {
    const part = oneOf(headParts, item);
    if (!part) tell(item.start, wanted);
    else if (parts.includes(part)) tell(item.start, `This is ${named(part)} a second time. Keep one of them.`);
    else parts.push(part);
  }
  return parts.length === value.items.length ? { runningHead: parts } : {};
}
