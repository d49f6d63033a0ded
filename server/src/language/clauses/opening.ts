import type { Count } from './clause.js';

/** How many, or which, of what a clause names it asks for. */
export interface HowMany {
  readonly count: Count;
  readonly pick?: 'every' | 'latest';
}

const NUMBER = String.raw`(\d+|one|two|three)`;

const OPENING = new RegExp(
  String.raw`^(?:(no)|(?:at\s+least\s+)?${NUMBER}|at\s+most\s+${NUMBER}|(every)|(latest)|field)(?=\s|$)`,
  'i',
);

const GROUP = new RegExp(String.raw`^(?:at\s+least\s+)?${NUMBER} of these$`, 'i');

/** `no`, `2`, `at least two`, `at most 3`, `every`, `latest`, and the length of that; the old word `field` means nothing. */
export function openingAt(text: string): (HowMany & { readonly length: number }) | undefined {
  const opening = OPENING.exec(text);
  if (!opening) return undefined;
  const [{ length }, no, least, most, every, latest] = opening;
  if (no !== undefined) return { count: { is: 'none' }, length };
  if (least !== undefined) return { count: { is: 'at least', number: numberOf(least) }, length };
  if (most !== undefined) return { count: { is: 'at most', number: numberOf(most) }, length };
  const pick = every !== undefined ? 'every' : latest !== undefined ? 'latest' : undefined;
  return { count: { is: 'some' }, length, ...(pick && { pick }) };
}

/** How many options a group asks for: `two of these`. */
export function groupCount(text: string): number | undefined {
  const [, number] = GROUP.exec(text) ?? [];
  return number === undefined ? undefined : numberOf(number);
}

function numberOf(written: string): number {
  const at = ['one', 'two', 'three'].indexOf(written.toLowerCase());
  return at < 0 ? Number(written) : at + 1;
}
