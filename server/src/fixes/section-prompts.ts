import { linesOf, type Role, type SectionSource } from '../letter/source.js';

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

/** A template's prose as it stands, without its comments: the writer replaces the help in it. */
export function writtenProse({ prose: { piece, start, end } }: SectionSource): string {
  return linesOf(piece)
    .filter((line) => !line.isComment && line.start >= start && line.end <= end)
    .map((line) => piece.text.slice(line.start, line.end))
    .join('\n')
    .trim();
}
