import { describe, expect, test } from 'vitest';
import { printed, printedWhole, prose } from '../support/printed.js';

const treatments = `
prior treatment: Gabapentin
  outcome: not tolerated
prior treatment: Physical therapy
  outcome: partially effective
prior treatment: Naproxen
  outcome: ineffective`;

describe('a placeholder prints the value', () => {
  test.each<[string, string, string, string]>([
    ['of a record', '[patient name]', 'patient\n  name: Ana Ruiz', 'Ana Ruiz'],
    ['of the letter', 'Ref. [reference number].', 'reference number: X-1', 'Ref. X-1.'],
    [
      'of the first field for a record alone',
      '[diagnosis]',
      'diagnosis\n  code: M54.16\n  name: radiculopathy',
      'Radiculopathy',
    ],
    ['as a gap where it is not given', 'Dear [patient name]:', '', 'Dear ‹patient name›:'],
    [
      'as a gap where its bracket is still there',
      '[patient name]',
      'patient\n  name: [full legal name]',
      '‹patient name›',
    ],
    ['as a gap where it is empty', '[patient name]', 'patient\n  name:', '‹patient name›'],
    [
      'literally, whatever it holds',
      '[patient name]',
      'patient\n  name: A*B*C <b> \\* [x] {y} // z',
      'A*B*C <b> \\* [x] {y} // z',
    ],
    ['in a heading', '## Need of [patient name]\nText.', 'patient\n  name: Ana', '## Need of Ana\n\nText.'],
    ['in bold, in a link', '**[date]** [see [x]', 'date: 2026-11-21', 'November 21, 2026 [see ‹unknown: x›'],
    [
      'of `many` as a series',
      '[provider board certifications]',
      'provider\n  board certifications: pain; sleep',
      'pain and sleep',
    ],
  ])('%s', (_, body, head, result) => expect(prose(body, head)).toBe(result));
});

describe('a series', () => {
  test.each<[string, string, string]>([
    ['of one', 'symptom: pain', 'Pain'],
    ['of two', 'symptom: pain\nsymptom: fever', 'Pain and fever'],
    ['of three', 'symptom: pain\nsymptom: fever\nsymptom: rash', 'Pain, fever, and rash'],
    ['gives equal values once', 'symptom: pain\nsymptom: fever\nsymptom: pain', 'Pain and fever'],
    [
      'has semicolons where a value holds a comma',
      'symptom: pain, severe\nsymptom: fever\nsymptom: rash',
      'Pain, severe; fever; and rash',
    ],
    ['passes over a record without the field', 'symptom\n  severity: 3\nsymptom: fever', 'Fever'],
    ['is a gap where all lack it', 'symptom\n  severity: 3\nsymptom\n  severity: 4', '‹symptom name›'],
    ['is a gap where there is no record', '', '‹symptom name›'],
  ])('%s', (_, head, result) => expect(prose('[symptom]', head)).toBe(result));

  test('answers to the plural and to another name', () => {
    expect(prose('[symptoms]; [risks]', 'symptom: pain\nconsequence: falls')).toBe('Pain; falls');
  });

  test('prints dates in the letter’s style', () => {
    expect(
      prose('[finding date]', 'dates: us\nfinding: MRI\n  date: 2026-03-14\nfinding: CT\n  date: March 2025'),
    ).toBe('03/14/2026 and 03/2025');
  });
});

