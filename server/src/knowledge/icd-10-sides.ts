import { canonicalIcd10 } from './codes.js';
import type { Side } from './sides.js';

/** What a character at one place of a code says. */
type Sides = Readonly<Record<string, Side>>;

const plain: Sides = { '1': 'right', '2': 'left', '3': 'bilateral' };
/** Where 3 is another bone or kind. */
const sided: Sides = { '1': 'right', '2': 'left' };
/** Of paralysis: on the dominant side, then on the other one. */
const dominant: Sides = { '1': 'right', '2': 'left', '3': 'right', '4': 'left' };
const both: Sides = { '': 'bilateral' };

/** Codes without their dot, the index of the character that says the side, and what it says where not the usual. */
const FAMILIES: readonly (readonly [codes: RegExp, at: number, sides?: Sides])[] = [
  // Neoplasms
  [/^C(?:56|6[456])/, 3],
  [/^C(?:34[01389]|40[0-3]|47[12]|49[12]|57[0]|62[019]|69[0-9]|76[45])|^D05/, 4],
  [/^C50[0-689][12]/, 5],
  // Eye complications of diabetes
  [/^E(?:08|09|10|11|13)3(?:[2-5][0-9]|7X)/, 6],
  // Nerves
  [/^G(?:5[67][0-9]|513)/, 4],
  [/^G(?:81[0-9]|83[123])/, 4, dominant],
  [/^G905[12]/, 5],
  [/^I69[0-9][345]/, 5, dominant],
  // Eye and ear
  [/^H(?:25[12]|341|431)/, 4],
  [/^H(?:024[0-3]|0412|25(?:0[1349]|81)|330[0-9]|348[1-3]|35(?:05|3[12])|40(?:0[1-6]|1[1-4])|186[0-2]|4381)/, 5],
  [/^H(?:90[147]|91[0129]|931)/, 4],
  [/^H90A[123]/, 5],
  [/^H90[036]$/, 4, both],
  // Vessels
  [/^I83[012]/, 4],
  [/^I(?:83[89][0-9]|702[12]|82[45][0-9YZ]|826[0-2])/, 5],
  [/^I702(?=[34])/, 4, { '3': 'right', '4': 'left' }],
  // Skin
  [/^L(?:97[1-589]|89[02356])/, 4],
  // Joints: the fifth character is the joint, the sixth the side
  [/^M(?:0[0-25-8]|1[0-4]|19|2[145])[0-9X][1-7]/, 5, sided],
  [/^M(?:16[135]|17[13]|18[135]|20[1-6]|22[0149]|70[2-7]|75[023-589]|76[0-7]|77[0-5])/, 4],
  [/^M(?:16[0246]|17[024]|18[024])$/, 4, both],
  [/^M(?:751[0-2]|76[8][129]|22[238]X|653[0-9])/, 5],
  [/^M79(?:60|6[2-7])/, 5, { '1': 'right', '2': 'left', '4': 'right', '5': 'left' }],
  // Breast, congenital
  [/^N63(?=[12])/, 3],
  [/^N(?:60[0-9]|63[34])|^Q(?:650|660)/, 4],
  // Injuries; those of fingers and toes, and of a meniscus, count otherwise
  [/^S(?:42[2-4]|46[0-9]|52[0-9]|72[0-9]|82[0-9]|83[45]|86[0-9]|934)[0-9]/, 5, sided],
  // What is lost or replaced
  [/^Z901/, 4],
  [/^Z(?:89[0-6][0-9]|966[1-6])/, 5],
];

/**
 * The side that an ICD-10-CM code says by one of its characters; undefined for codes of no side or an unspecified one, and for families of which that
 * is not known here. Source: ICD-10-CM, tabular list, fiscal year 2026 (CDC and CMS); Official Guidelines, section I.B.13.
 */
export function sideOfIcd10(text: string): Side | undefined {
  const code = canonicalIcd10(text)?.replace('.', '');
  if (code === undefined) return undefined;
  const family = FAMILIES.find(([codes]) => codes.test(code));
  return family && (family[2] ?? plain)[code.charAt(family[1])];
}
