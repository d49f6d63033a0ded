import fc from 'fast-check';
import { marked, type Token } from 'marked';
import { beforeAll, describe, expect, test } from 'vitest';
import { MarkupContent } from 'vscode-languageserver';
import { allRules } from '../../../server/src/rules/all-rules.js';
import { closeFile, type OpenFolder, openFile, openFolder } from '../../support/folder.js';
import { readMarked } from '../../support/marked.js';

let folder: OpenFolder;

beforeAll(async () => {
  folder = await openFolder({
    'clinic.lmn': [
      'vocabulary our-clinic "Mesa Pain Clinic"',
      'evidence @cohen2021',
      '  title: Chronic pain',
      '  authors: Cohen SP',
      '  journal: Lancet',
      '  year: 2021',
      'provider @whitfield',
      '  name: Dana Whitfield',
      '  credentials: MD',
    ].join('\n'),
    't.lmn': [
      'template t "A template"',
      'for: continuation',
      'pain (text, also "ache"): What hurts, e.g. the <b>back</b>.',
      'parts (text, many): Which parts.',
      '---',
      'Dear [insurance payer]',
      '## Opening',
      '[patient name] has [pain] since [date].',
      '## Own words',
      '[write: what happened]',
      '## Extra #evidence #optional',
      '{[reference number]}',
    ].join('\n'),
    'p.lmn': 'policy some-policy "Some policy"\npayer: A payer\nrequire field last visit within 60 days: Section 3\n',
  });
});

let opened = 0;

/** The Markdown shown at the marker, backslashes taken out; undefined when nothing is shown. */
async function hover(markedText: string): Promise<string | undefined> {
  const { text, offsets } = readMarked(markedText);
  const document = await openFile(folder, `hover-${String(opened++)}.lmn`, text);
  const params = {
    textDocument: { uri: document.uri.toString() },
    position: document.textDocument.positionAt(offsets[0] ?? 0),
  };
  const found = await folder.lmn.lsp.HoverProvider?.getHoverContent(document, params);
  await closeFile(folder, document);
  if (!found) return undefined;
  if (!MarkupContent.is(found.contents)) throw new Error('The hover is not Markdown.');
  return found.contents.value;
}

async function plain(markedText: string): Promise<string | undefined> {
  return (await hover(markedText))?.replace(/\\(?=\W)/g, '').replace(/ {2}\n/g, '\n');
}

test('a clause is read out beside its names, and its names say what they are', async () => {
  const clause = (marked: string) =>
    plain(`policy another-policy "Another policy"\npayer: Another\n${marked}: Section 3\n`);
  expect(await clause('requ<|>ire last visit within 60 days')).toMatch(
    /^Section 3\n\nRequired: last visit, which is within 60 days /,
  );
  expect(await clause('require last vi<|>sit within 60 days')).toMatch(/^\*\*last visit\*\*/);
});

