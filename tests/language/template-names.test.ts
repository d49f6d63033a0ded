import { expect, test, vi } from 'vitest';
import type { SourceFile } from '../../server/src/language/source-file.js';
import type { Workspace } from '../../server/src/language/workspace.js';
import { parse, workspaceOf } from '../support/workspace.js';
import { workspaceWith } from '../support/standing.js';

const base = 'template base\nsite (text): Where.\n---\n## Opening\nWords.\n\n## Evidence\nMore.';

/** A file that counts how often anybody looks at what stands in it, after its first line. */
function watched(uri: string, text: string, look: () => void): SourceFile {
  return new Proxy(parse(uri, text), {
    get(file, key: keyof SourceFile) {
      if (key !== 'uri' && key !== 'kind' && key !== 'header') look();
      return file[key];
    },
  });
}

function thousandUpon(look: () => void): Workspace {
  const workspace = workspaceOf({ 'base.lmn': base });
  for (let at = 0; at < 1000; at++)
    workspace.set(
      watched(`file:///t${at}.lmn`, `template t${at} from base\npart (text)\n---\n## Opening\nMine [site].`, look),
    );
  return workspace;
}

test('a keystroke in a base with a thousand templates upon it looks at none of them while its names and headings stay', () => {
  const look = vi.fn();
  const workspace = thousandUpon(look);
  const before = workspace.templates.get('t7');
  expect(before?.schema.template?.byName.has('site')).toBe(true);
  look.mockClear();
  const read = workspace.get('file:///base.lmn');
  workspace.set(parse('file:///base.lmn', base.replace('Words', 'Words now'), read));
  expect(workspace.templates.get('t7')).toBe(before);
  expect(workspace.templates.get('base')?.file.text).toContain('Words now');
  expect(look).not.toHaveBeenCalled();
});

test.each([
  ['a name', base.replace('site (text)', 'site (text, many)')],
  ['a new one', base.replace('---', 'side (left | right)\n---')],
])('%s that changes is seen by all', (_, text) => {
  const workspace = thousandUpon(() => undefined);
  const before = workspace.templates.get('t7');
  workspace.set(parse('file:///base.lmn', text, workspace.get('file:///base.lmn')));
  expect(workspace.templates.get('t7')?.schema).not.toBe(before?.schema);
});

test('a template keeps its schema, and so what was made with it, while only words change', () => {
  const workspace = workspaceWith({ 'base.lmn': base, 't.lmn': 'template t from base\n---\n## Opening\nMine.' });
  const schema = workspace.templates.get('t')?.schema;
  const edit = (uri: string, from: string, to: string) => {
    const file = workspace.get(uri);
    if (file) workspace.set(parse(uri, file.text.replace(from, to), file));
  };
  edit('file:///t.lmn', 'Mine', 'Yours');
  edit('file:///base.lmn', 'More', 'Less');
  expect(workspace.templates.get('t')?.schema).toBe(schema);
  expect(workspace.templates.get('t')?.file.text).toContain('Yours');
});

test('the workspace’s own template of a name comes and goes over the shipped one', () => {
  const workspace = workspaceWith({ 'lmn-shipped:/m.lmn': 'template m\n---\n## S\nShipped.' });
  workspace.set(parse('file:///t.lmn', 'template t from m\n---'));
  const base = () => {
    const template = workspace.templates.get('t');
    return template && workspace.standing(template.file).files.at(1)?.uri;
  };
  expect(base()).toBe('lmn-shipped:/m.lmn');
  workspace.set(parse('file:///m.lmn', 'template m\n---\n## S\nOwn.'));
  expect(base()).toBe('file:///m.lmn');
  workspace.set(parse('file:///m.lmn', 'template other\n---\n## S\nOwn.'));
  expect(base()).toBe('lmn-shipped:/m.lmn');
  workspace.remove('lmn-shipped:/m.lmn');
  expect(base()).toBeUndefined();
});

test('a template that is taken out is nobody’s base any more; another one of its name is, if there is one', () => {
  const workspace = workspaceOf({ 'base.lmn': base, 'upon.lmn': 'template upon from base\n---\n' });
  const upon = workspace.templates.get('upon')!.file;
  const names = () => workspace.standing(upon).files.map(({ uri }) => uri);
  workspace.set(parse('file:///another.lmn', base));
  expect(names()).toEqual(['file:///upon.lmn', 'file:///another.lmn']);
  workspace.remove('file:///another.lmn');
  expect(names()).toEqual(['file:///upon.lmn', 'file:///base.lmn']);
  workspace.remove('file:///base.lmn');
  expect(names()).toEqual(['file:///upon.lmn']);
  workspace.remove('file:///nobody.lmn');
  expect([...workspace.templates.keys()]).toEqual(['upon']);
});
