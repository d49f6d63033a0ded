import { expect, test } from 'vitest';
import { betterOn } from '../../server/src/knowledge/scales.js';
import { responseConflict } from '../../server/src/rules/response-conflict.js';
import { finds } from '../support/finds.js';

const others = { 't.lmn': 'template t\noverall response (improved | remained stable)\n---\n[overall response]' };
const measure = (name: string, baseline: string, current: string, more = '') =>
  `outcome measure: ${name}\n  baseline: ${baseline}\n  current: ${current}\n${more}`;

test.each([
  ['<|improved|>', measure('Average pain, 0 to 10', '4', '8')],
  ['<|improved|>', measure('Oswestry Disability Index', '30 percent', '34 percent')],
  ['<|remained stable|>', measure('pain', '4', '8')],
  ['<|stably|>', measure('pain', '4', '8')],
  ['<|improved|>', measure('6-minute walk', '300 m', '250 m')],
  ['<|improved|>', measure('Our own scale', '10', '12', '  better: lower\n')],
])('overall response: %s, %j', (said, measures) => {
  const [finding] = finds(responseConflict, `case t\noverall response: ${said}\n${measures}`, others);
  expect(finding?.related).toHaveLength(1);
});

test.each([
  ['improved', measure('Average pain, 0 to 10', '8', '4')],
  ['improved', measure('pain', '4', '4')],
  // Another one got better, or it is not known which way is better.
  ['improved', measure('pain', '4', '5') + measure('Oswestry Disability Index', '50', '20')],
  ['improved', measure('Our own scale', '10', '12')],
  ['improved', measure('Pain relief, 0 to 10', '2', '6')],
  ['improved', measure('Seizure-free days', '2', '6')],
  ['improved', measure('pain', '4', '8', '  better: higher\n')],
  ['remained stable', measure('pain', '4', '5')],
  ['remained stable', measure('pain', 'moderate', 'severe')],
  ['improved', measure('pain', '4 of 10', '8 percent')],
  ['improved', measure('pain', '4', '[score now]')],
  ['[how]', measure('pain', '4', '8')],
])('silent on overall response: %s, %j', (said, measures) => {
  finds(responseConflict, `case t\noverall response: ${said}\n${measures}`, others);
});

test.each([
  ['Average leg pain, 0 to 10', 'lower'],
  ['PHQ-9', 'lower'],
  ['Migraine days a month', 'lower'],
  ['MoCA', 'higher'],
  ['FEV1, percent of predicted', 'higher'],
  ['pain interference with quality of life', undefined],
  ['pain self-efficacy', undefined],
  ['weight', undefined],
])('which way is better on %j: %s', (name, better) => expect(betterOn(name)).toBe(better));
