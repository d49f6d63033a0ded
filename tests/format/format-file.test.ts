import { describe, expect, test } from 'vitest';
import { formatFile } from '../../server/src/format/format-file.js';
import { applyEdits } from '../../server/src/format/space-edit.js';
import { readMarked } from '../support/marked.js';
import { parse, readTemplate, templatePaths, workspaceOf } from '../support/workspace.js';

const workspace = workspaceOf({ 't.lmn': 'template t\nbody parts (text, many): Where.\n---\n[body parts]' });

/** The text as the formatter leaves it; `<|` and `|>` stand around a selection, where there is one. */
function format(marked: string): string {
  const { text, ranges } = readMarked(marked);
  return applyEdits(text, formatFile(parse('file:///x.lmn', text), { parse, workspace }, ranges[0]));
}

const golden: Record<string, [input: string, output: string]> = {
  'fields stand two spaces from the margin': [
    'case\npatient\n      name: Ann\n\tdate of birth: 1968-03-14\n pronouns: she\n',
    'case\npatient\n  name: Ann\n  date of birth: 1968-03-14\n  pronouns: she\n',
  ],
  'what continues a value stands one step deeper than its field': [
    'case\ninsurance\n   address: Utilization Review\n        PO Box 4410\n     Albuquerque\n',
    'case\ninsurance\n  address: Utilization Review\n    PO Box 4410\n    Albuquerque\n',
  ],
  'a continued line that looks like a field keeps its colon': [
    'case\ninsurance\n  address:Review\n      PO Box :12\n',
    'case\ninsurance\n  address: Review\n    PO Box :12\n',
  ],
  'a continued fact of the letter stands one step in': [
    'case\nsubject: one\n      two\n',
    'case\nsubject: one\n  two\n',
  ],
  "what continues a record's own value stands deeper than its fields": [
    'case\nprior treatment: Gabapentin\n   three times daily\n  outcome: not tolerated\n',
    'case\nprior treatment: Gabapentin\n    three times daily\n  outcome: not tolerated\n',
  ],
  'one space after a colon and none before': [
    'case\ndate :2026-11-21\npatient :\n  name\t:\u00a0 Ann\n',
    'case\ndate: 2026-11-21\npatient:\n  name: Ann\n',
  ],
  'space inside a value is the writer’s': ['case\nsubject:  a  b\n', 'case\nsubject: a  b\n'],
  'a colon after a name that nobody declares is left alone': [
    'case\nhttps://example.org\n',
    'case\nhttps://example.org\n',
  ],
  'the kind line': ['  case   t  \ndate: 2026-11-21\n', 'case t\ndate: 2026-11-21\n'],
  'the kind line of a template upon another one': [
    'template   t  from   base   "Two  words"\n---\n',
    'template t from base "Two  words"\n---\n',
  ],
  'the kind line of a template': ['template   t   "Two  words"\n---\n', 'template t "Two  words"\n---\n'],
  'keys of the address book': ['case\nprovider   @whitfield :\n', 'case\nprovider @whitfield:\n'],
  declarations: [
    'template t\nresponse( positively|stably,many ,also "a  b" ) :How.\n---\n',
    'template t\nresponse (positively | stably, many, also "a  b"): How.\n---\n',
  ],
  'unclosed declarations': [
    'template t\nresponse  (text,many: How.\n---\n',
    'template t\nresponse (text, many: How.\n---\n',
  ],
  'records of a vocabulary': [
    'vocabulary v\nrecord   infusion(many):Given.\n      drug  (text,required):Drug.\nrecord patient\n  race (text)\n',
    'vocabulary v\nrecord infusion (many): Given.\n  drug (text, required): Drug.\n\nrecord patient\n  race (text)\n',
  ],
  'lines of a policy': [
    'policy p\nrequire   field  last visit   within  60   days :Section 3.2\nrequire enclosure  "Progress  notes"\nlimit  2  pages\n',
    'policy p\nrequire field last visit within 60 days: Section 3.2\nrequire enclosure "Progress  notes"\nlimit 2 pages\n',
  ],
  'one blank line at most': [
    '\n\ncase\n\n\n\ndate: 2026-11-21\n \n\t\n\npatient\n\n\n  name: Ann\n\n\n',
    'case\n\ndate: 2026-11-21\n\npatient\n\n  name: Ann\n',
  ],
  'a blank line between records that have fields': [
    'case\ndate: 2026-11-21\npatient\n  name: Ann\n// who pays\ninsurance @a\nprovider @b\n',
    'case\ndate: 2026-11-21\npatient\n  name: Ann\n\n// who pays\ninsurance @a\nprovider @b\n',
  ],
  'blank lines inside a value belong to it': [
    'case\ninsurance\n  address: a\n      b\n\n  \n      c\n',
    'case\ninsurance\n  address: a\n    b\n\n\n    c\n',
  ],
  'white space at the end of a line': [
    'case  \ndate: 2026-11-21 \t\npatient \n  name: Ann\u00a0\n',
    'case\ndate: 2026-11-21\npatient\n  name: Ann\n',
  ],
  'comments go with their neighbors': [
    'case\npatient\n      // legal  \n      name: Ann\n// on the card\n   // not yet: sex\ninsurance\n',
    'case\npatient\n  // legal\n  name: Ann\n\n// on the card\n  // not yet: sex\ninsurance\n',
  ],
  'the divider stands alone': ['case t\n  ---  \nprose', 'case t\n---\nprose\n'],
  'dashes of another kind stay': ['case t\n———— \n', 'case t\n————\n'],
  'prose is not touched': [
    'case t\ndate :2026-11-21\n---\n\n\n\n  two spaces  \n##   Heading   #history  \n\ta :b\n\n\n\n',
    'case t\ndate: 2026-11-21\n---\n\n\n\n  two spaces  \n##   Heading   #history  \n\ta :b\n\n\n\n',
  ],
  'prose without a divider is not touched either': [
    'case t\ndate :2026-11-21\n\n\n## A\n  b  ',
    'case t\ndate: 2026-11-21\n\n## A\n  b  \n',
  ],
  'line ends stay what they are': [
    'case\r\ndate :2026-11-21\r\npatient\r\n name: A\r\nprovider @x',
    'case\r\ndate: 2026-11-21\r\npatient\r\n  name: A\r\n\r\nprovider @x\r\n',
  ],
  'a blank line between a carriage return and a line feed': [
    'case t\npatient\r \npatient\n  patient\n',
    'case t\npatient\r \npatient\n  patient\n',
  ],
  'old line ends too': ['case\rpatient\r    name: A', 'case\rpatient\r  name: A\r'],
  'a byte order mark stays': ['\ufeff case t\ndate :2026-11-21\n', '\ufeffcase t\ndate: 2026-11-21\n'],
  'a field that lost its indentation stays lost': [
    'case\nprior treatment: A\noutcome :ineffective\n      b\n',
    'case\nprior treatment: A\noutcome: ineffective\n  b\n',
  ],
  'an indented line above all entries stays above them': [
    'case\n     name: Ann\n     sex: female\n',
    'case\n  name: Ann\n  sex: female\n',
  ],
  'pasted prose in a head keeps its lines': [
    'case\nDear Sir,   \n    how do you do\n',
    'case\nDear Sir,\n  how do you do\n',
  ],
  'a misspelled first word keeps its line': ['caes   t  \ndate :2026-11-21\n', 'caes   t\ndate: 2026-11-21\n'],
  'a file that does not say what it is': ['Dear Sir,  \n\n\n   how do you do', 'Dear Sir,  \n\n\n   how do you do'],
  'an empty file': ['', ''],
};

