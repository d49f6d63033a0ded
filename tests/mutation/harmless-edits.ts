import { formatDate } from '../../server/src/knowledge/dates.js';
import { type BaseCase, type Changed, factsNamed, put, valueOf, withProse, withValue } from './base-case.js';

/** A change after which the letter is as right as before. */
export interface HarmlessEdit {
  readonly id: string;
  readonly edit: (base: BaseCase) => readonly Changed[];
}

const prose = (id: string, sentences: readonly string[] | ((base: BaseCase) => readonly string[])): HarmlessEdit => ({
  id,
  edit: (base) =>
    (typeof sentences === 'function' ? sentences(base) : sentences).flatMap((sentence) => withProse(base, sentence)),
});

const names = [
  'Siobhán O’Connor-Ní Dhuibh',
  'Nguyễn Thị Hồng',
  'José María de la Cruz',
  'Ludwig van der Meer',
  'Xi Li',
  'Mary Ann Will',
  'Aaliyah Abdul-Rahman',
  'Jean-Luc St. James',
  'Grace Hope',
  'Mark Long',
  'Şükrü Öztürk',
  'Bo Ek',
];

/** The patient under another name, everywhere. */
function renamed(base: BaseCase): readonly Changed[] {
  const [fact] = factsNamed(base, 'patient.name');
  if (!fact) return [];
  const old = fact.value;
  const last = old.split(' ').at(-1) ?? old;
  return names.map((name) => {
    const text = base.lines
      .join('\n')
      .replaceAll(old, name)
      .replaceAll(last, name.split(' ').at(-1) ?? name);
    return { text: `${text}\n`, lines: [] };
  });
}

const clinicians = [
  'Ngozi Okonkwo-Adeyemi',
  'Thùy Linh Trần',
  'Paul Young',
  'May Day',
  'Erik Åkesson',
  'D’Angelo Price',
  'Rose Early',
  'Art Weeks',
];

