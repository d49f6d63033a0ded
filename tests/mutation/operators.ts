import { type BaseCase, type Changed, factsNamed } from './base-case.js';

/** A way to spoil a complete case, as people do. */
export interface Operator {
  readonly id: string;
  /** Where it stands that this is wrong, or what it copies from. */
  readonly source: string;
  /** The rules that may tell it. */
  readonly rules: readonly string[];
  readonly spoil: (base: BaseCase) => readonly Changed[];
}

/** What is told of a record may stand on its first line, and what the letter lacks on the file's. */
export function alsoOn(changed: Changed, ...indexes: readonly number[]): Changed {
  return { ...changed, lines: [...changed.lines, ...indexes.map((index) => index + 1)] };
}

/** The line of `case …`. */
export function firstLine({ lines }: BaseCase): number {
  return lines.findIndex((line) => line.startsWith('case '));
}

/** Each given fact of these names with another value; `change` gives none where the fault cannot be made of it. */
export function eachValue(
  names: readonly string[],
  change: (value: string, base: BaseCase) => readonly string[],
): Operator['spoil'] {
  return (base) =>
    factsNamed(base, ...names).flatMap((fact) =>
      change(fact.value, base)
        .filter((value) => value !== fact.value)
        .map((value) => changeOf(base, fact, value)),
    );
}

function changeOf(base: BaseCase, fact: BaseCase['facts'][number], value: string): Changed {
  const line = base.lines[fact.line] ?? '';
  const at = line.indexOf(':') + 1;
  const lines = [
    ...base.lines.slice(0, fact.line),
    `${line.slice(0, at)} ${value}`.trimEnd(),
    ...base.lines.slice(fact.line + 1 + fact.more),
  ];
  return { text: `${lines.join('\n')}\n`, lines: [fact.line + 1, fact.recordLine + 1] };
}
