import { headingFlags, roles } from '../../language/reserved-names.js';
import { type FlagName, FLAGS } from '../../language/terms.js';
import type { SectionSource } from '../../language/source-file.js';
import type { RuleDescription } from '../../lint/rule.js';
import { suppressionRules } from '../../lint/suppressing.js';
import type { ResolvedLetter } from '../../letter/letter.js';
import { fillName } from '../../letter/fill-placeholder.js';
import { allRules } from '../../rules/all-rules.js';
import { components, flagHelp } from '../completion/headings.js';
import { blockHelp } from '../completion/placeholders.js';
import { wordsOf } from './facts.js';
import type { Hovered } from './hovered.js';
import { literal } from '../markdown.js';

/** A tag at a heading's end. */
export function describeTag(tag: string): string[] {
  const role = roles.find((one) => one === tag);
  if (role) return [`**#${role}**`, literal(components[role].help), 'A role: what the section does for the reviewer.'];
  const flag = headingFlags.find((one) => one === tag);
  return flag ? [`**#${flag}**`, literal(flagHelp[flag])] : [];
}

/** A flag in a declaration's parentheses. */
export function describeFlag(flag: FlagName): string[] {
  return [`**${flag}**`, literal(FLAGS[flag].help)];
}

/** A heading in a case: which section of the template it takes the place of. */
export function describeSection(section: SectionSource, { use, context }: Hovered): string[] {
  if (context.file.kind !== 'case') return [];
  if (use.role === 'declaration') return ['A section that this case adds to its letter.'];
  const tags = section.tags.map((tag) => `#${tag.text}`).join(' ');
  return [`Takes the place of the template's section **${literal(section.title.text)}**`, literal(tags)];
}

export function describePronoun(word: string, { letter }: Hovered): string[] {
  const help =
    "The patient's pronoun, with a capital where a sentence begins. The case says which: pronouns: he, she or they.";
  return [`**${literal(word)}**`, help, ...(letter ? [printedPronoun(word, letter)] : [])];
}

function printedPronoun(word: string, letter: ResolvedLetter): string {
  const content = fillName(letter, word);
  return content ? `Prints: ${literal(wordsOf(content, letter).toLowerCase())}` : '*Not given yet.*';
}

export function describeBlock(block: string): string[] {
  const help = blockHelp[block];
  return help === undefined ? [] : [`**${literal(block)}**`, literal(help)];
}

/** A rule that a comment keeps silent: what it asks for and why. */
export function describeRule(id: string): string[] {
  const rules: readonly RuleDescription[] = [...allRules, ...suppressionRules];
  const rule = rules.find((one) => one.id === id || one.formerly?.includes(id));
  return rule ? [`**${literal(rule.id)}** (${rule.severity})`, literal(rule.summary), literal(rule.why)] : [];
}
