import type { TimedLine, TimeUnit } from '../letter/source.js';
import { timeUnitNamed } from './compare-numbers.js';

export interface TimeLength {
  readonly amount: number;
  readonly unit: TimeUnit;
}

/** `60 days`, `2 months`; undefined for what is none. */
export function readLength(text: string): TimeLength | undefined {
  const [, amount = '', word = ''] = /^(\d{1,4}) ?([a-z]+)$/i.exec(text) ?? [];
  const unit = timeUnitNamed(word);
  return unit && { amount: Number(amount), unit };
}

/** The rule behind a deadline as its line says it; that it is to be confirmed is said anyhow. Empty where the line has no words. */
export function sourceOf({ label, words }: Pick<TimedLine, 'label' | 'words'>): string {
  const said = [label, words].flatMap(
    (word) =>
      word?.text.replace(/[;:]?\s*confirm (?:on the notice|with the (?:plan|state))/i, '').replace(/[.:]+$/, '') ?? [],
  );
  return said.filter((text) => text !== '').join(': ');
}

/** `1 day`, `15 days`. */
export function timeWords(amount: number, unit: string): string {
  return `${String(amount)} ${amount === 1 ? unit.replace(/s$/, '') : unit}`;
}
