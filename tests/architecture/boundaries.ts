/** Who may import whom: the table of ARCHITECTURE.md. A folder may always import itself. */
export interface Boundary {
  /** Folders of server/src, or its files by their names without `.ts`. */
  readonly ours: readonly string[];
  /** Packages as they are written in an import; `node:*` stands for all of Node but its network. */
  readonly packages: readonly string[];
  /** What would be lost without the boundary. */
  readonly why: string;
}

/** What knows neither an editor nor a terminal; ARCHITECTURE.md calls it the core. */
export const core = [
  'remember',
  'letter-formats',
  'letters-in',
  'paper',
  'spelling',
  'knowledge',
  'codes',
  'language',
  'letter',
  'lint',
  'configuration',
  'workspace',
  'analysis',
  'requirements',
  'fixes',
  'begin',
  'coverage',
  'rules',
  'render',
  'export',
  'format',
];

export const boundaries: Readonly<Record<string, Boundary>> = {
  remember: {
    ours: [],
    packages: [],
    why: 'it keeps results of any function and knows none.',
  },
  'letter-formats': {
    ours: [],
    packages: [],
    why: 'client, server and scripts all read it, so it brings nothing along.',
  },
  'letters-in': {
    ours: [],
    packages: [],
    why: 'the page of the preview counts letters as the PDF does, and brings nothing else along.',
  },
  paper: {
    ours: [],
    packages: [],
    why: 'settings and formats both know the paper, and neither knows the other.',
  },
  spelling: {
    ours: [],
    packages: [],
    why: 'how alike two words are written depends on nothing that the words mean here.',
  },
  knowledge: {
    ours: ['spelling'],
    packages: [],
    why: 'what the world says of codes, dates and letters does not depend on how this program is built.',
  },
  codes: {
    ours: ['knowledge'],
    packages: ['fflate'],
    why: 'what a code list is depends on no letter; only who keeps lists needs to unpack them.',
  },
  language: {
    ours: ['knowledge', 'spelling', 'remember'],
    packages: ['langium', 'chevrotain'],
    why: 'the language can be read without knowing what a letter is made for.',
  },
  letter: {
    ours: ['language', 'knowledge', 'spelling', 'remember'],
    packages: ['marked'],
    why: 'a letter is plain data: who checks, prints or shows it must not be known to it.',
  },
  lint: {
    ours: ['letter', 'knowledge', 'spelling'],
    packages: [],
    why: 'the engine runs any rules over any letter; suppressions come to it as plain data.',
  },
  configuration: {
    ours: ['lint', 'knowledge', 'spelling', 'letter-formats', 'paper'],
    packages: [],
    why: 'what lmn.config.json says is read from its text; where the file lies is the affair of who reads files.',
  },
  workspace: {
    ours: ['render', 'configuration', 'lint', 'letter', 'language', 'knowledge'],
    packages: ['ignore'],
    why: 'what may be read of a workspace has one answer, whoever keeps its files: a disk or an editor.',
  },
  disk: {
    ours: ['workspace', 'codes', 'knowledge'],
    packages: ['node:*'],
    why: 'it says how Node reads files, and nothing of which ones.',
  },
  analysis: {
    ours: ['letter', 'knowledge', 'spelling', 'remember'],
    packages: [],
    why: 'what is said of a file here is the same to a rule, a fix and the editor; none of them is known to it.',
  },
  requirements: {
    ours: ['render', 'letter', 'knowledge', 'spelling', 'remember'],
    packages: [],
    why: 'whether a letter meets what is asked of it is the same to a rule, a checklist and a printed table; none of them is known to it.',
  },
  fixes: {
    ours: ['requirements', 'analysis', 'lint', 'letter', 'knowledge', 'spelling', 'remember'],
    packages: [],
    why: 'the edits that mend something are the same to a rule and to the editor.',
  },
  begin: {
    ours: ['fixes', 'requirements', 'analysis', 'letter', 'language', 'knowledge'],
    packages: [],
    why: 'what a new case begins with is the same in the editor and on the command line.',
  },
  coverage: {
    ours: ['render', 'language', 'knowledge'],
    packages: [],
    why: 'what a folder of templates covers is the same on a terminal, on a page and in the editor.',
  },
  rules: {
    ours: ['fixes', 'requirements', 'analysis', 'lint', 'letter', 'knowledge', 'spelling', 'remember'],
    packages: [],
    why: 'a rule reads plain data, never the syntax tree, so that both can change without each other.',
  },
  render: {
    ours: ['letter', 'knowledge', 'paper', 'remember'],
    packages: [],
    why: 'a format only walks over the resolved letter; none reads text again.',
  },
  'render/pdf': {
    ours: ['render', 'letter', 'knowledge', 'paper', 'letters-in'],
    packages: ['pdfkit', 'pdfkit/output', 'fontkit', 'linebreak', 'fflate'],
    why: 'only the programs that are loaded for a PDF or a Word file bring the large libraries along.',
  },
  'render/docx': {
    ours: ['render', 'letter', 'knowledge', 'paper'],
    packages: ['docx', 'fflate'],
    why: 'only the programs that are loaded for a PDF or a Word file bring the large libraries along.',
  },
  export: {
    ours: ['render', 'fixes', 'analysis', 'configuration', 'lint', 'letter', 'knowledge', 'letter-formats'],
    packages: [],
    why: 'what may leave the house, and under which name, is the same from the editor and from the command line.',
  },
  format: { ours: ['language'], packages: [], why: 'a formatter moves text; it knows nothing of what the text says.' },
  editor: {
    ours: [...core, 'protocol', 'preview-protocol'],
    packages: ['langium', 'langium/lsp', 'vscode-languageserver', 'vscode-languageserver-textdocument'],
    why: 'the providers are thin, and run in a browser as well as under Node.',
  },
  cli: {
    ours: [...core, 'disk', 'shipped', 'document-writers', 'load-words'],
    packages: ['langium', 'langium/node', 'diff', 'minimatch', 'node:*'],
    why: 'the command line starts quickly: it must not load what only the editor needs.',
  },
  shipped: {
    ours: ['language'],
    packages: [],
    why: 'it only lists the files that ship, for the entries to hand over.',
  },
  protocol: {
    ours: ['letter-formats'],
    packages: [],
    why: 'client and server both read it, so it brings nothing of either along.',
  },
  'preview-protocol': {
    ours: [],
    packages: [],
    why: 'client, server and page all read it, so it brings nothing along.',
  },
  'main-node': {
    // Of the command line only `lmn lint`, which the editor's task runs.
    ours: [...core, 'disk', 'editor', 'protocol', 'shipped', 'cli', 'document-writers', 'load-words'],
    packages: [
      'langium',
      'langium/lsp',
      'langium/node',
      'vscode-languageserver',
      'vscode-languageserver/node',
      'node:*',
    ],
    why: 'an entry hands the core what it needs of its surroundings.',
  },
  'document-writers': {
    ours: ['export', 'main-pdf', 'render/docx'],
    packages: [],
    why: 'the programs that bring large libraries along load from one place, by import() only.',
  },
  'load-words': {
    ours: ['spelling', 'main-spelling'],
    packages: [],
    why: 'the words of English load from one place, by import() only.',
  },
  'main-spelling': {
    ours: ['spelling'],
    packages: [],
    why: 'half a megabyte of words is loaded only where somebody’s spelling is looked at.',
  },
  'main-pdf': {
    ours: ['render', 'render/pdf', 'letter'],
    packages: ['node:*'],
    why: 'an entry hands the core what it needs of its surroundings: here the fonts.',
  },
  'main-web': {
    ours: [...core, 'editor', 'protocol', 'shipped'],
    packages: ['langium', 'langium/lsp', 'vscode-languageserver', 'vscode-languageserver/browser'],
    why: 'a browser has no Node.',
  },
  client: {
    ours: ['protocol', 'preview-protocol', 'letter-formats'],
    packages: ['vscode', 'vscode-languageclient', 'vscode-languageclient/node', 'vscode-languageclient/browser'],
    why: 'the client starts the server and shows what it says; what it knows, other editors would miss.',
  },
  'client/webview': {
    ours: ['preview-protocol', 'letters-in'],
    packages: ['morphdom'],
    why: 'the page in the preview gets its letter by message.',
  },
};

/** Who hands the shipped `.lmn` files to the core, which itself knows no path. */
export const mayReadTemplates: ReadonlySet<string> = new Set(['shipped']);

/** Whose time is an argument. The entries and the command line read the clock and hand it over. */
export const withoutClock: ReadonlySet<string> = new Set([
  ...core,
  'render/pdf',
  'render/docx',
  'editor',
  'document-writers',
  'protocol',
  'preview-protocol',
]);

/** Node's modules that reach a network. */
export const networkModules: ReadonlySet<string> = new Set([
  'http',
  'https',
  'http2',
  'net',
  'tls',
  'dgram',
  'dns',
  'dns/promises',
]);

/** Globals that reach a network, or run text as a program. */
export const bannedGlobals: Readonly<Record<string, string>> = {
  fetch: "nothing leaves the machine: these are patients' letters.",
  XMLHttpRequest: "nothing leaves the machine: these are patients' letters.",
  WebSocket: "nothing leaves the machine: these are patients' letters.",
  EventSource: "nothing leaves the machine: these are patients' letters.",
  sendBeacon: "nothing leaves the machine: these are patients' letters.",
  eval: 'no text is ever run as a program.',
  Function: 'no text is ever run as a program.',
};
