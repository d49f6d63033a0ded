import ts from 'typescript';

/**
 * Each pattern with a plain `.` and without the flag `s`: `file:line pattern`. Such a dot stops at U+2028 and U+2029, which end no line here
 * (language/lines.ts): what one function takes for the whole of a line another would take for its beginning.
 */
export function dotsThatStop(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node) && stops(node.text)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push(`${path}:${line + 1} ${node.text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function stops(literal: string): boolean {
  const end = literal.lastIndexOf('/');
  const pattern = literal
    .slice(1, end)
    .replace(/\\[^]/g, '')
    .replace(/\[[^\]]*\]/g, '');
  return pattern.includes('.') && !literal.slice(end).includes('s');
}
