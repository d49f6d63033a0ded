import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SourceFile } from '../../server/src/language/source-file.js';
import { Workspace } from '../../server/src/language/workspace.js';
import { parse } from '../support/workspace.js';

/** Each address with the versions that its file goes through; some change what the file is. */
const versions: Readonly<Record<string, readonly string[]>> = {
  'lmn-shipped:/words.lmn': [
    'vocabulary words\nrecord letter: Of the letter.\n  for (kind)\nrecord patient: Who.\n  name (text)\n',
    'vocabulary words\nrecord letter: Of the letter.\n  for (kind)\n  room (text)\n',
  ],
  'file:///words.lmn': [
    'vocabulary words\nrecord letter: Of the letter.\n  for (kind)\n  ward (text)\n',
    'vocabulary others\n',
    'case\n',
  ],
  'lmn-shipped:/wheelchair.lmn': ['kind wheelchair\nrequire patient name\n'],
  'file:///wheelchair.lmn': [
    'kind wheelchair\nrequire room\n',
    'kind wheelchair\nrequire ward\n',
    'kind scooter\nrequire room\n',
    'kind core\nrequire room\n',
  ],
  'file:///plan.lmn': [
    'policy plan\nkinds: wheelchair\nrequire room\n',
    'policy plan\nkinds: scooter\nrequire ward\n',
    'policy other plan\n',
    'kind bed\nrequire room\n',
  ],
  'file:///note.lmn': [
    'template note\nsite (text): Where.\n---\n## A\nOne [site].\n',
    'template note\nsite (text): Where.\n---\n## A\nTwo [site].\n',
    'template note from letter\nside (left | right)\n---\n## A\nThree.\n',
    'policy plan\nrequire room\n',
    'words without a first line\n',
  ],
  'file:///letter.lmn': [
    'template letter\ngiven (date)\n---\n## A\nMine.\n',
    'vocabulary words\nrecord ward: Where.\n  name (text)\n',
  ],
};

const parsed = Object.entries(versions).map(([uri, texts]) => ({ uri, files: texts.map((text) => parse(uri, text)) }));

/** All that a workspace answers of its files. */
function answers(workspace: Workspace) {
  const { vocabulary, kinds, policies, templates } = workspace;
  const asked = [...kinds.values(), ...policies.values()];
  const named = [...templates.values()];
  return {
    fields: vocabulary.letter.fields.map(({ norm, type }) => [norm, type.name, type.choices]),
    records: vocabulary.records.map(({ norm }) => norm),
    schema: workspace.schema.vocabulary === vocabulary,
    kinds: asked.map(({ file, head }) => [file.uri, file.text, head.facts.map(({ declaration }) => declaration?.norm)]),
    templates: named.map(({ file, fields, schema }) => [
      file.uri,
      file.text,
      fields.map(({ norm }) => norm),
      [...(schema.template?.byName.keys() ?? [])],
      schema.vocabulary === vocabulary,
    ]),
    templateFields: [...workspace.fieldsOfAllTemplates.keys()],
  };
}

function freshOf(files: Iterable<SourceFile>): Workspace {
  const workspace = new Workspace();
  for (const file of files) workspace.set(file);
  return workspace;
}

const step = fc.constantFrom(...parsed).chain(({ uri, files }) =>
  fc.record({
    uri: fc.constant(uri),
    file: fc.option(fc.constantFrom(...files), { nil: undefined }),
    /** What is asked before the next step is remembered, and must then be forgotten. */
    isAsked: fc.boolean(),
  }),
);

test('whatever comes, changes and goes, a workspace answers as one that has read the same files for the first time', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const workspace = new Workspace();
      const files = new Map<string, SourceFile>();
      for (const { uri, file, isAsked } of steps) {
        if (file) workspace.set(file);
        else workspace.remove(uri);
        if (file) files.set(uri, file);
        else files.delete(uri);
        if (isAsked) expect(answers(workspace)).toEqual(answers(freshOf(files.values())));
      }
      expect(answers(workspace)).toEqual(answers(freshOf(files.values())));
    }),
    { numRuns: 300 },
  );
});

test('with another version of a file it answers as if that were set, and stays as it is', () => {
  const workspace = freshOf(parsed.flatMap(({ files }) => files.slice(0, 1)));
  const before = answers(workspace);
  for (const { uri, files } of parsed)
    for (const file of files) {
      const others = parsed.flatMap((one) => (one.uri === uri ? [file] : one.files.slice(0, 1)));
      expect(answers(workspace.with(file))).toEqual(answers(freshOf(others)));
    }
  expect(answers(workspace)).toEqual(before);
});
