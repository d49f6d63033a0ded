import { isVerb } from '../clauses/verbs.js';
import { asks, type FileKind } from '../file-kinds.js';
import { isSpace } from '../white-space.js';
import type { LineTokens } from './line-tokens.js';

/** Lexes a line of the head: at the margin an entry, else a line beneath one. */
export function lexHeadLine(tokens: LineTokens, kind: FileKind | undefined): void {
  const { contentStart: start } = tokens.line;
  if (start > tokens.line.start) {
    indentedLine(tokens, kind, start);
    return;
  }
  if (kind === 'vocabulary' && recordLine(tokens, start)) return;
  if (asks(kind) && clauseLine(tokens, start)) return;
  const name = tokens.readName(start);
  const at = tokens.skipSpace(name);
  const next = tokens.text[at];
  if (name === start) tokens.emit('STRAY', start, tokens.trimEnd(start));
  else if (at >= tokens.line.end) tokens.emit('FACT_NAME', start, name);
  else if (next === ':') {
    tokens.emit('FACT_NAME', start, name);
    colonAndValue(tokens, at);
  } else if (next === '@' && at > name) {
    tokens.emit('FACT_NAME', start, name);
    tokens.emit('AT', at, at + 1);
    const end = tokens.emitKey(at + 1, kind === 'vocabulary' ? 'KEY_DEFINITION' : 'KEY_USE');
    junkThenColon(tokens, end);
  } else if (next === '(' && (kind === 'template' || kind === 'vocabulary')) {
    tokens.emit('DECLARED_NAME', start, name);
    junkThenColon(tokens, terms(tokens, at));
  } else tokens.emit('STRAY', start, tokens.trimEnd(start));
}

function indentedLine(tokens: LineTokens, kind: FileKind | undefined, start: number): void {
  if (asks(kind) && upToColon(tokens, start, 'FIELD_NAME')) return;
  const name = tokens.readName(start);
  const at = tokens.skipSpace(name);
  const next = tokens.text[at];
  if (name > start && at >= tokens.line.end) tokens.emit('FIELD_NAME', start, name);
  else if (name > start && next === ':') {
    tokens.emit('FIELD_NAME', start, name);
    colonAndValue(tokens, at);
  } else if (name > start && next === '(' && kind === 'vocabulary') {
    tokens.emit('FIELD_DECLARED_NAME', start, name);
    junkThenColon(tokens, terms(tokens, at));
  } else tokens.emit('TEXT', start, tokens.trimEnd(start));
}

function recordLine(tokens: LineTokens, start: number): boolean {
  if (!/^record(?=\s|$)/i.test(tokens.text.slice(start, Math.min(tokens.line.end, start + 7)))) return false;
  const from = tokens.skipSpace(start + 6);
  if (tokens.text[from] === ':') return false;
  tokens.emit('RECORD', start, start + 6);
  const name = tokens.readName(from);
  if (name > from) tokens.emit('DECLARED_NAME', from, name);
  let at = tokens.skipSpace(name);
  if (name > from && tokens.text[at] === '(') at = terms(tokens, at);
  junkThenColon(tokens, at);
  return true;
}

function clauseLine(tokens: LineTokens, start: number): boolean {
  const verb = tokens.readWord(start);
  if (!isVerb(tokens.text.slice(start, verb))) return false;
  if (verb < tokens.line.end && tokens.text[verb] !== ':' && !isSpace(tokens.text.charCodeAt(verb))) return false;
  tokens.emit('VERB', start, verb);
  const from = tokens.skipSpace(verb);
  if (upToColon(tokens, from, 'ASKED')) return true;
  const end = tokens.trimEnd(from);
  if (end > from) tokens.emit('ASKED', from, end);
  return true;
}

/** Names end at the first colon before a space or the line's end, outside quotation marks, where there is none at the first colon; they may hold any word. */
function upToColon(tokens: LineTokens, from: number, type: string): boolean {
  const colon = colonAfter(tokens, from);
  const end = colon < 0 ? from : tokens.trimEnd(from, colon);
  if (colon < 0 || (end === from && type === 'FIELD_NAME')) return false;
  if (end > from) tokens.emit(type, from, end);
  colonAndValue(tokens, colon);
  return true;
}

function colonAfter(tokens: LineTokens, from: number): number {
  let first = -1;
  for (let at = from; at < tokens.line.end; at++) {
    const quote = tokens.readString(at);
    if (quote > 0) at = quote - 1;
    else if (tokens.text[at] === ':') {
      if (at + 1 >= tokens.line.end || isSpace(tokens.text.charCodeAt(at + 1))) return at;
      if (first < 0) first = at;
    }
  }
  return first;
}

/** `(text, many, also "…")`; an unclosed list ends at the colon or with its line. Returns where reading goes on. */
function terms(tokens: LineTokens, open: number): number {
  tokens.emit('TERMS_OPEN', open, open + 1);
  let at = tokens.skipSpace(open + 1);
  while (at < tokens.line.end) {
    const next = tokens.text.charAt(at);
    if (next === ')') {
      tokens.emit('TERMS_CLOSE', at, at + 1);
      return tokens.skipSpace(at + 1);
    }
    if (next === ':') return at;
    const quote = tokens.readString(at);
    let end = quote > 0 ? quote : at;
    if (quote > 0) tokens.emit('STRING', at, quote);
    else if (/[,|;(]/.test(next)) tokens.emit('TERM_SEPARATOR', at, (end = at + 1));
    else {
      while (end < tokens.line.end && !/[,|;():"“”]/.test(tokens.text.charAt(end))) end++;
      if (end === at) end++;
      tokens.emit('TERM_WORD', at, tokens.trimEnd(at, end));
    }
    at = tokens.skipSpace(end);
  }
  return at;
}

function junkThenColon(tokens: LineTokens, from: number): void {
  const at = tokens.skipSpace(from);
  if (at >= tokens.line.end) return;
  let colon = at;
  while (colon < tokens.line.end && tokens.text.charCodeAt(colon) !== 58) colon++;
  const end = tokens.trimEnd(at, colon);
  if (end > at) tokens.emit('JUNK', at, end);
  if (colon < tokens.line.end) colonAndValue(tokens, colon);
}

function colonAndValue(tokens: LineTokens, colon: number): void {
  tokens.emit('COLON', colon, colon + 1);
  const start = tokens.skipSpace(colon + 1);
  const end = tokens.trimEnd(start);
  if (end > start) tokens.emit('VALUE', start, end);
}
