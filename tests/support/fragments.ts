import fc from 'fast-check';

/** Bits of text that mean something to the language, whole or torn. */
const fragments = [
  'case', 'template', 'policy', 'vocabulary', 'case t', 'record', 'record patient', 'require', 'require field', 'limit 2 pages', 'within 60 days',
  'patient', 'patient\n', '  name: Ana', 'name', 'symptom', 'prior treatment', 'provider @w', 'date: 2026-11-21', 'evidence @a', 'outcome', 'for',
  '## ', '##', '### ', '#### ', '#', '#history', ' #optional', ' #untitled', ' #omit', '## A', '## A #history\n',
  '[', ']', '[@', '[@a; @b]', '[[', ']]', '[write: x]', '[write:', '[template text]', '[patient name]', '[symptom]', '[they are]', '[evidence citation]',
  '[signature]', '[letterhead]', '[enclosures]', '[references]', '[x]', '[ ]', '[1]', '[a](https://x.org)', '](https://', '](mailto:', '{', '}', '{[urgency]}',
  '(', ')', '(text', ', many', 'also "', '"', '“', '”', "'", '’', ':', ';', '|', '||', '| a | b |', '|---|---|', '\n|---|', '@', '\\', '\\[', '\\*',
  '---', '\n---\n', '———', '--', '//', '// a comment', '\n// lmn-disable-next-line npi -- x\n', '// lmn-disable-file', '> ', '> 50', '>', '- ', '-', '* ',
  '*', '**', '***', '• ', '1. ', '2021. ', '- [ ] ', '- [symptom]: [symptom severity]', '`', '<b>', '&amp;', '~~~', '===',
  '\n', '\n\n', '\r\n', '\r', '\t', ' ', '    ', '\u00a0', '\u2003', '\u2028', '\ufeff', '\0', '\v', '\u0301', 'é', '日本', '😀', '\ud800', 'word', 'a', '1', '.',
];

/** A text of such fragments, in any order. */
export const fragmentText: fc.Arbitrary<string> = fc.array(fc.constantFrom(...fragments), { maxLength: 60 }).map((parts) => parts.join(''));

/** The same behind a first line, so that it is read as a file of some kind. */
export const fragmentFile: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('', 'case\n', 'case t\n---\n', 'case t\n', 'template t\n', 'template t\n---\n', 'policy p\n', 'vocabulary v\n', 'case t\r\n', 'case t\r'), fragmentText)
  .map(([first, rest]) => first + rest);

/** Any text: of any characters, or of fragments. */
export const anyText: fc.Arbitrary<string> = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 200 }), fragmentText, fragmentFile);