describe('a field shows', () => {
  test('who asks for it, with a link to the clause, and how the letter stands to it', async () => {
    const asked = '\n- [Some policy](file:///workspace/p.lmn#L3): Section 3 (is not met)';
    const head = 'case t\ndate: 2026-11-21\ninsurance: A payer\n';
    const shown = await plain(`${head}last vi<|>sit: 2026-01-02\n`);
    expect(shown).toContain(asked);
    expect(shown).toContain('Asked for by:\n\n- [Continuation or renewal](lmn-shipped:/kinds/continuation.lmn#L7): ');
    expect(await plain(`${head}---\n## A\n[last vi<|>sit]`)).toContain('Section 3 (is open)');
    expect(await plain(`${head}reference num<|>ber: 7\n`)).not.toContain('Some policy');
    expect(await plain('case t\nlast vi<|>sit: 2026-01-02\n')).not.toContain('Some policy');
  });

  test('what to write and how, what it prints and where', async () => {
    const shown = await plain('case t\ndate: 2026-03-14\n---\n## Opening\n[template text] [da<|>te]');
    expect(shown).toMatch(/^\*\*date\*\*\n\nThe day on the letter\./);
    expect(shown).toContain('A date, e.g. 2026-03-14');
    expect(shown).toContain('\n\nPrints: March 14, 2026\n\n');
    expect(shown).toContain('Printed in: Opening');
  });

  test.each([
    ['on its label, the value there', 'case t\npatient\n  na<|>me: Maria Alvarez\n---', 'Prints: Maria Alvarez'],
    ['on a placeholder', 'case t\npatient: x\n  name: Maria Alvarez\n---\n[patient na<|>me]', 'Prints: x'],
    [
      'on one of several records, its own',
      'case t\nprior treatment: A\n  outcome: ineffective\nprior treatment: B\n  out<|>come: not tolerated',
      'Prints: not tolerated',
    ],
    [
      'on a placeholder of several, the series',
      'case t\nprior treatment: A\nprior treatment: B\n---\n[prior treatment na<|>me]',
      'Prints: A and B',
    ],
    ['several values', 'case t\npar<|>ts: back; leg', 'Prints: back; leg'],
    [
      'an address, where it stands alone on its line',
      'case t\ninsurance\n  address: A\n    B\n---\n[insurance addr<|>ess]',
      'Prints: A\nB',
    ],
    [
      'what is derived',
      'case t\ndate: 2026-11-21\npatient\n  date of birth: 1968-03-14\n---\n[patient a<|>ge]',
      'Prints: 58',
    ],
    [
      'what is computed',
      'case t\ndate: 2026-11-21\nstart of care: 2025-05-12\n---\n[time in c<|>are]',
      'Computed by the program: time from start of care to date.',
    ],
    [
      'what a computed fact prints',
      'case t\ndate: 2026-11-21\nstart of care: 2025-05-12\n---\n[time in c<|>are]',
      'Prints: 18 months',
    ],
    ['what is not given', 'case t\n---\n[pa<|>in]', '*Not given yet.*'],
    ['an empty line', 'case t\npa<|>in: [where it hurts]', '*Not given yet.*'],
    ['what the signature prints', 'case t\nprovider\n  creden<|>tials: MD', 'Printed in: the end'],
    ['what the fixed beginning prints', 'case t\n---\n[insurance pay<|>er]', 'Printed in: the beginning'],
    [
      'what the letterhead prints',
      'case t\npractice: Mesa Pain Clinic\n  lo<|>go: logo.png\n---\n## Top\n[letterhead]',
      'Printed in: Top',
    ],
    [
      'what the list of references prints',
      'case t\nevidence @lee\n  ti<|>tle: A trial\n---\n## Top\nIt helps. [@lee]\n\n## Sources\n[references]',
      'Printed in: Sources',
    ],
    ['what is printed nowhere', 'case t\nurg<|>ency: standard', 'Printed nowhere in this letter.'],
    ['its other names', 'case t\npa<|>in: x', 'Also called: ache'],
  ])('%s', async (_, text, expected) => {
    expect(await plain(text)).toContain(expected);
  });

  test('in a template, the sections that name it, and no value', async () => {
    const shown = await plain('template x\nache (text): Where.\n---\n[ac<|>he]\n## One\n[ache]\n## Two\n');
    expect(shown).toContain('Printed in: the beginning; One');
    expect(shown).not.toContain('Not given');
  });
});

