import { defineShape, type Shape } from './shape.js';

const WHOLE = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)`;
const NUMBER = new RegExp(String.raw`^[-+\u2212]?(?:${WHOLE}(?:\.\d+)?|\.\d+)$`);
const MONEY = new RegExp(String.raw`^(?:US)?\$? ?${WHOLE}(?:\.\d{2})?(?: ?USD)?$`);

export const number: Shape = defineShape({
  id: 'number',
  called: 'a number',
  description: 'Number in digits, such as 24, 1,200 or 2.5.',
  example: '24',
  longest: 40,
  wrong: 'Write a number in digits and nothing else, such as 24, 1,200 or 2.5.',
  untidy: 'Write the number in digits without spaces, such as 1,200.',
  // Digits apart may be two numbers, so only the space behind a comma or a sign goes.
  tidy: (value) => value.replace(/([,+-]) /g, '$1'),
  examine: (value) => (NUMBER.test(value) ? undefined : 'wrong'),
});

/** The number that a value of the type `number` stands for; `undefined` if it is none. */
export function parseNumber(text: string): number | undefined {
  const value = text.trim();
  if (value.length > 40 || !NUMBER.test(value)) return undefined;
  return Number(value.replace(/,/g, '').replace('\u2212', '-'));
}

export const money: Shape = defineShape({
  id: 'money',
  called: 'an amount of money',
  description: 'Amount in dollars, such as $1,250 or $1,250.00.',
  example: '$1,250.00',
  longest: 40,
  wrong: 'Write an amount in dollars and nothing else, such as $1,250 or $1,250.00.',
  untidy: 'Write the amount without spaces, such as $1,250.00.',
  tidy: (value) => value.replace(/, /g, ',').replace(/^usd ?\$? ?/i, '$'),
  examine: (value) => (MONEY.test(value) ? undefined : 'wrong'),
});
