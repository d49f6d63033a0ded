// Bundles the command line, the language server (for Node and for a browser's worker) and the extension into dist/.
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { build as bundle } from 'esbuild';
import { documentPrograms } from './document-programs.mjs';
import { runTypeScript } from './run-typescript.mjs';

const root = resolve(import.meta.dirname, '..');

const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  charset: 'utf8',
  // Licenses of what is bundled go into one file of their own.
  legalComments: 'none',
  loader: { '.lmn': 'text', '.words': 'text' },
  logLevel: 'warning',
  metafile: true,
};
const forNode = {
  ...shared,
  platform: 'node',
  format: 'cjs',
  target: 'node20.20',
  // The starter runs programs as scripts, which know `require` but no import().
  supported: { 'dynamic-import': false },
};

/** Programs of their own, loaded when a letter is first exported: by the source that is imported, the bundle. */
const programs = await documentPrograms();
const onDemand = new Map([
  ...programs.map(({ entry, outfile }) => [nameOf(entry).replace(/\.ts$/, '.js'), `./${nameOf(outfile)}`]),
  ['export-letter.js', './export-letter.cjs'],
  ['main-spelling.js', './spelling.cjs'],
]);
const loadedOnDemand = {
  name: 'loaded-on-demand',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\/.*\.js$/ }, ({ path, kind }) => {
      const bundled = kind === 'dynamic-import' ? onDemand.get(nameOf(path)) : undefined;
      return bundled && { path: bundled, external: true };
    });
  },
};

function nameOf(path) {
  return path.split('/').at(-1);
}

/** Libraries that make documents run in browsers too; there they bring all their data along instead of reading files beside them. */
const document = {
  ...shared,
  platform: 'browser',
  format: 'cjs',
  target: 'es2022',
  external: ['node:*', 'fs', 'zlib'],
  define: { 'import.meta.dirname': '__dirname', 'import.meta.url': '"file:///lmn/"' },
  // fontkit unpacks web fonts with it; ours are not packed.
  alias: {
    'brotli/decompress.js': join(root, 'scripts/no-web-fonts.mjs'),
    // In a browser it unpacks pictures in a worker, which Node has by another name.
    'png-js': join(root, 'node_modules/png-js/lib/png-js.js'),
  },
};

const bundles = [
  { ...forNode, entryPoints: ['server/src/main-node.ts'], outfile: 'dist/server.cjs', plugins: [loadedOnDemand] },
  ...programBundles('dist'),
  {
    ...forNode,
    entryPoints: ['client/src/extension.ts'],
    outfile: 'dist/extension.cjs',
    external: ['vscode'],
    plugins: [loadedOnDemand],
  },
  {
    ...forNode,
    entryPoints: ['client/src/export/export-letter.ts'],
    outfile: 'dist/export-letter.cjs',
    external: ['vscode'],
  },
  {
    ...shared,
    entryPoints: ['client/src/extension-web.ts'],
    outfile: 'dist/extension-web.js',
    external: ['vscode'],
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
  },
  {
    ...shared,
    entryPoints: ['server/src/main-web.ts'],
    outfile: 'dist/server-web.js',
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
  },
  {
    ...shared,
    entryPoints: ['client/webview/preview.ts'],
    outfile: 'dist/webview/preview.js',
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
  },
];

function programBundles(folder) {
  return programs.map(({ entry, outfile }) => ({
    ...document,
    entryPoints: [entry],
    outfile: `${folder}/${nameOf(outfile)}`,
  }));
}

/** The words that letters are spelled by. */
function wordsBundle(folder) {
  return { ...forNode, entryPoints: ['server/src/main-spelling.ts'], outfile: `${folder}/spelling.cjs` };
}

/** Builds the programs that write documents into a folder, with the fonts. */
export async function buildDocumentPrograms(folder) {
  await Promise.all(programBundles(folder).map((options) => bundle(options)));
  copyFonts(folder);
}

