import { AlignmentType, LevelFormat, type NumberingDefinition } from 'docx';
import { step } from './docx-measures.js';

/** What makes a paragraph an item of a list. */
export interface ItemNumber {
  readonly reference: string;
  readonly instance: number;
  readonly level: number;
}

/** Word knows nine levels; what is deeper stands at the ninth. */
const levels = 9;

/**
 * The library writes a list's name in braces and later puts its number there, wherever those words stand. This character stands in no letter: every format
 * prints it as a space.
 */
const unwritable = '\u2028';

const bulletName = `bullets${unwritable}`;
const bulletSigns = ['\u2022', '\u25e6', '\u25aa'];

const bulletDefinition: NumberingDefinition = {
  reference: bulletName,
  levels: Array.from({ length: levels }, (_, level) => ({
    level,
    format: LevelFormat.BULLET,
    text: bulletSigns[level % bulletSigns.length] ?? '',
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: step * (level + 1), hanging: step } } },
  })),
};

/** Two digits, about; twips. */
const digits = 230;

/** The number's place before the words: wider where it has more than two digits. */
export function numberWidth(last: number): number {
  return Math.max(step, Math.ceil((String(last).length / 2 + 0.5) * digits));
}

function numberDefinition(reference: string, first: number, width: number): NumberingDefinition {
  return {
    reference,
    levels: Array.from({ length: levels }, (_, level) => ({
      level,
      format: LevelFormat.DECIMAL,
      text: `%${String(level + 1)}.`,
      start: first,
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: step * level + width, hanging: width } } },
    })),
  };
}

/** The lists of a file. Each numbered list begins anew, at its own first number. */
export class ListNumbering {
  private readonly numbers = new Map<string, NumberingDefinition>();
  private instances = 0;

  /** What the style *List Number* has by itself. */
  readonly plain: ItemNumber = { reference: this.defined(1, step), instance: 0, level: 0 };

  bullet(level: number): ItemNumber {
    return { reference: bulletName, instance: 0, level: Math.min(level, levels - 1) };
  }

  /** A new numbered list: what each of its items has. */
  begin(level: number, first: number, count: number): ItemNumber {
    const reference = this.defined(first, numberWidth(first + count - 1));
    return { reference, instance: ++this.instances, level: Math.min(level, levels - 1) };
  }

  definitions(): NumberingDefinition[] {
    return [bulletDefinition, ...this.numbers.values()];
  }

  private defined(first: number, width: number): string {
    const reference = `numbers from ${String(first)}, ${String(width)} wide${unwritable}`;
    if (!this.numbers.has(reference)) this.numbers.set(reference, numberDefinition(reference, first, width));
    return reference;
  }
}
