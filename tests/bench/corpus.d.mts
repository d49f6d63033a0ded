/** Files that share a template, the template itself included. */
export const familySize: number;
/** About how long a file is, in bytes. */
export const usualBytes: number;
/** The file of that number: a template or a case, in `.lmn`. */
export function makeFile(number: number, bytes?: number): string;
export function makeTemplate(number: number): string;
export function makeCase(number: number, bytes?: number, slip?: boolean): string;
/** Where the file of that number stands in a corpus. */
export function pathOf(number: number): string;
/** True when the file has a slip that rules find. */
export function hasSlip(number: number): boolean;
export function templateName(number: number): string;
/** Writes files 0 to `count` - 1 into the folder and gives the sum of their lengths in bytes. */
export function writeCorpus(folder: string, count: number): number;
