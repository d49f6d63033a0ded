import type { Fix, Rule } from '../lint/rule.js';
import { unknownPlaceholders } from '../analysis/unknown-placeholders.js';
import { lacksAt } from './checks/told-lacks.js';
import { resolveName } from '../letter/source.js';

/** Beyond this, reading an instruction gives only its beginning (knowledge/instructions.ts). */
const longestRead = 1000;

export const leftoverInstruction: Rule = {
  id: 'leftover-instruction',
  group: 'structure',
  severity: 'error',
  subject: 'file',
  needs: 'workspace',
  summary: 'What tells the writer what to write stands in [write: …].',
  why: 'An instruction in plain brackets looks like a blank that nothing can ever fill, and its examples must not survive into a letter. As help it is shown to the writer, and the letter is not final until it is answered.',
  bad: '---\n[describe the earlier flares, e.g. hospital stays]',
  good: '---\n[write: the earlier flares, e.g. hospital stays]',
  check(file, report) {
    for (const { name, whole, instruction } of unknownPlaceholders(file)) {
      if (!instruction) continue;
      const asks = name.text.length > longestRead ? name.text : instruction.asks;
      const help = instruction.isOptional && !/optional|if /i.test(asks) ? `if it applies, ${asks}` : asks;
      const makeHelp: Fix = {
        title: 'Make it help for the writer: [write: …]',
        edits: [{ where: whole, text: `[write: ${help}]` }],
      };
      // [insert patient name] asks for nothing but a field.
      const useField: Fix = { title: `Write [${asks}]`, edits: [{ where: whole, text: `[${asks}]` }] };
      const fixes = resolveName(file.schema, asks) ? { fix: useField, otherFixes: [makeHelp] } : { fix: makeHelp };
      report(whole, message(file.file.kind), { ...fixes, ...lacksAt(whole, file) });
    }
  },
};

function message(kind: string | undefined): string {
  return kind === 'template'
    ? 'This tells the writer what to write. Mark it as help: [write: …]'
    : 'This tells you what to write. Write it here in its place.';
}
