import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contextOf } from '../../../server/src/letter/file-context.js';
import { identityOf } from '../../../server/src/editor/names/named.js';
import { nameAt, namesIn } from '../../../server/src/editor/names/names-in-file.js';
import { rangeOf } from '../../../server/src/language/span.js';
import { parse, workspaceOf } from '../../support/workspace.js';
import { readMarked } from '../../support/marked.js';

const clinic = [
  'vocabulary our-clinic',
  'record infusion (many, also "drip"): Infusions so far.',
  '  drug (text, required, also "agent"): Drug and dose.',
  '  given (when): When.',
  'record patient',
  '  nickname (text): What to call them.',
  'provider @whitfield',
  '  name: Dana Whitfield',
  'evidence @cohen2021',
  '  title: A title',
].join('\n');

const template = [
  'template t "A template"',
  'for: continuation',
  'body parts (text, many, also "sites"): Where.',
  'evidence @own',
  '  title: Of the template',
  '---',
  '## Opening',
  '[patient name] in [sites]',
  '## History #history',
  'Words [@cohen2021; @own]',
].join('\n');

const others = {
  'clinic.lmn': clinic,
  't.lmn': template,
  'u.lmn': 'template u\nbudget (money): Cost.\n---\n## Opening\n',
};

const workspace = workspaceOf(others);

function contextFor(text: string, name = 'x.lmn') {
  const file = parse(`file:///${name}`, text);
  workspace.set(file);
  return contextOf(file, workspace);
}

/** What each marked place names. */
function names(marked: string, name?: string): (string | undefined)[] {
  const { text, offsets } = readMarked(marked);
  const context = contextFor(text, name);
  return offsets.map((offset) => {
    const use = nameAt(context, offset);
    return use && `${use.where.text} = ${identityOf(use.named) ?? 'nothing'}`.trimEnd();
  });
}

describe('a placeholder names part by part', () => {
  test.each([
    ['[ins<|>urance pay<|>er]', ['insurance = record insurance', 'payer = field insurance: payer']],
    ['[<|>Patient’s  Na<|>me]', ['Patient’s = record patient', 'Name = field patient: name']],
    ['[patient d<|>ob]', ['dob = field patient: date of birth']],
    ['[<|>diagnosis]', ['diagnosis = record diagnosis']],
    ['[prior treat<|>ments]', ['prior treatments = record prior treatment']],
    ['[da<|>te]', ['date = field letter: date']],
    ['[le<|>tter su<|>bject]', ['letter = record letter', 'subject = field letter: subject']],
    [
      '[body p<|>arts] [si<|>tes]',
      ['body parts = field of file:///t.lmn: body parts', 'sites = field of file:///t.lmn: body parts'],
    ],
    ['[they h<|>ave] [sig<|>nature]', ['they have = pronoun they have', 'signature = block signature']],
    ['[no such n<|>ame]', ['no such name = nothing']],
    [
      '[@coh<|>en2021] [@ow<|>n] [@nob<|>ody]',
      ['cohen2021 = key evidence @cohen2021', 'own = key evidence @own file:///t.lmn', 'nobody = nothing'],
    ],
  ])('%s', (prose, expected) => {
    expect(names(`case t\n---\n## Opening\n${prose}`)).toEqual(expected);
  });

  test('in a heading, before the heading itself', () => {
    expect(names('case t\n---\n## About <|>[patient n<|>ame]\n')).toEqual([
      'About [patient name] = section of file:///x.lmn: about [patient name]',
      'name = field patient: name',
    ]);
  });
});

