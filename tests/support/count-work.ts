import { Lexer } from 'marked';
import { vi } from 'vitest';
import { SectionMemo } from '../../server/src/letter/resolve-section.js';
import type { Rule } from '../../server/src/lint/rule.js';
import { allRules } from '../../server/src/rules/all-rules.js';

/** Work that is not done again where nothing changed. */
export interface Work {
  /** Stretches of prose read into their tree: each has a lexer of its own. */
  readonly prosesRead: number;
  readonly sectionsResolved: number;
  /** How often a rule looked at something. */
  readonly rulesRun: number;
}

/** Counts from now on, until the mocks of vitest are restored; what it gives says how much was done since. */
export function countWork(rules: readonly Rule[] = allRules): () => Work {
  const blocks = vi.spyOn(Lexer.prototype, 'blockTokens');
  const built = countBuilds();
  const checks = [...new Set(rules)].map((rule) => vi.spyOn(rule as { check(...of: unknown[]): void }, 'check'));
  const now = (): Work => ({
    prosesRead: new Set(blocks.mock.contexts).size,
    sectionsResolved: built.mock.calls.length,
    rulesRun: checks.reduce((sum, { mock }) => sum + mock.calls.length, 0),
  });
  const before = now();
  return () => {
    const after = now();
    return {
      prosesRead: after.prosesRead - before.prosesRead,
      sectionsResolved: after.sectionsResolved - before.sectionsResolved,
      rulesRun: after.rulesRun - before.rulesRun,
    };
  };
}

type Resolve = SectionMemo['resolve'];
const resolve: Resolve = Object.getOwnPropertyDescriptor(SectionMemo.prototype, 'resolve')?.value as Resolve;

/** Hears of each section that is built, of those that a memo is asked for. */
function countBuilds() {
  const built = vi.fn();
  vi.spyOn(SectionMemo.prototype, 'resolve').mockImplementation(function (
    this: SectionMemo,
    ...[key, place, context, build]: Parameters<Resolve>
  ) {
    return resolve.call(this, key, place, context, (facts) => {
      built();
      return build(facts);
    });
  });
  return built;
}
