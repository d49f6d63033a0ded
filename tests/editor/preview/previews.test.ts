import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { previewTextRequest } from '../../../server/src/preview-protocol.js';
import { shippedFiles } from '../../../server/src/shipped.js';
import { FaultyDisk } from '../../support/faulty-disk.js';
import { Session } from '../../support/session.js';
import { TestPanel } from './support/panel.js';

const caseUri = 'file:///workspace/ruiz.lmn';
const text = `case general-medical-necessity
date: 2026-11-21
patient
  name: Ana Ruiz
  date of birth: 1968-04-09
  pronouns: she
diagnosis
  name: chronic migraine
---
## Rationale
She has 18 headache days a month.

Nothing else has helped.
`;

let session: Session;
let panel: TestPanel;

beforeEach(async () => {
  session = await Session.start({ shipped: shippedFiles });
  panel = new TestPanel(session, 'p');
});

afterEach(() => {
  session.end();
});

async function showCase(source = text): Promise<void> {
  session.openFile(caseUri, source);
  panel.show({ uri: caseUri });
  await panel.settle();
}

/** Types in the place of some words of the case. */
async function replace(words: string, by: string): Promise<void> {
  const start = session.textOf(caseUri)!.indexOf(words);
  session.edit(caseUri, start, start + words.length, by);
  await panel.settle();
}

describe('the paper', () => {
  test('shows the whole letter with its gaps', async () => {
    await showCase();
    expect(panel.words).toContain('Ana Ruiz is a 58-year-old patient with a history of chronic migraine.');
    expect(panel.words).toContain('[insurance payer]');
    expect(panel.status?.gaps.map(({ what }) => what)).toContain('insurance payer: not given');
  });

  test('follows an edit with the one block that it changed', async () => {
    await showCase();
    await replace('18 headache days', '20 headache days');
    expect(panel.words).toContain('She has 20 headache days a month.');
    const patch = panel.updates.at(-1)?.letter;
    const changed = patch?.kind === 'letter' ? patch.sections.filter(({ blocks }) => blocks) : [];
    expect(changed.map(({ blocks }) => [blocks?.removed, blocks?.added.length])).toEqual([[1, 1]]);
    expect(patch).not.toHaveProperty('status');
  });

  test('follows a fact to every place that prints it', async () => {
    await showCase();
    await replace('Ana Ruiz', 'Ana Lopez');
    expect(panel.words).not.toContain('Ruiz');
    expect(panel.words).toContain('Patient Name: Ana Lopez');
    expect(panel.words).toContain('my patient, Ana Lopez,');
  });

  test('sends nothing when nothing on it changes', async () => {
    await showCase();
    const count = panel.updates.length;
    await replace('case general', '// a note\ncase general');
    expect(panel.updates).toHaveLength(count);
  });

  test('shows sections that come, go and change places', async () => {
    await showCase();
    await replace('## Rationale', '## A Section of My Own\nHello.\n\n## Rationale');
    expect(panel.words).toContain('Hello.');
    await replace('## A Section of My Own\nHello.\n\n', '');
    expect(panel.words).not.toContain('Hello.');
    await replace('Nothing else has helped.\n', 'Nothing else has helped.\n\n## One\nFirst.\n\n## Two\nSecond.\n');
    await replace('## One\nFirst.\n\n## Two\nSecond.\n', '## Two\nSecond.\n\n## One\nFirst.\n');
    expect(panel.words).toMatch(/Second\..*First\./);
  });

  test('shows a broken file all the same', async () => {
    await showCase('case general-medical-necessity\n}}} [[[ ::: \n  \tpatient\n name Ana\n## x\n[unclosed');
    expect(panel.words).toContain('Letter of Medical Necessity');
  });

  test('follows the template too', async () => {
    const uri = 'file:///workspace/t.lmn';
    session.openFile(uri, 'template short "Short"\n---\nDear [patient name],\n');
    await showCase('case short\npatient\n  name: Ana Ruiz\n');
    expect(panel.words).toContain('Dear Ana Ruiz,');
    const start = session.textOf(uri)!.indexOf('Dear');
    session.edit(uri, start, start + 4, 'Hello');
    await panel.settle();
    expect(panel.words).toContain('Hello Ana Ruiz,');
  });
});

