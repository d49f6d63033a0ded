/** The words on a draft of a format that has no pages to mark. */
const mark = 'DRAFT: not for sending';

/** A letter's plain text or Markdown with a first line that says that it is a draft. */
export function markedAsDraft(text: string, type: 'txt' | 'md'): string {
  return `${type === 'md' ? `**${mark}**` : mark}\n\n${text}`;
}
