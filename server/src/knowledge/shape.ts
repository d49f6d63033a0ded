/** What is wrong with a value: its form, a check digit, or that it can be read in two ways. */
export type ShapeProblemKind = 'shape' | 'check-digit' | 'ambiguous';

export interface ShapeProblem {
  readonly kind: ShapeProblemKind;
  /** What is wrong and what to write, with a right example; never repeats the value. */
  readonly message: string;
  /** The corrected text, where only one is possible. */
  readonly fix?: string;
}

/** The form of a code, a number or an address, which a value can be checked against without a network. */
export interface Shape {
  readonly id: string;
  /** As a sentence names it: `an NPI`. */
  readonly called: string;
  readonly description: string;
  /** One right value. People in it are invented. */
  readonly example: string;
  /** Linear in the text's length; space around the value is ignored. */
  readonly check: (text: string) => ShapeProblem | undefined;
}

export interface ShapeSpec {
  readonly id: string;
  readonly called: string;
  readonly description: string;
  readonly example: string;
  /** Values longer than this are not looked at more closely. */
  readonly longest: number;
  /** Said of a value that no more particular message fits. */
  readonly wrong: string;
  /** Said of a value whose `tidy` form is right, where no more particular message fits. */
  readonly untidy: string;
  /** `undefined` where the value is right as it stands, `wrong` to say so, else a problem of its own. */
  readonly examine: (value: string) => 'wrong' | ShapeProblem | undefined;
  /** The value without what people write around it: spaces, a label, small letters. */
  readonly tidy?: (value: string) => string;
}

/** Makes a shape whose fix is the tidy form of a value, and is only offered where that form is right. */
export function defineShape(spec: ShapeSpec): Shape {
  const check = (text: string): ShapeProblem | undefined => {
    const value = text.trim();
    if (value.length > spec.longest) return { kind: 'shape', message: spec.wrong };
    const problem = spec.examine(value);
    if (problem === undefined) return undefined;
    const tidy = spec.tidy?.(value);
    if (tidy !== undefined && tidy !== value && spec.examine(tidy) === undefined) {
      return problem === 'wrong' ? { kind: 'shape', message: spec.untidy, fix: tidy } : { ...problem, fix: tidy };
    }
    return problem === 'wrong' ? { kind: 'shape', message: spec.wrong } : problem;
  };
  return { id: spec.id, called: spec.called, description: spec.description, example: spec.example, check };
}

/** Word processors turn hyphens into dashes of other lengths. */
export function plainHyphens(text: string): string {
  return text.replace(/[\u2010-\u2015\u2212]/g, '-');
}

/** Without a label before the value, such as `NPI:` or `NPI no.`; `label` is matched from the start, in any case. */
export function withoutLabel(text: string, label: string): string {
  if (!text.toLowerCase().startsWith(label.toLowerCase())) return text;
  return text.slice(label.length).replace(/^[\s:#.-]{0,3}(?:(?:number|code|no)\b)?[\s:#.-]{0,3}/i, '');
}
