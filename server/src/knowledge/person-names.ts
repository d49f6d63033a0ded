/** What stands behind a name and is no first name. */
const behindName =
  /^(?:jr|sr|ii|iii|iv|v|esq|m\.?d|d\.?o|ph\.?d|np|fnp(?:-b?c)?|crnp|cnm|pa|pa-c|od|dc|facs|faap|facp|msn|msw|rd|rn|dnp|aprn|dds|dpm|pharm\.?d|psy\.?d|pt|ot|dpt|lcsw|mba|mph)\.?$/i;

/**
 * `Alvarez, Maria J.` as a letter writes it: `Maria J. Alvarez`, capitals as they are. Undefined for what is no surname with first names behind one comma,
 * such as `Maria Alvarez, MD`.
 */
export function firstNameFirst(name: string): string | undefined {
  const read = /^((?:\p{Ll}+ ){0,2}\p{Lu}[\p{L}\p{M}'\u2019 -]*?)\s*,\s*(\p{Lu}[\p{L}\p{M}'\u2019. -]*)$/u.exec(
    name.trim(),
  );
  const [, last = '', first = ''] = read ?? [];
  const words = first.split(/\s+/);
  if (!read || words.length > 3 || words.some((word) => behindName.test(word))) return undefined;
  return `${first} ${last}`;
}

/**
 * A name without the credentials that stand behind it too: `Bo Li` for `Dr. Bo Li, MD` with `MD`. Undefined where the name holds none of them. *Dr.* goes
 * only where a doctor's degree is among the credentials.
 */
export function withoutCredentials(name: string, credentials: string): string | undefined {
  const degrees = new Set(
    credentials
      .split(/[\s,;]+/)
      .map(degreeOf)
      .filter((degree) => degree !== ''),
  );
  const parts = name.trim().split(/,\s*/);
  while (parts.length > 1 && wordsOf(parts.at(-1)).every((word) => degrees.has(degreeOf(word)))) parts.pop();
  const isDoctor = [...degrees].some((degree) => doctorates.has(degree));
  const joined = parts.join(', ');
  const plain = isDoctor ? joined.replace(/^dr\.?\s+(?=\S)/i, '') : joined;
  return plain === name.trim() ? undefined : plain;
}

function wordsOf(text = ''): string[] {
  return text.split(/\s+/);
}

/** Degrees are compared without dots and case: `M.D.` is `MD`. */
function degreeOf(word: string): string {
  return word.replace(/\./g, '').toUpperCase();
}

/** Degrees whose holders are called doctor. */
const doctorates: ReadonlySet<string> = new Set(
  'MD DO PHD DPM DDS DMD DC DNP PSYD PHARMD DPT OD EDD DRPH SCD MBBS'.split(' '),
);

/** The words of a name that are names, in small letters and without accents, possessives or what stands before and behind it: `marquez` of *Ms. Marquez's*. */
export function nameWords(name: string): string[] {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[\s,.()/"“”-]+/)
    .map((word) =>
      word
        .replace(/['’]s?$/, '')
        .replace(/[’]/g, "'")
        .toLowerCase(),
    )
    .filter((word) => word.length > 1 && !notNames.test(word) && !behindName.test(word));
}

/** Titles, and words that stand where a name is asked for and there is none. */
const notNames =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|the|of|and|my|a|an|to|for|patient|self|same|none|dear|medical|director|reviewer|department|appeals?|claims?|de|la|van|von)$/;
