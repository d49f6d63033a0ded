import { describe, expect, test } from 'vitest';
import type { Ask, Clause } from '../../server/src/language/clauses/clause.js';
import { askedFields } from '../../server/src/requirements/asked-fields.js';
import { kindChain, type KindDemands } from '../../server/src/requirements/askers.js';
import { libraryOf } from '../../server/src/requirements/library.js';
import type { Place } from './catalogue/facts.js';
import { letterKinds } from './catalogue/kinds.js';
import { factsNeeded } from './catalogue/needs.js';
import { shippedWorkspace } from './shipped.js';

const library = libraryOf(shippedWorkspace());
const { kinds } = library;
const core = kinds.get('core');

/** The kinds whose clauses hold for a letter of this one. */
function askersOf(id: string): KindDemands[] {
  return [...kindChain(id, library), ...(core ? [core] : [])];
}

function asksOf({ ask }: Pick<Clause, 'ask'>): Ask[] {
  if (ask?.is !== 'group') return ask ? [ask] : [];
  return ask.options.flatMap(({ asks }) => asks.flatMap((one) => one ?? []));
}

function isAsked(place: Place, askers: readonly KindDemands[]): boolean {
  const asks = askers.flatMap(({ demands }) => demands.clauses.flatMap(asksOf));
  switch (place.kind) {
    case 'field':
      return askers.some(({ name, title, demands, file }) =>
        [...askedFields({ level: 'kind', name, title, file, ...demands })].some(
          ({ norm, record }) => norm === place.field && (record === place.record || place.record === 'letter'),
        ),
      );
    case 'section':
      return asks.some((ask) => ask.is === 'section' && ask.sections.some(({ text }) => text === place.role));
    case 'enclosure':
      return asks.some(
        (ask) =>
          ask.is === 'enclosure' &&
          ask.quotes.some(({ text }) => place.words.some((word) => text.toLowerCase().includes(word.toLowerCase()))),
      );
    case 'words':
      return asks.some(
        (ask) =>
          ask.is === 'said' &&
          ask.quotes.some(({ text }) => place.phrases.some((phrase) => phrase.toLowerCase() === text.toLowerCase())),
      );
    // Every letter ends with it; what it must hold are fields of the clinician.
    case 'block':
      return true;
  }
}

/** What the catalogue of kinds lists and the kinds that ship do not ask, with the reason. */
const corrected: Readonly<Record<string, string>> = {
  'request.quantity+frequency':
    'one of quantity, duration and dates is enough: a test or an operation has no frequency',
  'why.overturn': 'errors, new information or the answers to the reasons: one is enough',
  'criteria.map(criterion->fact)': 'the record `criterion` is asked for as a whole',
  'policy.criteria map': 'the record `criterion` is asked for as a whole',
  'not for general health statement': 'a clause of words',
  'home.accessibility': 'of power mobility only, which is a kind of its own',
  'trial of equipment': 'of power mobility only',
  'height+weight': 'of power mobility only',
  caregiver: 'of power mobility only',
  'co-signature/concurrence of ordering practitioner': 'of power mobility only',
  'ATP evaluation date + no-financial-tie attestation': 'of power mobility only',
};

describe('every fact that a kind needs is a clause of its file, or of core', () => {
  test.each(letterKinds.map((kind) => [kind.id, kind] as const))('%s', (id, kind) => {
    const askers = askersOf(id);
    expect(askers.length).toBeGreaterThan(1);
    const { required, recommended } = factsNeeded(kind);
    const missing = [...required, ...recommended].filter(
      ({ needs }) => !needs.every((need) => need.some((place) => isAsked(place, askers))),
    );
    expect(missing.map(({ fact }) => fact).filter((fact) => !(fact in corrected))).toEqual([]);
  });
});

test.each([...kinds.keys()])('%s says when it is written, and its sources', (id) => {
  const text = kinds.get(id)?.file.text ?? '';
  expect(text).toMatch(/^source: \S/m);
  expect(text).toMatch(/^as of: \d{4}-\d\d-\d\d$/m);
  if (id !== 'core') expect(text).toMatch(/^purpose: \S/m);
});

test.each([...kinds.values()].flatMap(({ name, demands }) => demands.times.map((line) => [name, line] as const)))(
  'the times of %s have their source',
  (_, { label, words }) => {
    expect(`${label?.text ?? ''} ${words?.text ?? ''}`).toMatch(/CFR|CMS-|Rev\. Stat|Plan document|^ *$/);
  },
);
