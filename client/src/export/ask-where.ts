import { Uri, window, workspace } from 'vscode';
import { type ExportFormatId, letterFormats } from '../../../server/src/letter-formats.js';
import { orNothing } from '../or-nothing.js';
import { freeName, withEnding } from './file-names.js';
import type { WrittenFiles } from './written-files.js';

export interface WhereQuestion {
  readonly title: string;
  readonly folder: Uri | undefined;
  /** The name that is proposed, with its ending. */
  readonly name: string;
  readonly format: ExportFormatId;
}

/** Asks under which name to write a letter, until it is one that may be written to; undefined where nobody wants to any more. */
export async function askWhere(
  { title, folder, name, format }: WhereQuestion,
  written: WrittenFiles,
): Promise<Uri | undefined> {
  const { name: called, endings } = letterFormats[format];
  let proposed = folder ? Uri.joinPath(folder, name) : Uri.file(`/${name}`);
  for (;;) {
    const chosen = await window.showSaveDialog({
      title,
      defaultUri: proposed,
      filters: { [called]: endings.map((ending) => ending.slice(1)) },
    });
    if (!chosen) return undefined;
    const target = chosen.with({ path: withEnding(chosen.path, format) });
    const answer = await mayReplace(target, target.path === chosen.path, written);
    if (answer === 'yes') return target;
    if (answer === 'no') return undefined;
    const parent = Uri.joinPath(target, '..');
    const isTaken = (other: string) => orNothing(workspace.fs.stat(Uri.joinPath(parent, other)));
    proposed = Uri.joinPath(parent, await freeName(baseName(target), async (other) => !!(await isTaken(other))));
  }
}

/** The dialog has asked before it gave the name of a file that is there, but knows nothing of what happened to that file. */
async function mayReplace(target: Uri, isAsked: boolean, written: WrittenFiles): Promise<'yes' | 'another' | 'no'> {
  const bytes = await orNothing(workspace.fs.readFile(target));
  if (!bytes) return 'yes';
  const hasChanged = await written.hasChanged(target.toString(), bytes);
  if (!hasChanged && isAsked) return 'yes';
  const [keep, replace] = ['Keep It, Choose Another Name', 'Replace'];
  const question = hasChanged
    ? `${baseName(target)} was changed since it was exported, perhaps in Word. Replace it?`
    : `${baseName(target)} is there already. Replace it?`;
  const detail = hasChanged ? 'What was written in it since then would be lost.' : undefined;
  // The first is what Enter does.
  // The first button is what Enter does.
  const answer = await window.showWarningMessage(question, { modal: true, ...(detail && { detail }) }, keep, replace);
  return answer === replace ? 'yes' : answer === keep ? 'another' : 'no';
}

export function baseName(uri: Uri): string {
  return uri.path.split('/').at(-1) ?? '';
}
