// An editor as a language server sees it, with as little of its own as can be: what is measured is the server.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const patience = 60_000;

/** A running language server and the one document that is open in it. */
export class EditorClient {
  #waiting = new Map();
  #published = [];
  #rest = Buffer.alloc(0);
  #ids = 0;
  #version = 0;

  /** `server` is one of editor-servers.mjs; `args` come before its own, for Node's profiler. */
  constructor(server, folder, args = []) {
    this.server = server;
    this.folder = folder;
    this.started = performance.now();
    this.process = spawn(process.execPath, [...args, ...server.args], { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] });
    this.errors = '';
    this.process.stderr.on('data', (data) => (this.errors += data));
    this.process.stdout.on('data', (data) => this.#read(data));
    this.process.stdin.on('error', () => undefined);
    this.gone = new Promise((resolve) => this.process.on('exit', resolve));
  }

  /** Opens the folder and the document: `{ initialized, firstDiagnostics }` in ms from the start of the process. */
  async open(name, text) {
    const rootUri = pathToFileURL(this.folder).href;
    this.text = text;
    this.uri = `${rootUri}/${name}`;
    const { capabilities } = await this.request('initialize', {
      processId: process.pid,
      rootUri,
      workspaceFolders: [{ uri: rootUri, name: 'bench' }],
      capabilities: this.server.capabilities ?? {},
      initializationOptions: this.server.options ?? {},
    });
    const initialized = performance.now() - this.started;
    this.pulls = capabilities.diagnosticProvider !== undefined || this.server.pulls === true;
    this.notify('initialized', {});
    if (this.server.settings) this.notify('workspace/didChangeConfiguration', { settings: this.server.settings });
    this.#version = 1;
    const shown = this.#shown(() =>
      this.notify('textDocument/didOpen', {
        textDocument: { uri: this.uri, languageId: this.server.language, version: 1, text },
      }),
    );
    await shown;
    return { initialized, firstDiagnostics: performance.now() - this.started };
  }

  /** Types a text at an offset and waits for the diagnostics: the time in ms. */
  async type(offset, length, text) {
    const start = performance.now();
    await this.#shown(() => this.#change(offset, length, text));
    return performance.now() - start;
  }

  /** Types a text and asks for completions behind it at once: the time in ms and how many there were. */
  async complete(offset, length, text) {
    const start = performance.now();
    this.#change(offset, length, text);
    const found = await this.request('textDocument/completion', {
      textDocument: { uri: this.uri },
      position: positionOf(this.text, offset + text.length),
      context: { triggerKind: 1 },
    });
    return { ms: performance.now() - start, items: (found?.items ?? found ?? []).length };
  }

  /** Memory in use in MiB; NaN where the system does not say. */
  memory() {
    if (process.platform !== 'linux') return NaN;
    const status = readFileSync(`/proc/${this.process.pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
  }

  /** CPU time used so far in ms; NaN where the system does not say. */
  cpu() {
    if (process.platform !== 'linux') return NaN;
    const fields = readFileSync(`/proc/${this.process.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  }

  /** Waits until the server has done what it does behind the open document. */
  async idle() {
    for (let before = NaN, quiet = 0; quiet < 3 && Number.isFinite(this.cpu()); before = this.cpu()) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      quiet = this.cpu() - before <= 10 ? quiet + 1 : 0;
    }
  }

  async close() {
    await this.request('shutdown', null);
    this.notify('exit', null);
    await this.gone;
  }

  request(method, params) {
    const id = ++this.#ids;
    this.#send({ id, method, params });
    return within(
      new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject })),
      () => `${this.server.name} did not answer ${method}. ${this.errors.slice(0, 500)}`,
    );
  }

  notify(method, params) {
    this.#send({ method, params });
  }

  #change(offset, length, text) {
    const range = { start: positionOf(this.text, offset), end: positionOf(this.text, offset + length) };
    this.text = this.text.slice(0, offset) + text + this.text.slice(offset + length);
    const textDocument = { uri: this.uri, version: ++this.#version };
    this.notify('textDocument/didChange', { textDocument, contentChanges: [{ range, text }] });
  }

  /** Does something and waits until the diagnostics that follow are here: asked for, where the server wants that. */
  async #shown(act) {
    if (this.pulls) {
      act();
      await this.request('textDocument/diagnostic', { textDocument: { uri: this.uri } });
      return;
    }
    const published = new Promise((resolve) => this.#published.push(resolve));
    act();
    await within(published, () => `${this.server.name} sent no diagnostics. ${this.errors.slice(0, 500)}`);
  }

  #send(message) {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #read(data) {
    this.#rest = this.#rest.length === 0 ? data : Buffer.concat([this.#rest, data]);
    for (;;) {
      const head = this.#rest.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/content-length: *(\d+)/i.exec(this.#rest.toString('latin1', 0, head))?.[1]);
      const end = head + 4 + length;
      if (this.#rest.length < end) return;
      const message = JSON.parse(this.#rest.toString('utf8', head + 4, end));
      this.#rest = this.#rest.subarray(end);
      this.#handle(message);
    }
  }

  #handle({ id, method, params, result, error }) {
    if (method === undefined) {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) waiting?.reject(new Error(`${this.server.name}: ${error.message}`));
      else waiting?.resolve(result);
    } else if (method === 'textDocument/publishDiagnostics') {
      if (params.uri === this.uri) for (const resolve of this.#published.splice(0)) resolve();
    } else if (id !== undefined) {
      const answer = this.server.answers?.[method] ?? standardAnswers[method] ?? (() => null);
      this.#send({ id, result: answer(params, this) });
    }
  }
}

const standardAnswers = {
  'workspace/configuration': ({ items }, { server }) =>
    items.map(
      ({ section }) => (section ?? '').split('.').reduce((value, key) => value?.[key], server.settings) ?? null,
    ),
};

function positionOf(text, offset) {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  let line = 0;
  for (let at = before.indexOf('\n'); at >= 0; at = before.indexOf('\n', at + 1)) line++;
  return { line, character: offset - lineStart };
}

async function within(promise, message) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(message())), patience);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
