import { describe, expect, test } from 'vitest';
import { addresses } from '../../../server/src/editor/workspace/editor-files.js';
import { WorkspaceConfig } from '../../../server/src/editor/workspace/workspace-config.js';
import { TextsOnDisk } from '../../support/texts-on-disk.js';

/** What is set for letters of the folder `w`, as soon as it has been read. */
function configOf(texts: Readonly<Record<string, string>>, trusted = true) {
  const disk = new TextsOnDisk(texts);
  const config = new WorkspaceConfig(disk, (uri) => (addresses.namesFrom('file:///w', uri) ? 'file:///w' : undefined));
  config.trusted = trusted;
  const severitiesFor = async (uri: string) => {
    await config.load(uri);
    return config.settingsFor(uri).severities;
  };
  return { config, disk, severitiesFor };
}

const rules = (severity: string, more = '') => `{ ${more} "rules": { "npi": "${severity}" } }`;

test('the nearest configuration above a letter counts', async () => {
  const { severitiesFor } = configOf({
    'file:///w/lmn.config.json': rules('off'),
    'file:///w/a/lmn.config.json': rules('warning'),
  });
  expect(await severitiesFor('file:///w/x.lmn')).toEqual({ npi: 'off' });
  expect(await severitiesFor('file:///w/a/b/x.lmn')).toEqual({ npi: 'warning' });
  expect(await severitiesFor('file:///elsewhere/x.lmn')).toEqual({});
});

test('nothing is read of a folder that is not trusted', async () => {
  const { severitiesFor } = configOf({ 'file:///w/lmn.config.json': rules('off') }, false);
  expect(await severitiesFor('file:///w/x.lmn')).toEqual({});
});

test('a changed configuration is read again once it was cleared', async () => {
  const texts = { 'file:///w/lmn.config.json': rules('off') };
  const { config, disk, severitiesFor } = configOf(texts);
  await severitiesFor('file:///w/x.lmn');
  disk.files.set('file:///w/lmn.config.json', rules('info'));
  config.clear();
  expect(await severitiesFor('file:///w/x.lmn')).toEqual({ npi: 'info' });
});

describe('extends', () => {
  const extending = (specifier: string) => `{ "extends": "${specifier}" }`;

  test.each([
    ['./shared.json', { 'file:///w/shared.json': rules('info') }],
    ['our-rules', { 'file:///w/node_modules/our-rules/lmn.config.json': rules('info') }],
  ])('reads %s', async (specifier, others) => {
    const { config, severitiesFor } = configOf({ 'file:///w/lmn.config.json': extending(specifier), ...others });
    expect(await severitiesFor('file:///w/x.lmn')).toEqual({ npi: 'info' });
    expect(config.problems).toEqual([]);
  });

  test.each(['../out.json', '/etc/out.json', 'C:/out.json', './script.js', './nowhere.json', 'no-such-package'])(
    'tells of %s and goes on',
    async (specifier) => {
      const { config, severitiesFor } = configOf({
        'file:///w/lmn.config.json': extending(specifier),
        'file:///out.json': rules('off'),
      });
      expect(await severitiesFor('file:///w/x.lmn')).toEqual({});
      expect(config.problems).toHaveLength(1);
    },
  );
});