describe('an item or a row is repeated', () => {
  test.each<[string, string, string]>([
    [
      'for each record',
      '- [prior treatment]: [prior treatment outcome]',
      '- Gabapentin: not tolerated\n- Physical therapy: partially effective\n- Naproxen: ineffective',
    ],
    ['in bold', '- **[prior treatment]** failed', '- Gabapentin failed\n- Physical therapy failed\n- Naproxen failed'],
    ['in italics within bold', '1. ***[prior treatment]*** a', '1. Gabapentin a\n2. Physical therapy a\n3. Naproxen a'],
    ['with a check box', '- [ ] [prior treatment]', '- ☐ Gabapentin\n- ☐ Physical therapy\n- ☐ Naproxen'],
    [
      'with its nested items',
      '- [prior treatment]\n  - [prior treatment outcome]',
      '- Gabapentin\n  - not tolerated\n- Physical therapy\n  - partially effective\n- Naproxen\n  - ineffective',
    ],
    [
      'as rows',
      '| Tried | Result |\n|---|---|\n| [prior treatment] | [prior treatment outcome] |',
      'Tried | Result\nGabapentin | not tolerated\nPhysical therapy | partially effective\nNaproxen | ineffective',
    ],
    ['as rows in bold', '| Tried |\n|---|\n| **[prior treatment]** |', 'Tried\nGabapentin\nPhysical therapy\nNaproxen'],
    [
      'not where it only holds the placeholder',
      '- We tried [prior treatment]',
      '- We tried Gabapentin, Physical therapy, and Naproxen',
    ],
    [
      'among other items',
      '- first\n- [prior treatment]\n- last',
      '- first\n- Gabapentin\n- Physical therapy\n- Naproxen\n- last',
    ],
  ])('%s', (_, body, result) => expect(prose(body, treatments)).toBe(result));

  test('for each value of a `many` field', () => {
    expect(prose('- [provider board certifications] since 2010', 'provider\n  board certifications: pain; sleep')).toBe(
      '- pain since 2010\n- sleep since 2010',
    );
    expect(
      printed('case t\nbody parts: back; leg\n---', {
        't.lmn': 'template t\nbody parts (text, many)\n---\n- the [body parts]\n- [body parts]!',
      }),
    ).toBe('- the back and leg\n- back!\n- leg!');
  });

  test('other `many` placeholders in it print their series', () => {
    expect(prose('- [prior treatment] for [symptom]', `${treatments}\nsymptom: pain\nsymptom: fever`)).toContain(
      '- Naproxen for pain and fever',
    );
  });

  test('with a gap where a record lacks its field', () => {
    expect(
      prose(
        '- [prior treatment]: [prior treatment outcome]',
        'prior treatment: A\n  outcome: ineffective\nprior treatment: B',
      ),
    ).toBe('- A: ineffective\n- B: ‹prior treatment outcome›');
  });

  test('once, as a gap, where there is no record', () =>
    expect(prose('- [prior treatment]')).toBe('- ‹prior treatment name›'));
});

describe('the article agrees with a number', () => {
  test.each<[string, string]>([
    ['1968-11-21', 'a 58-year-old'],
    ['2018-11-21', 'an 8-year-old'],
    ['2018-11-22', 'a 7-year-old'],
    ['1946-01-01', 'an 80-year-old'],
    ['2015-11-21', 'an 11-year-old'],
  ])('born %s', (born, result) => {
    const head = `date: 2026-11-21\npatient\n  date of birth: ${born}`;
    expect(prose('a [patient age]-year-old', head)).toBe(result);
    expect(prose('It is a **[patient age]**-year-old', head)).toBe(`It is ${result}`);
    expect(prose('A [patient age]-year-old', head)).toBe(result.replace(/^a/, 'A'));
  });

  test.each<[string, string, string]>([
    ['2026-03-21', 'an 8-month-old', '8 months old'],
    ['2026-03-22', 'a 7-month-old', '7 months old'],
    ['2026-10-21', 'a 1-month-old', '1 month old'],
    ['2026-10-22', 'a 30-day-old', '30 days old'],
    ['2026-11-20', 'a 1-day-old', '1 day old'],
    ['2024-11-22', 'a 23-month-old', '23 months old'],
    ['2024-11-21', 'a 2-year-old', '2 years old'],
  ])('an infant born %s', (born, before, behind) => {
    const head = `date: 2026-11-21\npatient\n  date of birth: ${born}`;
    expect(prose('a [patient age]-year-old', head)).toBe(before);
    expect(prose('It is a **[patient age]**-year-old girl', head)).toBe(`It is ${before} girl`);
    expect(prose('now [patient age] years old.', head)).toBe(`now ${behind}.`);
    expect(prose('Age: [patient age]', head)).toBe(`Age: ${behind.replace(/ (?:years )?old$/, '')}`);
  });

  test('and with a word', () => expect(prose('a [symptom] day', 'symptom: awful')).toBe('an awful day'));
  test('an age without a birth date is a gap of the birth date', () =>
    expect(prose('[patient age]', 'date: 2026-11-21')).toBe('‹patient date of birth›'));
  test('an age without a date is a gap of the date', () =>
    expect(prose('[patient age]', 'patient\n  date of birth: 1968-01-01')).toBe('‹date›'));
});

