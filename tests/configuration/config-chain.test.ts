import { describe, expect, test } from 'vitest';
import { resolveConfig } from '../../server/src/configuration/config-chain.js';

const rules = [{ id: 'npi' }, { id: 'unused-field' }, { id: 'missing-field' }];

/** Resolves the first of some files; what one extends is another of them, by its name. */
function resolve(files: Readonly<Record<string, unknown>>) {
  const texts = new Map(Object.entries(files).map(([name, content]) => [name, JSON.stringify(content)]));
  const [path = '', text = ''] = [...texts][0] ?? [];
  return resolveConfig(path, text, rules, (specifier) => {
    const found = texts.get(specifier);
    return Promise.resolve(
      found === undefined ? { problem: 'There is no such file.' } : { path: specifier, text: found },
    );
  });
}

test('its own rules win over what it extends', async () =>
  expect(
    (
      await resolve({
        own: { extends: 'base', rules: { npi: 'off' } },
        base: { rules: { npi: 'error', 'unused-field': 'info' } },
      })
    ).severities,
  ).toEqual({ npi: 'off', 'unused-field': 'info' }));

test('of several the later wins', async () =>
  expect(
    (
      await resolve({
        own: { extends: ['a', 'b'] },
        a: { rules: { npi: 'error', 'unused-field': 'off' } },
        b: { rules: { npi: 'info' } },
      })
    ).severities,
  ).toEqual({ npi: 'info', 'unused-field': 'off' }));

test('each setting of an export is taken from where it is nearest', async () =>
  expect(
    (
      await resolve({
        own: { extends: ['a', 'b'], export: {} },
        a: { export: { fileName: '[case]', patientInProperties: true } },
        b: { export: { fileName: '[date]', patientInProperties: false } },
      })
    ).export,
  ).toEqual({ fileName: '[date]', patientInProperties: false }));

test('a setting that is wrong does not hide the one it extends', async () =>
  expect(
    (await resolve({ own: { extends: 'a', export: { paper: 'legal' } }, a: { export: { paper: 'a4' } } })).paper,
  ).toEqual({
    size: 'a4',
  }));

test('each setting of the paper is taken from where it is nearest, and each side of the margins', async () =>
  expect(
    (
      await resolve({
        own: { extends: ['a', 'b'], paper: { margins: { top: '2in' } } },
        a: { paper: { size: 'a4', fontSize: 12, margins: '0.5in' } },
        b: { paper: { fontSize: 10 } },
      })
    ).paper,
  ).toEqual({ size: 'a4', fontSize: 10, margins: { top: 144, right: 36, bottom: 36, left: 36 } }));

test('reaches through several files, and names all that it read', async () => {
  const { severities, paths } = await resolve({
    own: { extends: 'a' },
    a: { extends: 'b' },
    b: { rules: { npi: 'off' } },
  });
  expect(severities).toEqual({ npi: 'off' });
  expect(paths).toEqual(['own', 'a', 'b']);
});

test('two ways to one file are no circle', async () => {
  const { severities, problems } = await resolve({
    own: { extends: ['a', 'b'] },
    a: { extends: 'c' },
    b: { extends: 'c' },
    c: { rules: { npi: 'off' } },
  });
  expect(problems).toEqual([]);
  expect(severities).toEqual({ npi: 'off' });
});

describe('tells', () => {
  test('a file that extends itself', async () =>
    expect(await resolve({ own: { extends: 'own', rules: { npi: 'off' } } })).toMatchObject({
      severities: { npi: 'off' },
      problems: [{ path: 'own', line: 1, column: 12, message: expect.stringContaining('extends itself') as string }],
    }));

  test('a circle, at the file that closes it', async () =>
    expect(
      (await resolve({ own: { extends: 'a' }, a: { extends: 'b' }, b: { extends: 'own' } })).problems,
    ).toMatchObject([{ path: 'b' }]));

  test('what is not found, at its place in a list', async () =>
    expect((await resolve({ own: { extends: ['a', 'gone'] }, a: {} })).problems).toEqual([
      { path: 'own', line: 1, column: 17, message: 'There is no such file.' },
    ]));

  test('mistakes of the files it extends, once each', async () =>
    expect(
      (
        await resolve({
          own: { extends: ['a', 'b'] },
          a: { extends: 'c' },
          b: { extends: 'c' },
          c: { rules: { nip: 'off' } },
        })
      ).problems,
    ).toMatchObject([{ path: 'c' }]));
});
