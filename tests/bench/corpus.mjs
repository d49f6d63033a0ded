// Letters for measuring: as many as wanted, of about 3 kB, no two alike, the same on every machine and in every run.
// Every twentieth file is a template and the nineteen after it are cases that follow it; one file in ten has a slip that rules find.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as words from './corpus-words.mjs';
import { chooser } from './pick.mjs';

/** Files that share a template, the template itself included. */
export const familySize = 20;
export const usualBytes = 3000;

/** The file of that number: a template or a case, in `.lmn`. `bytes` is about how long a case is to be. */
export function makeFile(number, bytes = usualBytes) {
  return number % familySize === 0 ? makeTemplate(number) : makeCase(number, bytes);
}

/** Where the file of that number stands in a corpus: a hundred files a folder. */
export function pathOf(number) {
  const kind = number % familySize === 0 ? 'template' : 'case';
  return `${padded(Math.floor(number / 100), 3)}/${kind}-${padded(number, 5)}.lmn`;
}

/** True when the file has a slip: a tenth of all files, never a template. */
export function hasSlip(number) {
  return number % 10 === 3;
}

/** Writes files 0 to `count` - 1 into the folder and gives the sum of their lengths in bytes. */
export function writeCorpus(folder, count) {
  let bytes = 0;
  for (let number = 0; number < count; number++) {
    const path = join(folder, pathOf(number));
    if (number % 100 === 0) mkdirSync(dirname(path), { recursive: true });
    const text = makeFile(number);
    bytes += Buffer.byteLength(text);
    writeFileSync(path, text);
  }
  return bytes;
}

export function templateName(number) {
  return `request-${padded(number - (number % familySize), 5)}`;
}

// ---- templates ----

export function makeTemplate(number) {
  const choose = chooser(number, 1);
  const prose = words.templateProse;
  const say = (role) => choose.oneOf(prose[role]);
  const all = (role, count) => choose.some(prose[role], count).join(' ');
  const kind = choose.oneOf(['general', 'new-pa']);
  const fields = words.ownFields.map(([name, help]) => `${name} (text): ${help}`);
  return `template ${templateName(number)} "Request for treatment, form ${number / familySize + 1}"
for: ${kind}
dates: long

${fields.join('\n')}
---
[letterhead]

[date]

[insurance payer]
{[insurance department]}
[insurance address]
{Fax: [insurance fax]}

**RE: Letter of Medical Necessity, form ${number / familySize + 1}**

**Patient Name:** [patient name]
**Date of Birth:** [patient date of birth]
**Member ID:** [insurance member id]
{**Group Number:** [insurance group number]}
{**Case Reference Number:** [reference number]}
**Requested:** [treatment requested]{ (code [treatment requested code])}

To Whom It May Concern,

## Opening #untitled
${say('opening')}

## Clinical History #history
${all('history', 3)}

## Prior Treatments #history
These treatments came first:

- [prior treatment]{, [prior treatment start]}{ to [prior treatment stop]}: [prior treatment outcome]{ ([prior treatment reason])}

## Current Condition #condition
${prose.condition.join(' ')}

| Test | Date | Result |
| --- | --- | --- |
| [finding] | [finding date] | [finding result] |

## Recommended Treatment #treatment
${prose.treatment.join(' ')}

## Rationale #treatment
[write: why this patient needs this treatment and not another, in ${choose.between(3, 8)} sentences]

## Evidence #evidence
${say('evidence')}

## Consequences of a Delay #consequences
${say('consequences')}

## Provider Qualifications #qualifications
${say('qualifications')}

## Contact #untitled
${say('closing')}

{These documents are enclosed: [enclosure].} Please call me at [provider phone] with any question.

## Closing #untitled
Sincerely,

[signature]
`;
}

// ---- cases ----

/** A complete case that follows its family's template; its records and its prose grow with `bytes`. */
export function makeCase(number, bytes = usualBytes, slip = hasSlip(number)) {
  const choose = chooser(number, 2);
  const head = caseHead(number, choose, bytes);
  const text = `${head}---\n${caseBody(choose, bytes - head.length - 4)}`;
  return slip ? withSlip(text, Math.floor(number / 10)) : text;
}

