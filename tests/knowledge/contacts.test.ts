import { describe, expect, test } from 'vitest';
import { US_STATES } from '../../server/src/knowledge/us-states.js';
import { checkShape } from './check-shape.js';

describe.each<[string, string[]]>([
  [
    'phone',
    [
      '505-555-0142',
      '(505) 555-0142',
      '505.555.0142',
      '5055550142',
      '1-505-555-0142',
      '+1 505 555 0142',
      '505-555-0142 ext. 12',
      '505-555-0142, ext 12',
      '505-555-0142 x12',
      '+44 20 7946 0018',
      '+49 (0) 30 901820',
    ],
  ],
  ['email', ['dwhitfield@example.org', "o'neil+lmn@mail.example.org", 'a@b.co']],
  [
    'url',
    ['https://www.example.org', 'http://example.org/a?b=c#d', 'https://example.org:8080/', 'HTTPS://EXAMPLE.ORG/(a)'],
  ],
  ['zip', ['87196', '87196-4410', '00501']],
  ['state', ['NM', 'DC', 'PR', 'AE']],
])('%s', (id, values) => {
  test.each(values)('takes %j', (value) => expect(checkShape(id, value)).toBeUndefined());
});

describe.each<[string, string[]]>([
  [
    'phone',
    [
      '(555) 123-4567',
      '911-555-0142',
      '505-911-0142',
      '105-555-0142',
      '555-0142',
      '505-555-01422',
      '+12',
      'call me',
      '',
    ],
  ],
  ['phone', ['+44 20 7946 0018 0018 0018', '505-555-0142 or 505-555-0143']],
  [
    'email',
    ['dwhitfield', 'a@b', 'a@@b.org', 'a b@example.org', '.a@example.org', 'a@-b.org', 'a@b..org', 'a@b.org c@d.org'],
  ],
  [
    'url',
    ['example.org', 'ftp://example.org', 'javascript:alert(1)', 'data:text/html,x', 'https://', 'https://a b.org'],
  ],
  [
    'url',
    [
      'https://user:secret@example.org',
      'https://example',
      'file:///etc/passwd',
      'https:\\\\example.org',
      'https://-a.org',
    ],
  ],
  ['zip', ['00000', '00500', '8719', '871960', '87196-44']],
  ['state', ['XX', 'New', '']],
])('%s', (id, values) => {
  test.each(values)('refuses %j', (value) => {
    expect(checkShape(id, value)).toMatchObject({ kind: 'shape' });
    expect(checkShape(id, value)?.fix).toBeUndefined();
  });
});

test.each([
  ['phone', '505\u2013555\u20130142', '505-555-0142'],
  ['phone', '(505) 555.0142)', '(505) 555.0142'],
  ['phone', '505) 555-0142', '505 555-0142'],
  ['phone', '(505 555-0142', '505 555-0142'],
  ['phone', '((505) 555-0142', '(505) 555-0142'],
  ['phone', 'Fax: 505-555-0142', '505-555-0142'],
  ['phone', '505/555-0142', '505-555-0142'],
  ['email', 'mailto:dwhitfield@example.org', 'dwhitfield@example.org'],
  ['email', '<dwhitfield@example.org>', 'dwhitfield@example.org'],
  ['url', 'www.example.org/a', 'https://www.example.org/a'],
  ['zip', '871964410', '87196-4410'],
  ['state', 'new mexico', 'NM'],
  ['state', 'nm', 'NM'],
])('%s: %j is put right as %s', (id, value, fix) => expect(checkShape(id, value)?.fix).toBe(fix));

test('seven digits lack an area code', () => expect(checkShape('phone', '555-0142')?.message).toContain('area code'));

test('there are 50 states, the capital, 5 territories and 3 military ones', () => expect(US_STATES.size).toBe(59));

test.each([
  ['505\u2013555\u20130142', 'A dash in this number is no plain hyphen; type it again, such as 505-555-0142.'],
  ['(505) 555-0142)', 'A bracket in this number has no partner; take it out, such as 505-555-0142.'],
  ['(505) 555-0142 (', 'A bracket in this number has no partner; take it out, such as 505-555-0142.'],
])('says what is wrong with %j', (value, message) => expect(checkShape('phone', value)?.message).toBe(message));
