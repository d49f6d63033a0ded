import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CancellationTokenSource, FileChangeType, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { fragmentText } from '../../support/fragments.js';
import { Session } from '../../support/session.js';
import { StockServer } from '../../support/stock-server.js';
import { type Fault, FaultyDisk } from '../../support/faulty-disk.js';
import type { TextsOnDisk } from '../../support/texts-on-disk.js';

const folder = 'file:///workspace';
const shipped = [
  {
    uri: 'lmn-shipped:/standard.lmn',
    text: 'vocabulary standard\nrecord patient\n  name (text): Who.\nrecord letter\n  date (date): When.\nrecord evidence (many)\n  title (text): What.\n',
  },
];
/** Files that hang together in all ways there are: by the names of templates, fields, records, sections, keys and policies. */
const texts: Readonly<Record<string, string>> = {
  'one.lmn':
    'template one "One"\npain (text): What hurts.\n---\n[patient name]\n\n## Opening\n[pain] and [@book].\n\n## More #optional\n[ache]\n',
  'two.lmn': 'template two\nache (text): What aches.\n---\n## Opening\n[ache] of [patient name]\n',
  'our.lmn': 'vocabulary our\nrecord clinic\n  town (text): Where.\n\nevidence @book\n  title: A study\n',
  'rule.lmn': 'policy rule\nrequire field pain\nrequire section Opening\n',
  'a.lmn':
    'case one\npatient\n  name: A\npain: knee\nclinic\n  town: Here\n---\n## Opening\nMine [patient name] [@book]\n',
  'b.lmn': 'case two\nache: arm\npain: knee\n---\n## Openings\n[ache] [clinic town]\n',
  'c.lmn': 'case nowhere\npatient\n  name: C\n',
};
const stock = new StockServer(shipped);
const addresses = Object.keys(texts).map((name) => `${folder}/${name}`);
const names = [
  'one',
  'two',
  'nowhere',
  'pain',
  'ache',
  'clinic',
  'town',
  'book',
  'Opening',
  'patient',
  'rule',
  'case',
  'template',
];

type Step =
  | { readonly do: 'replace'; readonly file: number; readonly which: number; readonly by: string }
  | { readonly do: 'type'; readonly file: number; readonly at: number; readonly length: number; readonly text: string }
  | { readonly do: 'open' | 'close' | 'write' | 'remove'; readonly file: number }
  | { readonly do: 'wait'; readonly turns: number };

const file = fc.nat(addresses.length - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('replace' as const),
      file,
      which: fc.nat(99),
      by: fc.constantFrom(...names),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      file,
      at: fc.nat(400),
      length: fc.constantFrom(0, 0, 1, 2, 9),
      text: fc.oneof(fc.constant(''), fc.constantFrom(...names), fragmentText),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('open' as const, 'close' as const, 'write' as const, 'remove' as const),
      file,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), turns: fc.nat(12) }) },
);

/** Does one step of a person at an editor, with whatever else writes to the disk. Returns at once but for steps that wait. */
async function take(step: Step, session: Session, disk: TextsOnDisk): Promise<void> {
  if (step.do === 'wait') {
    for (let turn = 0; turn < step.turns; turn++) await new Promise((resolve) => setImmediate(resolve));
    return;
  }
  const uri = addresses[step.file] ?? '';
  const text = session.textOf(uri);
  const onDisk = disk.files.get(uri);
  switch (step.do) {
    case 'replace':
    case 'type': {
      if (text === undefined) return;
      const place = step.do === 'type' ? placeOf(text, step) : nameIn(text, step.which);
      if (place) session.edit(uri, place.start, place.end, step.do === 'type' ? step.text : step.by);
      return;
    }
    case 'open':
      if (text === undefined && typeof onDisk === 'string') session.openFile(uri, onDisk);
      return;
    case 'close':
      if (text !== undefined) session.closeFile(uri);
      return;
    case 'write':
      // An open file is saved; one that is closed is changed by somebody else.
      disk.files.set(
        uri,
        text ?? `${typeof onDisk === 'string' ? onDisk : (Object.values(texts)[step.file] ?? '')}\npain: new\n`,
      );
      session.changed(uri, onDisk === undefined ? FileChangeType.Created : FileChangeType.Changed);
      return;
    case 'remove':
      if (disk.files.delete(uri)) session.changed(uri, FileChangeType.Deleted);
  }
}

function placeOf(text: string, { at, length }: { at: number; length: number }): { start: number; end: number } {
  const start = Math.min(at, text.length);
  return { start, end: Math.min(start + length, text.length) };
}

function nameIn(text: string, which: number): { start: number; end: number } | undefined {
  const found = [...text.matchAll(new RegExp(names.join('|'), 'g'))];
  const one = found[which % Math.max(1, found.length)];
  return one && { start: one.index, end: one.index + one[0].length };
}

