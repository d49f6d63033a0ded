import ts from 'typescript';

/**
 * Whether a place of a source runs only as its module loads: it stands in no function, or is the whole of one. Which test loads a module first is chance, and a
 * module is loaded once for all of them, so that a change there would seem to be seen by none. Lines and columns of places count from 0.
 */
export function moduleLevelOf(text) {
  const source = ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest);
  const functions = [];
  collect(source);
  return ({ start, end }) => {
    const from = ts.getPositionOfLineAndCharacter(source, start.line, start.column);
    const to = ts.getPositionOfLineAndCharacter(source, end.line, end.column);
    return !functions.some((one) => one.start <= from && to <= one.end && to - from < one.end - one.start);
  };

  function collect(node) {
    // A field's value is made anew with each object.
    const runsLater = ts.isFunctionLike(node) || (ts.isPropertyDeclaration(node) && !isStatic(node));
    if (runsLater) functions.push({ start: node.getStart(source), end: node.end });
    else ts.forEachChild(node, collect);
  }
}

function isStatic({ modifiers = [] }) {
  return modifiers.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword);
}
