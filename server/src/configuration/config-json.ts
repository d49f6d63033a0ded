/**
 * JSON with places. `JSON.parse` says neither the same on every version of Node nor where in the text a wrong word stands, and a
 * configuration is written by hand: both matter.
 */
export type JsonValue =
  | { readonly kind: 'object'; readonly start: number; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly start: number; readonly items: readonly JsonValue[] }
  | { readonly kind: 'string'; readonly start: number; readonly value: string }
  | { readonly kind: 'boolean'; readonly start: number; readonly value: boolean }
  | { readonly kind: 'number'; readonly start: number; readonly value: number }
  /** `null`: nothing that a configuration has a use for. */
  | { readonly kind: 'other'; readonly start: number };

export interface JsonMember {
  readonly name: string;
  /** Offset of the name's quotation mark, in UTF-16 code units; as `start` of values. */
  readonly start: number;
  readonly value: JsonValue;
}

export interface JsonProblem {
  readonly start: number;
  readonly message: string;
}

/** Reads a JSON text. Never throws; the first thing that is wrong ends the reading. */
export function readJson(text: string): { readonly value?: JsonValue; readonly problem?: JsonProblem } {
  try {
    return { value: new JsonReader(text).readAll() };
  } catch (error) {
    if (error instanceof NotJson) return { problem: { start: error.start, message: error.message } };
    throw error;
  }
}

class NotJson extends Error {
  constructor(
    readonly start: number,
    message: string,
  ) {
    super(message);
  }
}

/** No configuration is nested deeper; the limit keeps `[[[[…` from exhausting the stack. */
const deepest = 20;
const otherValue = /(?:true|false|null|-?(?:0|[1-9]\d{0,99})(?:\.\d{1,99})?(?:[eE][+-]?\d{1,9})?)(?![\w.])/y;

class JsonReader {
  private at: number;

  constructor(private readonly text: string) {
    this.at = text.startsWith('\uFEFF') ? 1 : 0;
  }

  readAll(): JsonValue {
    this.skipSpace();
    if (this.at >= this.text.length) this.fail('The file is empty. Write at least: {}');
    const value = this.readValue(0);
    this.skipSpace();
    if (this.at < this.text.length) this.fail('Nothing may follow the end. Take this out.');
    return value;
  }

  private readValue(depth: number): JsonValue {
    const start = this.at;
    if (depth > deepest) this.fail('This is nested too deeply for a configuration.');
    const first = this.text[start];
    if (first === '{') return { kind: 'object', start, members: this.readMembers(depth) };
    if (first === '[') return { kind: 'array', start, items: this.readItems(depth) };
    if (first === '"') return { kind: 'string', start, value: this.readString() };
    otherValue.lastIndex = start;
    const found = otherValue.exec(this.text);
    if (!found) this.failAtValue();
    this.at += found[0].length;
    const [word] = found;
    if (word === 'true' || word === 'false') return { kind: 'boolean', start, value: word === 'true' };
    return word === 'null' ? { kind: 'other', start } : { kind: 'number', start, value: Number(word) };
  }

  private readMembers(depth: number): JsonMember[] {
    this.at++;
    const members: JsonMember[] = [];
    while (this.hasNext('}', members.length)) {
      const start = this.at;
      if (this.text[start] !== '"') this.failAtName();
      const name = this.readString();
      if (members.some((member) => member.name === name))
        this.fail('This is here a second time. Keep one of them.', start);
      this.skipSpace();
      if (this.text[this.at] !== ':') this.fail('A colon is missing between the name and what it is set to.');
      this.at++;
      this.skipSpace();
      members.push({ name, start, value: this.readValue(depth + 1) });
    }
    return members;
  }

  private readItems(depth: number): JsonValue[] {
    this.at++;
    const items: JsonValue[] = [];
    while (this.hasNext(']', items.length)) items.push(this.readValue(depth + 1));
    return items;
  }

  /** Moves to the next member or item; or past the end, and is false. */
  private hasNext(close: string, before: number): boolean {
    this.skipSpace();
    const next = this.text[this.at];
    if (next === close) {
      this.at++;
      return false;
    }
    if (next === undefined) this.fail(`The file ends too early: a ${close} is missing.`);
    if (before === 0) return true;
    if (next !== ',') this.failAtValue(`A comma is missing before this, or a ${close}.`);
    const comma = this.at++;
    this.skipSpace();
    if (this.text[this.at] === close) this.fail('This comma is one too many: nothing follows it. Take it out.', comma);
    return true;
  }

  private readString(): string {
    const start = this.at;
    let end = start + 1;
    for (; end < this.text.length; end++) {
      const char = this.text[end];
      if (char === '\\') end++;
      else if (char === '"' || char === '\n' || char === '\r') break;
    }
    if (this.text[end] !== '"') this.fail('The quotation mark that ends this is missing.');
    this.at = end + 1;
    try {
      return String(JSON.parse(this.text.slice(start, this.at)));
    } catch {
      return this.fail('After a \\ only " \\ / b f n r t and u may follow. Write \\\\ for a backslash.', start);
    }
  }

  private skipSpace(): void {
    while (/[ \t\r\n]/.test(this.text[this.at] ?? '')) this.at++;
  }

  private failAtName(): never {
    if (/[\w$'‘’“”-]/.test(this.text[this.at] ?? ''))
      this.fail('A name stands in straight double quotes, such as "rules".');
    this.failAtValue('A name in double quotes belongs here, such as "rules".');
  }

  private failAtValue(otherwise = 'A value belongs here, such as "off".'): never {
    const next = this.text[this.at];
    if (next === undefined) this.fail('The file ends too early.');
    if (next === '/' || next === '#') this.fail('JSON has no comments. Take this out.');
    if (/['‘’“”]/.test(next)) this.fail('Words stand in straight double quotes: "…".');
    this.fail(otherwise);
  }

  private fail(message: string, start = this.at): never {
    throw new NotJson(start, message);
  }
}
