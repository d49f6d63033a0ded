import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readArguments } from '../../server/src/cli/arguments.js';
import { Failure } from '../../server/src/cli/failure.js';

const specs = [
  { name: 'format', value: 'FORMAT', choices: ['stylish', 'json'], help: '' },
  { name: 'out', letter: 'o', value: 'FILE', help: '' },
  { name: 'quiet', help: '' },
];
const read = (...words: string[]) => {
  const { options, operands } = readArguments(words, specs);
  return { ...Object.fromEntries(options), operands };
};

test.each([
  [['a', 'b'], { operands: ['a', 'b'] }],
  [['--format', 'json', 'a'], { format: 'json', operands: ['a'] }],
  [['a', '--format=json'], { format: 'json', operands: ['a'] }],
  [['-o', 'x.html', 'a'], { out: 'x.html', operands: ['a'] }],
  [['--out=a=b'], { out: 'a=b', operands: [] }],
  [['--quiet', 'a'], { quiet: '', operands: ['a'] }],
  [['--', '--quiet', '-o'], { operands: ['--quiet', '-o'] }],
  [['-'], { operands: ['-'] }],
  [['--out', '--', 'a'], { out: '--', operands: ['a'] }],
  [['--format', 'json', '--format', 'stylish'], { format: 'stylish', operands: [] }],
])('%j', (words, expected) => expect(read(...words)).toEqual(expected));

describe('says what is wrong', () => {
  test.each([
    [['--formt', 'json'], 'There is no option --formt here. Did you mean --format?'],
    [['--quite'], 'There is no option --quite here. Did you mean --quiet?'],
    [['-O', 'x'], 'There is no option -O here. Did you mean -o?'],
    [['-z'], 'There is no option -z here. It has --format, --out, -o, --quiet, --help, -h.'],
    [['--format', 'jsn'], '--format can be stylish or json, not jsn. Did you mean json?'],
    [['--format', 'xml'], '--format can be stylish or json, not xml.'],
    [['--format'], '--format needs a value: --format FORMAT'],
    [['-o', ''], '-o needs a value: -o FILE'],
    [['--quiet=yes'], '--quiet takes no value. Write only --quiet.'],
    [['-ohtml'], 'There is no option -ohtml here. It has --format, --out, -o, --quiet, --help, -h.'],
    [['--a\nb'], 'There is no option --a\\u{a}b here. It has --format, --out, -o, --quiet, --help, -h.'],
  ])('%j', (words, message) => expect(() => read(...words)).toThrow(new Failure(message)));
});

test('whatever the words, what is wrong is said in one line', () =>
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.constantFrom('--format', '--out', '-o', '--quiet', '--'))),
      (words) => {
        try {
          read(...words);
        } catch (error) {
          expect(error).toBeInstanceOf(Failure);
          expect((error as Failure).message).not.toMatch(/[\n\r\u001b]/);
        }
      },
    ),
  ));
