import { giveFacts, placeInCase } from '../fixes/meet-clauses.js';
import { nonAnswer } from '../knowledge/non-answers.js';
import { type MergedRecord, valuesByName } from '../letter/facts.js';
import { fieldOf, valueText } from '../letter/source.js';
import type { Rule } from '../lint/rule.js';

export const treatmentIncomplete: Rule = {
  id: 'treatment-incomplete',
  group: 'content',
  severity: 'warning',
  subject: 'letter',
  needs: 'template',
  summary: 'A treatment that was tried says when it was tried, or why it ended.',
  why: 'Payers ask for trials of so many weeks, and for the reason why they were not enough. "Ineffective" alone proves neither. What was contraindicated was never tried, and has no days.',
  bad: 'prior treatment: Gabapentin 300 mg\n  outcome: ineffective',
  good: 'prior treatment: Gabapentin 300 mg\n  outcome: ineffective\n  start: March 2026\n  stop: June 2026',
  check(letter, report, subject) {
    for (const record of letter.facts.allRecords()) {
      if (!wasTried(record) || saysWhenOrWhy(record)) continue;
      const where = placeInCase(record.name, subject);
      if (!where) continue;
      const lacks = ['start', 'stop', 'reason'].flatMap((name) => {
        const field = fieldOf(record.declaration, name);
        return field ? [{ field, of: record.declaration, record }] : [];
      });
      const fix = giveFacts(lacks, subject);
      report(where, 'Nothing says when it was tried, or why it ended. Add "start" and "stop", or "reason".', {
        otherFixes: fix ? [fix] : [],
      });
    }
  },
};

/** Outcomes of what the patient really had. */
const TRIED: ReadonlySet<string> = new Set(['ineffective', 'partially effective', 'not tolerated']);

function wasTried(record: MergedRecord): boolean {
  const [outcome] = valuesByName(record, 'outcome');
  return outcome !== undefined && TRIED.has(valueText(outcome).toLowerCase());
}

/** A year or a length of time within the name says it as well: "Naproxen, 12 weeks in 2025". */
const TIME = /\b(?:19|20)\d\d\b|\b\d+\s*(?:days?|weeks?|months?|years?)\b/i;

function saysWhenOrWhy(record: MergedRecord): boolean {
  const [first] = record.declaration.fields;
  const name = first && record.values.get(first)?.[0];
  const text = name && valueText(name, ' ');
  // "None" names no treatment, which is told by itself.
  if (text === undefined || nonAnswer(text) || TIME.test(text)) return true;
  return ['start', 'stop', 'reason'].some((field) => valuesByName(record, field).length > 0);
}
