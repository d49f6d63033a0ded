// What the letters of the corpus are made of. Every person, practice and payer is invented.

export const firstNames = [
  'Ana',
  'Bela',
  'Carl',
  'Dora',
  'Elio',
  'Fern',
  'Gita',
  'Hugo',
  'Iris',
  'Joel',
  'Kira',
  'Liam',
  'Mona',
  'Nils',
  'Opal',
  'Piet',
];
export const lastNames = [
  'Abbot',
  'Brandt',
  'Castle',
  'Dorsey',
  'Ellery',
  'Fonseca',
  'Garland',
  'Hollis',
  'Ibarra',
  'Jansen',
  'Kessler',
  'Lindqvist',
  'Moreau',
];
export const payers = [
  'Blue Mesa Health Plan',
  'Juniper Mutual',
  'Cedar Ridge Health',
  'Harbor Light Insurance',
  'Summit Trail PPO',
  'Prairie Star HMO',
];
export const practices = [
  'Mesa Pain Clinic',
  'Rio Vista Neurology',
  'Cottonwood Rheumatology',
  'High Desert Dermatology',
  'Turquoise Trail Medical Group',
];
export const departments = ['Utilization Review', 'Prior Authorization', 'Medical Management'];
export const towns = [
  ['Albuquerque', '87196'],
  ['Santa Fe', '87504'],
  ['Las Cruces', '88004'],
  ['Taos', '87571'],
];

/** Each with the treatments that are asked for it. */
export const conditions = [
  { code: 'M54.16', name: 'lumbar radiculopathy', specialty: 'pain medicine', treatments: ['epidural'] },
  {
    code: 'G43.719',
    name: 'intractable chronic migraine without aura',
    specialty: 'neurology',
    treatments: ['erenumab'],
  },
  { code: 'L40.0', name: 'plaque psoriasis', specialty: 'dermatology', treatments: ['adalimumab'] },
  { code: 'K50.90', name: "Crohn's disease", specialty: 'gastroenterology', treatments: ['vedolizumab', 'adalimumab'] },
  { code: 'J45.50', name: 'severe persistent asthma', specialty: 'pulmonology', treatments: ['dupilumab'] },
  { code: 'L20.9', name: 'atopic dermatitis', specialty: 'dermatology', treatments: ['dupilumab'] },
  {
    code: 'M05.79',
    name: 'rheumatoid arthritis of several joints',
    specialty: 'rheumatology',
    treatments: ['adalimumab'],
  },
];
export const treatments = {
  erenumab: {
    name: 'erenumab',
    code: 'J3590',
    dose: '140 mg',
    route: 'by subcutaneous injection',
    frequency: 'once a month',
    quantity: '12 autoinjectors',
  },
  dupilumab: {
    name: 'dupilumab',
    code: 'J3590',
    dose: '300 mg',
    route: 'by subcutaneous injection',
    frequency: 'every two weeks',
    quantity: '26 syringes',
  },
  vedolizumab: {
    name: 'vedolizumab',
    code: 'J3380',
    dose: '300 mg',
    route: 'by infusion',
    frequency: 'every eight weeks',
    quantity: 'seven infusions',
  },
  adalimumab: {
    name: 'adalimumab',
    code: 'J3590',
    dose: '40 mg',
    route: 'by subcutaneous injection',
    frequency: 'every two weeks',
    quantity: '26 pens',
  },
  epidural: {
    name: 'epidural steroid injection',
    code: '62323',
    dose: '80 mg',
    route: 'by injection',
    frequency: 'every three months',
    quantity: 'three injections',
  },
};
export const tried = [
  'Gabapentin 300 mg three times daily',
  'Topiramate 100 mg daily',
  'Methotrexate 15 mg weekly',
  'Physical therapy, 24 visits',
  'Prednisone taper from 40 mg',
  'Amitriptyline 50 mg nightly',
  'Duloxetine 60 mg daily',
  'Naproxen 500 mg twice daily',
  'Behavioral therapy, 12 sessions',
];
export const outcomes = [
  ['ineffective', 'no change after a full course'],
  ['partially effective', 'the gain lasted less than a month'],
  ['not tolerated', 'drowsiness that made driving unsafe'],
  ['contraindicated', 'interaction with a medication that must go on'],
];
export const symptoms = [
  'fatigue that lasts all day',
  'pain at night',
  'nausea on most mornings',
  'stiffness for two hours after waking',
  'shortness of breath on stairs',
  'itching that breaks sleep',
  'numbness in both feet',
];
export const limitations = [
  'standing for more than 20 minutes',
  'carrying a child',
  'typing for a full morning',
  'sleeping through the night',
  'climbing one flight of stairs',
  'driving after dark',
];
export const tests = [
  'Magnetic resonance imaging of the spine',
  'Complete blood count',
  'Symptom diary',
  'Pulmonary function test',
  'Disability questionnaire',
  'Physical examination',
];
export const results = [
  'clearly worse than a year ago',
  'score 46 of 60, which means severe disability',
  'within the range that the guideline treats',
  'moderate inflammation',
  'no other cause found',
];
export const consequences = [
  'losing the ability to work',
  'a hospital stay',
  'lasting damage to the joints',
  'emergency visits at night',
  'overuse of rescue medication',
];
export const enclosures = [
  'Progress notes',
  'Laboratory reports',
  'Pharmacy records',
  'Imaging report',
  'Symptom diary',
];
export const studies = [
  {
    key: 'harlow2021',
    title: 'Long-term control in patients with two failed treatments',
    journal: 'J Sample Med',
    year: 2021,
    volume: '12',
    pages: '101-110',
    authors: 'Harlow A, Quine B',
  },
  {
    key: 'mercer2023',
    title: 'Outcomes after twelve months of continued therapy',
    journal: 'Ann Sample Ther',
    year: 2023,
    volume: '8',
    pages: '44-52',
    authors: 'Mercer C, Vale D, Orr E',
  },
  {
    key: 'okoro2024',
    title: 'A guideline for care when first choices fail',
    journal: 'Sample Guidel',
    year: 2024,
    volume: '3',
    pages: '1-19',
    authors: 'Okoro F',
  },
];

