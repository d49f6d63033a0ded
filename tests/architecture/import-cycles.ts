import { posix } from 'node:path';
import ts from 'typescript';

/** Which imports count: those that load a module when the program runs, or those of types too. */
export type Imports = 'values' | 'all';

/** The circles of files that import each other, each in the order of the alphabet, the largest first. `texts` are sources by path, with slashes. */
export function importCycles(texts: ReadonlyMap<string, string>, counted: Imports): string[][] {
  const edges = new Map([...texts].map(([path, text]) => [path, importsOf(path, text, counted, texts)]));
  return components(edges)
    .filter((circle) => circle.length > 1)
    .map((circle) => circle.sort())
    .sort((a, b) => b.length - a.length || (a[0] ?? '').localeCompare(b[0] ?? ''));
}

/** Every file that is loaded with those whose path begins so, themselves not among them. */
export function loadedWith(start: string, texts: ReadonlyMap<string, string>): string[] {
  const waiting = [...texts.keys()].filter((path) => path.startsWith(start));
  const found = new Set(waiting);
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop())
    for (const next of importsOf(path, texts.get(path) ?? '', 'values', texts)) {
      if (found.has(next)) continue;
      found.add(next);
      waiting.push(next);
    }
  return [...found].filter((path) => !path.startsWith(start));
}

function importsOf(path: string, text: string, counted: Imports, texts: ReadonlyMap<string, string>): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022);
  return source.statements.flatMap((node) => {
    if (!ts.isImportDeclaration(node) && !ts.isExportDeclaration(node)) return [];
    const { moduleSpecifier } = node;
    if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier) || !moduleSpecifier.text.startsWith('.')) return [];
    if (counted === 'values' && !loadsModule(node)) return [];
    const target = posix.join(posix.dirname(path), moduleSpecifier.text).replace(/\.js$/, '.ts');
    return texts.has(target) ? [target] : [];
  });
}

/** False where only types are named: TypeScript leaves such an import out. */
function loadsModule(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return !node.isTypeOnly && hasValue(node.exportClause);
  const clause = node.importClause;
  if (!clause) return true;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return false;
  return clause.name !== undefined || hasValue(clause.namedBindings);
}

function hasValue(names: ts.NamedImportBindings | ts.NamedExportBindings | undefined): boolean {
  if (!names || !('elements' in names)) return true;
  return names.elements.some((one) => !one.isTypeOnly);
}

/** Strongly connected components, by Tarjan's algorithm. */
function components(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const order = new Map<string, number>();
  const stack: string[] = [];
  const visit = (node: string): number => {
    const own = order.size;
    order.set(node, own);
    stack.push(node);
    let lowest = own;
    for (const next of edges.get(node) ?? []) {
      if (!order.has(next)) lowest = Math.min(lowest, visit(next));
      else if (stack.includes(next)) lowest = Math.min(lowest, order.get(next) ?? own);
    }
    if (lowest === own) found.push(stack.splice(stack.indexOf(node)));
    return lowest;
  };
  for (const node of edges.keys()) if (!order.has(node)) visit(node);
  return found;
}