/** Builds everything and prints the sizes. Throws where a bundle cannot be built, or the browser's would need Node. */
export async function build() {
  const commandLine = buildCommandLine('dist');
  const results = await Promise.all(bundles.map((options) => bundle(options)));
  bundles.forEach((options, i) => {
    if (options.platform === 'browser' && !options.external?.includes('node:*'))
      refuseNode(options.outfile, results[i].metafile);
  });
  results.forEach(({ metafile }, i) => refuseDocuments(bundles[i].outfile, metafile));
  const style = await buildPreviewStyle();
  const { files, metafiles } = await commandLine;
  const licenses = 'dist/third-party-licenses.txt';
  writeFileSync(join(root, licenses), licensesOf([...metafiles, ...results.map((result) => result.metafile)]));
  const written = [...files, ...bundles.map((options) => options.outfile), style, ...copyFonts('dist'), licenses];
  removeOthers(written);
  for (const file of written) {
    const kilobytes = (statSync(join(root, file)).size / 1000).toFixed(0);
    console.log(`${file.padEnd(32)}${kilobytes.padStart(6)} kB`);
  }
}

/**
 * Builds the command line into a folder: its program, the words that it checks spelling by, and `cli.cjs`, which starts it with the compiled code from the user's cache. Gives
 * the files and esbuild's accounts of them.
 */
export async function buildCommandLine(folder) {
  const program = `${folder}/cli-run.cjs`;
  const define = { LMN_SHIPPED: JSON.stringify(await readShipped()) };
  // ASCII, for it is read as latin1, which is quicker than UTF-8.
  const built = await bundle({
    ...forNode,
    charset: 'ascii',
    define,
    entryPoints: ['server/src/cli/run.ts'],
    outfile: program,
    plugins: [loadedOnDemand],
  });
  refuseDocuments(program, built.metafile);
  escapeRest(program);
  const words = wordsBundle(folder);
  const builtWords = await bundle(words);
  const starter = `${folder}/cli.cjs`;
  const started = await bundle({
    ...forNode,
    define: starterConstants([program, words.outfile]),
    entryPoints: ['server/src/cli/main.ts'],
    outfile: starter,
    banner: { js: '#!/usr/bin/env node' },
  });
  chmodSync(resolve(root, starter), 0o755);
  return {
    files: [starter, program, words.outfile],
    metafiles: [built.metafile, builtWords.metafile, started.metafile],
  };
}

/** Beside the page's folder, as `readWebFonts` reads them. */
const webFontFiles = {
  regular: 'Tinos-Regular.woff2',
  bold: 'Tinos-Bold.woff2',
  italic: 'Tinos-Italic.woff2',
  boldItalic: 'Tinos-BoldItalic.woff2',
  symbols: 'NotoSansSymbols2.woff2',
};

/** The preview's style sheet: the letter as it looks on every paper, and the page around it. Gives the file. */
async function buildPreviewStyle() {
  const { letterStyle, fontRules } = await runTypeScript(`
    export { letterStyle } from './server/src/render/html-style.js';
    export { fontRules } from './server/src/render/web-fonts.js';`);
  const fonts = fontRules((font) => `../fonts/${webFontFiles[font]}`);
  const page = readFileSync(join(root, 'client/webview/preview.css'), 'utf8');
  const outfile = 'dist/webview/preview.css';
  await bundle({
    absWorkingDir: root,
    stdin: { contents: `${fonts}${letterStyle}\n${page}`, loader: 'css' },
    external: ['../fonts/*'],
    bundle: true,
    minify: true,
    charset: 'utf8',
    logLevel: 'warning',
    outfile,
  });
  return outfile;
}

/** The fonts of the PDF, beside the program that embeds them. Gives the files. */
function copyFonts(folder) {
  const fonts = resolve(root, folder, 'fonts');
  cpSync(join(root, 'server/src/fonts'), fonts, { recursive: true });
  return readdirSync(fonts).map((name) => `${folder}/fonts/${name}`);
}

