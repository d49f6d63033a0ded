import { expect, test } from 'vitest';
import { folderWith, lmn } from './folder.js';

const appeal = `case
for: appeal-1
insurance: Juniper Mutual
  plan type: employer
denial
  received: 2026-01-15
---
## Request
Please overturn it.
`;
const renewal = `case
for: continuation
date: 2026-11-20
last visit: 2026-11-09
insurance: Blue Mesa Health Plan
prior authorization: PA-0000-331
  expires: 2026-11-30
---
## Request
Please continue it.
`;
const policy =
  'policy p "Injections"\npayer: Blue Mesa Health Plan\n\nrequire last visit within 60 days: 3.2: A visit.\n';
const files = { 'appeal.lmn': appeal, 'sub/renewal.lmn': renewal, 'policy.lmn': policy };

test('lists deadlines, ends of authorizations and visits, the earliest first, against today', async () => {
  const { code, stdout, stderr } = await lmn(folderWith(files), 'due', '.');
  expect(stdout.split('\n')).toEqual([
    '2026-07-14  131 days past  appeal.lmn       file by then (First appeal: 29 CFR 2560.503-1(h)(3)(i); 45 CFR 147.136(b))',
    '2026-11-30  in 8 days      sub/renewal.lmn  the authorization ends',
    '2027-01-08  in 47 days     sub/renewal.lmn  the visit is too old after it (Injections: 3.2: A visit)',
    '',
    '3 due, 1 past (today is 2026-11-22). Confirm each day on the notice.',
    '',
  ]);
  expect([code, stderr]).toEqual([1, '']);
});

test('leaves out what is later than the time asked for, and another day can be today', async () => {
  const cwd = folderWith(files);
  const soon = await lmn(cwd, 'due', 'sub', '--within', '2 weeks', '--today', '2026-11-25');
  expect(soon.stdout).toMatch(
    /^2026-11-30 {2}in 5 days {2}sub\/renewal.lmn {2}the authorization ends\n\n1 due, 0 past/,
  );
  expect(soon.code).toBe(0);
  const past = await lmn(cwd, 'due', 'sub', '--within', '1 day', '--today', 'December 1, 2026');
  expect([past.code, past.stdout.split('\n')[0]]).toEqual([
    1,
    '2026-11-30  1 day past  sub/renewal.lmn  the authorization ends',
  ]);
});

test('says it to programs', async () => {
  const { stdout } = await lmn(folderWith(files), 'due', 'appeal.lmn', '--format', 'json');
  expect(JSON.parse(stdout)).toEqual({
    version: 1,
    today: '2026-11-22',
    due: [
      {
        file: 'appeal.lmn',
        what: 'deadline',
        day: '2026-07-14',
        daysLeft: -131,
        askedBy: 'First appeal',
        source: '29 CFR 2560.503-1(h)(3)(i); 45 CFR 147.136(b)',
        confirm: 'on the notice',
      },
    ],
  });
});

test('takes the lengths that are set for the rule', async () => {
  const config = '{ "rules": { "deadline": { "days": { "29 CFR 2560.503-1(h)(3)(i)": "365 days" } } } }';
  const { stdout } = await lmn(folderWith({ ...files, 'lmn.config.json': config }), 'due', 'appeal.lmn');
  expect(stdout).toMatch(/^2027-01-15 {2}in 54 days/);
});

test.each([
  ['nothing to count from', 'case\nfor: appeal-1\n---\n## Request\nPlease overturn it.\n'],
  ['no sort of plan', appeal.replace('  plan type: employer\n', '')],
  ['no kind', appeal.replace('for: appeal-1\n', '')],
])('of a case with %s nothing is due', async (_, text) => {
  const { code, stdout } = await lmn(folderWith({ 'a.lmn': text }), 'due', '.');
  expect([code, stdout]).toEqual([0, 'Nothing is due (today is 2026-11-22).\n']);
});

test.each([
  [['due'], 'lmn: Say which cases'],
  [['due', '.', '--within', 'soon'], 'is no time, such as'],
  [['due', '.', '--today', 'noon'], 'is no day, such as'],
])('%j cannot run', async (words, message) => {
  const { code, stderr } = await lmn(folderWith(files), ...words);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});