describe('a head names', () => {
  test.each([
    ['case <|>t', ['t = template t']],
    ['case t\n<|>date: 2026-11-21', ['date = field letter: date']],
    [
      'case t\n<|>patient\n  <|>name: A\n  <|>nickname: B',
      ['patient = record patient', 'name = field patient: name', 'nickname = field patient: nickname'],
    ],
    ['case t\ndri<|>ps: A\n  age<|>nt: B', ['drips = record infusion', 'agent = field infusion: drug']],
    ['case t\nprovider @whit<|>field', ['whitfield = key provider @whitfield']],
    ['case t\nprovider @so<|>meone\n  name: A', ['someone = key provider @someone file:///x.lmn']],
    ['case t\nsi<|>tes: A', ['sites = field of file:///t.lmn: body parts']],
    ['case t\nbudg<|>et: $5', ['budget = field of file:///u.lmn: budget']],
    [
      'case t\npayer policy: so<|>me-policy; an<|>other',
      ['some-policy = policy some-policy', 'another = policy another'],
    ],
    ['case t\nnonsen<|>se: A', ['nonsense = nothing']],
    ['case t\npatient\na<|>ge: 5\nna<|>me: A', ['age = field patient: age', 'name = field patient: name']],
    [
      'case t\n## Ope<|>ning\n## Other #hist<|>ory\n',
      ['Opening = section of file:///t.lmn: opening', 'history = tag history'],
    ],
    ['case t\n## Oth<|>er #history', ['Other = section of file:///t.lmn: history']],
    ['// lmn-disable-file some-<|>rule -- why\ncase t', ['some-rule = rule some-rule']],
  ])('%s', (marked, expected) => {
    expect(names(marked)).toEqual(expected);
  });

  test('a field that is given again', () => {
    expect(
      names(
        'case t\npatient\n  name: A\n  na<|>me: B\nprovider\n  board certifications: A\n  board certi<|>fications: B',
      ),
    ).toEqual(['name = field patient: name', 'board certifications = field provider: board certifications']);
  });

  test('no line of a continued value', () => {
    expect(names('case t\ninsurance\n  address: A\n    PO B<|>ox: 12')).toEqual([undefined]);
  });
});

describe('declarations name', () => {
  test.each([
    [
      'template <|>x\npai<|>n (text, also "ac<|>he")\n',
      ['x = template x', 'pain = field of file:///x.lmn: pain', 'ache = field of file:///x.lmn: pain'],
    ],
    [
      'vocabulary <|>v\nrecord inf<|>usion\n  note<|>s (text)',
      ['v = vocabulary v', 'infusion = record infusion', 'notes = field infusion: notes'],
    ],
    ['vocabulary v\nrecord le<|>tter\n  moo<|>d (text)', ['letter = record letter', 'mood = field letter: mood']],
    [
      'vocabulary v\nphysician @who<|>ever\n  na<|>me: A',
      ['whoever = key provider @whoever', 'name = field provider: name'],
    ],
    [
      'policy <|>p\nrequire field insur<|>ance pay<|>er',
      ['p = policy p', 'insurance = record insurance', 'payer = field insurance: payer'],
    ],
    ['policy p\npay<|>er: X\nfo<|>r: continuation', ['payer = policy field payer', 'for = field letter: for']],
    [
      'policy p\nrequire 2 evi<|>dence\nrequire section evi<|>dence',
      ['evidence = record evidence', 'evidence = tag evidence'],
    ],
    ['policy p\nlimit 2 pag<|>es', [undefined]],
    [
      'policy p\nrequire one of these\noption latest fin<|>ding "MRI"; prior treat<|>ment "a": words of 2.1\n  res<|>ult: same as diag<|>nosis name',
      [
        'finding = record finding',
        'prior treatment = record prior treatment',
        'result = field finding: result',
        'diagnosis = record diagnosis',
      ],
    ],
    [
      'policy p\nrequire last visti; den<|>ial date\n  outcome given\ndeadline 5 days after den<|>ial da<|>te: 2',
      [undefined, 'denial = record denial', 'date = field denial: date'],
    ],
  ])('%s', (marked, expected) => {
    expect(names(marked)).toEqual(expected);
  });
});

test('of two names that touch, the one that begins at the cursor', () => {
  expect(names('case t\n---\n[patient<|> <|>name]')).toEqual([
    'patient = record patient',
    'name = field patient: name',
  ]);
});

test('a range gives the names of what it touches, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          'case t',
          '\n',
          'patient',
          '  name: A',
          'evidence @own',
          '---',
          '## Opening #history',
          '[patient name]',
          '[@own',
          ']',
          ' ',
          'date: 1',
          '// lmn-disable-file x',
        ),
        { maxLength: 30 },
      ),
      fc.nat(200),
      (parts, at) => {
        const context = contextFor(parts.join(''));
        const whole = namesIn(context).filter(({ where }) => {
          const { start, end } = rangeOf(where);
          return start <= at && at <= end;
        });
        const part = namesIn(context, { start: at, end: at });
        for (const use of whole)
          expect(part.map(({ where, named }) => [rangeOf(where), identityOf(named)])).toContainEqual([
            rangeOf(use.where),
            identityOf(use.named),
          ]);
        for (const { where } of part)
          expect(context.file.text.slice(rangeOf(where).start, rangeOf(where).end)).toBe(where.text);
      },
    ),
    { numRuns: 200 },
  );
});