describe('documents', () => {
  test.each(Object.entries(golden))('%s', (_, [input, output]) => {
    expect(format(input)).toBe(output);
    expect(format(output)).toBe(output);
  });
});

describe('selections', () => {
  test('only what they touch changes', () => {
    expect(format('case\ndate :2026-11-21\nsubject<| :|>a\nurgency :standard\n')).toBe(
      'case\ndate :2026-11-21\nsubject: a\nurgency :standard\n',
    );
  });

  test('a record is laid out whole', () => {
    const record = 'case\npatient\n      name<|: A|>nn\n      sex: female\nrepresentative\n      name: Lee';
    expect(format(record)).toBe('case\npatient\n  name: Ann\n  sex: female\nrepresentative\n      name: Lee');
  });

  test('prose stays as it is', () => expect(format('case\n---\n  a <|  b|>  \n')).toBe('case\n---\n  a   b  \n'));
});

test('a line that would belong elsewhere leaves its record as it is, and the rest is laid out', () => {
  // At one column with "Utilization", the box would be a field that nobody declares.
  const tricky = 'insurance: Blue\n      Utilization\n       PO Box: 12\n';
  expect(format(`case\ndate :2026-11-21\n${tricky}`)).toBe(`case\ndate: 2026-11-21\n${tricky}`);
});

test.each([
  'standard.lmn',
  ...templatePaths,
  'samples/blue-mesa-mp-104.lmn',
  'samples/chronic-pain-continuation.lmn',
  'samples/general-medical-necessity.lmn',
  'samples/our-clinic.lmn',
])('%s ships as the formatter leaves it', (path) => {
  const text = readTemplate(path);
  expect(format(text)).toBe(text);
});
