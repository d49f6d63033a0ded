import type { Lack } from '../../letter/lacks.js';
import type { Gap, ResolvedLetter, ResolvedSection } from '../../letter/letter.js';
import { identifyingIn } from './identifying-terms.js';
import { maskBlock } from './mask-block.js';
import { InlineMask } from './mask-inline.js';
import { TermFinder } from './term-finder.js';

/**
 * Hides the patient in a letter: every value that identifies (45 CFR 164.514(b)(2)) is replaced by its field's name, `‹patient name›`, where the letter prints it and
 * where prose repeats it. What is made of the masked letter (HTML, text, list of gaps) holds none of them, so copying and screen readers get the mask too.
 *
 * Only what the letter prints is masked. Its `facts` and `case` stay as they are, so that gaps and positions keep their meaning: whoever prints from them
 * (`running-head.ts` does) shows the patient.
 *
 * Keep one for as long as the letter is shown: a section that is the same object as in the last letter is the same masked object again, as long as there
 * is the same to be masked.
 */
export class LetterMask {
  private masking: Masking | undefined;

  of(letter: ResolvedLetter): ResolvedLetter {
    const identifying = identifyingIn(letter);
    const key = JSON.stringify(identifying);
    if (this.masking?.key !== key) this.masking = new Masking(key, new TermFinder(identifying));
    return this.masking.letter(letter);
  }
}

/** A letter's mask while the terms stay the same. */
class Masking {
  private readonly gaps = new WeakMap<Gap, Gap>();
  private readonly sections = new WeakMap<ResolvedSection, ResolvedSection>();
  private readonly inline: InlineMask;

  constructor(
    readonly key: string,
    finder: TermFinder,
  ) {
    this.inline = new InlineMask(finder, (gap) => this.gap(gap));
  }

  letter(letter: ResolvedLetter): ResolvedLetter {
    return {
      ...letter,
      sections: letter.sections.map((section) => this.section(section)),
      references: letter.references.map((reference) => ({
        ...reference,
        content: this.inline.content(reference.content),
      })),
      lacks: letter.lacks.map((lack) => this.lack(lack)),
    };
  }

  private section(section: ResolvedSection): ResolvedSection {
    const known = this.sections.get(section);
    if (known) return known;
    const masked: ResolvedSection = {
      ...section,
      ...(section.heading && { heading: this.inline.content(section.heading) }),
      title: this.inline.text(section.title),
      blocks: section.blocks.map((block) => maskBlock(block, this.inline)),
      gaps: section.gaps.map((gap) => this.gap(gap)),
    };
    this.sections.set(section, masked);
    this.sections.set(masked, masked);
    return masked;
  }

  private lack(lack: Lack): Lack {
    const needs = lack.needs.map(({ gap, section }) => ({
      gap: this.gap(gap),
      section: section && this.section(section),
    }));
    return { ...maskWords(lack, this.inline), needs };
  }

  private gap(gap: Gap): Gap {
    const known = this.gaps.get(gap);
    if (known) return known;
    const masked = maskWords(gap, this.inline);
    this.gaps.set(gap, masked);
    this.gaps.set(masked, masked);
    return masked;
  }
}

/** What a gap's field is called and what is to be written there is the vocabulary's or template's to say, and the same for every patient. */
function maskWords(gap: Lack, inline: InlineMask): Lack;
function maskWords(gap: Gap, inline: InlineMask): Gap;
function maskWords(gap: Gap | Lack, inline: InlineMask): Gap | Lack {
  switch (gap.kind) {
    case 'fact':
    case 'condition':
      return gap;
    case 'unwritten':
      return { ...gap, help: inline.text(gap.help), section: inline.text(gap.section) };
    case 'section':
      return { ...gap, section: inline.text(gap.section) };
    case 'unknown':
      return { ...gap, name: { ...gap.name, text: inline.text(gap.name.text) } };
    case 'citation':
      return { ...gap, key: { ...gap.key, text: inline.text(gap.key.text) } };
    case 'template':
      return { ...gap, name: inline.text(gap.name) };
  }
}
