import { firstNameFirst } from '../knowledge/person-names.js';
import { capitalize } from '../knowledge/sentences.js';
import type { Rule } from '../lint/rule.js';

export const nameForm: Rule = {
  id: 'name-form',
  group: 'facts',
  severity: 'info',
  subject: 'record',
  summary: 'A name is written as it is said: Jane Doe, not Doe, Jane, and not jane doe.',
  why: 'Charts and forms put the surname first. In a letter that prints “Doe, Jane has been my patient” and “Doe, Jane’s pain”, and a payer that looks for the member may not find one.',
  bad: 'patient\n  name: Doe, Jane A.',
  good: 'patient\n  name: Jane A. Doe',
  check({ record }, report) {
    // A role may stand there, with its department behind a comma.
    if (record.declaration?.norm === 'representative') return;
    for (const { declaration, values } of record.fields) {
      if (!declaration?.person || declaration.norm === 'form of address') continue;
      for (const { given, where } of values) {
        if (given && /^\p{Ll}+(?:[ -]\p{Ll}+){1,5}$/u.test(where.text)) {
          const text = where.text.replace(/\p{Ll}+/gu, (word) => capitalize(word));
          report(where, 'A name has capitals. Write it as the letter is to print it, such as Jane Doe.', {
            fix: { title: `Write the name with capitals`, edits: [{ where, text }], asks: true },
          });
          continue;
        }
        const text = given ? firstNameFirst(where.text) : undefined;
        if (text !== undefined)
          report(where, 'The surname stands first. Write the name as it is said, such as Jane Doe.', {
            fix: { title: 'Write the surname last', edits: [{ where, text }], asks: true },
          });
      }
    }
  },
};
