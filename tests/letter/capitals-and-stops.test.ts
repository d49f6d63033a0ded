import { expect, test } from 'vitest';
import { printed } from '../support/printed.js';

// The first word of a sentence, abbreviations and the place of a full stop beside quotation marks: U.S. Government Publishing Office Style
// Manual, 2016, chapters 3, 8 and 9. Words whose first letter is small by themselves (pH, mRNA): the same, chapter 3, and AMA Manual of Style,
// 11th edition, chapter 10.

/** Values that begin with a capital at a sentence's beginning. */
const CAPITAL = list(`
  pain | low back pain | chronic migraine without aura | a rash | an ache | the knee | both knees | left hip | right shoulder | bilateral hearing loss | severe asthma | moderate pain | mild edema
  type 2 diabetes | stage 3 kidney disease | grade 2 | home health | hospital bed | manual wheelchair | power wheelchair | cane | walker | crutches | oxygen | insulin pump | continuous glucose monitor
  erenumab | topiramate 100 mg daily | gabapentin | physical therapy, 24 visits | occupational therapy | speech therapy | surgery | radiation | proton therapy | genetic testing
  throbbing headache on 18 days a month | nausea with most attacks | sensitivity to light | loss of balance | falls | fatigue | weakness | numbness in both feet | tingling | cramps | spasms | tremor
  walking | standing | climbing stairs | bathing | dressing | sleeping through the night | driving | working | lifting more than 10 pounds | caring for two children | eating | swallowing | speaking
  epileptic seizures | iron deficiency | osteoarthritis | rheumatoid arthritis | lupus | psoriasis | eczema | ulcerative colitis | spinal stenosis | scoliosis | cerebral palsy | muscular dystrophy
  von Willebrand disease | de Quervain tenosynovitis | de novo mutation | in vitro fertilization | in situ carcinoma | ex vivo lung | post hoc | per month | as needed | every day | once a day | twice
  neurology | cardiology | internal medicine | family medicine | pediatrics | urology | oncology | weekly | monthly | daily | nightly | before meals | after surgery | since childhood | until spring
  drug-resistant epilepsy | well-controlled asthma | long-term use | age-related loss | self-catheterization | follow-up visits | on-demand dosing | anti-inflammatory drugs | co-pay | re-evaluation | non-verbal
  “very bad” | ‘worse’ | (mild) pain | "dull" | two drugs | three falls | eight weeks | none | no change | yes | partial relief | worse; better | pain, nausea, and falls | pain (left) | pain: severe | pain! | pain?
  hypertension. | obesity | anemia | sepsis | stroke | cancer | angina | edema | gout | acne | croup | cough | fever | chills | rash | hives | itching | burning | stinging | swelling | stiffness | dizziness | vertigo
  tinnitus | blurred vision | dry eyes | sore throat | hoarseness | wheezing | apnea | snoring | insomnia | anxiety | depression | panic | grief | mania | autism | dementia | delirium | amnesia | aphasia | ataxia
`);

/** Values that stay as they are: the first word is a name, a symbol, a number, one letter, or has capitals or numbers in it. */
const AS_GIVEN = list(`
  pH of 7 | mRNA vaccine | eGFR of 30 | tRNA | rRNA | siRNA | cDNA | dsDNA | miRNA | lncRNA | iPhone | iPad | eHealth | mTOR inhibitor | kVp of 80 | mmHg | mEq | mL | dB | kPa | kDa | pCO2 | pO2 | aPTT | aVF | hCG | bFGF | bFFE | ePrescribing
  l-thyroxine | n-butyl | p-value | x-ray | t-test | d-dimer | e-mail | c-section | m-health | o-ring | s-shape | z-score | f-wave | b-cell | k-wire | i-gel | h-reflex | r-value | u-bolt | v-tach | w-plasty | y-axis | g-tube | j-tube | q-wave
  a1c of 9 | b12 | k0861 | m54.16 | j1745 | t4 | h2 | c5 | l5-s1 | f32.1 | g43.719 | p53 | cyp2d6 | brca1 | her2 | cd4 | il-17 | o2 | co2 | q12h | x8 | v600e | s1 | d3 | e11 | n18.6 | u-100 | z79.4
  3 attacks | 0.5 mL | 18 days | 24/7 | 2nd dose | 10-fold | 1,000 | $40 | 80% | ±5 | <10 | ≥8 | +1 | -2 | ~5 | #3 | §3 | α-blocker | β-thalassemia | γ-globin | μ-opioid | www.example.org | example.org | care@example.org
  Pain | MRI | COPD | HIV | McDonald | iSTAT | eBay | pain/nausea | and/or | he/she | mg/dL | o’clock | d’Ascoli | l’Hermitte | x | b | 5 | ? | – | … | e.g. pain | i.e. pain | p.r.n. | b.i.d. | q.d. | t.i.d. | a.m. | p.m.
  Crohn disease | Achilles | Parkinson | Babinski | American | Spanish | Monday | March | Medicare | Tylenol | Humira | Botox | ICD-10 | CPT | L-thyroxine | X-ray | B cells | T-score | U-100 | V-shaped | Á | Über | Édema | İ | ǅ | ŉ | ß | ﬁ
`);