function caseHead(number, choose, bytes) {
  const condition = choose.oneOf(words.conditions);
  const treatment = words.treatments[choose.oneOf(condition.treatments)];
  const [town, zip] = choose.oneOf(words.towns);
  const extra = Math.floor(bytes / usualBytes);
  const year = 2026;
  const month = choose.between(3, 10);
  const pronouns = choose.oneOf(['he', 'she', 'they']);
  const own = words.ownFields.map(([name, , values]) => `${name}: ${choose.oneOf(values)}`);
  const blocks = [
    `case ${templateName(number)}
date: ${day(year, month + 1, choose.between(1, 28))}
reference number: REF-${padded(number, 6)}
last visit: ${day(year, month, choose.between(1, 28))}
start of care: ${choose.oneOf(words.careStarts)}
${own.join('\n')}`,
    `patient
  name: ${choose.oneOf(words.firstNames)} ${choose.oneOf(words.lastNames)}-${choose.oneOf(words.lastNames)}
  date of birth: ${day(choose.between(1940, 2005), choose.between(1, 12), choose.between(1, 28))}
  pronouns: ${pronouns}`,
    `practice
  name: ${choose.oneOf(words.practices)}
  address: ${choose.between(100, 999)} Example Avenue
    ${town}, NM ${zip}
  phone: 505-555-01${choose.between(10, 99)}`,
    `provider
  name: ${choose.oneOf(words.firstNames)} ${choose.oneOf(words.lastNames)}
  credentials: MD
  specialty: ${condition.specialty}
  npi: 1234567893
  phone: 505-555-01${choose.between(10, 99)}
  years of experience: ${choose.between(3, 35)}`,
    `insurance
  payer: ${choose.oneOf(words.payers)}
  department: ${choose.oneOf(words.departments)}
  address: PO Box ${choose.between(1000, 9999)}
    ${town}, NM ${zip}
  fax: 505-555-01${choose.between(10, 99)}
  member id: SAMPLE${padded(number, 7)}`,
    `diagnosis: ${condition.name}
  code: ${condition.code}
  onset: ${choose.between(2012, 2022)}
  severity: ${choose.oneOf(['moderate', 'moderate to severe', 'severe'])}`,
    list('symptom', words.symptoms, choose, 2, extra),
    list('limitation', words.limitations, choose, 2, extra),
    findings(choose, year, extra),
    priorTreatments(choose, extra),
    `treatment requested: ${treatment.name}
  code: ${treatment.code}
  dose: ${treatment.dose}
  route: ${treatment.route}
  frequency: ${treatment.frequency}
  duration: ${choose.between(3, 12)} months
  quantity: ${treatment.quantity}`,
    list('consequence', words.consequences, choose, 2, 1),
    words.studies.slice(0, 2).map(study).join('\n\n'),
    list('enclosure', words.enclosures, choose, 2, 1),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** `base` records of one line, and as many again for every further 3 kB, each different. */
function list(record, from, choose, base, times) {
  const first = choose.some(from, base).map((name) => `${record}: ${name}`);
  const more = range(times - 1).map((index) => `${record}: ${choose.oneOf(from)}, note ${index + 1}`);
  return [...first, ...more].join('\n');
}

function findings(choose, year, times) {
  return range(Math.max(1, times))
    .map((index) => {
      const name = index === 0 ? choose.oneOf(words.tests) : `${choose.oneOf(words.tests)}, no. ${index + 1}`;
      return `finding: ${name}\n  date: ${day(year, choose.between(1, 2), choose.between(1, 28))}\n  result: ${choose.oneOf(words.results)}`;
    })
    .join('\n\n');
}

function priorTreatments(choose, times) {
  const first = choose.some(words.tried, 2);
  return range(1 + Math.max(1, times))
    .map((index) => {
      const [outcome, reason] = choose.oneOf(words.outcomes);
      const year = choose.between(2023, 2025);
      const name = first[index] ?? `${choose.oneOf(words.tried)}, course ${index}`;
      const dates =
        outcome === 'contraindicated'
          ? ''
          : `\n  start: ${day(year, choose.between(1, 5), 1)}\n  stop: ${day(year, choose.between(6, 12), 1)}`;
      return `prior treatment: ${name}${dates}\n  outcome: ${outcome}\n  reason: ${reason}`;
    })
    .join('\n\n');
}

function study({ key, title, authors, journal, year, volume, pages }) {
  return `evidence @${key}
  title: ${title}
  authors: ${authors}
  journal: ${journal}
  year: ${year}
  volume: ${volume}
  pages: ${pages}`;
}

/** The rationale that the template asks for, and sections of the writer's own until the length is reached. */
function caseBody(choose, bytes) {
  const sections = [`## Rationale\n${paragraph(choose, 2)}\n`];
  let length = sections[0].length;
  for (let visit = 1; length < bytes - 200; visit++) {
    const section = `\n## Visit ${visit}: ${choose.oneOf(['follow-up', 'review', 'examination', 'telephone call'])}\n${visitNotes(choose, bytes - length)}`;
    sections.push(section);
    length += section.length;
  }
  return sections.join('');
}

function visitNotes(choose, room) {
  const parts = [paragraph(choose, 1)];
  const more = choose.between(1, 3);
  for (let i = 0; i < more && parts.join('').length < room - 300; i++) {
    parts.push(
      choose.below(3) === 0
        ? numbered(choose.oneOf(words.caseLists).join('\n'), choose)
        : paragraph(choose, choose.between(1, 3)),
    );
  }
  return `${parts.join('\n\n')}\n`;
}

function paragraph(choose, sentences) {
  return choose
    .some(words.caseProse, sentences)
    .map((sentence) => numbered(sentence, choose))
    .join(' ');
}

function numbered(text, choose) {
  return text
    .replaceAll('{n}', () => String(choose.between(2, 48)))
    .replaceAll('{key}', () => choose.oneOf(words.studies.slice(0, 2)).key);
}

// ---- slips ----

/** What people get wrong, each found by a rule of its own. */
const slips = [
  (text) => text.replace('  date of birth:', '  date of brith:'),
  (text) => text.replace('npi: 1234567893', 'npi: 1234567890'),
  (text) => text.replace(/\[(?:Patient name|Their|They|they|their)\b[^\]]*\]|$/, '[pateint name]'),
  (text) => text.replace(/last visit: \d+-\d+-\d+/, 'last visit: 2026-02-30'),
  (text) => text.replace(/ {2}member id: .*/, '  member id:'),
  (text) => text.replace('## Rationale\n', '## Rationale\n{The reference is [reference number]. '),
  (text) => text.replace(/ {2}code: [A-Z]\d.*/, '  code: 12.X4'),
  (text) => text.replace(/ {2}outcome: .*/, '  outcome: so-so'),
  (text) => text.replace(/## Rationale\n/, '## Reason\n'),
];

function withSlip(text, which) {
  return slips[which % slips.length](text);
}

function day(year, month, date) {
  return `${year}-${padded(month, 2)}-${padded(date, 2)}`;
}

function padded(number, digits) {
  return String(number).padStart(digits, '0');
}

function range(count) {
  return [...Array(Math.max(0, count)).keys()];
}
