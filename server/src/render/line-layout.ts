/** Blocks of lines with an empty line between each two. */
export function apart(blocks: readonly (readonly string[])[]): string[] {
  return blocks.flatMap((lines, index) => (index === 0 ? [...lines] : ['', ...lines]));
}

/** Lines behind a mark; the others stand below the first one's words, `space` before them. */
export function hanging(lines: readonly string[], mark: string, space = ' '.repeat(mark.length)): string[] {
  const [first = '', ...rest] = lines;
  return [`${mark}${first}`.trimEnd(), ...rest.map((line) => (line === '' ? '' : space + line))];
}

/** A letter of sections, one beneath the other; the last line ends as all do. */
export function wholeText(sections: readonly (readonly string[])[]): string {
  const lines = apart(sections.filter((section) => section.length > 0));
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** A line to sign on: in Markdown a rule, which looks like one where it is read as it stands. */
export const signatureLine = '_'.repeat(30);