describe('a noun agrees with what stands beside it', () => {
  const years = (count: string) =>
    prose('for [provider years of experience] years.', `provider\n  years of experience: ${count}`);

  test('one year, two years', () =>
    expect([years('1'), years('2'), years('11')]).toEqual(['for 1 year.', 'for 2 years.', 'for 11 years.']));
  test('a word that is no plural stays', () =>
    expect(prose('[enclosure count] enclosures, [enclosure count] series', 'enclosure: Notes')).toBe(
      '1 enclosure, 1 series',
    ));

  const plain = (text: string) =>
    prose('code [treatment requested code].', `treatment requested: a chair\n  code: ${text}`);

  test('one code, two codes', () => {
    expect(plain('K0861')).toBe('code K0861.');
    expect(plain('K0861; E1007')).toBe('codes K0861 and E1007.');
    expect(plain('K0861; E1007; E1002')).toBe('codes K0861, E1007, and E1002.');
  });
});

describe('what is put together from facts', () => {
  const named = (fields: string) =>
    prose("[Patient short name] came. It is [patient short name]'s.", `patient: Jane Doe\n${fields}`);

  test('the short name is the form of address, else the name', () => {
    expect(named('  form of address: Ms. Doe')).toBe("Ms. Doe came. It is Ms. Doe's.");
    expect(named('')).toBe("Jane Doe came. It is Jane Doe's.");
    expect(prose('[patient short name]')).toBe('\u2039patient name\u203a');
  });

  test('the greeting is to a name or role, else to whom it may concern', () => {
    expect(prose('[representative greeting]:', 'representative: Medical Director')).toBe('Dear Medical Director:');
    expect(prose('[representative greeting]:')).toBe('To Whom It May Concern:');
  });

  test.each([
    ['quantity: 12 visits', '12 visits'],
    ['duration: 12 months', 'for 12 months'],
    ['duration: for life', 'For life'],
    ['quantity: 12 visits\n  frequency: twice a week\n  duration: six weeks', '12 visits, twice a week, for six weeks'],
    ['frequency: once a month\n  duration: one year', 'Once a month, for one year'],
    ['frequency: once a month', '\u2039treatment requested quantity\u203a'],
    ['dose: 5 mg', '\u2039treatment requested quantity\u203a'],
  ])('the amount of %s', (fields, amount) =>
    expect(prose('[treatment requested amount]', `treatment requested: X\n  ${fields}`)).toBe(amount),
  );

  test('the letterhead needs address and phone, unless the practice has its own', () => {
    const gaps = '\u2039practice address\u203a\nPhone \u2039practice phone\u203a';
    expect(prose('[letterhead]', 'practice: Mesa')).toBe(`Mesa\n${gaps}`);
    expect(prose('[letterhead]', 'practice: Mesa\n  letterhead: Mesa Clinic\n    Taos')).toBe('Mesa Clinic\nTaos');
  });

  test('the title stands with the name', () =>
    expect(prose('[signature]', 'provider: Bo Li\n  title: Director\n  credentials: MD\n  npi: 1234567893')).toBe(
      '____\nBo Li, MD\nDirector\nNPI 1234567893',
    ));
});