async function begin(): Promise<{ session: Session; disk: FaultyDisk }> {
  const disk = new FaultyDisk(
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${folder}/${name}`, text])),
  );
  return { disk, session: await Session.start({ shipped, disk, folders: [folder] }) };
}

function openFour(session: Session): void {
  for (const name of ['one.lmn', 'our.lmn', 'a.lmn', 'b.lmn']) session.openFile(`${folder}/${name}`, texts[name] ?? '');
}

/** What the editor shows of each open file, beside what Langium's own builder says of the same texts. */
async function expectRight(session: Session, disk: TextsOnDisk): Promise<void> {
  await session.settle();
  const files = new Map<string, string>();
  for (const [uri, content] of disk.files) if (typeof content === 'string') files.set(uri, content);
  const open = addresses.filter((uri) => session.textOf(uri) !== undefined);
  for (const uri of open) files.set(uri, session.textOf(uri) ?? '');
  const right = await stock.diagnose(files);
  for (const uri of addresses) {
    expect([uri, session.diagnostics.get(uri) ?? []]).toEqual([uri, open.includes(uri) ? right.get(uri) : []]);
    expect([uri, session.hasDocument(uri)]).toEqual([uri, open.includes(uri)]);
  }
}

/** What may go wrong on the way, or be asked. */
type Trouble =
  | { readonly do: 'fault'; readonly faults: readonly Fault[] }
  | { readonly do: 'throw'; readonly times: number }
  | { readonly do: 'vanish' }
  | { readonly do: 'ask'; readonly file: number; readonly kind: string; readonly cancels: boolean };

const kinds = ['documentSymbol', 'hover', 'completion', 'codeAction', 'references', 'codeLens', 'formatting'];
const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  fc.record({
    do: fc.constant('fault' as const),
    faults: fc.array(fc.constantFrom<Fault>('rejects', 'waits', 'half'), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ do: fc.constant('throw' as const), times: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ do: fc.constant('vanish' as const) }),
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('ask' as const),
      file,
      kind: fc.constantFrom(...kinds),
      cancels: fc.boolean(),
    }),
  },
);

/** An editor whose disk and server fail now and then, and which asks without waiting for answers. */
class Troubled {
  private readonly asked: Promise<unknown>[] = [];
  private throws = 0;
  /** What the output channel said so far. */
  readonly told = new Set<string>();

  constructor(
    readonly session: Session,
    readonly disk: FaultyDisk,
  ) {
    const { Validator } = session.server.lmn.letters;
    const right = Validator.validateDocument.bind(Validator);
    Validator.validateDocument = (...about) => {
      if (this.throws === 0) return right(...about);
      this.throws--;
      throw new TypeError('knee of A');
    };
  }

  make(one: Trouble): void {
    switch (one.do) {
      case 'throw':
        this.throws = one.times;
        return;
      case 'vanish':
        this.disk.files.clear();
        this.session.changed(folder, FileChangeType.Deleted);
        return;
      case 'ask':
        this.asked.push(this.ask(addresses[one.file] ?? '', one.kind, one.cancels));
        return;
      case 'fault':
        this.disk.faults.push(...one.faults);
    }
  }

  private async ask(uri: string, kind: string, cancels: boolean): Promise<void> {
    const at = { line: 1, character: 3 };
    const params = {
      textDocument: { uri },
      position: at,
      range: { start: at, end: at },
      context: { includeDeclaration: true, diagnostics: [] },
      options: { tabSize: 2, insertSpaces: true },
    };
    const source = new CancellationTokenSource();
    const answer = this.session.client.sendRequest(`textDocument/${kind}`, params, source.token);
    if (cancels) source.cancel();
    try {
      await answer;
    } catch (error) {
      if (!(error instanceof ResponseError) || error.code !== LSPErrorCodes.RequestCancelled) throw error;
    }
  }

  /** The disk is well again, and says what there is on it; every request has been answered. */
  async recover(): Promise<void> {
    this.throws = 0;
    this.disk.faults = [];
    for (const uri of addresses)
      this.session.changed(uri, this.disk.files.has(uri) ? FileChangeType.Changed : FileChangeType.Deleted);
    await Promise.all(this.asked.splice(0));
    for (const line of this.session.logged.splice(0)) {
      expect(line).toMatch(/ failed: /);
      expect(line).not.toContain('knee');
      this.told.add(line.split(' failed: ')[0] ?? '');
    }
  }
}

test('any edits, openings, closings and deletions, each cutting off the last: in the end the diagnostics are those of the stock builder', () =>
  fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const { session, disk } = await begin();
      try {
        session.openFile(`${folder}/a.lmn`, texts['a.lmn'] ?? '');
        for (const one of steps) await take(one, session, disk);
        await expectRight(session, disk);
        expect(session.logged).toEqual([]);
      } finally {
        session.end();
      }
    }),
    { numRuns: 30 },
  ));

const isLong = process.env['MODE'] === 'long';
const edits = isLong ? 10_000 : 300;

test(
  `${String(edits)} edits of one session, most of them cut off by the next, end with the right diagnostics`,
  async () => {
    const { session, disk } = await begin();
    openFour(session);
    const steps = fc.sample(step, { numRuns: edits, seed: 20261121 });
    for (const [index, one] of steps.entries()) {
      await take(one, session, disk);
      if (index % 250 === 249) await expectRight(session, disk);
    }
    await expectRight(session, disk);
    expect(session.logged).toEqual([]);
    session.end();
  },
  isLong ? 600_000 : 20_000,
);

test(
  `${String(edits)} edits, with readings that fail or are late, checks that fail and folders that vanish: the server lives, answers and is right in the end`,
  async () => {
    const { session, disk } = await begin();
    const troubled = new Troubled(session, disk);
    openFour(session);
    const steps = fc.sample(fc.oneof({ weight: 4, arbitrary: step }, trouble), { numRuns: edits, seed: 20261128 });
    for (const [index, one] of steps.entries()) {
      if (isTrouble(one)) troubled.make(one);
      else await take(one, session, disk);
      if (index % 100 === 99) {
        await troubled.recover();
        await expectRight(session, disk);
      }
    }
    expect([...troubled.told]).toContain('Checking a file');
    session.end();
  },
  isLong ? 600_000 : 20_000,
);

function isTrouble(one: Step | Trouble): one is Trouble {
  return ['fault', 'throw', 'vanish', 'ask'].includes(one.do);
}
