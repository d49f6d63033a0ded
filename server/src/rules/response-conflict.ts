import { changeBetween, type Quantity, readQuantity } from '../knowledge/quantities.js';
import { type Better, betterOn } from '../knowledge/scales.js';
import { type MergedRecord, valuesByName } from '../letter/facts.js';
import type { ResolvedLetter } from '../letter/letter.js';
import { type FactValue, valueText } from '../letter/source.js';
import type { Rule } from '../lint/rule.js';

const template = 'template t\noverall response (improved | remained stable): How it went.\n---\n[overall response]';

export const responseConflict: Rule = {
  id: 'response-conflict',
  group: 'facts',
  severity: 'warning',
  subject: 'letter',
  needs: 'template',
  summary: 'Where the letter says that the patient improved or remained stable, the scores do not say the opposite.',
  why: 'A reviewer compares the sentence with the numbers beside it; “improved” above a pain score that rose from 4 to 8 ends the review. Only scales are looked at of which it is known which way is better, by their name or by “better:” in the outcome measure, and not where another one got better.',
  bad: {
    'x.lmn':
      'case t\noverall response: improved\noutcome measure: average pain, 0 to 10\n  baseline: 4\n  current: 8\n---\n',
    't.lmn': template,
  },
  good: {
    'x.lmn':
      'case t\noverall response: improved\noutcome measure: average pain, 0 to 10\n  baseline: 8\n  current: 4\n---\n',
    't.lmn': template,
  },
  check(letter, report) {
    const measures = letter.facts.allRecords().flatMap((record) => movementOf(record) ?? []);
    const [worst] = measures.filter(({ gain }) => gain < 0).sort((a, b) => a.gain - b.gain);
    if (!worst || measures.some(({ gain }) => gain > 0)) return;
    for (const value of responses(letter)) {
      const said = saidOf(valueText(value));
      if (said === undefined || (said === 'stable' && worst.gain > -noticeable)) continue;
      report(value.where, 'The scores say the opposite: what was measured got worse. Correct one of them.', {
        related: [{ where: worst.where, message: 'the score that got worse' }],
      });
    }
  },
};

/** A part of the first value that nobody calls stable. Pain that changes by 30 percent is a change that patients notice (IMMPACT, Dworkin et al. 2008). */
const noticeable = 0.3;

/** What the patient's response is said to be: facts of the letter, or of its template, that are chosen. */
function responses({ facts, case: { schema } }: ResolvedLetter): FactValue[] {
  const fields = [...schema.vocabulary.letter.fields, ...(schema.template?.byName.values() ?? [])];
  return fields
    .filter(({ norm, type }) => type.choices && /(?:^|\s)(?:response|progress)$/.test(norm))
    .flatMap((field) => facts.valuesOf(field).slice(0, 1));
}

function saidOf(text: string): 'better' | 'stable' | undefined {
  if (/\b(?:not|no|worse|poorly|partially)\b/i.test(text)) return undefined;
  if (/\b(?:improved|better|positively|well)\b/i.test(text)) return 'better';
  return /\b(?:stable|stably|unchanged)\b/i.test(text) ? 'stable' : undefined;
}

interface Movement {
  readonly where: FactValue['where'];
  /** By what part of the first value it got better; below zero where it got worse. */
  readonly gain: number;
}

function movementOf(record: MergedRecord): Movement | undefined {
  if (!record.declaration.byName.has('baseline') || !record.declaration.byName.has('current')) return undefined;
  const [name] = valuesByName(record, record.declaration.fields[0]?.norm ?? '');
  const [before] = valuesByName(record, 'baseline');
  const [now] = valuesByName(record, 'current');
  const [from, to] = [before && readQuantity(valueText(before, ' ')), now && readQuantity(valueText(now, ' '))];
  const [chosen] = valuesByName(record, 'better');
  const better = chosen ? betterOf(valueText(chosen)) : name && betterOn(valueText(name, ' '));
  if (!now || !from || !to || !better || changeBetween(from, to) === undefined) return undefined;
  const change = numberOf(to) - numberOf(from);
  const part = change / Math.max(Math.abs(numberOf(from)), 1);
  return { where: now.where, gain: better === 'higher' ? part : -part };
}

function betterOf(text: string): Better | undefined {
  const folded = text.trim().toLowerCase();
  return folded === 'higher' || folded === 'lower' ? folded : undefined;
}

function numberOf({ digits, decimals }: Quantity): number {
  return Number(digits) / 10 ** decimals;
}
