import { describe, expect, test } from 'vitest';
import { VALUE_TYPES } from '../../server/src/knowledge/types.js';
import { lint } from '../../server/src/lint/engine.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { cpt } from '../../server/src/rules/cpt.js';
import { dea } from '../../server/src/rules/dea.js';
import { doi } from '../../server/src/rules/doi.js';
import { hcpcs } from '../../server/src/rules/hcpcs.js';
import { loinc } from '../../server/src/rules/loinc.js';
import { mbi } from '../../server/src/rules/mbi.js';
import { nct } from '../../server/src/rules/nct.js';
import { ndc } from '../../server/src/rules/ndc.js';
import { pmid } from '../../server/src/rules/pmid.js';
import type { ValueRule } from '../../server/src/rules/checks/value-rule.js';
import { finds, findingsOf } from '../support/finds.js';
import { mends } from '../support/mends.js';
import { subjectOf } from '../support/workspace.js';

/** Where a value of each rule stands. */
const lines: Readonly<Record<string, string>> = {
  hcpcs: 'treatment requested: X\n  code: ',
  cpt: 'treatment requested: X\n  code: ',
  ndc: 'treatment requested: X\n  ndc: ',
  pmid: 'evidence @a\n  title: X\n  pmid: ',
  doi: 'evidence @a\n  title: X\n  doi: ',
  nct: 'evidence @a\n  title: X\n  nct: ',
  loinc: 'finding: X\n  result: Y\n  loinc: ',
  dea: 'provider\n  name: X\n  dea number: ',
  mbi: 'insurance\n  payer: Medicare\n  plan type: Medicare\n  member id: ',
};

/** Published specimens, and what is near to them and cannot be one; what each rule takes is the rule's, shapes are tested with what is known of codes. */
const specimens: readonly (readonly [ValueRule, readonly string[], readonly string[]])[] = [
  [
    hcpcs,
    ['E0601', 'J1745', 'K0861', 'D7941', 'revenue code 1001', 'Revenue 0905', '0SR9019', 'DRG 470', 'E0601 RR'],
    ['E060', 'F1234', 'O1234', 'J17450', 'infusion', '55513-843-01', 'revenue 10', 'J1745 infliximab'],
  ],
  [
    cpt,
    ['99213', '0042T', '0001U', '97110-GP', 'CPT 64483'],
    ['9921', '2024', '99213X', 'CPT 6448', 'CPT D7941', '6.4'],
  ],
  [
    ndc,
    ['0002-1433-80', '00074-4339-02', '50242-040-62', '123456-1234-12', '00002143380'],
    ['1234-567-89', '1234-5678-9', 'none', '0002143380'],
  ],
  [pmid, ['34062143', '1'], ['XXXXX', 'none', 'PMC8123456', '0123', '123456789']],
  [
    doi,
    ['10.3389/fdgth.2026.1767648', '10.1016/S0140-6736(21)00393-7', '10.1002/(SICI)1097<1::AID-X>3.0.CO;2-#'],
    ['10.1/x', 'none', 'see below'],
  ],
  [nct, ['NCT01234567', 'NCT00000102'], ['NCT1234567', 'NCT012345678', '01234567', 'see registry']],
  [loinc, ['4548-4', '2160-0', '12345-5', '11491-6'], ['4548-5', '2160-1', '45484', 'A1c']],
  [dea, ['AP5836727', 'AJ5184279'], ['AB4523763', 'AP5836728', 'AP58367', '1P5836727']],
  [
    mbi,
    ['1EG4-TE5-MK73', '1EG4TE5MK72'],
    ['1SG4TE5MK73', '0EG4TE5MK73', '1EG4-TE5-MK7', 'SAMPLE0000123', '123-45-6789A'],
  ],
];

const cases = specimens.flatMap(([rule, right, wrong]) => [
  ...right.map((value) => [rule.id, value, undefined, rule] as const),
  ...wrong.map((value) => [rule.id, value, rule.id, rule] as const),
]);

test.each(cases)('%s %j: %s', (id, value, found, rule) => {
  const text = `${lines[id]!}${found === undefined ? value : `<|${value}|>`}`;
  finds(rule, text);
  // Of all rules one tells it, and only once.
  const others = lint(subjectOf(`case\n${lines[id]!}${value}`), { rules: allRules });
  const places = others.filter(({ range }) => range.start === `case\n${lines[id]!}`.length);
  // A right DEA number is still more than a payer needs.
  const right = id === 'dea' ? ['more-than-needed'] : [];
  expect(places.map((one) => one.rule)).toEqual(found === undefined ? right : [found]);
});

test('every type of codes has its rules, and no other has', () => {
  const types = [...VALUE_TYPES.values()].filter(({ isCode }) => isCode).map(({ name }) => name);
  const claimed = allRules.flatMap((rule) => ('types' in rule ? (rule as ValueRule).types : []));
  expect([...new Set(claimed)].sort()).toEqual([...types].sort());
});

