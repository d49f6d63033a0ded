import type { Pronouns } from './pronouns.js';

/** Who is spoken of as *he*, as *she*, or as either. */
export type Spoken = Exclude<Pronouns, 'they'> | 'either';

/** Relatives and others who may be spoken of in any part of a letter once they were named. */
const RELATIVES = {
  she: `mother mom mum mama mommy grandmother grandma aunt sister daughter wife girlfriend niece stepmother stepdaughter granddaughter widow fiancée godmother
    mother-in-law daughter-in-law sister-in-law`,
  he: `father dad papa daddy grandfather grandpa uncle brother son husband boyfriend nephew stepfather stepson grandson widower fiancé godfather
    father-in-law son-in-law brother-in-law`,
};

/** Who may be meant by a pronoun near by: other people, and words for anybody. */
const OTHERS = {
  she: 'woman women girl girls lady ladies female females mothers sisters daughters aunts',
  he: 'man men boy boys gentleman gentlemen male males fathers brothers sons uncles',
  either: `parent guardian spouse partner sibling twin cousin caregiver caretaker carer relative friend roommate neighbor attendant aide companion nurse physician
    doctor dr surgeon specialist therapist clinician practitioner provider prescriber hospitalist internist pediatrician psychologist psychiatrist dietitian
    nutritionist pharmacist technician technologist trainer evaluator examiner reviewer director interpreter counselor coordinator assistant midwife dentist
    audiologist radiologist teacher employer boss supervisor manager coworker colleague attorney lawyer advocate someone somebody anyone anybody
    everyone nobody participant subject donor sponsor subscriber newborn fetus infant person individual consultant hygienist paramedic worker driver
    instructor coach chaplain orthotist prosthetist student resident fellow professor author investigator representative administrator`,
};

const words = (list: string): string[] => list.trim().split(/\s+/);

const relatives = new Map<string, Spoken>([
  ...words(RELATIVES.she).map((word): [string, Spoken] => [word, 'she']),
  ...words(RELATIVES.he).map((word): [string, Spoken] => [word, 'he']),
]);

const others = new Map<string, Spoken>([
  ...words(OTHERS.she).map((word): [string, Spoken] => [word, 'she']),
  ...words(OTHERS.he).map((word): [string, Spoken] => [word, 'he']),
  ...words(OTHERS.either).map((word): [string, Spoken] => [word, 'either']),
]);

/** *a patient*, *each patient*: not the one whom the letter is about. */
const ANY_PATIENT = /^(?:an?|another|any|each|every|other|some|no|one)$/i;

/** Describes the patient: *a 58-year-old woman*. */
const OF_AGE =
  /\b(?:year|month|week|day)s?[- ]old\s(?:[\p{L}-]{1,20}\s){0,2}$|\b[yY]\/?\.?o\.?\s(?:[\p{L}-]{1,20}\s){0,2}$/u;

/** What a writer says of the own role: *As the clinician who treats …*. */
const AS_WRITER = /\b(?:as|am|i am|i'm)\s(?:an?|the|his|her|their|your|this patient's)\s(?:[\p{L}’'-]{1,24}\s){0,4}$/iu;

/** Physicians by their field: *neurologist*, *physiatrist*, *podiatrist*. */
const OF_A_FIELD = /(?:ologist|iatrist|iatrician|opath|tomist)$/;

/** How far back is looked at what stands before a word. */
const before = 80;

export interface Mentioned {
  /** Relatives: once named, they may be spoken of anywhere. */
  readonly relatives: ReadonlySet<Spoken>;
  /** All people near by. */
  readonly anybody: ReadonlySet<Spoken>;
}

/** Who stands in a text beside the patient. A word that describes the patient by age, or the writer by role, is nobody else. */
export function peopleIn(text: string): Mentioned {
  const kin = new Set<Spoken>();
  const anybody = new Set<Spoken>();
  for (const { 0: word, index } of text.matchAll(/[\p{L}][\p{L}’'-]*/gu)) {
    const plain = word.toLowerCase().replace(/['’]s?$/, '');
    const relative = relatives.get(plain);
    if (relative) {
      kin.add(relative);
      anybody.add(relative);
      continue;
    }
    const one = plain.replace(/s$/, '');
    const other = others.get(plain) ?? others.get(one) ?? (OF_A_FIELD.test(one) ? 'either' : undefined);
    const isPatient = plain === 'patient';
    if (!other && !isPatient) continue;
    const said = text.slice(Math.max(0, index - before), index);
    if (isPatient) {
      const [near = ''] = /(?:[\p{L}-]{1,20} ){1,3}$/u.exec(said) ?? [];
      if (near.split(' ').some((one) => ANY_PATIENT.test(one)) && !AS_WRITER.test(said)) anybody.add('either');
    } else if (other && !(other === 'either' ? AS_WRITER : OF_AGE).test(said)) anybody.add(other);
  }
  return { relatives: kin, anybody };
}
