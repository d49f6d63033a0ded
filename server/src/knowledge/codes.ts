import { isOtherCode } from './code-systems.js';
import { passesDeaCheck, passesLoincCheck, passesNpiCheck } from './check-digits.js';
import { defineShape, plainHyphens, withoutLabel, type Shape, type ShapeProblem } from './shape.js';

const shapeProblem = (message: string): ShapeProblem => ({ kind: 'shape', message });

const withoutSpaces = (text: string): string => text.replace(/\s+/g, '');

const upperWithoutSpaces = (text: string): string => withoutSpaces(plainHyphens(text)).toUpperCase();

/**
 * Ten digits, the first 1 or 2, the last a check digit.
 * Source: 45 CFR 162.406; CMS, National Provider Identifier Standard.
 */
export const npi: Shape = defineShape({
  id: 'npi',
  called: 'an NPI',
  description: 'National Provider Identifier: 10 digits, as in the NPI registry.',
  example: '1234567893',
  longest: 40,
  wrong: 'An NPI is 10 digits and begins with 1 or 2, such as 1234567893.',
  untidy: 'Write the NPI as its 10 digits alone, such as 1234567893.',
  tidy: (value) => withoutSpaces(withoutLabel(plainHyphens(value), 'NPI')).replace(/[-.]/g, ''),
  examine: (value) => {
    if (!/^[12]\d{9}$/.test(value)) return 'wrong';
    if (passesNpiCheck(value)) return undefined;
    const message =
      'This NPI has a mistyped digit: its check digit does not fit. Copy it from the NPI registry; a right one is 1234567893.';
    return { kind: 'check-digit', message };
  },
});

/**
 * A letter, a digit, a letter or digit, then up to four more, with or without the dot after the third; and the QA0 codes.
 * Source: ICD-10-CM, fiscal year 2026 (CDC and CMS); the pattern takes all 74,719 codes of its list.
 */
const ICD_10 = /^(?:[A-Z][0-9][0-9A-Z]|QA0)(?:\.?[0-9A-Z]{1,4})?$/;

export const icd10: Shape = defineShape({
  id: 'icd-10',
  called: 'an ICD-10-CM code',
  description: 'Diagnosis code of ICD-10-CM: a letter and digits, with the dot after the third character.',
  example: 'M54.16',
  longest: 200,
  wrong: 'An ICD-10 code is a letter, two characters, a dot and up to four more, such as M54.16.',
  untidy: 'Write the ICD-10 code alone and in capitals, such as M54.16.',
  tidy: (value) => upperWithoutSpaces(withoutLabel(withoutLabel(withoutLabel(value, 'ICD-10-CM'), 'ICD-10'), 'ICD10')),
  examine: (value) => {
    const upper = value.toUpperCase();
    // X only holds the place of characters before the seventh: Official Guidelines, section I.A.4. None of the 74,719 codes of 2026 ends in it.
    if (/X$/.test(upper) && ICD_10.test(upper)) {
      return shapeProblem('The ICD-10 code is unfinished: none ends in X. Write its last characters, as in S72.001A.');
    }
    if (ICD_10.test(value)) return undefined;
    if (upper.split(/[\s,;/]+/).filter((part) => ICD_10.test(part)).length > 1) {
      return shapeProblem('Only one ICD-10 code fits here; give every other diagnosis its own record. Example: M54.16');
    }
    if (/^\S+\s/.test(value) && ICD_10.test(upper.replace(/[\s,:].*$/s, ''))) {
      return shapeProblem('Only the ICD-10 code goes here, such as M54.16; write the diagnosis in words as its name.');
    }
    if (/^(?:\d{3}(?:\.\d{1,2})?|V\d{2}\.\d{1,2})$/.test(upper)) {
      return shapeProblem('This looks like an old ICD-9 code; write the ICD-10-CM code, such as M54.16.');
    }
    if (/^[A-Z0-9.]{3,8}-+$/.test(upper)) {
      return shapeProblem(
        'The ICD-10 code is unfinished: a dash stands for its last characters. Write them, as in S72.001A.',
      );
    }
    return 'wrong';
  },
});

/** The code in capitals with its dot, so that `m5416` and `M54.16` compare as equal; `undefined` if it is not of the shape. */
export function canonicalIcd10(text: string): string | undefined {
  const code = upperWithoutSpaces(text);
  if (!ICD_10.test(code)) return undefined;
  const plain = code.replace('.', '');
  return plain.length > 3 ? `${plain.slice(0, 3)}.${plain.slice(3)}` : plain;
}

