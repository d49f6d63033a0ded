import { expect, test } from 'vitest';
import { addressBeside, safeLink } from '../../server/src/render/safe-link.js';

test.each(['https://example.org', 'https://example.org/a_(b)?c=1&d#e', 'mailto:office@example.org?subject=LMN'])(
  '%s is a link',
  (href) => expect(safeLink(href)).toBe(href),
);

test.each([
  'http://example.org',
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  '//example.org',
  'example.org',
  ' https://example.org',
  'https://',
  'https://example.org/" onclick="alert(1)',
  'https://example.org/"onclick=alert(1)//',
  "https://example.org/'onclick=alert(1)//",
  'https://example.org/`onclick=alert(1)//',
  'https://example.org/>b',
  'https://example.org/<b>',
  'https://example.org/\u0000',
  'https://example.org/a\\b',
  'vscode://file/etc',
  'command:workbench.action.quit',
])('%j is none', (href) => expect(safeLink(href)).toBeUndefined());

test.each([
  ['our policy', 'https://example.org/policy', 'https://example.org/policy'],
  ['https://example.org', 'https://example.org', ''],
  ['10.1016/S0140-6736(21)00393-7', 'https://doi.org/10.1016/S0140-6736(21)00393-7', ''],
  ['10.1/a b', 'https://doi.org/10.1/a%20b', ''],
  ['100 %', 'https://example.org/100%', 'https://example.org/100%'],
  ['write to us', 'mailto:office@example.org?subject=LMN', 'office@example.org'],
  ['office@example.org', 'mailto:office@example.org', ''],
])('%s and %s print %j beside the words', (words, href, beside) => expect(addressBeside(words, href)).toBe(beside));
