// The least that a language server can be: it reads messages, runs one regular expression over the text and answers. For measuring others.
let rest = Buffer.alloc(0);
let text = '';

process.stdin.on('data', (data) => {
  rest = rest.length === 0 ? data : Buffer.concat([rest, data]);
  for (;;) {
    const head = rest.indexOf('\r\n\r\n');
    if (head < 0) return;
    const length = Number(/content-length: *(\d+)/i.exec(rest.toString('latin1', 0, head))?.[1]);
    if (rest.length < head + 4 + length) return;
    const message = JSON.parse(rest.toString('utf8', head + 4, head + 4 + length));
    rest = rest.subarray(head + 4 + length);
    handle(message);
  }
});

function handle({ id, method, params }) {
  switch (method) {
    case 'initialize':
      send({ id, result: { capabilities: { textDocumentSync: 2, completionProvider: {} } } });
      break;
    case 'textDocument/didOpen':
      ({ text } = params.textDocument);
      publish(params.textDocument);
      break;
    case 'textDocument/didChange':
      for (const change of params.contentChanges) text = apply(text, change);
      publish(params.textDocument);
      break;
    case 'exit':
      process.exit(0);
      break;
    default:
      if (id !== undefined) send({ id, result: null });
  }
}

function publish({ uri, version }) {
  const diagnostics = [...text.matchAll(/\bTODO\b/g)].map(({ index }) => ({ message: 'TODO', range: range(index) }));
  send({ method: 'textDocument/publishDiagnostics', params: { uri, version, diagnostics } });
}

function apply(before, { range: { start, end }, text: put }) {
  return before.slice(0, offsetOf(before, start)) + put + before.slice(offsetOf(before, end));
}

function offsetOf(content, { line, character }) {
  let at = 0;
  for (let i = 0; i < line; i++) at = content.indexOf('\n', at) + 1;
  return at + character;
}

function range(offset) {
  const at = { line: text.slice(0, offset).split('\n').length - 1, character: 0 };
  return { start: at, end: at };
}

function send(message) {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  process.stdout.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}
