import { describe, expect, test } from 'vitest';
import { toPlainText } from '../../server/src/begin/insertion.js';
import { newCase } from '../../server/src/begin/new-case.js';
import { kindsOfLetters, templatesByKind, templatesForKind } from '../../server/src/begin/template-choices.js';
import { readSubjects } from '../../server/src/letter/subjects.js';
import { lint } from '../../server/src/lint/engine.js';
import { judgeLetter } from '../../server/src/requirements/judge-letter.js';
import { libraryOf } from '../../server/src/requirements/library.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { parse } from '../support/workspace.js';
import { shippedWorkspace } from '../templates/shipped.js';

const workspace = shippedWorkspace();
workspace.set(parse('file:///own.lmn', 'template our-appeal from appeal-1-letter "Our appeal"\nfor: appeal-1\n---\n'));
workspace.set(
  parse('file:///kind.lmn', 'kind clinic-appeal from external "As our clinic writes it"\npurpose: Last.\n'),
);
workspace.set(parse('file:///odd.lmn', 'template odd from plain-letter "Odd"\nfor: not-there\n---\n'));
const all = [...workspace.templates.values()].map((template) => ({ template, workspace }));
const today = { year: 2026, month: 11, day: 22 };

describe('templates by kind', () => {
  const groups = templatesByKind(all);

  test('each once; kinds by title, and last those of no kind', () => {
    const names = groups.flatMap(({ templates }) => templates.map(({ template }) => template.name));
    expect([...names].sort()).toEqual([...workspace.templates.keys()].sort());
    const titles = groups.slice(0, -1).map(({ title }) => title);
    expect([...titles].sort((a, b) => a.localeCompare(b, 'en'))).toEqual(titles);
    expect(groups.at(-1)?.templates.map(({ template }) => template.name)).toEqual(['medical-letter', 'plain-letter']);
  });

  test('with when letters of the kind are written, and one’s own templates first', () => {
    const appeal = groups.find(({ kind }) => kind === 'appeal-1');
    expect(appeal).toMatchObject({
      title: 'First appeal',
      purpose: expect.stringMatching(/^After a denial/) as string,
    });
    expect(appeal?.templates[0]?.template.name).toBe('our-appeal');
    expect(groups.find(({ kind }) => kind === 'not-there')).toMatchObject({ title: 'not-there', purpose: '' });
  });
});

test.each([
  ['appeal-1', 'our-appeal'],
  ['continuation', 'continuation-letter'],
  ['general', 'general-medical-necessity'],
  // Made from another kind, and without a template of its own.
  ['clinic-appeal', 'external-letter'],
  ['nothing', undefined],
])('a letter of the kind %s is begun with %s', (kind, name) =>
  expect(templatesForKind(kind, workspace)[0]?.template.name).toBe(name),
);

test.each(kindsOfLetters(workspace).map(({ name }) => name))('a new case for %s is one of that kind', (kind) => {
  const [found] = templatesForKind(kind, workspace);
  if (!found) throw new Error('no template');
  const text = toPlainText(newCase(found.template, workspace, today, found.kind === kind ? undefined : kind));
  const subject = readSubjects(parse('file:///new.lmn', text), workspace);
  expect(subject.letter && judgeLetter(subject.letter, libraryOf(workspace)).kinds[0]).toBe(kind);
  // Something is still to be written, and nothing of what stands there is wrong: but for what is missing, only what a reviewer asks is told.
  expect(subject.letter?.lacks.length).toBeGreaterThan(5);
  const rules = allRules.filter(
    ({ id, group }) => group !== 'content' && id !== 'missing-field' && id !== 'unwritten-section',
  );
  expect(lint(subject, { rules }).filter(({ severity }) => severity !== 'info')).toEqual([]);
});