describe('other names show what they stand for', () => {
  test.each([
    [
      'a record',
      'case t\nprior treat<|>ment: A\nprior treatment: B',
      ['**prior treatment**', 'May be given several times.', 'Given 2 times.', 'Prints: A and B'],
    ],
    ['a record that is not given', 'case t\n---\n[diag<|>nosis]', ['**diagnosis**', '*Not given yet.*']],
    ['a key', 'case t\nprovider @whit<|>field', ['**provider @whitfield**', 'name: Dana Whitfield\ncredentials: MD']],
    [
      'a key whose lines the case overrides',
      'case t\nprovider @whit<|>field\n  credentials: DO',
      ['name: Dana Whitfield', 'credentials: DO'],
    ],
    ['a citation', 'case t\n---\n[@co<|>hen2021]', ['Prints as number 1: Cohen SP. Chronic pain. Lancet. 2021.']],
    ['a source that is not cited', 'case t\nevidence @co<|>hen2021', ['Prints when it is cited: Cohen SP.']],
    [
      'a source in the address book',
      'vocabulary w\nevidence @coh<|>en2021\n  title: Other',
      ['Prints when it is cited: Cohen SP.'],
    ],
    [
      'a template',
      'case <|>t',
      [
        '**A template**',
        'For: continuation',
        'Needs: insurance payer; patient name; pain; date',
        'To be written: Own words',
        'Optional sections: Extra',
      ],
    ],
    [
      'a shipped template',
      'case chronic-pain-contin<|>uation',
      ['**Continuation of chronic pain management**', 'A template that ships with LMN.'],
    ],
    [
      'a policy',
      'case t\npayer policy: some-pol<|>icy',
      ['**Some policy**', 'Payer: A payer', '- require field last visit within 60 days: Section 3'],
    ],
    [
      'a kind of letter',
      'case t\nfor: appea<|>l-2',
      [
        '**Second appeal**',
        'After a denied first appeal',
        'Takes the clauses of: appeal-1',
        '- require first appeal date',
      ],
    ],
    [
      'how soon the payer has to decide',
      'case t\nfor: new<|>-pa\nurgency: standard\ninsurance\n  plan type: employer',
      ['Decided within 15 days (29 CFR 2560.503', 'confirm it on the notice'],
    ],
    ['a role', 'case t\n---\n## A #his<|>tory', ['**#history**', 'history']],
    ['a flag', 'template x\n---\n## A #opt<|>ional', ['**#optional**', 'Printed when']],
    ['a pronoun', 'case t\npatient\n  pronouns: she\n---\nI saw [the<|>m].', ['**them**', 'Prints: her']],
    ['a pronoun that nobody gives', 'case t\n---\nI saw [the<|>m].', ['*Not given yet.*']],
    ['a block', 'case t\n---\n[signa<|>ture]', ['**signature**', 'NPI']],
    ['a heading', 'case t\n---\n## My #evid<|>ence', ['**#evidence**']],
    [
      'a heading that takes the place of another',
      'case t\n---\n## Mi<|>ne #evidence',
      ["Takes the place of the template's section **Extra**", '#evidence #optional'],
    ],
    ['a heading that the case adds', 'case t\n---\n## Mi<|>ne', ['A section that this case adds']],
  ])('%s', async (_, text, expected) => {
    const shown = await plain(text);
    for (const part of expected) expect(shown).toContain(part);
  });

  test('a rule in a suppression', async () => {
    const [rule] = allRules;
    const shown = await plain(`// lmn-disable-file <|>${rule!.id} -- a reason\ncase t`);
    expect(shown).toBe(`**${rule!.id}** (${rule!.severity})\n\n${rule!.summary}\n\n${rule!.why}`);
  });
});

test.each([
  ['a name that nobody declares', 'case t\n---\n[no su<|>ch]'],
  ['a word of the text', 'case t\n---\nWor<|>ds'],
  ['a template that is not there', 'case no-su<|>ch'],
  ['a rule that is not there', '// lmn-disable-file no-su<|>ch -- why\ncase t'],
])('%s shows nothing', async (_, text) => {
  expect(await hover(text)).toBeUndefined();
});

test('damaged files', async () => {
  expect(await plain('case t "\npain: [\n patient\n---\n[pa<|>in] [patient {[pain] [@\n## [pain')).toContain(
    'Prints: [',
  );
  expect(await plain('case\npatient\nname: A\n[patient na<|>me')).toBeUndefined();
});

test('help and values are text, whatever is in them', async () => {
  const shown = await hover('case t\npa<|>in: x');
  expect(shown).toContain('\\<b\\>back\\<');
  const character = fc.constantFrom(
    ...Array.from('aZ0 .*_`~<>[]()!#|&;/@-+=\\$"'),
    'https://',
    '<img src=x>',
    '](http',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(character, { maxLength: 12 }), async (parts) => {
      const value = `a${parts.join('')}b`;
      const text = await hover(`case t\npa<|>in: ${value}\n`);
      expect(kindsOf(marked.lexer(text ?? ''))).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

const harmless = new Set(['paragraph', 'text', 'escape', 'br', 'strong', 'em', 'space']);

function kindsOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => [
    ...(harmless.has(token.type) ? [] : [token.type]),
    ...('tokens' in token && token.tokens ? kindsOf(token.tokens) : []),
  ]);
}
