import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import ts from 'typescript';
import { bannedGlobals, boundaries, mayReadTemplates, networkModules, withoutClock } from './boundaries.js';

/** What is wrong with one source file, one line a violation: `file:line what, because why`. `path` is relative to the project, with slashes. */
export function checkSource(path: string, text: string): string[] {
  const area = areaOf(path);
  const boundary = boundaries[area];
  if (!boundary) return [`${path}:1 belongs to no row of tests/architecture/boundaries.ts: add one for "${area}".`];

  const found: string[] = [];
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const report = (node: ts.Node, what: string, why: string): void => {
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    found.push(`${path}:${line} ${what}, but ${why}`);
  };

  const visit = (node: ts.Node): void => {
    const imported = importedBy(node);
    if (imported !== undefined && !mayImport(path, area, imported)) {
      report(node, `imports "${imported}"; ${area} may import ${allowed(area)}`, boundary.why);
    }
    const banned = bannedGlobal(node);
    if (banned !== undefined) report(node, `uses ${banned}`, bannedGlobals[banned] ?? '');
    if (withoutClock.has(area) && readsClock(node)) {
      report(node, 'reads the clock', 'time is an argument: no letter depends on the day on which it is printed.');
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/**
 * Where a file names a rule that is not its own: what a rule needs and tells stands in the rule (`needs`, `lacks`), or a new one would have to be
 * entered in tables that nobody knows of. `ids` are those of all rules. An id of one word is an ordinary word too (`npi` is a type), and passes.
 */
export function checkRuleIds(path: string, text: string, ids: readonly string[]): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const hyphenated = ids.filter((id) => id.includes('-'));
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const named = ruleNamed(node, hyphenated);
    if (named !== undefined) {
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      found.push(`${path}:${line} names the rule ${named}, but what is known of a rule stands in the rule itself.`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The rule whose id is the whole of a text, or which a pattern spells out or begins to. */
function ruleNamed(node: ts.Node, ids: readonly string[]): string | undefined {
  if (ts.isStringLiteralLike(node)) return ids.find((id) => id === node.text);
  if (!ts.isRegularExpressionLiteral(node)) return undefined;
  // *code-* is no part of *vscode-local-history*.
  const begins = (id: string) => new RegExp(`(?<![a-z])${id.slice(0, id.indexOf('-') + 1)}`).test(node.text);
  return ids.find((id) => node.text.includes(id) || begins(id));
}

/** The row that a file belongs to: its folder in server/src, its own name when it stands there itself, or the client's part. */
export function areaOf(path: string): string {
  const [side = '', source = '', first = '', second = ''] = path.split('/');
  if (side === 'server' && source === 'src') {
    const inner = `${first}/${second}`;
    return inner in boundaries ? inner : first.replace(/(?:\.d)?\.[jt]s$/, '');
  }
  if (side === 'client') return source === 'src' ? 'client' : `client/${source}`;
  return side;
}

function mayImport(path: string, area: string, imported: string): boolean {
  const boundary = boundaries[area];
  if (imported.startsWith('.')) {
    const target = areaOf(posix.join(posix.dirname(path), imported));
    if (target === 'templates') return mayReadTemplates.has(area);
    return target === area || (boundary?.ours.includes(target) ?? false);
  }
  if (isBuiltin(imported)) {
    const plain = imported.replace(/^node:/, '');
    return (
      imported.startsWith('node:') && !networkModules.has(plain) && (boundary?.packages.includes('node:*') ?? false)
    );
  }
  return boundary?.packages.includes(imported) ?? false;
}

function allowed(area: string): string {
  const { ours = [], packages = [] } = boundaries[area] ?? {};
  return [...ours, ...packages].join(', ') || 'nothing';
}

/** The module that a node imports: import, export … from, import(), require() or the type import(). */
function importedBy(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return textOf(node.moduleSpecifier);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return textOf(node.argument.literal);
  if (!ts.isCallExpression(node)) return undefined;
  const { expression } = node;
  const imports =
    expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(expression) && expression.text === 'require');
  // A computed name could be anything, so it is nothing that a table allows.
  return imports ? (textOf(node.arguments[0]) ?? 'a computed name') : undefined;
}

function textOf(node: ts.Node | undefined): string | undefined {
  return node && ts.isStringLiteralLike(node) ? node.text : undefined;
}

/** A name in use as a value: not one that is declared, a property's own name, or a type. */
function bannedGlobal(node: ts.Node): string | undefined {
  if (!ts.isIdentifier(node) || !Object.hasOwn(bannedGlobals, node.text)) return undefined;
  const { parent } = node;
  if (ts.isTypeNode(parent) || ts.isTypeElement(parent)) return undefined;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
    const owner = parent.expression.getText();
    return /^(?:globalThis|self|window|navigator|(?:globalThis|self|window)\.navigator)$/.test(owner)
      ? node.text
      : undefined;
  }
  if (
    (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent) || ts.isPropertySignature(parent)) &&
    parent.name === node
  ) {
    return undefined;
  }
  return node.text;
}

function readsClock(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return node.expression.getText() === 'Date' && !node.arguments?.length;
  if (ts.isCallExpression(node)) return node.expression.getText() === 'Date';
  return (
    ts.isPropertyAccessExpression(node) &&
    ['Date.now', 'performance.now', 'performance.timeOrigin'].includes(node.getText())
  );
}