export const careStarts = ['May 2025', '2023', '2025-04-12', 'June 2024'];

/** Fields that templates declare of their own: name, help, values. */
export const ownFields = [
  [
    'goal of treatment',
    'What the treatment should achieve, in words that fit after "is".',
    [
      'a return to full-time work',
      'sleep without waking from pain',
      'fewer than four bad days a month',
      'walking half a mile without a stop',
    ],
  ],
  [
    'home situation',
    'Who lives with the patient and can help.',
    ['lives alone', 'lives with two small children', 'lives with a spouse who works at night'],
  ],
  [
    'work situation',
    'What the patient does for a living, and what is in the way.',
    ['on leave from work as a teacher', 'working half days as a clerk', 'unable to drive a delivery route'],
  ],
  [
    'expected course',
    'What will happen without the treatment, in words that fit after "expect".',
    ['a slow loss of strength', 'the need for surgery within a year', 'three or more emergency visits'],
  ],
];

/** Prose of templates, by the section's role; placeholders are the standard vocabulary's. */
export const templateProse = {
  opening: [
    'I am writing to ask that you cover [treatment requested] for my patient, [patient name], who has been in my care for [duration of care].',
    'On behalf of my patient, [patient name], I request approval of [treatment requested]{, [treatment requested dose]}. I have treated [them] for [duration of care].',
    'Please accept this letter as a request for [treatment requested] for [patient name], my patient for [duration of care].',
  ],
  history: [
    '[Patient name] is a [patient age]-year-old with a history of [diagnosis]{ since [diagnosis onset]}.',
    '[They have] lived with [diagnosis]{ since [diagnosis onset]}, which began to limit [their] days well before that visit.',
    'At the last visit{, on [last visit],} [their] condition had not improved.',
    'The record shows steady follow-up, and every step was taken in the order that guidelines give.',
    '[Their] chart documents each visit, each dose and each reason for a change.',
  ],
  condition: [
    '[Patient name] has been diagnosed with **[diagnosis]** (ICD-10-CM code [diagnosis code]){, which is [diagnosis severity]}.',
    '[Their] current symptoms are [symptom]. These limit daily life, including [limitation].',
    'At home, the patient [home situation]; as to work, the patient is [work situation].',
    'None of these symptoms has another explanation, and *none* of them has gone away.',
  ],
  treatment: [
    'I recommend [treatment requested]{, [treatment requested dose]}{, [treatment requested route]}{, [treatment requested frequency]}{, for [treatment requested duration]}{ ([treatment requested quantity] in all)}.',
    'The goal is [goal of treatment], and progress will be measured at every visit.',
    'The plan is reviewed after three months; without a clear gain, treatment ends.',
  ],
  evidence: [
    'The use of [treatment requested] in patients with [diagnosis] is supported by published studies [evidence citation].',
    'Published evidence [evidence citation] supports this course for patients whose first treatments failed.',
  ],
  consequences: [
    'Without this treatment, [patient name] is at risk of [consequence]. I expect [expected course].',
    'A delay puts [them] at risk of [consequence], and I expect [expected course] if nothing changes.',
  ],
  qualifications: [
    'I practice [provider specialty] and have treated patients with [diagnosis] for [provider years of experience] years.',
    'My practice is [provider specialty]; I have cared for patients with this condition for [provider years of experience] years.',
  ],
  closing: [
    'In conclusion, I ask that you approve [treatment requested] for [patient name]. It is medically necessary to manage [their] condition.',
    'For these reasons I ask you to approve [treatment requested] without delay; it is necessary for [patient name] and for no convenience of mine.',
  ],
};

