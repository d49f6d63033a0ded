import { URI } from 'langium';
import { type OpenItem, openItems } from '../../export/gate.js';
import type { PreviewedLetter } from '../letters/letter-finder.js';
import { LetterFinder } from '../letters/letter-finder.js';
import type { LmnLanguageServer } from '../services.js';
import type { ConfigFileProblem } from '../../workspace/config-files.js';
import { addresses } from '../workspace/editor-files.js';
import { whenRead } from '../workspace/workspace-manager.js';

/** A case's letter as it is now, with all that keeps it from being sent. */
export interface CheckedLetter extends Pick<PreviewedLetter, 'letter' | 'subject'> {
  readonly open: readonly OpenItem[];
}

const madeUp =
  'The values of this letter are made up, for it shows a template. Open a case to export its letter, or begin one with "LMN: New Case…".';

/**
 * The letter of a case, open or not; for a template that a preview shows, the letter of the case that it is shown with. Waits for what was typed, and for
 * the workspace to be read: a vocabulary that is not known yet could be what fills a gap. A sentence where there is no letter.
 */
export async function findNewestLetter(
  { lmn, shared }: LmnLanguageServer,
  uri: string,
  caseUri: string | undefined,
): Promise<CheckedLetter | string> {
  const { WorkspaceManager, WorkspaceLock: lock, LangiumDocuments: documents } = shared.workspace;
  const { Config, Validator, Workspaces } = lmn.letters;
  await whenRead(WorkspaceManager);
  return lock.read(async () => {
    const found = await new LetterFinder(lmn).find(uri, caseUri);
    if (typeof found === 'string') return found;
    if (found.isMadeUp) return madeUp;
    const { letter, subject } = found;
    await Config.load(subject.file.uri);
    const wrong = wrongSettings(Config.problemsFor(subject.file.uri), (path) =>
      nameFrom(Workspaces.folderOf(subject.file.uri), path),
    );
    if (wrong !== undefined) return wrong;
    const document = documents.getDocument(URI.parse(subject.file.uri));
    const findings = await (document ? Validator.allFindingsOf(document) : Validator.allFindingsFor(subject));
    return { letter, subject, open: openItems(subject, findings) };
  });
}

/** The path as the command line shows it, which is begun in the folder that is open here. */
function nameFrom(folder: string, path: string): string {
  return addresses.namesFrom(folder, path)?.join('/') ?? path;
}

/** As the command line refuses it: with a mistake in its settings a letter could leave that they were to keep back. */
function wrongSettings(
  [first, ...others]: readonly ConfigFileProblem[],
  nameOf: (path: string) => string,
): string | undefined {
  if (!first) return undefined;
  const place = first.line === undefined ? '' : `, line ${String(first.line)}`;
  const more = others.length === 0 ? '' : ` (and ${String(others.length)} more)`;
  return `No letter is exported while the folder’s settings are wrong. ${nameOf(first.path)}${place}: ${first.message}${more}`;
}
