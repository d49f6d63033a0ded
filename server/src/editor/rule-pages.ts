import { showRuleCommand } from '../protocol/commands.js';

/**
 * The address of a rule's page, for a client that carries out the command: the pages come with the extension, so it opens offline. No address on the
 * web is given, for none is known to have the pages of this version.
 */
export function rulePageCommand(rule: string): string {
  return `command:${showRuleCommand}?${encodeURIComponent(JSON.stringify([rule]))}`;
}
