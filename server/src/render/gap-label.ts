import type { Gap } from '../letter/letter.js';
import { placeholderOf } from '../letter/source.js';

/** The words that stand in the letter for a gap; every format puts them in square brackets. */
export function gapLabel(gap: Gap): string {
  switch (gap.kind) {
    case 'fact':
      return placeholderOf(gap.field);
    case 'unwritten':
      return gap.help === '' ? `write: ${gap.section}` : `write: ${gap.help}`;
    case 'section':
      return gap.because === 'omitted' ? `left out, but needed: ${gap.section}` : `to be written: ${gap.section}`;
    case 'unknown':
      return gap.name.text;
    case 'condition':
      return 'words for a choice';
    case 'citation':
      return `@${gap.key.text}`;
    case 'template':
      return gap.name === ''
        ? 'the letter: name a template on the first line, or write the letter below a line ---'
        : `no template is named ${gap.name}`;
  }
}

/** What to write, for the person who fills the gap; empty where nothing more is known than the label says. */
export function gapHelp(gap: Gap): string {
  switch (gap.kind) {
    case 'fact':
      return gap.field.help;
    case 'unwritten':
      return `Write this in the section ${quoted(gap.section)}.`;
    case 'section':
      return gap.because === 'omitted'
        ? `The template needs this section: take #omit from its heading.`
        : `Nothing is written in this section yet.`;
    case 'unknown':
      return 'No field has this name.';
    case 'condition':
      return 'For which choice these words print cannot be told.';
    case 'citation':
      return 'No source is given under this key.';
    case 'template':
      return '';
  }
}

export function quoted(title: string): string {
  return `\u201c${title}\u201d`;
}