/** Prose of cases: what a writer says of one patient. `{n}` becomes a number. */
export const caseProse = [
  '[Patient name] has kept every appointment in the past {n} months and has brought a diary to each of them.',
  'Over {n} weeks of supervised exercise, [they were] able to walk a little farther, but the pain came back within days of stopping.',
  'I reviewed {n} pages of outside records; they agree with what [they] told me and with what I found.',
  'Two earlier treatments were stopped for good reason, and a third of the same class would repeat the risk.',
  'The dose was raised {n} times before side effects made a further increase unsafe.',
  '[Their] weight has fallen by {n} pounds since the last request, which worries me more than any single result.',
  'A cheaper choice was considered, **and tried**, before this request was made.',
  'The family helps where it can; even so, [they have] missed {n} days of work since spring.',
  'Studies in patients like this one [@{key}] show a gain that lasts at least {n} months.',
  'On examination, strength was reduced on the left side, and reflexes were slow at {n} of the sites tested.',
  'The choice of [treatment requested] follows from this history, not from a preference for something new.',
  'More of the same would cost more in the end: {n} emergency visits last year came from poor control alone.',
  'As [published guidance](https://example.org/guidance/{n}) advises, treatment is reviewed at every visit.',
  'I have explained the risks, and [they] would like to go ahead as soon as {n} days from approval.',
];

export const caseLists = [
  ['- sleep: {n} hours on a good night', '- walking: {n} minutes before a rest', '- work: half days at most'],
  [
    '| Measure | Start | Now |',
    '| --- | --- | --- |',
    '| Pain, 0 to 10 | 8 | {n} |',
    '| Bad days a month | 22 | {n} |',
  ],
  [
    '1. The diary is kept every day.',
    '2. It is read at each visit, {n} minutes at least.',
    '3. The dose changes only then.',
  ],
];