describe('a member ID is an MBI only where it must be', () => {
  test.each(['Medicare Advantage', 'Medicare Part D', 'Medicaid', 'employer'])('not of a plan of type %s', (type) => {
    finds(mbi, `insurance\n  payer: Medicare Plus\n  plan type: ${type}\n  member id: H1234567`);
  });

  test.each([
    'insurance\n  payer: Medicare\n  member id: H1234567',
    'insurance\n  plan type: Medicare\n  group number: H1234567',
    'insurance\n  plan type: Medicare\n  member id: N/A',
    'insurance\n  plan type: Medicare\n  member id: [number]',
    'insurance\n  plan type: [type]\n  member id: H1234567',
    'insurance\n  plan type: Medicare\n  member id: 1EG4-TE5-MK73\nsecondary insurance\n  plan type: employer\n  member id: W1',
  ])('%#: not for %j', (text) => {
    finds(mbi, text);
  });

  test('by its name, whatever the plan; and where the address book has the plan', () => {
    finds(mbi, 'insurance\n  plan type: Medicare Advantage\n  mbi: <|H1234567|>');
    finds(mbi, 'secondary insurance\n  plan type: Medicare\n  member id: <|W1|>');
    const book = { 'v.lmn': 'vocabulary v\ninsurance @medicare\n  payer: Medicare\n  plan type: Medicare' };
    finds(mbi, 'insurance @medicare\n  member id: <|H1234567|>', book);
  });
});

test('fields of a clinic’s own', () => {
  const own = { 'v.lmn': 'vocabulary v\nrecord order\n  service (cpt)\n  registration (dea)\n  card (mbi)' };
  finds(cpt, 'order\n  service: <|2024 visits|>', own);
  finds(dea, 'order\n  registration: <|AB4523763|>', own);
  finds(mbi, 'order\n  card: <|1SG4TE5MK73|>', own);
});

test('ten digits can be several drugs: only a warning', () => {
  expect(finds(ndc, `${lines.ndc!}<|0002143380|>`)[0]?.severity).toBe('warning');
  expect(finds(ndc, `${lines.ndc!}<|1234-567-89|>`)[0]?.severity).toBe('error');
});

test('in templates’ facts, policies and the address book', () => {
  finds(hcpcs, 'policy p\ncodes: 64483; <|x|>\neffective: 2026-01-01');
  finds(pmid, 'vocabulary v\nevidence @lee\n  title: X\n  pmid: <|none|>');
  finds(cpt, 'service line: visits\n  code: <|9715|>');
});

test.each([
  [hcpcs, 'treatment requested: X\n  code:'],
  [cpt, 'treatment requested: X\n  code: [the code]'],
  [cpt, 'treatment requested: 2024 visits in 9921 Main Street\n  quantity: 6448\n  dose: 120\n  units: 2026'],
  [doi, 'evidence @a\n  title: 10.1/x'],
])('%#: not where no code is asked for', (rule, text) => {
  finds(rule, text);
});

describe('a fix writes what is meant, and nothing else', () => {
  test.each<[ValueRule, string, string]>([
    [hcpcs, 'j1745', 'J1745'],
    [hcpcs, 'hcpcs: j1745', 'HCPCS J1745'],
    [cpt, 'CPT code 99213', 'CPT 99213'],
    [cpt, '97110 \u2013 gp', '97110-GP'],
    [ndc, 'NDC 0002\u20131433\u201380', '0002-1433-80'],
    [pmid, 'PMID: 34062143', '34062143'],
    [nct, 'nct 01234567', 'NCT01234567'],
    [loinc, 'LOINC 4548\u20104', '4548-4'],
    [dea, 'ap5836727', 'AP5836727'],
    [mbi, '1eg4 te5 mk73', '1EG4TE5MK73'],
    [doi, 'https://doi.org/10.15585/mmwr.rr7103a1', '10.15585/mmwr.rr7103a1'],
    [doi, '10.15585/mmwr.rr7103a1.', '10.15585/mmwr.rr7103a1'],
  ])('%#: %s becomes %s', (rule, written, right) => {
    const line = lines[rule.id]!;
    mends(rule, `${line}${written}\n`, `${line}${right}\n`);
  });

  test.each([
    [hcpcs, 'J1745, 96413', 'J1745; 96413'],
    [cpt, '64483/64484', '64483; 64484'],
    [hcpcs, 'J1745 and 96413', 'J1745; 96413'],
    [hcpcs, 'J1745, 96413, and 96415', 'J1745; 96413; 96415'],
    [hcpcs, 'J1745 96413', 'J1745; 96413'],
    [cpt, '97110-GP, 97530-59', '97110-GP; 97530-59'],
  ])('%#: parts %s', (rule, written, parted) => mends(rule, `${lines.hcpcs!}${written}`, `${lines.hcpcs!}${parted}`));

  test.each([
    [ndc, lines.ndc!, '0002-1433-80 / 0002-1433-61', ['0002-1433-80', '0002-1433-61']],
    [hcpcs, 'accessory: X\n  code: ', 'E1002, E1003 and E1004', ['E1002', 'E1003', 'E1004']],
  ])('%#: of several for a line that takes one, each may be kept', (rule, line, written, kept) => {
    const [finding] = findingsOf(rule, line + written).findings;
    expect(finding?.message).toContain('this line takes one');
    expect(finding?.fixes.map(({ edits, preferred }) => [edits[0]?.text, preferred])).toEqual(
      kept.map((text) => [text, false]),
    );
  });
});

test('a range of codes takes any space between them', () => {
  finds(cpt, 'policy p "P"\npayer: Blue Mesa\ncodes: 64479  to   64484\n');
  finds(cpt, 'policy p "P"\npayer: Blue Mesa\ncodes: <|64479 to|>\n');
});

test('a range in which no code lies', () => {
  finds(cpt, 'policy p "P"\npayer: Blue Mesa\ncodes: <|64495 to 64490|>; 64483-RT\n');
  finds(hcpcs, 'policy p "P"\npayer: Blue Mesa\ncodes: J1745; <|K0864 to K0848|>\n');
  mends(
    cpt,
    'policy p "P"\npayer: Blue Mesa\ncodes: 64483; 64490-64495\n',
    'policy p "P"\npayer: Blue Mesa\ncodes: 64483; 64490 to 64495\n',
  );
});
