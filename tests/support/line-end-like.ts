import fc from 'fast-check';

/** Characters that some program, function or standard takes for the end of a line; here they are characters of a line like any other. */
export const lineEndLike = ['\u2028', '\u2029', '\u0085', '\v', '\f', '\u001c', '\u001d', '\u001e'] as const;

/** Texts with line ends of all kinds, and with what others take for them. */
export const withLineEndLike: fc.Arbitrary<string> = fc
  .array(fc.constantFrom('a', 'word ', '/', '//', '-', ' ', '\t', '\n', '\r', '\r\n', '\ufeff', ...lineEndLike), {
    maxLength: 24,
  })
  .map((parts) => parts.join(''));
