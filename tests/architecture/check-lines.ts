import ts from 'typescript';

/** Who may look for line ends or comments by itself, and why: all others ask `language/lines.ts`. By file, or by folder with a slash at its end. */
export const mayReadLines: Readonly<Record<string, string>> = {
  'server/src/codes/official-files.ts': 'reads the official lists of codes, which are no letters',
  'server/src/knowledge/code-list.ts': 'looks into such a list, a code a line',
  'server/src/spelling/word-list.ts': 'looks into a packed list of words.',
  'server/src/language/lines.ts': 'it is what all others ask.',
  'server/src/knowledge/blanks.ts': 'it is below the language; its patterns say where a line ends.',
  'server/src/knowledge/template-words.ts': 'as blanks.ts.',
  'server/src/letter/prose.ts': 'what it parts by line ends is what it has joined by them, for marked.',
  'server/src/letter/marked-blocks.ts': 'it reads what prose.ts has joined by line feeds, as marked does.',
  'server/src/analysis/passages.ts': 'a line end in a resolved letter is one that the letter itself has put there.',
  'server/src/render/': 'a line end in a resolved letter is one that the letter itself has put there.',
  'server/src/configuration/config-json.ts': 'it reads JSON.',
  'server/src/editor/where-from.ts': 'it reads where in the program an error came from.',
  'server/src/cli/': 'it reads the places of errors, its own help and lists of files.',
  'client/': 'it sees no letter but through its editor, which knows its lines.',
};

/** Each place where a source looks for line ends, comments or tab columns in text: `file:line code`. */
export function lineScansIn(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (looksForLines(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push(`${path}:${line + 1} ${node.getText(source)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

export function isAllowed(path: string): boolean {
  return Object.keys(mayReadLines).some((key) => (key.endsWith('/') ? path.startsWith(key) : path === key));
}

function looksForLines(node: ts.Node): boolean {
  if (ts.isRegularExpressionLiteral(node)) return isLinePattern(node.text);
  if (ts.isCallExpression(node)) return isSearch(node);
  return ts.isBinaryExpression(node) && isComparison(node);
}

/** A pattern that names a line end, has lines of its own by its flag, or begins with the slashes of a comment. */
function isLinePattern(pattern: string): boolean {
  const flags = pattern.slice(pattern.lastIndexOf('/') + 1);
  return (
    flags.includes('m') ||
    /(?<!\\)(?:\\\\)*\\[nr]|\\u202[89]/.test(pattern) ||
    /^\/\^[^:]{0,12}\\\/\\\/(?!lmn)/.test(pattern)
  );
}

const searches = new Set(['split', 'indexOf', 'lastIndexOf', 'includes', 'startsWith', 'endsWith', 'replaceAll']);

function isSearch({ expression, arguments: [first] }: ts.CallExpression): boolean {
  return (
    ts.isPropertyAccessExpression(expression) &&
    searches.has(expression.name.text) &&
    first !== undefined &&
    ts.isStringLiteralLike(first) &&
    /^(?:[\r\n]+|\/\/)$/.test(first.text)
  );
}

/** `char === '\n'`, `code === 13`, and `columns % 4`. */
function isComparison({ left, operatorToken, right }: ts.BinaryExpression): boolean {
  if (operatorToken.kind === ts.SyntaxKind.PercentToken) return right.getText() === '4' && left.getText() === 'columns';
  const compares =
    operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken ||
    operatorToken.kind === ts.SyntaxKind.ExclamationEqualsEqualsToken;
  if (!compares) return false;
  if (ts.isStringLiteralLike(right)) return /^[\r\n]+$/.test(right.text);
  return ts.isNumericLiteral(right) && /^(?:10|13)$/.test(right.text) && /code/i.test(left.getText());
}