describe('one update at a time', () => {
  test('while the page is busy nothing is sent; then the newest text is', async () => {
    await showCase();
    panel.confirms = false;
    const count = panel.updates.length;
    await replace('18 headache', '19 headache');
    await replace('19 headache', '20 headache');
    await replace('20 headache', '21 headache');
    expect(panel.updates).toHaveLength(count + 1);
    panel.confirms = true;
    panel.confirm(panel.updates.at(-1)!.version);
    await panel.settle();
    expect(panel.updates).toHaveLength(count + 2);
    expect(panel.words).toContain('She has 21 headache days');
  });

  test('nothing is sent to a hidden panel, and all of it when it is shown again', async () => {
    await showCase();
    panel.hide();
    await panel.settle();
    const count = panel.updates.length;
    await replace('18 headache', '19 headache');
    expect(panel.updates).toHaveLength(count);
    panel.sections = [];
    panel.show({ uri: caseUri });
    await panel.settle();
    expect(panel.words).toContain('She has 19 headache days');
  });

  test('a panel that is hidden in the breath in which it was shown is done with', async () => {
    const onDisk = 'file:///workspace/on-disk.lmn';
    const disk = new FaultyDisk({ [onDisk]: 'case\n---\nHello.\n' });
    disk.faults = ['waits'];
    const slow = await Session.start({ shipped: [], disk });
    const closed = new TestPanel(slow, 'hidden at once');
    closed.show({ uri: onDisk });
    closed.hide();
    await closed.settle();
    expect(disk.reads).toContain(onDisk);
    expect(closed.updates).toEqual([]);
    expect(await slow.client.sendRequest(previewTextRequest, { panel: closed.name })).toBeNull();
    slow.end();
  });

  test('panels do not disturb each other', async () => {
    await showCase();
    const other = new TestPanel(session, 'q');
    panel.confirms = false;
    session.client.onNotification('lmn/preview/update', (update: { panel: string }) => {
      if (update.panel === 'q') other.updates.push(update as never);
    });
    other.show({ uri: caseUri });
    await panel.settle();
    expect(other.updates.length).toBeGreaterThan(0);
  });
});

describe('from the paper to the text', () => {
  const place = (words: string, from = 0) => {
    const before = text.slice(0, text.indexOf(words, from));
    return { line: before.split('\n').length - 1, character: before.split('\n').at(-1)!.length };
  };

  test('a value leads to the fact', async () => {
    await showCase();
    expect(await panel.source(panel.elementOf('chronic migraine'))).toMatchObject({
      uri: caseUri,
      start: place('chronic migraine'),
    });
  });

  test('words of the template lead to the template', async () => {
    await showCase();
    const found = await panel.source(panel.elementOf(' is a '));
    expect(found?.uri).toBe('lmn-shipped:/general-medical-necessity.lmn');
  });

  test('words lead to their new place after edits above them', async () => {
    await showCase();
    await replace('date: 2026-11-21\n', 'date: 2026-11-21\nurgency: standard\n');
    const found = await panel.source(panel.elementOf('Nothing else has helped.'));
    expect(found?.start).toEqual({ line: place('Nothing else').line + 1, character: 0 });
  });

  test('a gap leads to where its line is to be made', async () => {
    await showCase();
    const found = await panel.gap('insurance payer');
    expect(found?.uri).toBe(caseUri);
    expect(found?.insert?.text).toContain('insurance: [');
    expect(await panel.source(panel.elementOf('[insurance payer]'))).toEqual(found);
  });

  test('a blank that is there leads to it', async () => {
    await showCase(text.replace('  pronouns: she', '  pronouns: [he, she or they]'));
    const found = await panel.gap('patient pronouns');
    expect(found?.insert).toBeUndefined();
    expect(found?.start.line).toBe(place('pronouns').line);
  });

  test.each([
    { section: 999, block: 0, mark: 0 },
    { section: 1, block: 999, mark: 0 },
    { section: 1, block: 0, mark: 999 },
  ])('%j is no element', async (element) => {
    await showCase();
    expect(await panel.source(element)).toBeNull();
  });
});

