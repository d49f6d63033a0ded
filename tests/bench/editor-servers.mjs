import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(import.meta.dirname, '../..');

/**
 * The language servers to measure: ours, the floor, and VS Code's for JSON and Markdown where `peers`, a folder with a `node_modules`, has them. Of each:
 * `args` of Node, the `language` and `extension` of its files, and how a letter becomes such a file (`write`).
 */
export function serversIn(peers) {
  const floor = { name: 'floor', args: [join(import.meta.dirname, 'editor-floor.mjs')], ...markdownFiles };
  const ours = {
    name: 'lmn',
    args: [join(root, 'dist/server.cjs'), '--stdio'],
    language: 'lmn',
    extension: 'lmn',
    write: (letter) => letter,
  };
  return [floor, ...(peers === undefined ? [] : peersIn(resolve(peers))), ours];
}

function peersIn(folder) {
  const modules = join(folder, 'node_modules');
  const json = join(modules, 'vscode-langservers-extracted/bin/vscode-json-language-server');
  const markdown = join(modules, 'vscode-markdown-languageserver/out/node/workerMain.js');
  const found = [existsSync(json) && jsonServer(json), existsSync(markdown) && markdownServer(markdown, folder)];
  const servers = found.filter(Boolean);
  if (servers.length === 0)
    throw new Error(`${modules} has neither vscode-langservers-extracted nor vscode-markdown-languageserver.`);
  return servers;
}

const markdownFiles = { language: 'markdown', extension: 'md', write: (letter) => letter };

function jsonServer(path) {
  return {
    name: 'vscode-json',
    args: [path, '--stdio'],
    language: 'json',
    extension: 'json',
    // As many members as lines, some of them nested: much like a configuration.
    write: (letter) => JSON.stringify({ lines: letter.split('\n').map((text, line) => ({ line, text })) }, null, 1),
    capabilities: { textDocument: { diagnostic: { dynamicRegistration: true } } },
    pulls: true,
    options: { provideFormatter: true },
    settings: { json: { validate: { enable: true }, schemas: [] } },
  };
}

/** It leaves parsing and reading to its editor; markdown-it is what VS Code gives it. */
function markdownServer(path, folder) {
  const require = createRequire(join(folder, 'package.json'));
  const MarkdownIt = require('markdown-it');
  const parser = new (MarkdownIt.default ?? MarkdownIt)({ html: true });
  return {
    name: 'vscode-markdown',
    args: [path, '--stdio'],
    ...markdownFiles,
    capabilities: { textDocument: { diagnostic: { dynamicRegistration: true } } },
    pulls: true,
    options: { markdownFileExtensions: ['md'] },
    settings: {
      markdown: {
        validate: {
          enabled: true,
          referenceLinks: { enabled: 'warning' },
          fragmentLinks: { enabled: 'warning' },
          fileLinks: { enabled: 'warning', markdownFragmentLinks: 'inherit' },
          ignoredLinks: [],
          unusedLinkDefinitions: { enabled: 'hint' },
          duplicateLinkDefinitions: { enabled: 'warning' },
        },
        suggest: { paths: { enabled: true, includeWorkspaceHeaderCompletions: 'never' } },
        preferredMdPathExtensionStyle: 'auto',
        occurrencesHighlight: { enabled: false },
      },
    },
    answers: {
      'markdown/parse': ({ uri, text }, client) =>
        parser.parse(text ?? (uri === client.uri ? client.text : readFileSync(fileURLToPath(uri), 'utf8')), {}),
      'markdown/fs/readFile': ({ uri }) => [...readFileSync(fileURLToPath(uri))],
      'markdown/fs/stat': ({ uri }) => (existsSync(fileURLToPath(uri)) ? { isDirectory: false } : null),
      'markdown/fs/readDirectory': () => [],
      'markdown/findMarkdownFilesInWorkspace': (_, { folder: open }) =>
        readdirSync(open, { recursive: true })
          .filter((name) => name.endsWith('.md'))
          .map((name) => pathToFileURL(join(open, name)).href),
    },
  };
}
