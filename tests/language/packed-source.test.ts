import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packSource, unpackSource } from '../../server/src/language/packed-source.js';
import type { SourceFile } from '../../server/src/language/source-file.js';
import { shippedFiles } from '../../server/src/shipped.js';
import { parse, readTemplate } from '../support/workspace.js';

const again = (file: SourceFile) => unpackSource(packSource(file));

/** Which objects of a file are one and the same piece: the paths to each. */
function sharing(file: SourceFile): string[][] {
  const paths = new Map<object, string[]>();
  const visit = (value: unknown, path: string) => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'piece') paths.set(inner as object, [...(paths.get(inner as object) ?? []), path]);
      else visit(inner, `${path}/${key}`);
    }
  };
  visit(file, '');
  return [...paths.values()].map((same) => same.sort()).sort();
}

test.each(shippedFiles.map(({ uri, text }) => [uri, text]))(
  '%s is the same after packing, pieces shared alike',
  (uri, text) => {
    const file = parse(uri, text);
    expect(again(file)).toEqual(file);
    expect(sharing(again(file))).toEqual(sharing(file));
  },
);

test('so is any other text', () => {
  const samples = [
    'samples/chronic-pain-continuation.lmn',
    'samples/our-clinic.lmn',
    'samples/blue-mesa-mp-104.lmn',
  ].map(readTemplate);
  fc.assert(
    fc.property(fc.constantFrom(...samples), fc.nat(4000), fc.nat(400), fc.string(), (sample, at, cut, put) => {
      const file = parse('file:///x.lmn', sample.slice(0, at) + put + sample.slice(at + cut));
      expect(again(file)).toEqual(file);
    }),
    { numRuns: 30 },
  );
});
