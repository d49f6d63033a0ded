import type { SourceFile } from '../../language/source-file.js';
import type { Workspace } from '../../language/workspace.js';
import type { LmnServices } from '../services.js';

/** A case of a workspace. */
export interface CaseFile {
  readonly uri: string;
  /** The template that it names; empty where it names none yet. */
  readonly template: string;
}

/** The cases of a workspace, whether they are open or not. The other side of a comparison is no case of its own. */
export function casesIn(workspace: Workspace, { letters, shared }: LmnServices): CaseFile[] {
  const { Files, Open, Workspaces } = letters;
  const open = shared.workspace.LangiumDocuments.all
    .map((document): SourceFile => Open.fileOf(document))
    .filter(({ kind, uri }) => kind === 'case' && Workspaces.isPart(uri) && Workspaces.of(uri) === workspace)
    .map(({ uri, header }): CaseFile => ({ uri, template: header?.name?.text ?? '' }));
  const closed = Files.of(workspace)
    .filter(({ kind }) => kind === 'case')
    .map(({ uri, name }): CaseFile => ({ uri, template: name ?? '' }));
  return [...open, ...closed];
}
