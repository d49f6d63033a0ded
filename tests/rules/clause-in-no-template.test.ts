import { expect, test } from 'vitest';
import { clauseInNoTemplate } from '../../server/src/rules/clause-in-no-template.js';
import { finds } from '../support/finds.js';
import { besidePaths, readTemplate, shippedTemplates } from '../support/workspace.js';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Finds what is marked in the policy among these files. */
function findsIn({ 'policy.lmn': text = '', ...others }: Readonly<Record<string, string>>) {
  return finds(clauseInNoTemplate, text, others);
}

const kind = 'kind new-pa "New"\nsource: x';
const ours = (prose: string) => ({
  'kind.lmn': kind,
  'ours.lmn': `template ours\nfor: new-pa\n---\n## Request\nPlease approve [treatment requested]. ${prose}`,
});
const policy = (clauses: string, head = 'for: new-pa') => ({
  'policy.lmn': `policy p\npayer: Blue Mesa\n${head}\n\n${clauses}`,
});
const files = (clauses: string, prose = '', head?: string) => ({ ...policy(clauses, head), ...ours(prose) });

test('a fact that no template for these letters prints', () => {
  const [finding] = findsIn(files('require <|denial item|>: 1: The day.'));
  expect(finding?.message).toMatch(/^No template for these letters prints this/);
  findsIn(files('require <|denial item|> "wheelchair"'));
  findsIn(files('require 2 <|allergies|>'));
  findsIn(files('require <|denial item|>; denial claim number'));
  findsIn(files('require every <|denial item|>', '', ''));
});

test('a line beneath that none prints, in every way to meet it', () => {
  const list = '- [prior treatment]{, [prior treatment outcome]}';
  findsIn(files('require prior treatment\n  <|reason|>: given', list));
  findsIn(files('require prior treatment\n  reason: given\n  or outcome: contraindicated', list));
  findsIn(files('require prior treatment\n  reason; outcome: given', list));
});

test('a group of which too few options can be met', () => {
  const two = 'option denial item\noption treatment requested\noption allergy';
  findsIn(files(`require one of these: 1: One.\n${two}`));
  findsIn(files('require 2 of these: 1: Two.\noption <|denial item|>\noption treatment requested\noption allergy'));
  findsIn(files(`require 2 of these: 1: Two.\n${two}\noption: In words.`));
});

test.each([
  ['what a template prints where it is given', 'require denial item', '{It was denied on [denial item].}'],
  ['one of several', 'require denial item; treatment requested', ''],
  ['what may only be recommended', 'recommend denial item', ''],
  ['what must not be there, or not so often', 'require no current treatment\nrequire at most 2 past procedures', ''],
  ['conditions', 'require treatment requested\n  when denial item: given', ''],
  [
    'sections, words, enclosures and words of the case',
    'require section evidence\nrequire words "approve"\nrequire enclosure "note"\nrequire: 1: Words.',
    '',
  ],
  ['what blocks print', 'require provider credentials\nrequire co-signer npi\nrequire enclosure\nrequire copy', ''],
  ['sources', 'require 2 evidence\n  year: at least 2020', ''],
  [
    'what need not print, or is computed',
    'require last visit within 60 days\nrequire patient age at least 18\nrequire insurance plan type',
    '',
  ],
  ['a line that is damaged', 'require no such thing as this', ''],
])('not on %s', (_, clauses, prose) => {
  findsIn(files(clauses, prose));
});

test('templates for other letters do not count, those that say no kind do, and so does what a template stands on', () => {
  const other = { 'other.lmn': 'template other\nfor: appeal-1\n---\n## Denial\nDenied on [denial item].' };
  const any = { 'any.lmn': 'template any\n---\n## Denial\nDenied on [denial item].' };
  findsIn({ ...files('require <|denial item|>'), ...other });
  findsIn({ ...files('require denial item'), ...any });
  findsIn({ ...files('require denial item', '', 'for: other than home-health'), ...other });
  findsIn({ ...files('require <|denial item|>\n  for: new-pa', '', ''), ...other });
  const upon = { 'ours.lmn': 'template ours from any\nfor: new-pa\n---\n## Request\nPlease approve.' };
  findsIn({ ...policy('require denial item'), 'kind.lmn': kind, ...any, ...upon });
});

test('kinds that are made from the one that is named count', () => {
  const own = {
    'own.lmn': 'kind own-pa from new-pa "Ours"\nsource: x',
    'ours.lmn': 'template ours\nfor: own-pa\n---\n## Request\nDenied on [denial item].',
  };
  findsIn({ ...policy('require denial item\nrequire <|allergy|>'), 'kind.lmn': kind, ...own });
});

test('nothing is said where no template is for such letters', () => {
  findsIn({ ...policy('require denial item', 'for: appeal-1'), 'kind.lmn': kind });
  findsIn({ ...policy('require denial item', 'for: appeal-1'), ...ours('') });
});

test('a template with [criteria] prints whatever meets a policy', () => {
  findsIn(files('require denial item', '\n\n[criteria]'));
});

test('a field that a template declares by the same name counts as printed', () => {
  const declaring = {
    'ours.lmn': 'template ours\nfor: new-pa\nplan of care (text): The plan.\n---\n## Plan\n[plan of care]',
  };
  findsIn({ ...policy('require plan of care'), 'kind.lmn': kind, ...declaring });
});

const folder = fileURLToPath(new URL('../../templates/', import.meta.url));
const kindFiles = Object.fromEntries(
  readdirSync(`${folder}kinds`).map((name) => [`kinds/${name}`, readTemplate(`kinds/${name}`)]),
);
const policies = besidePaths.filter((path) => readTemplate(path).startsWith('policy'));

test.each([...policies, ...Object.keys(kindFiles)])(
  'the templates that ship can print all that %s requires',
  (path) => {
    findsIn({ ...kindFiles, ...shippedTemplates, 'policy.lmn': readTemplate(path) });
  },
);
