import { expect, test } from 'vitest';
import { accepted, clinic, completes, completesFirst, documentationOf } from '../../support/completes.js';
import { templatePaths } from '../../support/workspace.js';

const small = `template visit "Office visit"
for: continuation
response (positively | stably): How the patient has responded, e.g. stably.
---
[letterhead]
[patient name], born [patient date of birth]
{Group: [insurance group number]}
The patient responds [response].
## Plan #treatment
[write: why this; treatment]
`;
const visit = { 'visit.lmn': small };

test('kinds of file, and cases of the templates in reach', () =>
  completes('<|>', [
    'case',
    'template',
    'policy',
    'kind',
    'vocabulary',
    // What others stand on is a letter too: to a payer in one's own words, and to somebody who is none.
    ...templatePaths.map((path) => `case ${path.replace('.lmn', '')}`).sort(),
  ]));

test('a workspace’s own templates come first', () => completesFirst('case <|>', ['visit', 'appeal-1-letter'], visit));

test('below comments and empty lines too', () =>
  completesFirst('// for training\n\nca<|>', ['case', 'case appeal-1-letter']));

test('a misspelled word is replaced whole', async () =>
  expect(await accepted('cs<|>ae\ndate: 2026-11-21\n', 'case')).toBe('case \ndate: 2026-11-21\n'));

test('a template brings a line for each of its blanks along', async () => {
  expect(await accepted('case vi<|>', 'visit', visit)).toBe(
    `case visit
response: \${1|[positively \\| stably],positively,stably|}
date: \${2:2026-11-21}

patient
  name: \${3:[The full legal name as the insurance card has it, e.g. Jane Doe]}
  date of birth: \${4:[The day the patient was born, e.g. MM/DD/YYYY]}

provider
  name: \${5:[The name without credentials, e.g. Dana Whitfield]}
  credentials: \${6:[The letters after the name, e.g. MD or FNP-C]}
  phone: \${7:[Where a reviewer can call, e.g. 505-555-0142]}
  npi: \${8:[The ten-digit national number, e.g. 1234567893]}

practice
  name: \${9:[The practice's name, e.g. Mesa Pain Clinic]}
  address: \${10:[Street, city, state and ZIP code, each on its own line]}
  phone: \${11:[The main line, e.g. 505-555-0140]}
---
## Plan
\${12:[write: why this; treatment]}`,
  );
});

test('what the address book knows is named by its key, and nobody is chosen by Tab', async () => {
  const text = await accepted('<|>', 'case visit', { ...visit, 'our-clinic.lmn': clinic });
  expect(text).toContain('\nprovider @${5|[choose],whitfield,okafor|}\n');
});

test('with one doctor there is nothing to choose', async () => {
  const one = 'vocabulary v\nprovider @lee\n  name: Lee Okafor\n';
  expect(await accepted('case <|>', 'visit', { ...visit, 'v.lmn': one })).toContain('\nprovider @lee\n  credentials: ');
});

test('where facts or prose are there already, only the name is put in', async () => {
  expect(await accepted('case <|>\ndate: 2026-11-21\n', 'visit', visit)).toBe('case visit\ndate: 2026-11-21\n');
  expect(await accepted('case <|>\n---\nDear Sir', 'visit', visit)).toBe('case visit\n---\nDear Sir');
});

test('another name takes the place of the whole one', async () =>
  expect(await accepted('case gene<|>al-medcal\ndate: 2026-11-21', 'general-medical-necessity', visit)).toBe(
    'case general-medical-necessity\ndate: 2026-11-21',
  ));

test('line ends are those of the file', async () => {
  const text = await accepted('// mine\r\ncase <|>', 'visit', visit);
  expect(text.replaceAll('\r\n', '')).not.toContain('\n');
});

test('a template, policy or vocabulary is named after its file', async () => {
  expect(await accepted('policy <|>', 'x')).toBe('policy x "${1:Title}"');
  expect(await accepted('temp<|>', 'template')).toBe('template ${1:x} "${2:Title}"\n');
});

test('nothing after the name', () => completes('case visit <|>', [], visit));

test('a template is described by its title, kind and sections', async () =>
  expect(await documentationOf('case <|>', 'visit', visit)).toMatch(/\*\*Office visit\*\*[^]*continuation[^]*Plan/));