describe('since is said once', () => {
  test.each([
    ['since 2024', 'since 2024'],
    ['2024', 'since 2024'],
    ['Since March 2024', 'since March 2024'],
  ])('%s', (onset, result) =>
    expect(prose('ill since [diagnosis onset].', `diagnosis: ataxia\n  onset: ${onset}`)).toBe(`ill ${result}.`),
  );

  test('where nothing says it before, the value does', () =>
    expect(prose('ill, [diagnosis onset]', 'diagnosis: ataxia\n  onset: since 2024')).toBe('ill, since 2024'));
});

describe('pronouns', () => {
  test.each<[string, string, string, string]>([
    ['they', 'he', 'she', 'they'],
    ['them', 'him', 'her', 'them'],
    ['their', 'his', 'her', 'their'],
    ['theirs', 'his', 'hers', 'theirs'],
    ['themselves', 'himself', 'herself', 'themselves'],
    ['they are', 'he is', 'she is', 'they are'],
    ['they have', 'he has', 'she has', 'they have'],
    ['they were', 'he was', 'she was', 'they were'],
    ['they carry', 'he carries', 'she carries', 'they carry'],
    ['they can', 'he can', 'she can', 'they can'],
    ['they went', 'he went', 'she went', 'they went'],
    ['they do', 'he does', 'she does', 'they do'],
  ])('[%s]', (written, he, she, they) => {
    const say = (pronoun: string) => prose(`So [${written}] go.`, `patient\n  pronouns: ${pronoun}`);
    expect([say('he'), say('she'), say('they')]).toEqual([he, she, they].map((word) => `So ${word} go.`));
  });

  test.each<[string, string]>([
    ['[they have] pain.', 'She has pain.'],
    ['It hurts. [they] rest.', 'It hurts. She rest.'],
    ['It hurts! [Their] leg.', 'It hurts! Her leg.'],
    ['When [Their] leg hurts', 'When Her leg hurts'],
    ['Seen by Dr. [they] know', 'Seen by Dr. she know'],
    ['First line\n[they] rest', 'First line\nshe rest'],
    ['First.\n[they] rest', 'First.\nShe rest'],
    ['- [they] rest', '- She rest'],
    ['“[they] rest”', '“She rest”'],
    ['[patient name]. [they] rest', '‹patient name›. She rest'],
    ['It hurts. [they need] rest.', 'It hurts. She needs rest.'],
    ['So [They Need] rest, and [they do] not.', 'So She needs rest, and she does not.'],
    ['[they needs] rest', '‹unknown: they needs› rest'],
  ])('%s', (body, result) => expect(prose(body, 'patient\n  pronouns: she')).toBe(result));

  test.each(['', 'patient\n  name: Ana', 'patient\n  pronouns: it'])('are never guessed: %j', (head) => {
    expect(prose('So [they] rest.', head)).toBe('So ‹patient pronouns› rest.');
  });
});

test('a field that is called so wins over a pronoun with its verb', () =>
  expect(printed('case t\n---\n', { 't.lmn': 'template t\nthey need (text): x\n---\n[they need]' })).toBe(
    '‹they need›',
  ));

