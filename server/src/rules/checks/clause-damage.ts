import { wordAtStart } from '../../analysis/first-word.js';
import { entryOf } from '../../analysis/head-entries.js';
import { placeAt } from '../../fixes/head-edits.js';
import { cutFromLine } from '../../fixes/insert-text.js';
import { anyOf, writeFixes } from '../../fixes/write-fixes.js';
import { foldChoice } from '../../knowledge/types.js';
import { type Damage, lineEndOf, roles, type Word } from '../../letter/source.js';
import type { FileSubject } from '../../letter/subjects.js';
import type { Fix, Report } from '../../lint/rule.js';
import { nearest } from '../../spelling/nearest.js';

type Of<Kind extends Damage['is']> = Extract<Damage, { is: Kind }>;

/** What of a policy's or kind's lines is no word of the language, or is not finished. Names and stray lines have rules of their own. */
export function reportDamage(file: FileSubject, report: Report): void {
  for (const damage of file.asking?.demands.damage ?? []) {
    switch (damage.is) {
      case 'unfinished':
        reportUnfinished(damage, report);
        break;
      case 'no such role':
        reportRole(damage, report);
        break;
      case 'no such unit':
        reportUnit(damage, report);
        break;
      case 'no such choice':
        reportChoice(damage, report);
        break;
      case 'no codes':
        reportRange(damage, report);
        break;
      case 'left over':
        report(damage.where, 'These words mean nothing here. Label and words of a clause come after a colon.', {
          fix: { title: 'Take them out', edits: [cutFromLine(damage.where)], asks: true },
        });
        break;
      case 'no semicolon':
        reportSeparator(damage, report);
        break;
      case 'no quotes':
        reportUnquoted(damage, report);
        break;
      case 'symbol':
        reportSymbol(damage, file, report);
        break;
      case 'more than there are':
        report(
          damage.where,
          `This group asks for more than its ${String(damage.options)} ${damage.options === 1 ? 'option' : 'options'}. Write a smaller number, or further lines that begin with "option".`,
        );
        break;
      default:
    }
  }
}

const unfinished: Readonly<Record<Of<'unfinished'>['of'], string>> = {
  nothing: 'Write what is asked for, such as: require insurance member id',
  section: `Name what the section does, one of: ${roles.join(', ')}`,
  enclosure: 'Put words of its name in quotation marks, such as: require enclosure "Progress notes"',
  words: 'Write what the letter must say in quotation marks, such as: require words "approve"; "authorize"',
  counted: 'Name what is counted, such as: require 2 evidence',
  time: 'Within how many days? Write a number and a unit, such as: within 60 days',
  unit: 'The unit of time is missing. Write days, weeks, months or years after the number.',
  value: 'Write what it must be, such as: given',
  condition: 'Write a name and a value, such as: when insurance plan type: Medicaid',
  deadline: 'Write how long before or after which day, such as: deadline 65 days after denial date',
  relation: 'Before or after which day? Name it, such as: within 60 days before denial date',
  change: 'Below or above what? Name a field of the record, such as: at least 5 percent below baseline',
  decision: 'Write how long, such as: decision 7 days',
  limit: 'Write how many, such as: limit 2 pages',
  group: 'The options are missing. Write them on lines beneath that begin with "option".',
};

function reportUnfinished({ where, of }: Of<'unfinished'>, report: Report): void {
  report(where, `This line is not finished. ${unfinished[of]}`);
}

function reportRole({ where }: Of<'no such role'>, report: Report): void {
  const near = nearest(where.text, roles);
  const choice = near.length > 0 ? `Did you mean ${anyOf(near)}?` : `Write one of: ${roles.join(', ')}`;
  report(where, `A section is asked for by what it does. ${choice}`, writeFixes(where, near));
}

const times = ['days', 'weeks', 'months', 'years'];

function reportUnit({ where, of }: Of<'no such unit'>, report: Report): void {
  if (of === 'pages') {
    report(where, 'Only pages can be limited. Write: limit 2 pages', writeFixes(where, ['pages']));
    return;
  }
  const word = wordAtStart(where);
  report(where, 'Write the time in days, weeks, months or years.', writeFixes(word, nearest(word.text, times, 1)));
}