describe('from the text to the paper', () => {
  test('the cursor in prose is in its words', async () => {
    await showCase();
    const line = text.slice(0, text.indexOf('Nothing else')).split('\n').length - 1;
    const found = await panel.elements(caseUri, line, 4);
    expect(found.map((element) => panel.wordsOf(element))).toEqual(['Nothing else has helped.']);
  });

  test('the cursor in a fact is in all that print it, also on its name', async () => {
    await showCase();
    for (const character of [10, 3]) {
      const found = await panel.elements(caseUri, 3, character);
      expect(found.length).toBeGreaterThan(2);
      expect(new Set(found.map((element) => panel.wordsOf(element)))).toEqual(new Set(['Ana Ruiz']));
    }
  });

  test('a fact that nothing prints is nowhere', async () => {
    await showCase(text.replace('diagnosis\n', 'home\n  accessibility: a ramp\ndiagnosis\n'));
    expect(await panel.elements(caseUri, 7, 20)).toEqual([]);
  });
});

describe('the line that is read', () => {
  test('is that of the first own prose in sight, else of the first own value', async () => {
    await showCase();
    const place = (words: string) => {
      const { section, block } = panel.elementOf(words);
      return { section, block };
    };
    const line = async (first: string, last: string) => {
      const params = { panel: 'p', first: place(first), last: place(last) };
      return (await session.client.sendRequest<{ line: number } | null>('lmn/preview/visible', params))?.line;
    };
    const lineOf = (words: string) => text.slice(0, text.indexOf(words)).split('\n').length - 1;
    expect(await line('Nothing else has helped.', ' is at risk of ')).toBe(lineOf('Nothing else'));
    expect(await line(' is a ', 'Nothing else has helped.')).toBe(lineOf('She has'));
    expect(await line(' is at risk of ', ' is at risk of ')).toBe(lineOf('name: Ana'));
    expect(await line('Sincerely,', 'Sincerely,')).toBeUndefined();
  });
});

describe('what is asked right after something was typed is answered for the text with it', () => {
  const above = '// one\n// two\n';
  const typeAbove = () => {
    session.edit(caseUri, 0, 0, above);
  };
  const lineOf = (words: string) => (above + text).slice(0, (above + text).indexOf(words)).split('\n').length - 1;

  test('the words of an element', async () => {
    await showCase();
    const element = panel.elementOf('Nothing else has helped.');
    typeAbove();
    expect((await panel.source(element))?.start.line).toBe(lineOf('Nothing else'));
  });

  test('where a gap is to be written', async () => {
    await showCase(text.replace('  date of birth: 1968-04-09\n', ''));
    typeAbove();
    expect((await panel.gap('patient date of birth'))?.insert?.line).toBe(lineOf('  date of birth'));
  });

  test('the line that is read', async () => {
    await showCase();
    const { section, block } = panel.elementOf('Nothing else has helped.');
    const place = { section, block };
    typeAbove();
    const params = { panel: 'p', first: place, last: place };
    expect(await session.client.sendRequest('lmn/preview/visible', params)).toMatchObject({
      line: lineOf('Nothing else'),
    });
  });

  test('the letter as plain text, also while the page is busy', async () => {
    await showCase();
    panel.confirms = false;
    for (const [before, after] of [
      ['18 headache', '19 headache'],
      ['19 headache', '20 headache'],
    ] as const) {
      const start = session.textOf(caseUri)!.indexOf(before);
      session.edit(caseUri, start, start + before.length, after);
      expect(await session.client.sendRequest(previewTextRequest, { panel: 'p' })).toContain(after);
    }
  });

  test('the cases of a template', async () => {
    await session.settle();
    session.openFile(caseUri, text);
    const uri = 'lmn-shipped:/general-medical-necessity.lmn';
    expect(await session.client.sendRequest('lmn/preview/cases', { uri })).toEqual([caseUri]);
  });
});

