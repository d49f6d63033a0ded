import type { Ask, AskedFacts, BeneathLine, Clause, FieldDeclaration, Word } from '../letter/source.js';

/** Whether a letter can print a fact; true where that cannot be told. */
export type CanPrint = (field: FieldDeclaration) => boolean;

/** The names of a clause's facts that would have to print for it to be met, and cannot; undefined where it can be met. Only facts have to print. */
export function unprintableIn({ ask, force }: Clause, canPrint: CanPrint): Word | undefined {
  return ask && force === 'require' ? unprintable(ask, canPrint) : undefined;
}

function unprintable(ask: Ask, canPrint: CanPrint): Word | undefined {
  if (ask.is === 'facts') return unprintableFacts(ask, canPrint);
  if (ask.is !== 'group') return undefined;
  // A line that could not be understood may be met by anything.
  const inTheWay = ask.options.map(({ asks }) =>
    asks.flatMap((one) => (one && unprintable(one, canPrint)) ?? []).at(0),
  );
  const possible = inTheWay.filter((word) => word === undefined).length;
  return possible >= ask.count ? undefined : inTheWay.find((word) => word !== undefined);
}

/** `no` and `at most` are met by what is not there. */
function unprintableFacts({ count, names, ways }: AskedFacts, canPrint: CanPrint): Word | undefined {
  if (count.is === 'none' || count.is === 'at most') return undefined;
  const ofNames = names.map(({ field, record, written }) => {
    const named = field ?? record.fields[0];
    return named && !canPrint(named) ? written : undefined;
  });
  if (ofNames.every((word) => word !== undefined)) return ofNames[0];
  const ofWays = ways.map((lines) => lines.find((line) => !canPrintLine(line, canPrint))?.written);
  return ofWays.length > 0 && ofWays.every((word) => word !== undefined) ? ofWays[0] : undefined;
}

function canPrintLine({ fields }: BeneathLine, canPrint: CanPrint): boolean {
  return fields.some(canPrint);
}
