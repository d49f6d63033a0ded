import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { coreRecommended, coreRequired } from './catalogue/core-facts.js';
import { allComponents } from '../../server/src/knowledge/components.js';
import type { LetterFact, Place } from './catalogue/facts.js';
import { asOf, letterKinds } from './catalogue/kinds.js';
import { factsNeeded, letterKind } from './catalogue/needs.js';
import type { RecordDeclaration } from '../../server/src/language/declarations.js';
import { shippedSections, shippedTemplate, shippedWorkspace } from './shipped.js';

const workspace = shippedWorkspace();
const { vocabulary } = workspace;

function recordNamed(name: string): RecordDeclaration | undefined {
  return name === 'letter' ? vocabulary.letter : vocabulary.byName.get(name);
}

/** What the standard vocabulary lacks for a place; undefined when it holds it. */
function missing(place: Place): string | undefined {
  if (place.kind === 'field') {
    const record = recordNamed(place.record);
    return record?.byName.has(place.field) ? undefined : `${place.record}: ${place.field}`;
  }
  if (place.kind === 'enclosure') return recordNamed('enclosure')?.byName.has('name') ? undefined : 'enclosure: name';
  if (place.kind === 'words') return place.phrases.length > 0 ? undefined : 'words';
  return undefined;
}

function lacking(facts: readonly LetterFact[]): string[] {
  return facts.flatMap((one) => {
    if (one.needs.length === 0 || one.needs.some((need) => need.length === 0)) return [`${one.fact} has no place`];
    return one.needs.flatMap((need) =>
      need.flatMap((place) => missing(place) ?? []).map((lack) => `${one.fact} -> ${lack}`),
    );
  });
}

describe('the standard vocabulary holds every fact', () => {
  test('of the core', () => expect(lacking([...coreRequired, ...coreRecommended])).toEqual([]));

  test.each(letterKinds.map((kind) => [kind.id, kind] as const))('of %s', (_, kind) => {
    const instead = kind.notRequired.flatMap((drop) => drop.instead ?? []);
    expect(lacking([...kind.required, ...kind.recommended, ...instead])).toEqual([]);
  });

  test('and "for" names every kind that ships', () => {
    const choices = vocabulary.letter.byName.get('for')?.type.choices ?? [];
    expect(choices).toEqual(expect.arrayContaining(letterKinds.map((kind) => kind.id)));
    expect(choices).toEqual([...workspace.kinds.keys()].filter((name) => name !== 'core').sort());
  });
});

describe('what a kind needs in all', () => {
  const required = (id: string): string[] => factsNeeded(letterKind(id)!).required.map((one) => one.fact);

  test('is the core for a general letter', () =>
    expect(required('general')).toEqual(coreRequired.map((one) => one.fact)));

  test('is the core and its own', () =>
    expect(required('continuation')).toEqual(expect.arrayContaining(['letter.date', 'last_visit.date'])));

  test('takes in the kind that it includes', () =>
    expect(required('appeal-2')).toEqual(expect.arrayContaining(['denial.date', 'appeal1.date'])));

  test('leaves out what the kind drops', () => {
    expect(required('fsa-hsa')).not.toEqual(expect.arrayContaining(['payer.name']));
    expect(required('fsa-hsa')).not.toEqual(expect.arrayContaining(['provider.npi']));
    expect(required('fsa-hsa')).toEqual(
      expect.arrayContaining(['plan.administrator', 'participant.name', 'letter.date']),
    );
  });

  test('asks for sections of its components only', () => {
    const sections = factsNeeded(letterKind('fsa-hsa')!).required.flatMap((one) =>
      one.needs.flat().flatMap((place) => (place.kind === 'section' ? [place.role] : [])),
    );
    expect(sections).toEqual(['condition', 'treatment']);
  });

  test.each(letterKinds.map((kind) => [kind.id, kind] as const))('lists no need twice: %s', (_, kind) => {
    const { required: must, recommended } = factsNeeded(kind);
    const needs = [...must, ...recommended].flatMap((one) => one.needs.map((need) => JSON.stringify(need)));
    expect(needs).toEqual([...new Set(needs)]);
  });

  test('is undefined for a name that is no kind', () => expect(letterKind('continuations')).toBeUndefined());
});

describe.each(['chronic-pain-continuation', 'general-medical-necessity'])(
  '%s has places for what its kind needs',
  (name) => {
    const template = shippedTemplate(workspace, name);
    const sections = shippedSections(workspace, template);
    const kind = letterKind(
      template.head.facts.find((one) => one.declaration?.norm === 'for')?.values[0]?.lines[0]?.text ?? '',
    )!;
    const tags = new Set(sections.flatMap((section) => section.tags));
    const words = sections
      .flatMap((section) => section.words.map(({ piece }) => piece.text))
      .join('\n')
      .toLowerCase();
    const holds = (place: Place): boolean => {
      if (place.kind === 'section') return tags.has(place.role);
      if (place.kind === 'block') return words.includes(`[${place.name}]`);
      if (place.kind === 'words') return place.phrases.some((phrase) => words.includes(phrase.toLowerCase()));
      return place.kind === 'field';
    };

    test('all six components', () => expect(allComponents.filter((role) => !tags.has(role))).toEqual([]));

    test('every required fact', () => {
      const unmet = factsNeeded(kind).required.filter((one) => !one.needs.every((need) => need.some(holds)));
      expect(unmet.map((one) => one.fact)).toEqual([]);
    });
  },
);

// ---- the catalogue that the data was copied from, where it lies beside the project ----

interface Catalogue {
  asOf: string;
  core: { required: string[]; recommended: string[] };
  kinds: {
    id: string;
    title: string;
    required: string[];
    recommended: string[];
    notRequired?: string[];
    enclosures: string[];
  }[];
}

const catalogue = new URL('../../../shared/domain/letter-kinds.json', import.meta.url);

test.skipIf(!existsSync(catalogue))(
  'the catalogue beside the project has the same facts (skipped where it is not there)',
  () => {
    const theirs = JSON.parse(readFileSync(catalogue, 'utf8')) as Catalogue;
    const names = (facts: readonly LetterFact[]): string[] => facts.map((one) => one.fact);
    expect(theirs.asOf).toBe(asOf);
    expect(theirs.core).toEqual({ required: names(coreRequired), recommended: names(coreRecommended) });
    const ours = letterKinds
      .filter((kind) => kind.id !== 'general')
      .map((kind) => ({
        id: kind.id,
        title: kind.title,
        required: [...(kind.includes ? [kind.includes.fact] : []), ...names(kind.required)],
        recommended: names(kind.recommended),
        notRequired: kind.notRequired.map((drop) => drop.fact),
        enclosures: kind.enclosures.map((enclosure) => enclosure.name),
      }));
    expect(ours).toEqual(
      theirs.kinds.map(({ id, title, required, recommended, notRequired = [], enclosures }) => ({
        id,
        title,
        required,
        recommended,
        notRequired,
        enclosures,
      })),
    );
  },
);
