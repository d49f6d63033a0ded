import { isOperationCancelled } from 'langium';
import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { letterFileName } from '../../export/file-name.js';
import type { DocumentWriters } from '../../export/letter-writers.js';
import { type ExportFormatId, exportFormats, isDocumentFormat, namesOf } from '../../letter-formats.js';
import type { PictureSource } from '../../render/picture.js';
import { picturesPrintedIn } from '../../render/pictures-printed.js';
import {
  type ExportCheck,
  exportCheckRequest,
  type ExportParams,
  type ExportWrite,
  type ExportWriteParams,
  exportWriteRequest,
} from '../../protocol/export.js';
import { toBase64 } from '../base64.js';
import { LetterPictures } from '../pictures.js';
import type { LmnLanguageServer } from '../services.js';
import { makeFile } from './make-file.js';
import { type CheckedLetter, findNewestLetter } from './newest-letter.js';
import { withPlaces } from './open-item-places.js';

const [documents, others] = [
  exportFormats.filter(isDocumentFormat),
  exportFormats.filter((id) => !isDocumentFormat(id)),
];
const notInBrowser = `${namesOf(documents, 'and')} files are made by VS Code on a computer. Here, export the letter as ${namesOf(others, 'or')}.`;
const fault =
  'The letter could not be made, because of a fault in LMN. The output of LMN says where; another format may work.';

/** Letters as files: says what keeps one from being sent, and makes it. No client gets a letter with something open but as a draft. */
export class Exports {
  constructor(
    private readonly connection: Connection,
    private readonly server: LmnLanguageServer,
    private readonly writers: DocumentWriters | undefined,
  ) {}

  /** Registers all that the client may ask. */
  listen(): void {
    this.connection.onRequest(exportCheckRequest, (params: ExportParams) => this.orFault(this.check(params)));
    this.connection.onRequest(exportWriteRequest, (params: ExportWriteParams, token: CancellationToken) =>
      this.orFault(this.write(params, token)),
    );
  }

  private async check({ uri, caseUri, type }: ExportParams): Promise<ExportCheck> {
    if (!this.canMake(type)) return { kind: 'none', message: notInBrowser };
    const found = await findNewestLetter(this.server, uri, caseUri);
    if (typeof found === 'string') return { kind: 'none', message: found };
    const { letter, subject, open } = found;
    const { fileName } = this.server.lmn.letters.Config.exportFor(subject.file.uri);
    return {
      kind: 'letter',
      uri: subject.file.uri,
      fileName: letterFileName(letter, fileName),
      open: withPlaces(open, subject),
    };
  }

  private async write(
    { uri, caseUri, type, draft }: ExportWriteParams,
    token: CancellationToken,
  ): Promise<ExportWrite | ResponseError> {
    if (!this.canMake(type)) return { kind: 'none', message: notInBrowser };
    const found = await findNewestLetter(this.server, uri, caseUri);
    if (typeof found === 'string') return { kind: 'none', message: found };
    if (!draft && found.open.length > 0) return { kind: 'open' };
    return this.make(found, type, draft, token);
  }

  private async make(
    { letter, subject, open }: CheckedLetter,
    type: ExportFormatId,
    draft: boolean,
    token: CancellationToken,
  ): Promise<ExportWrite | ResponseError> {
    const { uri } = subject.file;
    const { Config } = this.server.lmn.letters;
    const { patientInProperties } = Config.exportFor(uri);
    const paper = Config.paperFor(uri);
    const picture = await this.picturesOf({ letter, uri });
    if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
    const made = await makeFile(letter, type, { picture, paper, patientInProperties, draft }, this.writers);
    if (!made) return { kind: 'none', message: notInBrowser };
    if (!draft && made.unprintable.length > 0) return { kind: 'unprintable', unprintable: made.unprintable };
    return { kind: 'file', content: toBase64(made.bytes), open: open.length, unprintable: made.unprintable };
  }

  /** The pictures that the letter prints, as they are on disk now. */
  private async picturesOf({ letter, uri }: Pick<CheckedLetter, 'letter'> & { uri: string }): Promise<PictureSource> {
    const { Port, Workspaces } = this.server.lmn.letters;
    const pictures = new LetterPictures(Port, (one) => Workspaces.folderOf(one));
    const picture = pictures.sourceFor(uri);
    for (const path of picturesPrintedIn(letter)) picture(path);
    await pictures.whenRead();
    return picture;
  }

  private async orFault<T>(answer: Promise<T>): Promise<T | ResponseError | { kind: 'none'; message: string }> {
    try {
      return await answer;
    } catch (error) {
      if (isOperationCancelled(error)) return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
      // One that is an answer already has been told of where it arose.
      if (!(error instanceof ResponseError)) this.server.lmn.letters.Background.failed('Exporting a letter', error);
      return { kind: 'none', message: fault };
    }
  }

  private canMake(type: ExportFormatId): boolean {
    return !isDocumentFormat(type) || this.writers !== undefined;
  }
}
