import { defineShape, type Shape } from './shape.js';

/**
 * States, the District of Columbia, territories and military addresses, by their two letters.
 * Source: United States Postal Service, Publication 28, appendix B.
 */
export const US_STATES: ReadonlyMap<string, string> = new Map(
  (
    'AL Alabama;AK Alaska;AZ Arizona;AR Arkansas;CA California;CO Colorado;CT Connecticut;DE Delaware;DC District of Columbia;' +
    'FL Florida;GA Georgia;HI Hawaii;ID Idaho;IL Illinois;IN Indiana;IA Iowa;KS Kansas;KY Kentucky;LA Louisiana;ME Maine;' +
    'MD Maryland;MA Massachusetts;MI Michigan;MN Minnesota;MS Mississippi;MO Missouri;MT Montana;NE Nebraska;NV Nevada;' +
    'NH New Hampshire;NJ New Jersey;NM New Mexico;NY New York;NC North Carolina;ND North Dakota;OH Ohio;OK Oklahoma;OR Oregon;' +
    'PA Pennsylvania;RI Rhode Island;SC South Carolina;SD South Dakota;TN Tennessee;TX Texas;UT Utah;VT Vermont;VA Virginia;' +
    'WA Washington;WV West Virginia;WI Wisconsin;WY Wyoming;PR Puerto Rico;VI Virgin Islands;GU Guam;AS American Samoa;' +
    'MP Northern Mariana Islands;AA Armed Forces Americas;AE Armed Forces Europe;AP Armed Forces Pacific'
  )
    .split(';')
    .map((entry): [string, string] => [entry.slice(0, 2), entry.slice(3)]),
);

const CODES_BY_NAME: ReadonlyMap<string, string> = new Map(
  [...US_STATES].map(([code, name]): [string, string] => [name.toLowerCase(), code]),
);

export const state: Shape = defineShape({
  id: 'state',
  called: 'a state',
  description: 'State or territory, by the two letters of its postal code.',
  example: 'NM',
  longest: 40,
  wrong: 'A state is written with its two letters, such as NM.',
  untidy: 'Write the state with its two capital letters, such as NM.',
  tidy: (value) => CODES_BY_NAME.get(value.toLowerCase()) ?? value.toUpperCase(),
  examine: (value) => (US_STATES.has(value) ? undefined : 'wrong'),
});