describe('optional text', () => {
  const given = 'reference number: X-1\nsymptom: pain';
  test.each<[string, string, string]>([
    ['prints with its value', '{The number is [reference number].}', 'The number is X-1.'],
    ['is gone without it', 'A.{ B [urgency].} C.', 'A. C.'],
    ['needs every value', '{[reference number] and [urgency]}', ''],
    ['leaves no double space', 'one {[urgency]} two', 'one two'],
    ['leaves no space at a line’s end', 'one {[urgency]}\ntwo', 'one\ntwo'],
    ['holds bold', '{**No.** [reference number]}', 'No. X-1'],
    ['stands within bold', '**a{ [urgency]} b**', 'a b'],
    ['spans lines', 'x {a [reference number]\nb} y', 'x an X-1\nb y'],
    ['is gone over lines', 'x {a [urgency]\nb} y', 'x y'],
    ['takes its line away', 'one\n{[urgency]}\ntwo', 'one\ntwo'],
    ['takes a bold line away', 'one\n**{[urgency]}**\ntwo', 'one\ntwo'],
    ['takes its item away', '- one\n- {[urgency]}\n- two', '- one\n- two'],
    ['takes the list away', 'a\n\n- {[urgency]}', 'a'],
    ['takes its row away', '| a |\n|---|\n| {[urgency]} |\n| b |', 'a\nb'],
    ['leaves a row that has other cells', '| a | b |\n|---|---|\n| {[urgency]} | c |', 'a | b\n | c'],
    ['takes a table of nothing away', '| a |\n|---|\n| {[urgency]} |', ''],
    ['takes a subheading away', '### {[urgency]}\nx', 'x'],
    ['takes a quotation away', '> {[urgency]}\n\nx', 'x'],
    ['twice in a line', '{a [urgency]}{b [reference number]}', 'b X-1'],
    ['is gone with a citation that nobody gives', 'x{ [@nobody]}', 'x'],
    ['is not nested: the first brace is text', '{a {b [reference number]}', '{a b X-1'],
    ['ends in its paragraph', '{a\n\nb [reference number]}', '{a\n\nb X-1}'],
    ['without a placeholder prints its text', '{only words}', 'only words'],
    ['keeps an escaped brace', '\\{a\\} {\\} [reference number]}', '{a} } X-1'],
    ['counts a derived count of none as lacking', 'x{ with [enclosure count] papers}', 'x'],
    ['counts what there is', 'x{ with [symptom]}', 'x with pain'],
  ])('%s', (_, body, result) => expect(prose(body, given)).toBe(result));

  test('a count of none prints outside braces', () => expect(prose('[enclosure count] papers')).toBe('0 papers'));
  test('a count prints', () =>
    expect(prose('{[enclosure count] papers}', 'enclosure: a\nenclosure: b')).toBe('2 papers'));
  test('leaves no gap behind', () => expect(printed('case\n---\n{[urgency] [@x]}')).toBe(''));
});

describe('citations', () => {
  const book = {
    'book.lmn':
      'vocabulary v\nevidence @a\n  title: Alpha\n  year: 2020\nevidence @b\n  title: Beta\n  year: 2021\nguideline @g\n  name: Gamma\n  organization: Society\n  year: 2019',
  };
  const whole = (body: string, head = '') => printedWhole(`case\n${head}\n---\n${body}`, book);

  test('are numbered in the order of first citation', () => {
    expect(whole('x [@b]\ny [@a; @b]')).toContain('x ^1\ny ^1,2');
    expect(whole('x [@b]\ny [@a]')).toContain('References\n1. Beta.');
  });

  test.each(['[@a;@b]', '[@a ; @b]', '[@a, @b]', '[@A; @B]'])('%s', (written) =>
    expect(whole(written)).toContain('^1,2'),
  );
  test('a key that nobody gives is a gap', () => expect(whole('x [@zeta]')).toContain('x ‹@zeta›'));
  test('beside one that is given', () => expect(whole('x [@a; @zeta]')).toContain('x ^1‹@zeta›'));
  test('a source of the case itself', () =>
    expect(whole('x [@own]', 'evidence @own\n  title: Own')).toContain('1. Own.'));
  test('a title that goes on in the next line is one', () =>
    expect(whole('x [@own]', 'evidence @own\n  title: Own\n    words')).toContain('1. Own words.'));
  test('[evidence citation] numbers the source of its item', () => {
    expect(whole('- [evidence title] [evidence citation]', 'evidence @b\nevidence @a')).toContain(
      '- Beta ^1\n- Alpha ^2',
    );
  });
  test('[evidence citation] in running text numbers all', () =>
    expect(whole('x [evidence citation]', 'evidence @b\nevidence @a')).toContain('x ^1,2'));
  test('a guideline is cited with its key too', () => {
    expect(whole('x [@g]')).toContain('x ^1');
    expect(whole('x [@g]')).toContain('1. Society. Gamma.');
  });
  test('none cited, no references', () => expect(whole('x', 'evidence @a')).not.toContain('References'));
});