describe('other files', () => {
  test('a template shows itself with values that are made up', async () => {
    panel.show({ uri: 'lmn-shipped:/general-medical-necessity.lmn' });
    await panel.settle();
    expect(panel.words).toContain('Sample Patient');
    expect(panel.status?.gaps.every(({ what }) => what.startsWith('Section'))).toBe(true);
    expect(panel.updates.at(-1)?.letter).toMatchObject({ values: 'made-up' });
    expect(JSON.stringify(panel.updates)).toMatch(/data-inherited[^>]*>RE: /);
    expect(JSON.stringify(panel.updates)).not.toMatch(/data-inherited[^>]*>I am writing/);
    const [first, last] = [
      panel.elementOf('Sample Patient'),
      panel.elementOf('I am writing on behalf of my patient, '),
    ];
    expect((await panel.source(first))?.uri).toBe('lmn-shipped:/medical-letter.lmn');
    expect((await panel.source(last))?.uri).toBe('lmn-shipped:/general-medical-necessity.lmn');
  });

  test('a template shows itself with a case that was picked', async () => {
    session.openFile(caseUri, text);
    panel.show({ uri: 'lmn-shipped:/general-medical-necessity.lmn', caseUri });
    await panel.settle();
    expect(panel.words).toContain('Ana Ruiz');
    expect(
      await session.client.sendRequest('lmn/preview/cases', { uri: 'lmn-shipped:/general-medical-necessity.lmn' }),
    ).toEqual([caseUri]);
  });

  test.each([
    ['vocabulary v\n', 'A vocabulary is not a letter'],
    ['policy p\n', 'A payer’s policy is not a letter'],
  ])('%j', async (source, message) => {
    session.openFile(caseUri, source);
    panel.show({ uri: caseUri });
    await panel.settle();
    expect(panel.problem?.message).toContain(message);
    await replace(source, text);
    expect(panel.problem).toBeUndefined();
    expect(panel.words).toContain('Ana Ruiz');
  });

  test('a file that is not there', async () => {
    panel.show({ uri: 'file:///workspace/gone.lmn' });
    await panel.settle();
    expect(panel.problem?.message).toBe('This file cannot be read. It may have been moved or deleted.');
  });
});

describe('masked', () => {
  test('the patient is nowhere: not on the paper, in the list or in the copied text', async () => {
    session.openFile(
      caseUri,
      text.replace('Nothing else', 'For Ms. Ruiz, born April 9, 1968 and 58 years old, nothing else'),
    );
    panel.show({ uri: caseUri, masked: true });
    await panel.settle();
    const copied = await session.client.sendRequest<string>(previewTextRequest, { panel: 'p' });
    for (const shown of [panel.html, copied, JSON.stringify(panel.status)]) {
      for (const value of ['Ana', 'Ruiz', 'April 9', '1968', '58']) expect(shown).not.toContain(value);
    }
    expect(panel.words).toContain('chronic migraine');
    expect(panel.updates.at(-1)?.letter).toMatchObject({ values: 'masked' });
  });

  test('what a section lacks whose heading holds the name leads to where it is to be written all the same', async () => {
    session.openFile('file:///workspace/note.lmn', 'template note\n---\n## Of Ruiz\n[write: what is needed]\n');
    session.openFile(caseUri, text.replace('general-medical-necessity', 'note'));
    panel.show({ uri: caseUri, masked: true });
    await panel.settle();
    const place = await panel.gap('Section \u201cOf \u2039patient name\u203a\u201d');
    expect(place).toMatchObject({ uri: caseUri });
    expect(place?.insert?.text).toContain('## Of Ruiz\n[write: what is needed]');
  });

  test('an edit elsewhere sends only its own block', async () => {
    session.openFile(caseUri, text);
    panel.show({ uri: caseUri, masked: true });
    await panel.settle();
    await replace('18 headache days', '20 headache days');
    const patch = panel.updates.at(-1)?.letter;
    const changed = patch?.kind === 'letter' ? patch.sections.filter(({ blocks }) => blocks) : [];
    expect(changed.map(({ blocks }) => [blocks?.removed, blocks?.added.length])).toEqual([[1, 1]]);
  });
});

test('a hostile case shows its text, and no markup of its own', async () => {
  await showCase(
    text
      .replace('Ana Ruiz', '<img src=x onerror=alert(1)><script>alert(2)</script>')
      .replace('Nothing else has helped.', '<iframe src="https://example.org"></iframe> [x](javascript:alert(3))'),
  );
  expect(panel.words).toContain('<img src=x onerror=alert(1)><script>alert(2)</script>');
  expect(panel.html).not.toMatch(/<(?:img|script|iframe)|javascript:[^<]*"/);
});
