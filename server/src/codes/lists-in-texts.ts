import { strToU8 } from 'fflate';
import { CodeList, type CodeLists } from '../knowledge/code-list.js';
import { readOfficialCodes } from './official-files.js';

/** The lists that are among some texts, by file name, as they were downloaded: for examples and tests. */
export function codeListsIn(files: Readonly<Record<string, string>>): CodeLists {
  const lists = new Map(
    Object.entries(files).flatMap(([name, text]) => {
      if (!/^icd10cm.*\.txt$/s.test(name)) return [];
      const read = readOfficialCodes(name, strToU8(text));
      return 'problem' in read ? [] : [[read.year, new CodeList(read.year, read.text)] as const];
    }),
  );
  return { of: (year) => lists.get(year), years: [...lists.keys()].sort((a, b) => b - a) };
}
