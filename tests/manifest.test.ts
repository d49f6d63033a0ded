import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { exportFormats, letterFormats } from '../server/src/letter-formats.js';
import { positionsIn } from '../server/src/lint/positions.js';
import { lint } from '../server/src/lint/engine.js';
import { allRules } from '../server/src/rules/all-rules.js';
import { stylish } from '../server/src/cli/report-stylish.js';
import { subjectOf } from './support/workspace.js';

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8');

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>> & { readonly commandPalette: readonly MenuItem[] };
    readonly views: { readonly explorer: readonly { readonly id: string; readonly name: string }[] };
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
    readonly walkthroughs: readonly { readonly steps: readonly Step[] }[];
    readonly keybindings: readonly { readonly command: string; readonly key: string }[];
    readonly semanticTokenTypes: readonly { readonly id: string }[];
    readonly problemMatchers: readonly { readonly name: string; readonly pattern: readonly Pattern[] }[];
  };
}

interface MenuItem {
  readonly command: string;
  readonly when?: string;
}

interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly svg: string };
  readonly completionEvents: readonly string[];
}

interface Pattern {
  readonly regexp: string;
  readonly file?: number;
  readonly line?: number;
  readonly column?: number;
  readonly severity?: number;
  readonly message?: number;
  readonly code?: number;
}

const { contributes } = JSON.parse(read('package.json')) as Manifest;
const guide = read('docs/vscode.md');

test.each(exportFormats)('the letter can be exported as %s', (format) => {
  const command = contributes.commands.find((one) => one.command.toLowerCase() === `lmn.export${format}`);
  expect(command?.title).toBe(`Export as ${letterFormats[format].name}…`);
  expect(contributes.menus.commandPalette.map((one) => one.command)).toContain(command?.command);
});

test.each(Object.values(letterFormats))('the guide to the letter as a file names $name', ({ name, endings }) => {
  const files = read('docs/letters.md');
  const row = files.split('\n').find((line) => line.startsWith('| ') && line.includes(name));
  expect(row).toContain(`-o letter${endings[0]}`);
});

describe('the guide to the extension names', () => {
  test.each(contributes.commands.map(({ title }) => title))('the command %s', (title) => {
    expect(guide).toContain(`| ${title} |`);
  });

  test.each(Object.keys(contributes.configuration.properties))('the setting %s', (setting) => {
    expect(guide).toContain(`| \`${setting}\` |`);
  });

  test.each(contributes.keybindings.map(({ key }) => key))('the key %s', (key) => {
    expect(guide.toLowerCase()).toContain(`\`${key}\``);
  });

  test.each(contributes.semanticTokenTypes.map(({ id }) => id))('the color of %s', (id) => {
    expect(guide).toContain(`\`${id}\``);
  });
});

const commandIds = new Set(contributes.commands.map(({ command }) => command));

test.each(Object.entries(contributes.menus))('the menu %s has only commands that are there', (_, items) => {
  expect(items.map(({ command }) => command).filter((command) => !commandIds.has(command))).toEqual([]);
});

describe.each(contributes.views.explorer)('the view $id', ({ id, name }) => {
  test('says what to do where it is empty, by commands that are there', () => {
    const welcome = contributes.viewsWelcome.filter(({ view }) => view === id).map(({ contents }) => contents);
    const used = welcome.flatMap((text) =>
      [...text.matchAll(/\(command:(lmn\.[^)?]+)/g)].map(([, command]) => command),
    );
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((command) => !commandIds.has(command ?? ''))).toEqual([]);
  });

  test('is called after letters, beside the views of other extensions', () => expect(name).toContain('Letter'));
});

test('what needs an item of the tree is not in the palette', () => {
  const ofItems = (contributes.menus['view/item/context'] ?? []).map(({ command }) => command);
  const inPalette = contributes.menus.commandPalette
    .filter(({ when }) => when === 'false')
    .map(({ command }) => command);
  expect(inPalette).toEqual(['lmn.newCaseFrom', 'lmn.openFile']);
  expect(ofItems).toEqual(expect.arrayContaining(inPalette));
});

describe('the walkthrough', () => {
  const steps = contributes.walkthroughs.flatMap((one) => one.steps);

  test('has five steps', () => expect(steps).toHaveLength(5));

  test.each(steps)('step $id has a picture that follows the theme, and buttons that are there', (step) => {
    const picture = read(step.media.svg);
    expect(picture).toMatch(/^<svg .*viewBox/);
    expect(picture).toContain('var(--vscode-editor-background');
    expect(picture).not.toMatch(/<script|href=|url\(/);
    // The page that shows it takes no styles but its own: what is drawn would be black.
    expect(picture).not.toContain('style');
    const used = [...step.description.matchAll(/\(command:([^)?]+)/g)].map(([, command]) => command);
    const done = step.completionEvents.map((event) => event.replace('onCommand:', ''));
    for (const command of [...used, ...done]) expect(commandIds).toContain(command);
  });
});

test('the task finds in the output of the command line what that has found', () => {
  const [matcher] = contributes.problemMatchers;
  const [ofFile, ofFinding] = (matcher?.pattern ?? []).map((one) => ({ ...one, regexp: new RegExp(one.regexp) }));
  const text = 'case no-such\npatinet\n  name: A\n  date of birth: never\n';
  const findings = lint(subjectOf(text), { rules: allRules });
  const report = { file: 'cases/a.lmn', positionAt: positionsIn(text), findings, settled: [] };
  const lines = stylish.begin({ color: false, rules: [], version: '' }).file(report).split('\n');
  expect(ofFile?.regexp.exec(lines[0] ?? '')?.[1]).toBe('cases/a.lmn');
  const matched = lines.slice(1).flatMap((line) => {
    const match = ofFinding?.regexp.exec(line);
    return match ? [{ message: match[ofFinding?.message ?? 0], rule: match[ofFinding?.code ?? 0] }] : [];
  });
  expect(matched).toEqual(findings.map(({ message, rule }) => ({ message, rule })));
  expect(matched.length).toBeGreaterThan(2);
  expect(lines.filter((line) => ofFile?.regexp.test(line))).toHaveLength(1);
});
