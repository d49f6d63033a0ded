import { linesOf, type Role } from '../letter/source.js';
import { type SectionWords, type TemplateSection, wordsOf } from '../letter/template-section.js';

const prompts: Readonly<Record<Role, string>> = {
  history: 'how the condition began, and what was tried with which outcome',
  condition: 'how the patient is now, with findings and limits',
  treatment: 'what is requested, why, and for how long',
  evidence: 'one or two studies or guidelines, and what they showed',
  consequences: 'what will probably happen without the treatment',
  qualifications: 'your specialty and experience with this condition',
};

/** Help for the writer of a section of which only its roles are known. */
export function promptFor(roles: readonly Role[]): string {
  return `[write: ${roles.map((role) => prompts[role]).join('; ') || 'what this section should say'}]`;
}

/** The words of a template's section as they stand, without comments and `[template text]`: the writer replaces the help in them. */
export function writtenProse(section: TemplateSection): string {
  const words = wordsOf(section);
  return words ? proseOf(words).trim() : '';
}

function proseOf({ prose: { piece, start, end, brackets }, under }: SectionWords): string {
  // Only the first one prints.
  const asking = brackets.filter(({ kind }) => kind === 'template text');
  const [first] = asking;
  return linesOf(piece)
    .filter((line) => !line.isComment && line.start >= start && line.end <= end)
    .map((line) => {
      let text = '';
      let at = line.start;
      for (const bracket of asking) {
        if (bracket.start < line.start || bracket.end > line.end) continue;
        text += piece.text.slice(at, bracket.start) + (under && bracket === first ? proseOf(under).trim() : '');
        at = bracket.end;
      }
      return text + piece.text.slice(at, line.end);
    })
    .join('\n');
}
