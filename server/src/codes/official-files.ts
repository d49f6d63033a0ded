import { strFromU8, unzipSync } from 'fflate';

/** A code list as it was read: the text that `CodeList` looks into. */
export interface ReadCodes {
  readonly year: number;
  readonly text: string;
  readonly count: number;
}

/** No official file is larger; what claims to be is not unpacked. */
const mostBytes = 100_000_000;

/**
 * Reads the official files of ICD-10-CM that CMS offers for download: the order file (`icd10cm-order-2026.txt`: number, code, 0 for a category and 1 for a billable code, short and long
 * description), the codes file (`icd10cm-codes-2026.txt`: code and description, billable codes alone), or the zip with one of them. The year is that of the file's name. Gives what is
 * wrong as a sentence where it is none of these. Never throws.
 * Source: CMS, ICD-10-CM files, "ICD10OrderFiles" (layout of the order file).
 */
export function readOfficialCodes(
  fileName: string,
  bytes: Uint8Array,
  year = yearIn(fileName),
): ReadCodes | { readonly problem: string } {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readZip(bytes, year);
  if (bytes.length > mostBytes) return { problem: 'The file is too large for a code list.' };
  const lines = strFromU8(bytes).split(/\r?\n/);
  const entries = lines.flatMap((line) => readLine(line) ?? []);
  if (entries.length === 0 || entries.length < lines.filter((line) => line.trim() !== '').length / 2)
    return {
      problem: 'This is no list of ICD-10-CM codes. Take the order file or the codes file of CMS, or its zip.',
    };
  if (year === undefined)
    return { problem: 'The file’s name does not say its fiscal year. Say it, such as: --year 2026' };
  const unique = new Map(entries.map((entry) => [entry.code, entry]));
  const sorted = [...unique.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  const text = sorted.map(({ code, billable, description }) => `${code}\t${billable}\t${description}\n`).join('');
  return { year, text, count: sorted.length };
}

function yearIn(fileName: string): number | undefined {
  const [, year] = /(?:^|\D)(20\d\d)(?!\d)/.exec(fileName) ?? [];
  return year === undefined ? undefined : Number(year);
}

/** The order file before the codes file: it has the categories too. */
const members = [/order[^/]*\.txt$/i, /codes?[^/]*\.txt$/i];

function readZip(bytes: Uint8Array, year: number | undefined): ReturnType<typeof readOfficialCodes> {
  const names: string[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (originalSize <= mostBytes) names.push(name);
        return false;
      },
    });
    const isList = (name: string) => !/addenda|\.pdf$/i.test(name);
    const member = members.flatMap((pattern) => names.filter((name) => pattern.test(name) && isList(name)))[0];
    if (member === undefined) return { problem: 'The zip holds neither an order file nor a codes file of ICD-10-CM.' };
    const content = unzipSync(bytes, { filter: ({ name }) => name === member })[member];
    return content
      ? readOfficialCodes(member, content, yearIn(member) ?? year)
      : { problem: 'The zip cannot be read: it is damaged.' };
  } catch {
    return { problem: 'The zip cannot be read: it is damaged.' };
  }
}

interface Line {
  readonly code: string;
  readonly billable: '0' | '1';
  readonly description: string;
}

const CODE = /^[A-Z]\d[\dA-Z]{1,5}$/;

/** Columns of the order file: 1–5 number, 7–13 code, 15 billable, 17–76 short description, 78 on the long one. */
function readLine(line: string): Line | undefined {
  if (/^\d{5} /.test(line)) {
    const code = line.slice(6, 13).trim();
    const billable = line.charAt(14) === '0' ? '0' : '1';
    const description = tidy(line.slice(77)) || tidy(line.slice(16, 76));
    return CODE.test(code) ? { code, billable, description } : undefined;
  }
  const [, code = '', description = ''] = /^(\S+)(?:\s+(.*))?$/s.exec(line.trimEnd()) ?? [];
  return CODE.test(code) ? { code, billable: '1', description: tidy(description) } : undefined;
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
