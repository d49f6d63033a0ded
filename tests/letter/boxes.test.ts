import { describe, expect, test } from 'vitest';
import { letterOf, printed } from '../support/printed.js';

const files = (prose: string) => ({
  'v.lmn': `vocabulary v
record my visit (many): x
  discipline (nursing | therapy | aide): x
  purpose (text): x`,
  't.lmn': `template t
confined (Yes | No): x
needs (contractures | ventilator | oxygen, many): x
place (text): x
---
${prose}`,
});
const letter = (prose: string, head: string) => printed(`case t\n${head}\n---\n`, files(prose));

describe('boxes in a row', () => {
  test.each<[string, string, string, string]>([
    ['the given choice is ticked', 'Confined? [ ] [confined]', 'confined: no', 'Confined? ☐ Yes  ☑ No'],
    [
      'of several all',
      'Needs: [ ] [needs].',
      'needs: oxygen; contractures',
      'Needs: ☑ contractures  ☐ ventilator  ☑ oxygen.',
    ],
    ['one that is not made leaves a gap', 'Confined? [ ] [confined]', '', 'Confined? ☐ Yes  ☐ No ‹confined›'],
    ['all that apply may be none', 'Needs: [ ] [needs]', '', 'Needs: ☐ contractures  ☐ ventilator  ☐ oxygen'],
    ['in braces they go with a gap', 'A{ [ ] [confined]}', '', 'A'],
    ['in a table', '| A | B |\n| --- | --- |\n| x | [ ] [confined] |', 'confined: yes', 'A | B\nx | ☑ Yes  ☐ No'],
    ['before other blanks it is for a pen', 'A: [ ] [place]', 'place: home', 'A: ☐ home'],
    ['before words it stays as it is', 'A: [ ] yes', '', 'A: [ ] yes'],
    ['an escaped one too', 'A: \\[ ] [confined]', 'confined: yes', 'A: [ ] Yes'],
  ])('%s', (_, prose, head, result) => expect(letter(prose, head)).toBe(result));
});

describe('an item for each choice', () => {
  test.each<[string, string, string, string]>([
    ['of a single one', '- [ ] [confined]', 'confined: yes', '- ☑ Yes\n- ☐ No'],
    ['of several', '- [ ] [needs]', 'needs: oxygen', '- ☐ contractures\n- ☐ ventilator\n- ☑ oxygen'],
    ['none', '- [ ] [needs]', '', '- ☐ contractures\n- ☐ ventilator\n- ☐ oxygen'],
    ['a choice that must be made', '- [ ] [confined]', '', '- ‹confined›\n- ☐ Yes\n- ☐ No'],
    [
      'of records, with what stands behind it for the given ones',
      '- [ ] [my visit]{ for [my visit purpose]}',
      'my visit: therapy\n  purpose: gait\nmy visit: nursing',
      '- ☑ nursing\n- ☑ therapy for gait\n- ☐ aide',
    ],
    ['only given ones', '- [x] [needs]', 'needs: oxygen', '- ☑ oxygen'],
    ['before words', '- [ ] a box\n- [ ] [place]', 'place: home', '- ☐ a box\n- ☐ home'],
    [
      'what is no choice is not lost',
      '- [ ] [needs]',
      'needs: bed',
      '- ☐ contractures\n- ☐ ventilator\n- ☐ oxygen\n- ☑ bed',
    ],
  ])('%s', (_, prose, head, result) => expect(letter(prose, head)).toBe(result));
});

test('a choice that must be made is lacked', () => {
  const lacks = (prose: string) =>
    letterOf('case t\n---\n', files(prose)).lacks.flatMap((lack) => (lack.kind === 'fact' ? [lack.field.name] : []));
  expect(lacks('A [ ] [confined]')).toContain('confined');
  expect(lacks('- [ ] [confined]')).toContain('confined');
  expect(lacks('A [ ] [needs]')).not.toContain('needs');
});
