import type { Cancellation } from 'langium';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { normalizeName } from '../../language/names.js';
import type { Workspace } from '../../language/workspace.js';
import { headingNorm } from '../../language/names.js';
import type { FileContext } from '../../letter/file-context.js';
import type { Named } from './named.js';
import { cleanName, refusalOf, type Refusal, type Renamable, type RenamedFile, renameIn } from './renaming.js';
import { rangeIn } from '../places.js';
import type { LmnServices } from '../services.js';
import { UsesOfNames } from './uses-of-names.js';
import { mentionsOf } from '../workspace/workspace-files.js';
import { LetterWorkspaceManager } from '../workspace/workspace-manager.js';

/** The changes to all files of the workspace that give a thing a new name; or why it cannot have it. */
export async function renameEverywhere(
  services: LmnServices,
  target: Renamable,
  typed: string,
  context: FileContext,
  token: Cancellation.CancellationToken,
): Promise<WorkspaceEdit | Refusal> {
  const manager = services.shared.workspace.WorkspaceManager;
  if (manager instanceof LetterWorkspaceManager && !manager.complete) {
    return { refused: 'The folder is still being read, so not every use is known yet. Try again in a moment.' };
  }
  const names = new UsesOfNames(services);
  const files: RenamedFile[] = [];
  const changes: Record<string, TextEdit[]> = {};
  for await (const { file, uses } of names.everywhere(target.named, context, token)) {
    const renamed = renameIn(uses, target, typed);
    if (renamed.edits.length === 0) continue;
    files.push(renamed);
    if (!renamed.ships)
      changes[file.uri] = renamed.edits.map(({ range, text }) => ({ range: rangeIn(file, range), newText: text }));
  }
  const name = cleanName(target.named, typed);
  const refused =
    refusalOf(files, target, typed, context) ??
    (isSame(target, name) ? undefined : takenElsewhere(target.named, name, names, context, services));
  return refused === undefined ? { changes } : { refused };
}

function isSame({ spelling }: Renamable, name: string): boolean {
  return normalizeName(spelling.name) === normalizeName(name);
}

interface Kept {
  readonly mentions: ReadonlySet<string>;
  /** The template that a case names. */
  readonly template: string | undefined;
}

/** A name that no declaration holds may still be written in cases, where it would suddenly mean the renamed thing. */
function takenElsewhere(
  named: Named,
  name: string,
  names: UsesOfNames,
  { workspace }: FileContext,
  services: LmnServices,
): string | undefined {
  if (named.kind === 'key') {
    const key = `@${name.toLowerCase()}`;
    const isTaken = filesOf(names, workspace, services).some(({ mentions }) => mentions.has(key));
    return isTaken ? 'A file already uses this key for something else. Choose another one.' : undefined;
  }
  const home = homeOf(named, services);
  if (home === undefined) return undefined;
  const homes = new Set([home, ...workspace.templatesOn(home)]);
  const formOf = named.kind === 'section' ? headingNorm : normalizeName;
  const norm = formOf(name);
  const isTaken = filesOf(names, workspace, services).some(
    ({ mentions, template }) =>
      template !== undefined && homes.has(template) && [...mentions].some((written) => formOf(written) === norm),
  );
  return isTaken ? 'A case of this template already uses this name for something else. Choose another one.' : undefined;
}

function filesOf(names: UsesOfNames, workspace: Workspace, { letters }: LmnServices): Kept[] {
  const open = names
    .openFiles(workspace)
    .map(({ file }) => ({ kind: file.kind, name: file.header?.name?.text, mentions: mentionsOf(file) }));
  return [...open, ...letters.Files.of(workspace)].map(({ kind, name, mentions }) => ({
    mentions,
    template: kind === 'case' ? name : undefined,
  }));
}

/** The template that a field or section belongs to, by name. */
function homeOf(named: Named, { letters }: LmnServices): string | undefined {
  const uri =
    named.kind === 'template field'
      ? named.field.source.piece.uri
      : named.kind === 'section'
        ? named.section.piece.uri
        : undefined;
  const file = uri === undefined ? undefined : letters.Workspaces.get(uri);
  return file?.kind === 'template' ? file.header?.name?.text : undefined;
}
