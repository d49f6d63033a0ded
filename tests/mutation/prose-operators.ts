import { type BaseCase, factsNamed, put, valueOf, withProse } from './base-case.js';
import { alsoOn, type Operator } from './operators.js';

const blanks = ['leftover-blank', 'leftover-instruction', 'unknown-placeholder', 'note-in-value'];

function prose(
  id: string,
  source: string,
  rules: readonly string[],
  sentences: readonly string[] | ((base: BaseCase) => readonly string[]),
): Operator {
  return {
    id,
    source,
    rules,
    spoil: (base) =>
      (typeof sentences === 'function' ? sentences(base) : sentences).flatMap((sentence) => withProse(base, sentence)),
  };
}

const surname = (base: BaseCase) => (valueOf(base, 'patient.name') ?? 'Doe').split(' ').at(-1) ?? 'Doe';
const pronoun = (base: BaseCase) => valueOf(base, 'patient.pronouns') ?? 'they';

const RELATED = /\b(?:mother|wife|daughter|sister|father|husband|son|brother|parents?|guardian)\b/i;

/** A gender's words where the patient is of another; where relatives of that gender are named nobody can say. */
function wrongPronouns(base: BaseCase): readonly string[] {
  const head = base.lines.join('\n');
  const women = /\b(?:mother|wife|daughter|sister|aunt|grandmother|she)\b/i.test(head);
  const men = /\b(?:father|husband|son|brother|uncle|grandfather|he)\b/i.test(head);
  if (pronoun(base) === 'she')
    return men
      ? []
      : ['He has kept every appointment.', 'The treatment has changed his life.', 'This is what keeps him at home.'];
  if (pronoun(base) === 'he')
    return women
      ? []
      : ['She has kept every appointment.', 'The treatment has changed her life.', 'This is what keeps her at home.'];
  return [];
}

function wrongAge(base: BaseCase): readonly string[] {
  const birth = Number(valueOf(base, 'patient.date of birth')?.slice(0, 4));
  if (!birth) return [];
  const age = 2026 - birth;
  const wrong = age > 40 ? age - 17 : age + 21;
  const title = valueOf(base, 'patient.form of address') ?? valueOf(base, 'patient.name') ?? '';
  return [
    `This ${String(wrong)}-year-old has had the condition for years.`,
    `The patient, now ${String(wrong)} years old, lives alone.`,
    `${title} is a ${String(wrong)}-year-old patient in my care.`,
    `The patient is ${String(wrong)} years old.`,
    `This ${String(wrong)} year old patient lives alone.`,
  ];
}