/**
 * Level II: a letter from A to V and four digits. D codes are the American Dental Association's (`code-systems.ts`); F, I, N and O are not used.
 * Source: CMS, HCPCS Level II; https://en.wikipedia.org/wiki/HCPCS_Level_2 for the letters.
 */
const LEVEL_II = /^[ABCEGHJ-MP-V]\d{4}$/;
/** Level I is CPT: four digits, then a digit or F, T, U or M. Its codes and their texts are the AMA's and do not ship. */
const CPT = /^\d{4}[0-9FTUM]$/;
const MODIFIERS = /^(?:[- ][A-Z0-9]{2}){0,4}$/;

const isHcpcs = (code: string): boolean => LEVEL_II.test(code) || CPT.test(code);
const isHcpcsWithModifiers = (value: string): boolean => isHcpcs(value.slice(0, 5)) && MODIFIERS.test(value.slice(5));

/** HCPCS and CPT are written with or without their name before the code: a payer's reviewer reads either. */
const withoutSystem = (value: string): string => value.replace(/^(?:HCPCS|CPT) (?=\S)/, '');

export const hcpcs: Shape = defineShape({
  id: 'hcpcs',
  called: 'a HCPCS or CPT code',
  description:
    'Code of a service, drug or item: HCPCS (a letter and 4 digits) or CPT (5 characters), modifiers may follow; or CDT, ICD-10-PCS, or "revenue code" and its 4 digits.',
  example: 'J1745',
  longest: 200,
  wrong: 'A HCPCS code is a letter and 4 digits, such as J1745; a CPT code is 5 digits, such as 99213.',
  untidy: 'Write the code in capitals and without anything else, such as J1745 or CPT 99213.',
  tidy: (value) =>
    plainHyphens(value)
      .toUpperCase()
      .replace(/^(HCPCS|CPT)(?: CODE)?[\s:#]+/, '$1 ')
      .replace(/\s+/g, ' ')
      .replace(/ ?- ?/g, '-'),
  examine: (value) => {
    if (isHcpcsWithModifiers(withoutSystem(value)) || isOtherCode(value)) return undefined;
    const upper = value.toUpperCase();
    if (/^(?:NDC\W{1,2})?\d{4,6}-\d{3,4}-\d{1,2}$/.test(upper))
      return shapeProblem('This is a National Drug Code. Write it as "ndc", on a line of its own.');
    if (upper.split(/[\s,;/]+/).filter(isHcpcs).length > 1) {
      return shapeProblem('Only one code fits here; write each code in a place of its own. Example: J1745');
    }
    if (/^\S+\s/.test(value) && isHcpcs(upper.slice(0, 5))) {
      return shapeProblem('Only the code goes here, such as J1745 or 99213; write what it stands for as the name.');
    }
    return 'wrong';
  },
});

/** Whether who wrote a value into a field of HCPCS codes meant a CPT code: it is called so, or begins with a digit and is no NDC. */
export function meansCpt(text: string): boolean {
  const value = plainHyphens(text).trim();
  return /^CPT\b/i.test(value) || (/^\d/.test(value) && !/^\d{4,6}-\d{3,4}-\d{1,2}$/.test(value));
}

export const cpt: Shape = defineShape({
  id: 'cpt',
  called: 'a CPT code',
  description: 'Code of a service in Current Procedural Terminology: 5 characters.',
  example: '99213',
  longest: 40,
  wrong: 'A CPT code is 5 digits, or 4 and one of F, T, U, M, such as 99213 or 0042T.',
  untidy: 'Write the CPT code alone and in capitals, such as 99213 or 0042T.',
  tidy: (value) => upperWithoutSpaces(withoutLabel(value, 'CPT')),
  examine: (value) => (CPT.test(value) ? undefined : 'wrong'),
});

/** The five characters of a code in capitals, without its modifiers; `undefined` if it is not of the shape. */
export function canonicalHcpcs(text: string): string | undefined {
  const value = withoutSystem(plainHyphens(text).trim().toUpperCase());
  return value.length <= 40 && isHcpcsWithModifiers(value) ? value.slice(0, 5) : undefined;
}

/**
 * Labeler, product and package: 4-4-2, 5-3-2, 5-4-1 (10 digits); 5-4-2 (11, as HIPAA transactions have it); 6-3-2, 6-4-1;
 * and 6-4-2 (12 digits), which the FDA requires from March 7, 2033. Source: 91 FR 10749 (2026-03-05); 21 CFR 207.33.
 */
const NDC =
  /^(?:\d{4}-\d{4}-\d{2}|\d{5}-\d{3}-\d{2}|\d{5}-\d{4}-\d{1,2}|\d{6}-\d{3}-\d{2}|\d{6}-\d{4}-\d{1,2}|\d{11}|\d{12})$/;

export const ndc: Shape = defineShape({
  id: 'ndc',
  called: 'an NDC',
  description: 'National Drug Code: the three groups of digits on the package, with their hyphens.',
  example: '0002-1433-80',
  longest: 40,
  wrong: 'An NDC is three groups of digits, as on the package, such as 0002-1433-80 or 00074-4339-02.',
  untidy: 'Write the NDC alone, with plain hyphens, such as 0002-1433-80.',
  tidy: (value) => withoutSpaces(withoutLabel(plainHyphens(value), 'NDC')),
  examine: (value) => {
    if (NDC.test(value)) return undefined;
    if (!/^\d{10}$/.test(value)) return 'wrong';
    const message =
      'Ten digits without hyphens can be several drugs. Write the NDC with its hyphens, such as 0002-1433-80.';
    return { kind: 'ambiguous', message };
  },
});

/** Two letters (the second may be a 9) and seven digits, the last a check digit. Source: see `passesDeaCheck`. */
export const dea: Shape = defineShape({
  id: 'dea',
  called: 'a DEA number',
  description: 'Registration number of the Drug Enforcement Administration: 2 letters and 7 digits.',
  example: 'AP5836727',
  longest: 40,
  wrong: 'A DEA number is 2 letters and 7 digits, such as AP5836727.',
  untidy: 'Write the DEA number alone and in capitals, such as AP5836727.',
  tidy: (value) => upperWithoutSpaces(withoutLabel(value, 'DEA')),
  examine: (value) => {
    if (!/^[A-Z][A-Z9]\d{7}$/.test(value)) return 'wrong';
    if (passesDeaCheck(value.slice(2))) return undefined;
    const message =
      'This DEA number has a mistyped digit: its check digit does not fit. Copy it again; a right one is AP5836727.';
    return { kind: 'check-digit', message };
  },
});

/**
 * Eleven characters without S, L, O, I, B and Z; hyphens are for reading only.
 * Source: CMS, "Understanding the Medicare Beneficiary Identifier (MBI) Format", whose specimen the example is.
 */
const MBI =
  /^[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d-?[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d-?[AC-HJKMNP-RT-Y]{2}\d{2}$/;

export const mbi: Shape = defineShape({
  id: 'mbi',
  called: 'a Medicare number',
  description: 'Medicare Beneficiary Identifier: 11 characters from the red, white and blue card.',
  example: '1EG4-TE5-MK73',
  longest: 40,
  wrong: 'A Medicare number has 11 characters in a fixed order, such as 1EG4-TE5-MK73; it has no S, L, O, I, B or Z.',
  untidy: 'Write the Medicare number alone and in capitals, such as 1EG4-TE5-MK73.',
  tidy: (value) => upperWithoutSpaces(withoutLabel(value, 'MBI')),
  examine: (value) => (MBI.test(value) ? undefined : 'wrong'),
});

/** Source: LOINC Users' Guide, "Calculating Mod 10 Check Digits". */
export const loinc: Shape = defineShape({
  id: 'loinc',
  called: 'a LOINC code',
  description: 'Code of a laboratory test or observation: digits, a hyphen and a check digit.',
  example: '4548-4',
  longest: 40,
  wrong: 'A LOINC code is digits, a hyphen and one digit more, such as 4548-4.',
  untidy: 'Write the LOINC code alone, such as 4548-4.',
  tidy: (value) => withoutSpaces(withoutLabel(plainHyphens(value), 'LOINC')),
  examine: (value) => {
    if (!/^\d{1,7}-\d$/.test(value)) return 'wrong';
    if (passesLoincCheck(value)) return undefined;
    const message =
      'This LOINC code has a mistyped digit: its check digit does not fit. Copy it again; a right one is 4548-4.';
    return { kind: 'check-digit', message };
  },
});

/** The set itself is licensed, so only its form is known here. Source: NUCC Health Care Provider Taxonomy. */
export const taxonomy: Shape = defineShape({
  id: 'taxonomy',
  called: 'a taxonomy code',
  description: "Provider's specialty in the NUCC taxonomy: 10 characters that end in X.",
  example: '207Q00000X',
  longest: 40,
  wrong: 'A taxonomy code has 10 characters and ends in X, such as 207Q00000X.',
  untidy: 'Write the taxonomy code alone and in capitals, such as 207Q00000X.',
  tidy: upperWithoutSpaces,
  examine: (value) => (/^\d{3}[0-9A-Z]{6}X$/.test(value) ? undefined : 'wrong'),
});
