import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readVerb } from '../../server/src/knowledge/verbs.js';

/** What stands behind *she*, by what stands behind *they*. */
const THIRD: readonly (readonly [string, string])[] = pairs(`
  need needs, want wants, require requires, take takes, receive receives, use uses, live lives, work works, walk walks, eat eats, drink drinks, sleep sleeps,
  see sees, say says, pay pays, play plays, stay stays, enjoy enjoys, employ employs, buy buys, lay lays, obey obeys, survey surveys, display displays,
  carry carries, try tries, apply applies, rely relies, deny denies, study studies, worry worries, comply complies, qualify qualifies, satisfy satisfies,
  specify specifies, verify verifies, supply supplies, reply replies, imply implies, fly flies, cry cries, dry dries, copy copies, vary varies, occupy occupies,
  modify modifies, multiply multiplies, accompany accompanies, certify certifies, identify identifies, testify testifies, self-identify self-identifies,
  do does, go goes, undergo undergoes, redo redoes, undo undoes, forgo forgoes, echo echoes, veto vetoes, radio radios, video videos, solo solos, demo demos,
  have has, are is, were was,
  pass passes, miss misses, assess assesses, discuss discusses, express expresses, address addresses, process processes, access accesses, possess possesses,
  stress stresses, dress dresses, press presses, progress progresses, regress regresses, guess guesses, witness witnesses, focus focuses, bias biases, gas gasses,
  fix fixes, mix mixes, tax taxes, relax relaxes, box boxes, wax waxes, flex flexes, vex vexes, buzz buzzes, fizz fizzes, quiz quizzes, waltz waltzes,
  watch watches, teach teaches, reach reaches, touch touches, stretch stretches, catch catches, match matches, scratch scratches, attach attaches, stomach stomachs,
  search searches, research researches, march marches, approach approaches, coach coaches, dispatch dispatches, switch switches, itch itches, twitch twitches,
  wash washes, push pushes, wish wishes, finish finishes, establish establishes, publish publishes, accomplish accomplishes, diminish diminishes, flush flushes,
  crash crashes, brush brushes, refresh refreshes, furnish furnishes, flourish flourishes, blush blushes, vanish vanishes, cherish cherishes,
  ache aches, cache caches, die dies, lie lies, tie ties, vie vies, untie unties, belie belies, underlie underlies,
  agree agrees, disagree disagrees, flee flees, free frees, knee knees, guarantee guarantees, oversee oversees, feed feeds, bleed bleeds, need needs, exceed exceeds,
  proceed proceeds, succeed succeeds, breed breeds, speed speeds, heed heeds, weed weeds, embed embeds, shed sheds, shred shreds, wed weds, sled sleds, bed beds,
  bring brings, sing sings, ring rings, swing swings, sting stings, cling clings, fling flings, spring springs, string strings, wring wrings,
  put puts, cut cuts, set sets, let lets, hit hits, hurt hurts, read reads, cost costs, quit quits, split splits, spread spreads, shut shuts, bet bets, beat beats,
  come comes, become becomes, overcome overcomes, run runs, give gives, forgive forgives, make makes, think thinks, know knows, feel feels, leave leaves, keep keeps,
  hold holds, stand stands, understand understands, withstand withstands, sit sits, speak speaks, write writes, drive drives, ride rides, rise rises, bear bears,
  begin begins, lose loses, choose chooses, break breaks, wake wakes, wear wears, tear tears, swallow swallows, grow grows, show shows, throw throws, withdraw withdraws,
  cause causes, diagnose diagnoses, lapse lapses, relapse relapses, expose exposes, propose proposes, refuse refuses, increase increases, decrease decreases,
  cease ceases, exercise exercises, advise advises, practice practices, experience experiences, manage manages, engage engages, change changes, charge charges,
  breathe breathes, bathe bathes, soothe soothes, seize seizes, stabilize stabilizes, recognize recognizes, analyze analyzes, dialyze dialyzes, size sizes,
  tolerate tolerates, report reports, respond responds, continue continues, depend depends, attend attends, suffer suffers, remain remains, present presents,
  self-administer self-administers, self-catheterize self-catheterizes, re-enter re-enters, co-sign co-signs, like likes, benefit benefits, transfer transfers
`);

/** The same behind each pronoun: modal verbs, and what has happened. */
const UNCHANGING = list(`
  can could may might must shall should will would cannot
  walked needed required received tried carried denied stopped planned used applied relied self-administered relapsed
  did had went came took made said told saw knew grew threw drew withdrew got found felt left kept slept swept dealt meant bent lent sent spent built lost held stood
  understood withstood thought brought bought sought fought caught taught met led fed bled sat ran began drank sank won hung struck stuck dug slid hid bit shot sold
  heard ate fell drove rode rose wrote spoke broke woke chose froze wore bore tore swore underwent shook forgave became overcame
`);

/** What is no verb behind a pronoun, so that its bracket names nothing. */
const NONE = list(`
  been not always never still also only who with and the their him her some two having walking being doing needing
  usually currently regularly barely daily early fully done gone seen taken given eaten written driven known undergone withdrawn chosen broken
  a i s x
`);

test.each(THIRD)('they %s, she %s', (plain, third) => expect(readVerb(plain)).toEqual({ kind: 'plain', third }));

test.each(THIRD)('%s is behind they what %s is behind she', (plain, third) =>
  expect(readVerb(third)).toEqual({ kind: 'misfit', plain: WRITTEN_ELSE.get(plain) ?? plain }),
);

/** Where spelling alone does not tell the plain form: the suggestion is off by a letter. */
const WRITTEN_ELSE: ReadonlyMap<string, string> = new Map([['waltz', 'waltze']]);

test.each(UNCHANGING)('they %s, she %s too', (verb) => expect(readVerb(verb)).toEqual({ kind: 'unchanging' }));
test('be is are behind they', () => expect(readVerb('be')).toEqual({ kind: 'misfit', plain: 'are' }));
test.each(NONE)('%s is no verb behind a pronoun', (word) => expect(readVerb(word)).toBeUndefined());

test('the lists hold 200 verbs at least', () =>
  expect(new Set(THIRD.map(([plain]) => plain)).size).toBeGreaterThan(200));

test.each(['', 'bu', 'focu', 'Need', 'does not', "don't", 'n1', '-need', 'need-', 'läuft', 'a'.repeat(41)])(
  '%j is not read',
  (text) => expect(readVerb(text)).toBeUndefined(),
);

test.each(['constructor', 'valueOf'.toLowerCase()])('%s is a word as any other', (word) =>
  expect(readVerb(word)).toEqual({ kind: 'plain', third: `${word}s` }),
);

test('any text is taken, and what stands behind she is told from what stands behind they', () =>
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-z]{2,12}$/)), (word) => {
      const verb = readVerb(word);
      if (verb?.kind !== 'plain') return;
      expect(verb.third).toMatch(/s$/);
      expect(readVerb(verb.third)?.kind).not.toBe('plain');
    }),
  ));

function list(text: string): string[] {
  return text.trim().split(/\s+/);
}

function pairs(text: string): (readonly [string, string])[] {
  return text
    .trim()
    .split(/,\s*/)
    .map((pair): [string, string] => {
      const [plain = '', third = ''] = pair.split(' ');
      return [plain, third];
    });
}