describe('what prints itself', () => {
  test.each([
    'as he said [sic] then',
    'words [emphasis added]',
    'see [1] and [0.45–0.84]',
    '[ ] alone, [] and [—]',
    'a [link (see',
    '> 50 % of cases',
    '>no space',
    '2021. The patient came',
    'HLA-B*27 and 2*3*4',
    'a * b * c',
    '***',
    '5 > 3 < 7 &amp; &lt;',
    '<b>bold</b> <script>x</script>',
    '`code` and ```fence```',
    '# not a heading',
    'snake_case_name and __this__',
    'Title\n=====',
    '+ plus',
    '1) one',
    '~~struck~~',
    'http://x.org https://y.org',
    '[1](see below)',
    'a  b',
    'C:\\dir\\new',
    '# 1 priority',
    '—--',
    'a -- b',
    '{',
    '}',
    '[',
    ']',
    '-',
    '_x_',
    'a^2 ~ b',
    '|',
    'a | b',
    'x\n| y',
  ])('%j', (text) => expect(prose(text)).toBe(text === '-' ? '- ' : text));

  test.each<[string, string]>([
    ['\\[patient name\\]', '[patient name]'],
    ['\\*not italic\\*', '*not italic*'],
    ['HLA-B\\*27', 'HLA-B*27'],
    ['\\- not a list', '- not a list'],
    ['1\\. not a list', '1. not a list'],
    ['\\> not a quotation', '> not a quotation'],
    ['\\### not a heading', '### not a heading'],
    ['a \\\\ b', 'a \\ b'],
    ['| a \\| b | c |\n|---|---|', 'a | b | c'],
  ])('escaped: %j', (text, result) => expect(prose(text)).toBe(result));

  test.each<[string, string]>([
    ['- [ ] box', '- ☐ box'],
    ['- [x] box', '- ☑ box'],
    ['- [X] box', '- ☑ box'],
    ['* [ ] box', '- ☐ box'],
    ['• [x] box', '- ☑ box'],
    ['1. [x] box', '1. ☑ box'],
    ['> - [x] box', '> - ☑ box'],
    ['- [ ]', '- ☐ '],
  ])('%j', (text, result) => expect(prose(text)).toBe(result));

  test.each<[string, string]>([
    ['[a link](https://example.org)', 'a link'],
    ['[mail](mailto:a@example.org)', 'mail'],
    ['[a (b)](https://example.org/x_(y))', 'a (b)'],
    ['[drug](see below)', '‹unknown: drug›(see below)'],
    ['[js](javascript:x)', '‹unknown: js›(javascript:x)'],
    ['[http](http://x.org)', '‹unknown: http›(http://x.org)'],
  ])('%j', (text, result) => expect(prose(text)).toBe(result));
});

describe('help', () => {
  test('is a gap', () => expect(prose('[write: why this drug]')).toBe('‹write: why this drug›'));
  test.each(['[Write: x]', '[ write : x ]', '[WRITE:x]'])('%s', (written) => expect(prose(written)).toBe('‹write: x›'));
  test('without words', () => expect(prose('[write:]')).toBe('‹write: ›'));
  test('in a table with a bar in it', () =>
    expect(prose('| a | b |\n|---|---|\n| [write: x | y] | c |')).toBe('a | b\n‹write: x | y› | c'));
});