export const proseOperators: readonly Operator[] = [
  prose('blank-underscores', 'forms on paper', blanks, ['The dose is ____ a day.', 'It began on ___/___/____.']),
  prose('blank-capitals', 'word processors: XX and XXX', blanks, ['The dose is XX mg a day.', 'It began in XXXX.']),
  prose('blank-angle', 'mail merge: <field>', blanks, ['It is for <patient name> to use.', 'See <date>.']),
  prose('blank-percent', 'mail merge: %field%', blanks, ['It is for %PATIENT_NAME% to use.']),
  prose('blank-dollar', 'templates of charts: $name', blanks, ['It is for $patient_name to use.', 'See ${date}.']),
  prose('blank-stars', 'Epic: *** is a wildcard', blanks, ['The dose is *** a day.']),
  prose('blank-braces', 'Mustache: {{name}}', blanks, ['It is for {{patient_name}} to use.']),
  prose('blank-brackets', 'form letters: [INSERT …]', blanks, [
    'The dose is [insert dose] a day.',
    'See [DATE OF VISIT].',
  ]),
  prose('blank-instruction', 'form letters: (insert …)', blanks, [
    'The dose is (insert dose here) a day.',
    'The dose is [describe the dose].',
  ]),
  prose('blank-tbd', 'TBD, TBA', blanks, ['The dose is TBD.', 'The date is TBA.']),
  prose('blank-choice', 'he/she in form letters', blanks, [
    'I expect that he/she will walk again.',
    'This is his/her third visit.',
    'The plan was told of (his/her) wish.',
  ]),
  prose('blank-guillemets', 'Word: «Field»', blanks, ['It is for «Patient_Name» to use.']),
  prose('blank-date-form', 'forms on paper: MM/DD/YYYY', blanks, [
    'It was seen on MM/DD/YYYY.',
    'It began in mm/yyyy.',
  ]),
  prose('blank-question', 'drafts: ???', blanks, [
    'The dose is ??? mg a day.',
    'It takes [#] weeks.',
    'The score is [?].',
  ]),
  prose('template-words', 'words that a template leaves for its writer', blanks, [
    'INSERT RATIONALE HERE.',
    'Insert the clinical course here.',
    'To be completed by the physician.',
    'Delete this paragraph if not needed.',
    'Note to self: call the plan.',
    'TODO: add the score.',
    'Lorem ipsum dolor sit amet.',
  ]),
  prose('drafted-by-program', 'answers of programs that draft texts', blanks, [
    'As an AI language model, I cannot examine the patient.',
    'Certainly! Here is a draft of the letter.',
  ]),
  prose('title', 'copied from another letter', ['pronoun', 'other-patient'], (base) =>
    RELATED.test(base.lines.join('\n')) || pronoun(base) === 'they'
      ? []
      : [`${pronoun(base) === 'she' ? 'Mr.' : 'Mrs.'} ${surname(base)} has kept every appointment.`],
  ),
  prose(
    'placeholder-misspelled',
    'one pair of letters exchanged',
    ['unknown-placeholder'],
    ['It is for [patient nmae] to use.', 'See [lsat visit].', 'It was [prior tretment].'],
  ),
  prose(
    'bracket-open',
    'a bracket forgotten',
    ['unclosed'],
    ['It is for [patient name to use.', 'It helps {for [patient name] to walk.'],
  ),
  prose(
    'citation',
    'a source that is not given',
    ['unknown-citation'],
    ['Studies show this [@nobody1999].', 'Studies show this [@smith2031a].'],
  ),
  prose('pronoun', 'copied from another letter', ['pronoun'], wrongPronouns),
  prose('age', 'copied from last year’s letter', ['age'], wrongAge),
  // Where relatives are named a Mrs. or Mr. may be one of them: nobody can tell.
  prose('other-patient', 'copied from another patient’s letter', ['other-patient'], (base) => {
    const head = base.lines.join('\n');
    return [
      ...(RELATED.test(head)
        ? []
        : ['Mrs. Gomez-Sample has done well since.', `Ms. ${surname(base)}son takes it every day.`]),
      ...(RELATED.test(head) ? [] : ['I have seen Mr. Thistlewood in every month.']),
      'Harriet Thistlewood is a 51-year-old patient of mine.',
      'My patient, Ottoline Grunewald, agrees with this plan.',
    ];
  }),
  prose('duration', 'copied from an older letter', ['duration-conflict'], (base) =>
    valueOf(base, 'start of care') === undefined ? [] : ['The patient has been under my care for thirty-one years.'],
  ),
  prose(
    'repeated-word',
    'typed twice',
    ['repeated-word'],
    [
      'The plan covers the the treatment.',
      'It is is safe.',
      'She walks with with a cane.',
      'The dose was raised to to the usual one.',
    ],
  ),
  prose(
    'doubled-mark',
    'typed twice',
    ['doubled-punctuation'],
    ['The plan covers it..', 'It is safe,, and it works.', 'It is safe;; it works.'],
  ),
  prose(
    'abbreviation',
    'AMA Manual of Style: written out at first mention',
    ['abbreviation'],
    ['The LBP began in March.', 'A TENS unit was of no use.', 'The EMG was normal.', 'There is no DVT.'],
  ),
  prose(
    'jargon',
    'chart shorthand',
    ['jargon', 'abbreviation'],
    ['The pt c/o pain.', 'This is s/p fusion.', 'There is a h/o falls.', 'The pain is w/ walking.'],
  ),
  prose(
    'long-sentence',
    'plainlanguage.gov: short sentences',
    ['long-sentence'],
    [`${'The plan covers it and '.repeat(11)}the plan pays.`],
  ),
  prose(
    'ssn',
    '45 CFR 164.502(b): minimum necessary',
    ['more-than-needed'],
    ['The number is 212-45-6789.', 'SSN 212456789 is on file.', 'Social Security Number: 318-22-4477.'],
  ),
  prose('sensitive', '42 CFR Part 2; state law on HIV', ['more-than-needed'], (base) =>
    /HIV|alcohol|opioid|oxycodone|morphine/i.test(base.lines.join(' '))
      ? []
      : [
          'The patient has alcohol use disorder.',
          'The patient lives with HIV.',
          'The patient’s psychotherapy notes are at hand.',
        ],
  ),
  {
    id: 'allergy',
    source: 'what is requested stands among the allergies',
    rules: ['already-failed'],
    spoil: (base) =>
      requestedCare(base).flatMap(({ fact, name }) => {
        const changed = put(base, fact.line, 0, [`allergy: ${name}`]);
        return [alsoOn(changed, fact.line + 1, fact.line)];
      }),
  },
  {
    id: 'failed-before',
    source: 'what is requested stands among what failed',
    rules: ['already-failed'],
    spoil: (base) =>
      requestedCare(base).flatMap(({ fact, name }) => {
        const route = base.facts.find(({ recordLine, name }) => recordLine === fact.recordLine && name === 'route');
        const changed = put(base, fact.line, 0, [
          `prior treatment: ${name}${route ? `, ${route.value}` : ''}`,
          '  start: 2025-01',
          '  stop: 2025-06',
          '  outcome: ineffective',
          '  reason: no effect on the symptoms',
        ]);
        return [alsoOn(changed, fact.line + 5)];
      }),
  },
  {
    id: 'side',
    source: 'ICD-10-CM: the sixth character says the side',
    rules: ['laterality'],
    spoil: (base) =>
      factsNamed(base, 'diagnosis').flatMap((fact) => {
        const code = base.facts.find(({ recordLine, name }) => recordLine === fact.recordLine && name === 'code');
        if (!code) return [];
        const pairs: readonly (readonly [string, string])[] = [
          ['primary osteoarthritis of the left knee', 'M17.11'],
          ['primary osteoarthritis of the right hip', 'M16.12'],
          ['right carpal tunnel syndrome', 'G56.02'],
          ['left rotator cuff tear', 'M75.121'],
        ];
        return pairs.map(([words, wrong]) => {
          const lines = [...base.lines];
          lines[fact.line] = `diagnosis: ${words}`;
          lines[code.line] = `  code: ${wrong}`;
          return { text: `${lines.join('\n')}\n`, lines: [fact.line + 1, code.line + 1] };
        });
      }),
  },
  {
    id: 'repeated-in-value',
    source: 'typed twice in a fact that prints',
    rules: ['repeated-word'],
    spoil: (base) =>
      factsNamed(base, 'prior treatment.reason', 'limitation', 'symptom', 'consequence', 'finding.result').flatMap(
        (fact) => {
          const [, word] = /^(?:.*?\s)?((?!that|her|his|had|very|who|you)[a-z]{3,})\s/.exec(fact.value) ?? [];
          return word === undefined
            ? []
            : [
                alsoOn(
                  put(base, fact.line, 1, [(base.lines[fact.line] ?? '').replace(` ${word} `, ` ${word} ${word} `)]),
                  fact.recordLine,
                ),
              ].filter(({ text }) => text.includes(`${word} ${word}`));
        },
      ),
  },
  {
    id: 'blank-in-value',
    source: 'a form whose blank is left standing within words',
    rules: [...blanks, 'wrong-value', 'empty-answer', 'missing-field', 'kind-requires'],
    spoil: (base) =>
      factsNamed(
        base,
        'prior treatment.reason',
        'limitation',
        'symptom',
        'consequence',
        'finding.result',
        'diagnosis',
      ).flatMap((fact) =>
        ['____', 'XXX', '***', '[amount]'].map((blank) =>
          alsoOn(put(base, fact.line, 1, [`${base.lines[fact.line] ?? ''} ${blank}`]), fact.recordLine),
        ),
      ),
  },
];

/** What is requested, where it is care that a patient can have had before, or be allergic to; its name without an article. */
function requestedCare(base: BaseCase) {
  const kind = valueOf(base, 'treatment requested.kind');
  if (kind !== undefined && !/^(?:medication|procedure|treatment)$/.test(kind)) return [];
  return factsNamed(base, 'treatment requested').map((fact) => ({
    fact,
    name: fact.value.replace(/^(?:an?|the) /, ''),
  }));
}