function reportRange({ where, problem, fix: text }: Of<'no codes'>, report: Report): void {
  const fix = text === undefined ? undefined : { title: 'Write "to" between the codes', edits: [{ where, text }] };
  report(where, problem, fix && { fix });
}

/** `ineffective or not tolerated` names two choices. */
function reportChoice({ where, field, choices }: Of<'no such choice'>, report: Report): void {
  const parts = where.text.split(/\s*,?\s+(?:or|and)\s+|\s*,\s*/i);
  const areChoices = parts.every((part) => choices.some((choice) => foldChoice(choice) === foldChoice(part)));
  if (parts.length > 1 && areChoices) {
    const text = parts.join('; ');
    report(where, `"${field.name}" has no such choice. Between choices stands a semicolon.`, {
      fix: { title: 'Part them with semicolons', edits: [{ where, text }] },
    });
    return;
  }
  const near = nearest(where.text, choices);
  const choice = near.length > 0 ? `Did you mean ${anyOf(near)}?` : `Write one of: ${choices.join(', ')}`;
  report(where, `"${field.name}" has no such choice. ${choice}`, writeFixes(where, near));
}

function reportSeparator({ where }: Of<'no semicolon'>, report: Report): void {
  const { piece } = where;
  const start = piece.text.slice(0, where.start).trimEnd().length;
  report(where, 'Between words of which one is enough stands a semicolon.', {
    fix: { title: 'Write a semicolon', edits: [{ where: { piece, start, end: where.end }, text: ';' }] },
  });
}

function reportUnquoted({ where, of }: Of<'no quotes'>, report: Report): void {
  const message = `This line is not finished. ${unfinished[of]}`;
  report(where, message, { fix: { title: 'Put it in quotation marks', edits: [{ where, text: `"${where.text}"` }] } });
}

function reportSymbol({ where, words }: Of<'symbol'>, { file, schema }: FileSubject, report: Report): void {
  const { piece, start, end } = where;
  const before = /\s$/.test(piece.text.slice(0, start)) ? '' : ' ';
  const behind = /^\s/.test(piece.text.slice(end)) ? '' : ' ';
  const fixes: Fix[] = [{ title: `Write "${words}"`, edits: [{ where, text: `${before}${words}${behind}` }] }];
  const entry = entryOf(file, where);
  const label = entry?.label;
  const hasResult = schema.vocabulary.byName.get('finding')?.byName.has('result') === true;
  if (entry && label && hasResult && start > label.start && end < label.end) {
    const name = piece.text.slice(label.start, start).trim();
    const result = piece.text.slice(end, label.end).trim();
    fixes.push({
      title: 'Ask for the latest finding of this name',
      edits: [
        { where: label, text: `latest finding "${name}"` },
        { where: placeAt(piece, entry.whole.end), text: `${lineEndOf(file)}  result: ${words} ${result}` },
      ],
      asks: true,
    });
  }
  report(where, `Write it in words: "${words}" and the number.`, { fix: fixes[0], otherFixes: fixes.slice(1) });
}

/** Lines of a policy or kind that belong to nothing. */
export function reportStrayLines({ asking, file }: FileSubject, report: Report): void {
  for (const damage of asking?.demands.damage ?? []) {
    const { where } = damage;
    if (damage.is === 'no colon') {
      const { name } = damage;
      const rest = where.text.slice(name.text.length).trim();
      report(where, 'This line has no colon behind its name. Write it as "name: value".', {
        fix: { title: 'Write a colon', edits: [{ where, text: `${name.text}: ${rest}` }] },
      });
    } else if (damage.is === 'no line')
      report(where, 'This line asks for nothing. Beneath a clause stand lines such as "outcome: ineffective".', {
        fix: joinFix(where),
      });
    else if (damage.is === 'no group')
      report(where, 'This line belongs to a group. Write "require one of these" above it.', {
        fix: {
          title: 'Write "require one of these" above it',
          edits: [{ where: placeAt(where.piece, where.start), text: `require one of these${lineEndOf(file)}` }],
          asks: true,
        },
      });
  }
}

/** Words that were broken over two lines. */
function joinFix(where: Word): Fix {
  const { piece } = where;
  const start = piece.text.slice(0, where.start).trimEnd().length;
  const edit = { where: { piece, start, end: where.start }, text: ' ' };
  return { title: 'Make it part of the line above', edits: [edit], asks: true };
}
