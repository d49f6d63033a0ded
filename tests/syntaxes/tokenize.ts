import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

const grammarFile = new URL('../../syntaxes/lmn.tmLanguage.json', import.meta.url);
const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');

/** A piece of one line with the innermost scope that it has, without the language's suffix; plain text has none. */
export interface ColoredText {
  readonly text: string;
  readonly scope: string;
}

const grammar = await loadGrammar();

async function loadGrammar(): Promise<textmate.IGrammar> {
  await oniguruma.loadWASM(Uint8Array.from(readFileSync(wasm)).buffer);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: () =>
      Promise.resolve(textmate.parseRawGrammar(readFileSync(grammarFile, 'utf8'), 'lmn.tmLanguage.json')),
  });
  const loaded = await registry.loadGrammar('source.lmn');
  if (!loaded) throw new Error('The grammar source.lmn is not there.');
  return loaded;
}

/** Colors a file as VS Code does, by its own two libraries; one list a line. */
export function tokenize(text: string): ColoredText[][] {
  let state = textmate.INITIAL;
  return text.split('\n').map((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return result.tokens.map((token) => ({
      text: line.slice(token.startIndex, token.endIndex),
      scope: (token.scopes.at(-1) ?? '').replace(/\.lmn$/, ''),
    }));
  });
}

const structural = /^(?:source|meta\.)|^$/;
const mark = /^punctuation\./;

/** The colored pieces of a line of a file, 0 being its first, as `text = scope`; plain text and punctuation are left out. */
export function colorsOfLine(text: string, line: number): string[] {
  return (tokenize(text)[line] ?? [])
    .filter(({ text: piece, scope }) => piece.trim() !== '' && !structural.test(scope) && !mark.test(scope))
    .map(({ text: piece, scope }) => `${piece.trim()} = ${scope}`);
}