describe('blocks', () => {
  const people = `
practice
  name: Mesa Pain
  address: 1 Road
    Town, NM 87102
  phone: 505-555-0140
  fax: 505-555-0141
provider
  name: Dana Whitfield
  credentials: MD
  npi: 1234567893
co-signer
  name: Lee Okafor
  credentials: DPT
enclosure: Notes
  date: May 2026
copy: the patient`;

  test('[letterhead]', () =>
    expect(prose('[letterhead]', people)).toBe(
      'Mesa Pain\n1 Road\nTown, NM 87102\nPhone 505-555-0140 · Fax 505-555-0141',
    ));
  test('[letterhead] as the practice words it', () => {
    expect(prose('[letterhead]', 'practice\n  name: X\n  letterhead: Our\n    Paper\n  logo: a/logo.png')).toBe(
      '(a/logo.png)\nOur\nPaper',
    );
  });
  test('[signature]', () => {
    expect(prose('[signature]', people)).toBe('____\nDana Whitfield, MD\nNPI 1234567893\n____\nLee Okafor, DPT');
    expect(prose('[signature]', 'provider\n  name: D\n  signature: p/d.png')).toBe('(p/d.png)\nD');
  });
  test('[enclosures]', () => expect(prose('[enclosures]', people)).toBe('Enclosures:\n- Notes, May 2026'));

  test('print at the end, in the usual order, where the prose prints them nowhere', () => {
    expect(printedWhole(`case${people}\nevidence @a\n  title: Alpha\n---\nx [@a]`)).toBe(
      'x ^1\n\n____\nDana Whitfield, MD\nNPI 1234567893\n____\nLee Okafor, DPT\n\nEnclosures:\n- Notes, May 2026\n\ncc:\n- the patient\n\nReferences\n1. Alpha.',
    );
  });

  test.each([
    '[signature]',
    '- [signature]',
    '> [signature]',
    '**[signature]**',
    '{[signature]}',
    'Sincerely, [signature] Bye',
  ])('once: %s', (body) => {
    expect(printedWhole(`case${people}\n---\n${body}`).split('Dana Whitfield')).toHaveLength(2);
  });

  test('stand by themselves where they are asked for within a line', () => {
    expect(prose('Sincerely,\n[signature]\nBye', 'provider\n  name: D')).toBe('Sincerely,\n\n____\nD\n\nBye');
  });

  test('copies are not listed again where the prose names them', () => {
    expect(printedWhole(`case${people}\n---\nA copy goes to [copy].`)).not.toContain('cc:');
    expect(printedWhole(`case${people}\n---\nNo copies.`)).toContain('cc:\n- the patient');
  });

  test('enclosures are listed even where the prose speaks of them', () => {
    expect(printedWhole(`case${people}\n---\nEnclosed: [enclosure].`)).toContain('Enclosures:\n- Notes');
  });
});

describe('a value of several lines', () => {
  const head = 'insurance\n  payer: Blue\n  address: Box 1\n    Town, NM\n\n    USA\nexpected: x';
  test.each<[string, string]>([
    ['[insurance address]', 'Box 1\nTown, NM\n\nUSA'],
    ['**[insurance address]**', 'Box 1\nTown, NM\n\nUSA'],
    ['{[insurance address]}', 'Box 1\nTown, NM\n\nUSA'],
    ['a\n[insurance address]\nb', 'a\nBox 1\nTown, NM\n\nUSA\nb'],
    ['at [insurance address].', 'at Box 1, Town, NM, USA.'],
    ['- [insurance address]', '- Box 1, Town, NM, USA'],
  ])('%j', (body, result) => expect(prose(body, head)).toBe(result));

  test('has spaces where it is no address', () =>
    expect(prose('So [urgency reason].', 'urgency reason: one\n  two\n\n  three')).toBe('So one two three.'));
});