/** The files that ship, read by the program's own parser: the command line need not do it at every start. */
async function readShipped() {
  const { packed } = await runTypeScript(`
    import { packSource } from './server/src/language/packed-source.js';
    import { createParser } from './server/src/language/parse.js';
    import { createLmnCoreServices } from './server/src/language/services.js';
    import { shippedFiles } from './server/src/shipped.js';
    const parse = createParser(createLmnCoreServices().lmn);
    export const packed = shippedFiles.map(({ uri, text }) => packSource(parse(uri, text)));`);
  return packed;
}

/** esbuild escapes strings, but leaves regular expressions as they are; there too `\u201c` is the character itself. */
function escapeRest(outfile) {
  const text = readFileSync(resolve(root, outfile), 'utf8');
  const escaped = text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  writeFileSync(resolve(root, outfile), escaped);
}

/**
 * What the starter must know of the program: its version, and a hash of all that findings come from, lest another program's compiled code run in its place, or another one's findings
 * be told.
 */
function starterConstants(programs) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const hash = createHash('sha256');
  for (const program of programs) hash.update(readFileSync(resolve(root, program)));
  return { LMN_VERSION: JSON.stringify(version), LMN_PROGRAM_HASH: JSON.stringify(hash.digest('hex').slice(0, 16)) };
}

/** esbuild refuses most of what a browser does not have; this also refuses what it leaves to be found at run time. */
function refuseNode(outfile, metafile) {
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  const node = imports.filter(({ path }) => path.startsWith('node:') || builtinModules.includes(path));
  if (node.length === 0) return;
  throw new Error(`${outfile} must run in a browser, but imports ${node.map(({ path }) => path).join(', ')}.`);
}

/** What is loaded at a start must not bring the libraries of documents along: those are for the first letter that is written. */
function refuseDocuments(outfile, metafile) {
  if ([...onDemand.values()].some((file) => outfile === `dist/${file.slice(2)}`)) return;
  const libraries = Object.keys(metafile.inputs).filter((input) =>
    /^node_modules\/(?:pdfkit|docx|fontkit)\//.test(input),
  );
  if (libraries.length === 0) return;
  throw new Error(`${outfile} brings along ${libraries[0]}: import() what needs it, by the name in onDemand.`);
}

/** The license of every package that is part of a bundle, as those licenses ask. */
function licensesOf(metafiles) {
  const inputs = metafiles.flatMap((metafile) => Object.keys(metafile.inputs));
  const folders = new Set();
  for (const input of inputs) {
    const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
    if (folder) folders.add(folder);
  }
  // What is part of the bundles in another form: fonts that were cut down, words that were sorted.
  for (const name of ['tinos', 'noto-sans-symbols-2']) folders.add(`node_modules/@expo-google-fonts/${name}`);
  for (const name of ['dictionary-en', 'dictionary-en-gb', 'dictionary-en-au']) folders.add(`node_modules/${name}`);
  const notices = new Map();
  for (const folder of folders) {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    // A package of fonts has a license of its own beside the fonts'.
    const names = readdirSync(join(root, folder));
    const file =
      names.find((entry) => /^license_font/i.test(entry)) ?? names.find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? readFileSync(join(root, folder, file), 'utf8').trim() : `License: ${license}`;
    notices.set(`${name} ${version}`, text.replaceAll('\r\n', '\n'));
  }
  const sorted = [...notices].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([title, text]) => `${title}\n${'-'.repeat(title.length)}\n\n${text}\n`).join('\n\n');
}

/** What an earlier build left must not travel in a package. */
function removeOthers(written) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  for (const entry of readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true })) {
    const file = relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/');
    if (entry.isFile() && !written.includes(file)) rmSync(join(root, file));
  }
}

if (process.argv[1] === import.meta.filename) {
  try {
    await build();
  } catch (error) {
    // esbuild has already said what is wrong, and where.
    if (!error.errors) console.error(error.message);
    process.exit(1);
  }
}
