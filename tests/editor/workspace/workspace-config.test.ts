import { EmptyFileSystemProvider, type URI } from 'langium';
import { describe, expect, test } from 'vitest';
import { WorkspaceConfig } from '../../../server/src/editor/workspace/workspace-config.js';

/** A file system that holds these texts by address. */
class TextsInMemory extends EmptyFileSystemProvider {
  constructor(private readonly texts: Readonly<Record<string, string>>) {
    super();
  }

  override existsSync(uri?: URI): boolean {
    return uri !== undefined && uri.toString() in this.texts;
  }

  override readFileSync(uri?: URI): string {
    return (uri && this.texts[uri.toString()]) ?? '';
  }
}

function configOf(texts: Readonly<Record<string, string>>, trusted = true): WorkspaceConfig {
  const config = new WorkspaceConfig(new TextsInMemory(texts), () => ['file:///w']);
  config.trusted = trusted;
  return config;
}

const rules = (severity: string, more = '') => `{ ${more} "rules": { "npi": "${severity}" } }`;

test('the nearest configuration above a letter counts', () => {
  const config = configOf({
    'file:///w/lmn.config.json': rules('off'),
    'file:///w/a/lmn.config.json': rules('warning'),
  });
  expect(config.severitiesFor('file:///w/x.lmn')).toEqual({ npi: 'off' });
  expect(config.severitiesFor('file:///w/a/b/x.lmn')).toEqual({ npi: 'warning' });
  expect(config.severitiesFor('file:///elsewhere/x.lmn')).toEqual({});
});

test('nothing is read of a folder that is not trusted', () => {
  expect(configOf({ 'file:///w/lmn.config.json': rules('off') }, false).severitiesFor('file:///w/x.lmn')).toEqual({});
});

test('a changed configuration is read again once it was cleared', () => {
  const texts = { 'file:///w/lmn.config.json': rules('off') };
  const config = configOf(texts);
  config.severitiesFor('file:///w/x.lmn');
  texts['file:///w/lmn.config.json'] = rules('info');
  config.clear();
  expect(config.severitiesFor('file:///w/x.lmn')).toEqual({ npi: 'info' });
});

describe('extends', () => {
  const extending = (specifier: string) => `{ "extends": "${specifier}" }`;

  test.each([
    ['./shared.json', { 'file:///w/shared.json': rules('info') }],
    ['our-rules', { 'file:///w/node_modules/our-rules/lmn.config.json': rules('info') }],
  ])('reads %s', (specifier, others) => {
    const config = configOf({ 'file:///w/lmn.config.json': extending(specifier), ...others });
    expect(config.severitiesFor('file:///w/x.lmn')).toEqual({ npi: 'info' });
    expect(config.problems).toEqual([]);
  });

  test.each(['../out.json', '/etc/out.json', 'C:/out.json', './script.js', './nowhere.json', 'no-such-package'])(
    'tells of %s and goes on',
    (specifier) => {
      const config = configOf({ 'file:///w/lmn.config.json': extending(specifier), 'file:///out.json': rules('off') });
      expect(config.severitiesFor('file:///w/x.lmn')).toEqual({});
      expect(config.problems).toHaveLength(1);
    },
  );
});
