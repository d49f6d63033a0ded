import type { Ask, AskedName, Clause, Condition, FieldDeclaration, Test } from '../letter/source.js';
import { remember } from '../remember.js';
import type { Asker } from './askers.js';

/** Every field that a clause names, in what it asks and in when it does. */
export const fieldsOf = remember(({ ask, when }: Clause): ReadonlySet<FieldDeclaration> => {
  const fields = new Set<FieldDeclaration>();
  addAsk(ask, fields);
  for (const condition of when) addCondition(condition, fields);
  return fields;
});

/** Every field that who asks names. */
export const askedFields = remember(({ clauses, times }: Asker): ReadonlySet<FieldDeclaration> => {
  const fields = new Set(clauses.flatMap((clause) => [...fieldsOf(clause)]));
  for (const { of, when: conditions } of times) {
    if (of) addName(of, fields);
    for (const condition of conditions) addCondition(condition, fields);
  }
  return fields;
});

function addAsk(ask: Ask | undefined, fields: Set<FieldDeclaration>): void {
  if (ask?.is === 'group') for (const { asks } of ask.options) for (const one of asks) addAsk(one, fields);
  if (ask?.is !== 'facts') return;
  for (const name of ask.names) addName(name, fields);
  if (ask.test) addTest(ask.test, fields);
  for (const lines of ask.ways)
    for (const line of lines) {
      for (const field of line.fields) fields.add(field);
      addTest(line.test, fields);
    }
}

function addCondition({ names, test }: Condition, fields: Set<FieldDeclaration>): void {
  for (const name of names) addName(name, fields);
  addTest(test, fields);
}

/** A record's name alone stands for its first field, as it does in brackets. */
function addName({ field, record }: AskedName, fields: Set<FieldDeclaration>): void {
  const named = field ?? record.fields[0];
  if (named) fields.add(named);
}

function addTest(test: Test, fields: Set<FieldDeclaration>): void {
  if (test.is === 'change') fields.add(test.of);
  if (test.is === 'days' && test.of) addName(test.of, fields);
  if (test.is === 'same as') addName(test.other, fields);
}
