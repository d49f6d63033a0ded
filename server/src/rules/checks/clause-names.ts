import { wordAtStart } from '../../analysis/first-word.js';
import type { Suggest } from '../../analysis/meant-names.js';
import { endOfKnownName, fieldNames, recordNames } from '../../analysis/meant-names.js';
import { anyOf, writeFixes } from '../../fixes/write-fixes.js';
import type { Report } from '../../lint/rule.js';
import { allNames, type Damage, normalizeName, resolveName, type Word } from '../../letter/source.js';
import type { FileSubject } from '../../letter/subjects.js';
import { nearest } from '../../spelling/nearest.js';
import { namesAsWords } from './clause-lines.js';

/** Names in a policy or kind that no vocabulary declares. */
export function reportUnknownNames(file: FileSubject, suggest: Suggest, report: Report): void {
  const names = allNames(file.schema);
  for (const damage of file.asking?.demands.damage ?? []) {
    const { where } = damage;
    if (damage.is === 'no such field') {
      const near = suggest(where.text, fieldNames(damage.record));
      const choice =
        near.length > 0 ? `Did you mean ${anyOf(near)}?` : `It has: ${fieldNames(damage.record).join(', ')}`;
      report(where, `"${damage.record.name}" has no field of this name. ${choice}`, writeFixes(where, near));
    } else if (damage.is === 'no such name' && !damage.isCounted) reportName(damage, names, file, suggest, report);
  }
}

function reportName(
  { where }: Damage,
  names: readonly string[],
  file: FileSubject,
  suggest: Suggest,
  report: Report,
): void {
  const known = wordsBehindName(where, names);
  const meant = suggest(where.text, names);
  if (known && normalizeName(meant[0] ?? known.name) === normalizeName(known.name)) {
    const beneath = beneathExample(known.name, file);
    report(known.behind, `These words mean nothing behind "${known.name}".${beneath}`, {
      otherFixes: namesAsWords(where, file),
    });
    return;
  }
  const word = wordAtStart(where);
  const [first] = word.text === where.text ? [] : nearest(word.text, ['section', 'enclosure', 'words'], 1);
  const near = first === undefined ? meant : [first];
  const place = first === undefined ? where : word;
  const choice =
    near.length > 0
      ? `Did you mean ${anyOf(near)}?`
      : 'Write one of a vocabulary, such as "insurance member id", or what is asked in words behind a colon.';
  const fixes = writeFixes(place, near);
  const otherFixes = [...(fixes.otherFixes ?? []), ...namesAsWords(where, file)];
  report(where, `No field or record has this name. ${choice}`, { ...fixes, otherFixes });
}

/** `prior treatment other than surgery`: a name that is known, and what stands behind it. */
function wordsBehindName(where: Word, names: readonly string[]): { name: string; behind: Word } | undefined {
  const end = endOfKnownName(where.text, names);
  if (end === undefined) return undefined;
  const behind = where.text.slice(end);
  const text = behind.trimStart();
  const start = where.start + end + (behind.length - text.length);
  return { name: where.text.slice(0, end), behind: { ...where, start, text } };
}

/** How more is asked of a record, by one of its own fields. */
function beneathExample(name: string, { schema }: FileSubject): string {
  const target = resolveName(schema, name);
  if (target?.kind !== 'record field') return ' Numbers and times are asked for as: at least 18, within 60 days';
  const { fields } = target.record;
  const field = fields.find(({ type }) => type.choices !== undefined) ?? fields[1];
  const [choice = 'given'] = field?.type.choices ?? [];
  return field ? ` Ask more of it on a line beneath, such as "  ${field.name}: ${choice}".` : '';
}

/** Behind a number stands a record of which there may be several. */
export function reportUnknownRecords({ asking, schema }: FileSubject, suggest: Suggest, report: Report): void {
  for (const damage of asking?.demands.damage ?? []) {
    if (damage.is !== 'no such name' || !damage.isCounted) continue;
    const { where } = damage;
    const near = suggest(where.text, recordNames(schema));
    const choice =
      near.length > 0
        ? `Did you mean ${anyOf(near)}?`
        : 'Write one that a vocabulary declares, such as: require 2 evidence';
    report(where, `No record has this name. ${choice}`, writeFixes(where, near));
  }
}
