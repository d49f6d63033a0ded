import { choiceGiven, foldChoice } from '../knowledge/types.js';
import type { FactValue } from '../language/values.js';
import { valueText } from '../language/values.js';
import type { Choosable } from './condition.js';
import type { Filling, Repeated } from './filling.js';
import type { Inline } from './letter.js';
import type { Piece, Span } from '../language/span.js';
import { valuesAt } from './print-name.js';
import { derivedRun } from './runs.js';

/** One box of a field with choices. */
export interface Box {
  readonly choice: string;
  readonly checked: boolean;
}

/** A box for each choice, in the order in which they are declared; then one for each value that is none of them, so that nothing given is lost. */
export function boxesFor({ target, choices }: Choosable, values: readonly FactValue[]): readonly Box[] {
  const given = new Map(
    values.map((value) => [choiceGiven(target.field.type, valueText(value, ' ')), valueText(value, ' ')]),
  );
  const declared = choices.map((choice) => ({ choice, checked: given.delete(foldChoice(choice)) }));
  return [...declared, ...[...given.values()].map((choice) => ({ choice, checked: true }))];
}

/** Boxes in a row: `☒ Yes ☐ No`. */
export function rowOfBoxes(boxes: readonly Box[], { target }: Choosable, source: Span): Inline[] {
  return boxes.flatMap(({ choice, checked }, index): Inline[] => [
    ...(index > 0 ? [derivedRun('  ', source)] : []),
    { kind: 'box', source, checked },
    derivedRun(` ${choice}`, source, target.field),
  ]);
}

/** What an item that begins with such a field is printed for: a record or a value, with its choice. */
export interface Ticked {
  readonly each: Repeated | undefined;
  readonly value: FactValue;
}

/** The values of a field, each with what an item is to be filled for, given what a repeated item would be filled for. */
export function tickedFor(
  { target }: Choosable,
  repetitions: readonly (Repeated | undefined)[],
  piece: Piece,
  filling: Filling,
): readonly Ticked[] {
  const { field } = target;
  return repetitions.flatMap((repeated): readonly Ticked[] => {
    const values = valuesAt(target, { piece, repeated, optional: false }, filling);
    return values.map((value) => ({
      each: values.length > 1 ? { kind: 'value', field, value, ...(repeated && { within: repeated }) } : repeated,
      value,
    }));
  });
}

/** Whether one choice must be made: not where all that apply are ticked. */
export function mustChoose({ target }: Choosable): boolean {
  return !target.field.many && !(target.kind === 'record field' && target.record.many);
}
