import { FileSystemError, ProgressLocation, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ExportFormatId, letterFormats, namesOf, printsAll } from '../../../server/src/letter-formats.js';
import {
  type ExportCheck,
  exportCheckRequest,
  type ExportParams,
  type ExportWrite,
  type ExportWriteParams,
  exportWriteRequest,
} from '../../../server/src/protocol/export.js';
import type { Background } from '../background.js';
import { askWhere, baseName } from './ask-where.js';
import type { ExportSource } from './export-source.js';
import { proposedName } from './file-names.js';
import { showOpenItems } from './open-items.js';
import { tellWritten } from './tell-written.js';
import { whyNotWritten, writeWhole } from './write-file.js';
import type { WrittenFiles } from './written-files.js';

export interface ExportOrder {
  readonly source: ExportSource;
  readonly format: ExportFormatId;
  /** Asked for as a draft, whether or not anything is open. */
  readonly draft: boolean;
  /** Where to propose to write; without one, beside the case. */
  readonly folder: Uri | undefined;
  readonly written: WrittenFiles;
  readonly currentClient: () => BaseLanguageClient | undefined;
  readonly background: Background;
}

type FoundLetter = Extract<ExportCheck, { kind: 'letter' }>;
type MadeFile = Extract<ExportWrite, { kind: 'file' }>;

/** From the gate to the written file. Gives its address, or undefined where nothing was written. */
export async function exportLetter(order: ExportOrder): Promise<Uri | undefined> {
  const client = order.currentClient();
  if (!client?.isRunning()) {
    warn(
      order,
      'The letter cannot be exported: the language server is not running. "LMN: Restart Language Server" starts it.',
    );
    return undefined;
  }
  const { uri, caseUri } = order.source;
  const params: ExportParams = { uri, ...(caseUri !== undefined && { caseUri }), type: order.format };
  const letter = await client.sendRequest<ExportCheck>(exportCheckRequest, params);
  if (letter.kind === 'none') {
    warn(order, letter.message);
    return undefined;
  }
  if (order.draft || letter.open.length === 0) return writeLetter(order, client, params, letter, order.draft);
  const version = versionOf(letter.uri);
  const wish = await showOpenItems(letter.open);
  if (!wish) return undefined;
  if (wish.kind === 'draft') return writeLetter(order, client, params, letter, true);
  // Where it is to be written counts in the text that was asked about.
  if (versionOf(letter.uri) !== version) return exportLetter(order);
  await order.source.goTo(wish.item.place);
  window.setStatusBarMessage(`LMN: ${wish.item.what}`, 4000);
  return undefined;
}

async function writeLetter(
  order: ExportOrder,
  client: BaseLanguageClient,
  params: ExportParams,
  letter: FoundLetter,
  draft: boolean,
): Promise<Uri | undefined> {
  const made = await makeFile(client, { ...params, draft }, order.format);
  switch (made?.kind) {
    case undefined:
      return undefined;
    case 'none':
      warn(order, made.message);
      return undefined;
    case 'open':
      return exportLetter(order);
    case 'unprintable':
      return offerOthers(order, made.unprintable, () => writeLetter(order, client, params, letter, true));
    case 'file':
      return saveFile(order, letter, made, draft);
  }
}

/** Undefined where the user has had enough. */
async function makeFile(
  client: BaseLanguageClient,
  params: ExportWriteParams,
  format: ExportFormatId,
): Promise<ExportWrite | undefined> {
  const options = {
    location: ProgressLocation.Notification,
    title: `LMN: making the letter as ${letterFormats[format].name}…`,
    cancellable: true,
  };
  return window.withProgress(options, async (_, token) => {
    try {
      return await client.sendRequest<ExportWrite>(exportWriteRequest, params, token);
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      throw error;
    }
  });
}

async function offerOthers(
  order: ExportOrder,
  unprintable: readonly string[],
  exportDraft: () => Promise<Uri | undefined>,
): Promise<Uri | undefined> {
  const said = `LMN: a ${letterFormats[order.format].name} cannot print all of this letter (${unprintable.join('; ')}). ${namesOf(printsAll, 'and')} can.`;
  const others = printsAll.map((format) => ({
    title: `Export as ${letterFormats[format].name}…`,
    run: () => exportLetter({ ...order, format }),
  }));
  const answer = await window.showWarningMessage(said, ...others, { title: 'Export a Draft', run: exportDraft });
  return answer?.run();
}

async function saveFile(
  { format, folder, written, background }: ExportOrder,
  { uri, fileName }: FoundLetter,
  made: MadeFile,
  draft: boolean,
): Promise<Uri | undefined> {
  const bytes = fromBase64(made.content);
  const title = `Export ${draft ? 'Draft ' : ''}as ${letterFormats[format].name}`;
  const name = proposedName(fileName, draft, format);
  const question = { title, folder: folder ?? besideCase(Uri.parse(uri)), name, format };
  try {
    const target = await askWhere(question, written);
    if (!target) return undefined;
    await writeWhole(target, bytes);
    await written.remember(target.toString(), bytes);
    background.run(tellWritten(target, whatIsWritten(baseName(target), format, made, draft)));
    return target;
  } catch (error) {
    if (!(error instanceof FileSystemError)) throw error;
    background.run(window.showErrorMessage(`LMN: the file was not written. ${whyNotWritten(error)}`));
    return undefined;
  }
}

function whatIsWritten(name: string, format: ExportFormatId, { open, unprintable }: MadeFile, draft: boolean): string {
  if (!draft) return `LMN: ${name} is written.`;
  const why = open === 0 ? '' : `: ${open === 1 ? '1 thing is' : `${String(open)} things are`} open`;
  const marks =
    unprintable.length === 0
      ? ''
      : ` A mark stands in it for what a ${letterFormats[format].name} cannot print (${unprintable.join('; ')}).`;
  return `LMN: ${name} is written, as a draft${why}.${marks}`;
}

/** A case that is no file yet, or one that ships, is exported into the folder that is open. */
function besideCase(uri: Uri): Uri | undefined {
  const isFile = uri.scheme !== 'untitled' && workspace.fs.isWritableFileSystem(uri.scheme) === true;
  return isFile ? Uri.joinPath(uri, '..') : workspace.workspaceFolders?.[0]?.uri;
}

function versionOf(uri: string): number | undefined {
  return workspace.textDocuments.find((document) => document.uri.toString() === uri)?.version;
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0));
}

function warn({ background }: ExportOrder, message: string): void {
  background.run(window.showWarningMessage(`LMN: ${message}`));
}