export const harmlessEdits: readonly HarmlessEdit[] = [
  { id: 'other name', edit: renamed },
  {
    id: 'other clinician',
    edit: (base) =>
      factsNamed(base, 'provider.name').flatMap((fact) => clinicians.map((name) => withValue(base, fact, name))),
  },
  {
    id: 'comment',
    edit: (base) =>
      base.facts
        .filter(({ record }) => record === '')
        .map((fact) =>
          put(base, fact.line, 0, ['// checked with the chart on Monday: all XX are filled in, he/she too']),
        ),
  },
  {
    id: 'blank line',
    edit: (base) => base.facts.filter(({ record }) => record === '').map((fact) => put(base, fact.line, 0, [''])),
  },
  {
    id: 'date written out',
    edit: (base) =>
      base.facts.flatMap((fact) => {
        const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(fact.value) ?? [];
        if (year === '') return [];
        const date = { year: Number(year), month: Number(month), day: Number(day) };
        return [formatDate(date, 'long'), formatDate(date, 'us')].map((value) => withValue(base, fact, value));
      }),
  },
  {
    id: 'spaces',
    edit: (base) =>
      base.facts
        .filter(({ value }) => value !== '')
        .map((fact) => put(base, fact.line, 1, [(base.lines[fact.line] ?? '').replace(': ', ':   ')])),
  },
  {
    id: 'capitals of a name',
    edit: (base) =>
      base.facts
        .filter(({ name }) => name !== 'for')
        .map((fact) =>
          put(base, fact.line, 1, [
            (base.lines[fact.line] ?? '').replace(
              fact.name,
              fact.name.replace(/^[a-z]/, (one) => one.toUpperCase()),
            ),
          ]),
        ),
  },
  { id: 'line ends of Windows', edit: (base) => [{ text: `${base.lines.join('\r\n')}\r\n`, lines: [] }] },
  prose('reworded', [
    'The plan covers this.',
    'Nothing else has been of lasting use.',
    'I have explained the risks and the other choices.',
    'Without it, the next months would be hard.',
    'The course so far speaks for it.',
    'This has been so since the first visit.',
    'Please call me with any question.',
    'It was well tolerated (see the enclosed notes).',
    'That that is so was shown at the last visit.',
    'The patient had had no fever before.',
    'What the plan asks for is given above: each point, in its order.',
  ]),
  prose('relatives', [
    'A daughter, who is 34 years old, drives to each visit.',
    'The patient’s mother had breast cancer at 45.',
    'The patient’s father died of a stroke when he was 61 years old.',
    'A brother, Mr. Daniel Orr, helps on weekends; he works nights.',
    'The wife of the neighbor brings groceries, and she can stay for an hour.',
    'A son aged 12 and a daughter aged 9 live in the house.',
    'The patient’s sister says that she has seen the change herself.',
  ]),
  prose('trials', [
    'In a trial of 318 adults aged 45 to 67, half improved.',
    'The study followed 45-year-old men for ten years.',
    'Of patients over 65 years of age, one in three improved.',
    'Women aged 18 to 44 years took part; each kept her own doctor.',
    'One patient in the report, a 23-year-old man, regained his strength.',
    'A 2019 guideline advises it for adults 18 years and older.',
  ]),
  prose('other people', [
    'Dr. Amara Chen agreed with the plan.',
    'Dr. Nguyễn’s report of the test is enclosed.',
    'I spoke with Ms. Orr of the plan’s member services.',
    'The reviewer, Dr. Paul Young, did not call back.',
    'Parkinson disease and Crohn disease were ruled out.',
    'The Mayo Clinic and Johns Hopkins offer the same treatment.',
    'The physical therapist, Mr. Lee, wrote that he saw no progress.',
  ]),
  prose('quotations', [
    'The notice says: "He is a 45-year-old man without need."',
    'The policy reads “the member’s condition and his or her function”.',
    'The notice of the plan speaks of "Mrs. Smith" by mistake.',
    'The note says “pt c/o LBP”.',
  ]),
  prose('past', [
    'At age 12 the patient broke an arm.',
    'It began in childhood and came back twenty years later.',
    'In 2015 the first tests were normal.',
    'From March to May the dose was raised twice.',
    'For the last three years there was no other way.',
  ]),
  prose('sides', [
    'Both arms were examined.',
    'Strength was equal on the left and right.',
    'The bilateral findings are old.',
    'What is left of the supply lasts a week.',
    'The patient has the right to appeal.',
    'The right-handed grip was tested first.',
  ]),
  prose('signs', [
    'The dose is 10 mg, i.e., the usual one.',
    'It is taken at 8 a.m. and 8 p.m., with food, etc.',
    'The result was 6.5 % (normal: below 5.7 %).',
    'The range is 4–6, e.g. 5.',
    'It costs about $1,200 a month; the other costs $900.',
    'The scale (0–10) was used at each visit…',
    'The ratio was 3:1, and p < 0.05.',
    'More than 50 % of the time was spent on counseling.',
    'The MRI, the CT and the FDA label agree.',
    'This is *important* and **urgent**.',
    'See https://example.org/policy for the text.',
    'It is a once-a-day, extended-release tablet.',
    'Vitamin B12, HbA1c and CD4 counts were normal.',
  ]),
  prose('the patient', (base) => {
    const pronoun = valueOf(base, 'patient.pronouns');
    const title = valueOf(base, 'patient.form of address');
    return [
      'It changed [their] life.',
      '[They have] kept every appointment, and [they walk] again.',
      '[Patient name] and I have talked it over.',
      ...(title === undefined ? [] : [`${title} agrees with this plan.`]),
      ...(pronoun === 'she' ? ['She agrees with this plan, and her family does too.'] : []),
      ...(pronoun === 'he' ? ['He agrees with this plan, and his family does too.'] : []),
      '[Patient name], [patient age] years old, wishes to go on.',
    ];
  }),
  {
    id: 'form of address',
    edit: (base) => {
      const [title = '', surname = ''] = (valueOf(base, 'patient.form of address') ?? '').split(' ');
      const [given = ''] = (valueOf(base, 'patient.name') ?? '').split(' ');
      const others =
        surname === '' ? [] : [given, `${title} ${given}`, `${title} ${given} ${surname}`, `${title} ${surname}-Gomez`];
      return factsNamed(base, 'patient.form of address').flatMap((fact) =>
        others.map((other) => withValue(base, fact, other)),
      );
    },
  },
  {
    id: 'one more',
    edit: (base) => [
      ...factsNamed(base, 'symptom').map((fact) => put(base, fact.line, 0, ['symptom: poor sleep'])),
      ...factsNamed(base, 'limitation').map((fact) => put(base, fact.line, 0, ['limitation: carrying groceries'])),
      ...factsNamed(base, 'consequence').map((fact) => put(base, fact.line, 0, ['consequence: a fall'])),
    ],
  },
];
