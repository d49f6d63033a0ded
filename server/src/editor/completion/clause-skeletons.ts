import { roles } from '../../language/reserved-names.js';
import type { Insertion } from '../../begin/insertion.js';

/** A whole line of a policy or kind, as a beginner may put it in. */
export interface ClauseSkeleton {
  readonly label: string;
  readonly help: string;
  readonly insert: Insertion;
}

const reason = { text: 'Section: What it says.', isSample: true };

function section(first: string): Insertion {
  return [{ text: first, choices: [first, ...roles.filter((role) => role !== first)] }];
}

export const clauseLines: readonly ClauseSkeleton[] = [
  {
    label: 'require',
    help: 'A fact or a record that the letter must say.',
    insert: ['require ', { text: 'insurance member id', isSample: true }, ': ', reason],
  },
  {
    label: 'require: words',
    help: "The payer's own words, of which no field speaks. The case answers them.",
    insert: ['require: ', reason],
  },
  {
    label: 'require 2 prior treatments',
    help: 'So many records, and beneath them what each must say.',
    insert: [
      'require ',
      { text: '2' },
      ' prior treatments: ',
      reason,
      '\n  outcome: ',
      { text: 'ineffective; not tolerated', isSample: true },
    ],
  },
  {
    label: 'require one of these',
    help: 'Options of which so many must be met.',
    insert: [
      'require one of these: ',
      reason,
      '\noption ',
      { text: 'prior treatment', isSample: true },
      '\noption: ',
      { text: 'Words of another way.', isSample: true },
    ],
  },
  {
    label: 'require section',
    help: 'A component that the letter must have, by its role.',
    insert: ['require section ', ...section('evidence'), ': ', reason],
  },
  {
    label: 'require enclosure',
    help: 'A document that goes with the letter: an enclosure whose name has these words.',
    insert: ['require enclosure "', { text: 'Progress notes', isSample: true }, '": ', reason],
  },
  {
    label: 'require words',
    help: "Words of which the letter says one, even in the template's text.",
    insert: ['require words "', { text: 'approve', isSample: true }, '": ', reason],
  },
  {
    label: 'recommend section',
    help: 'What the payer would like to see, but does not insist on.',
    insert: ['recommend section ', ...section('consequences'), ': ', reason],
  },
  {
    label: 'deadline',
    help: 'How long before or after a day the letter must be dated.',
    insert: ['deadline ', { text: '65' }, ' days after ', { text: 'denial date', isSample: true }, ': ', reason],
  },
  { label: 'limit pages', help: 'How long the letter may be.', insert: ['limit ', { text: '2' }, ' pages: ', reason] },
  {
    label: 'when',
    help: 'All of it is asked only then.',
    insert: ['when ', { text: 'insurance plan type', isSample: true }, ': ', { text: 'Medicaid', isSample: true }],
  },
];