/** Values with what the sentence *So VALUE.* ends in. */
const STOPS: readonly (readonly [string, string])[] = [
  ...list(`
    pain | pain and falls | 5 mg | 8 of 10 | 30% | 31.4 | 0.5 | M54.16 | 64483 | K0861 | COPD | MRI | HIV | L5 | B12 | 2024 | March 2024 | at night | (mild) | “bad” | ‘bad’ | "bad" | 'bad' | pain… | pain — | pain? | pain! | “Why?” | Why?!
    yes | no | none | it | a | I | home | 24/7 | 80 kg | 37 °C | 120/80 | +2 | ±5 | §3 | 505-555-0142 | care@example.org | example.org | SAMPLE-0004 | 1234567893 | 2026-11-20 | Ann Lee | Ann Lee, MD | Rio Vista | é | ü | ñ
    one, two | one; two | one: two | one/two | one-two | one–two | one (two) | one “two” | one ‘two’ | p-value | T-score | half a day | one third | two-thirds | first | 2nd | III | iv | alpha | β | γ | μ | Ω | ½ | ² | ° | % | & | @ | #
    walker | wheelchair | oxygen | bed | pump | brace | cane | nurse | aide | therapy | surgery | test | drug | dose | week | month | year | day | hour | visit | call | letter | form | code | plan | card | page | line | word | name
  `).map((value) => [value, `${value}.`] as const),
  ...list(`
    pain. | It hurts. | 5 mg. | M54.16. | COPD. | in 2024. | Jr. | Sr. | Ann Lee Jr. | Bo Li Sr. | Acme Inc. | Acme Ltd. | Acme Co. | Acme Corp. | M.D. | Ann Lee, M.D. | Ph.D. | D.O. | R.N. | Pharm.D. | U.S. | N.M. | D.C. | a.m. | 9 a.m. | 5 p.m.
    b.i.d. | t.i.d. | q.d. | p.r.n. | p.o. | etc. | walkers, etc. | et al. | i.e. | e.g. | approx. | vs. | No. | St. | Ave. | Blvd. | Dept. | Tel. | ext. | Jan. | Dec. | J. | J. Q. | plan B. | vitamin D. | (It hurts.) pain. | one. two. | one; two. | 1. | 0.5. | 31.4.
    “No.” | “It hurts.” | ‘It hurts.’ | "It hurts." | 'It hurts.' | It said “no.” | It said ‘no.’ | She said, “Yes.” | “pain etc.” | “Ann Lee Jr.” | “U.S.” | He wrote “M.D.” | the word "is." | the word 'is.' | … and so on. | well... | so on... | pain.. | etc.. | Jr..
    x. | I. | me. | it. | no. | yes. | none. | 24/7. | 80 kg. | 37 °C. | 120/80. | 30%. | +2. | “a.” | “5.” | “B12.” | é. | ü. | β. | ½.
  `).map((value) => [value, value] as const),
];

test('the lists are long enough to say something', () => {
  expect(new Set([...CAPITAL, ...AS_GIVEN]).size).toBeGreaterThan(300);
  expect(new Set(STOPS.map(([value]) => value)).size).toBeGreaterThan(200);
});

test('a value begins a sentence with a capital', () => {
  const wanted = CAPITAL.map((value) => value.replace(/\p{L}/u, (letter) => letter.toUpperCase()));
  expect(printedEach(CAPITAL, (blank) => `${blank} is so`)).toEqual(wanted.map((value) => `${value} is so`));
});

test('but names, symbols, numbers and what has capitals or numbers in it stay as given', () => {
  expect(printedEach(AS_GIVEN, (blank) => `${blank} is so`)).toEqual(AS_GIVEN.map((value) => `${value} is so`));
});

test('a name that ends in a capital stays small, though it is written OnabotulinumtoxinA there', () => {
  expect(printedEach(['onabotulinumtoxinA'], (blank) => `${blank} is so`)).toEqual(['onabotulinumtoxinA is so']);
});

test('within a sentence every value stays as given', () => {
  const all = [...CAPITAL, ...AS_GIVEN];
  expect(printedEach(all, (blank) => `So ${blank} is`)).toEqual(all.map((value) => `So ${value} is`));
});

test('a sentence ends in one full stop', () => {
  const values = STOPS.map(([value]) => value);
  expect(printedEach(values, (blank) => `So ${blank}.`)).toEqual(STOPS.map(([, result]) => `So ${result}`));
});

test('a value’s own full stop stays where the sentence’s does not follow it', () => {
  const values = STOPS.map(([value]) => value);
  expect(printedEach(values, (blank) => `So ${blank} it is`)).toEqual(values.map((value) => `So ${value} it is`));
});

/** What each value prints in a paragraph of its own. */
function printedEach(values: readonly string[], paragraph: (blank: string) => string): string[] {
  const name = (index: number) =>
    `item${'abcdefghij'.charAt(index / 100)}${'abcdefghij'.charAt((index / 10) % 10)}${'abcdefghij'.charAt(index % 10)}`;
  const declared = values.map((_, index) => `${name(index)} (text): A value.`).join('\n');
  const body = values.map((_, index) => paragraph(`[${name(index)}]`)).join('\n\n');
  const given = values.map((value, index) => `${name(index)}: ${value}`).join('\n');
  return printed(`case t\n${given}\n---`, { 't.lmn': `template t\n${declared}\n---\n${body}\n` }).split('\n\n');
}

/** Entries between bars. */
function list(entries: string): string[] {
  return entries.trim().split(/\s+\|\s+|\n\s*/);
}
