import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayUse } from '../../../server/src/editor/names/closed-uses.js';
import { type ClosedFile, mentionsOf } from '../../../server/src/editor/workspace/workspace-files.js';
import type { SourceFile } from '../../../server/src/language/source-file.js';
import { contextOf } from '../../../server/src/letter/file-context.js';
import { identityOf, type Named } from '../../../server/src/editor/names/named.js';
import { namesIn } from '../../../server/src/editor/names/names-in-file.js';
import { parse, workspaceOf } from '../../support/workspace.js';

function closed(file: SourceFile): ClosedFile {
  return {
    uri: file.uri,
    workspace: workspaceOf(),
    kind: file.kind,
    name: file.header?.name?.text,
    mentions: mentionsOf(file),
  };
}

const line = fc.constantFrom(
  'patient',
  '  name: A',
  "physician's: x",
  'physicians',
  'drips: A',
  '  Agent: B',
  'agent: lost',
  'evidence @own',
  'evidence @Cohen2021',
  '  title: A',
  'pain: x',
  'letter date: x',
  'date: x',
  'payer policy: p; q',
  'record infusion',
  '  extra (text, also "more")',
  'sore (text, also "spot")',
  'require field infusion agent',
  'require 2 drips',
  '---',
  '## Opening:',
  '## What happened #history',
  '## My own',
  "[Infusion's agent] [drips] [drip drug]",
  "[Patient's full name] [they] [signature]",
  '[letter date] [ache] [@COHEN2021; @own]',
);

test('a file that uses a name is never passed over', () => {
  const workspace = workspaceOf({
    'v.lmn':
      'vocabulary v\nrecord infusion (many, also "drip")\n  drug (text, also "agent")\nevidence @cohen2021\n  title: A\n',
    't.lmn': 'template t\npain (text, also "ache")\nevidence @own\n  title: B\n---\n## Opening\n## History #history\n',
    'p.lmn': 'policy p\npayer: A\n',
  });
  let checked = 0;
  fc.assert(
    fc.property(
      fc.constantFrom('case t', 'template u', 'policy q', 'vocabulary w', 'case'),
      fc.array(line, { maxLength: 12 }),
      (first, lines) => {
        const file = parse('file:///x.lmn', [first, ...lines].join('\n'));
        workspace.set(file);
        const kept = closed(file);
        for (const { named } of namesIn(contextOf(file, workspace))) {
          if (identityOf(named) === undefined || isOfOneFile(named)) continue;
          checked++;
          expect([identityOf(named), mayUse(named, workspace)(kept)]).toEqual([identityOf(named), true]);
        }
      },
    ),
    { numRuns: 500 },
  );
  expect(checked).toBeGreaterThan(500);
});

/** Tags, flags and rules are looked for in the file at hand alone. */
function isOfOneFile({ kind }: Named): boolean {
  return kind === 'tag' || kind === 'flag' || kind === 'rule';
}

test('most files that do not are passed over', () => {
  const workspace = workspaceOf({ 't.lmn': 'template t\npain (text)\n---\n## Opening\n' });
  const other = closed(parse('file:///x.lmn', 'case t\npatient\n  name: A\n---\n## Something\n[patient age]'));
  const file = parse(
    'file:///y.lmn',
    'case t\npain: x\nprovider @whoever\n---\n## Opening\n[diagnosis code] [@cohen2021]',
  );
  for (const { named, where } of namesIn(contextOf(file, workspace))) {
    expect([where.text, mayUse(named, workspace)(other)]).toEqual([where.text, where.text === 't']);
  }
});
