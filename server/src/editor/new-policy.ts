import { type Day, formatDate } from '../knowledge/dates.js';
import type { KindFile } from '../language/kind-file.js';
import { CORE_KIND, purposeOf } from '../language/kind-file.js';
import type { KindChoice, NewPolicyParams } from '../protocol/new-files.js';
import type { Insertion } from '../begin/insertion.js';
import type { Workspaces } from './workspace/workspaces.js';

/** The kinds that a policy may be for; `core`, which holds for all, is none to choose. Of two with one name the first one's title counts. */
export function kindChoices(workspaces: Workspaces): KindChoice[] {
  const found = new Map<string, KindFile>();
  for (const workspace of workspaces.all())
    for (const [norm, kind] of workspace.kinds) if (norm !== CORE_KIND && !found.has(norm)) found.set(norm, kind);
  return [...found.values()]
    .map((kind) => ({ name: kind.name, title: kind.title, purpose: purposeOf(kind) ?? '' }))
    .sort((one, other) => one.title.localeCompare(other.title, 'en'));
}

/** A policy that says how to go on: where the payer's text is pasted, and what its lines become afterwards. */
export function newPolicy({ payer, kinds }: NewPolicyParams, today: Day): Insertion {
  const name = payer.replace(/\s+/g, ' ').trim();
  const key = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  return [
    'policy ',
    { text: `${key.replace(/^-|-$/g, '')}-policy`, isSample: true },
    ' "',
    { text: 'Title of the policy', isSample: true },
    `"

// What a payer asks for, of every patient alike: nothing of a patient belongs here.

payer: ${name}
`,
    ...(kinds.length > 0 ? [`for: ${kinds.join('; ')}\n`] : []),
    'source: ',
    { text: '[Its number, and where it can be read]', isSample: true },
    `
as of: ${formatDate(today, 'iso')}

// Where it is for some requests only, a line says so: "codes: 64483; 64484" or "treatments: erenumab". "effective: 2026-01-01" and "until: 2026-12-31" say when.

// Paste the payer's criteria on the empty line below. Each sentence and each item of a list becomes a clause, which a case answers in its own words.
`,
    { text: '' },
    `

// Then sharpen them one by one: with the name of a fact before the colon, the letter itself is checked.
//   require last visit within 90 days: 1: Seen in the last 90 days.
//   require 2 prior treatments: 2: Two treatments did not help or were not tolerated.
//     outcome: ineffective; not tolerated
//   require enclosure "progress notes": 3: The notes since the last approval.
`,
  ];
}
