import { DocumentState, type LangiumDocument } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { LmnFile } from '../../language/generated/ast.js';
import { readSourceFile } from '../../language/reading/read-source-file.js';
import type { SourceFile } from '../../language/source-file.js';
import type { Workspace } from '../../language/workspace.js';
import type { Workspaces } from './workspaces.js';
import { SectionMemo } from '../../letter/resolve-section.js';
import { type FileSubject, readSubjects } from '../../letter/subjects.js';
import type { LintMemo } from '../../lint/engine.js';
import { withCriteria } from '../../requirements/with-criteria.js';

interface Version {
  readonly root: LmnFile;
  readonly file: SourceFile;
  readonly sections: SectionMemo;
  readonly lint: LintMemo;
  subject?: { readonly workspace: Workspace; readonly revision: number; readonly value: FileSubject };
}

/**
 * What the editor knows of each open document: its lines as plain data and its letter, made once for each version and shared by all
 * providers. What did not change from the last version is the same object again.
 */
export class OpenLetters {
  private readonly versions = new WeakMap<LangiumDocument, Version>();

  constructor(
    services: LangiumSharedServices,
    readonly workspaces: Workspaces,
  ) {
    const { DocumentBuilder: builder } = services.workspace;
    builder.onDocumentPhase(DocumentState.IndexedContent, (document) => {
      if (workspaces.isPart(document.uri.toString())) this.workspaces.set(this.fileOf(document));
    });
  }

  fileOf(document: LangiumDocument): SourceFile {
    return this.versionOf(document).file;
  }

  /** What rules look at in the document: for a case, its letter. */
  subjectOf(document: LangiumDocument): FileSubject {
    const version = this.versionOf(document);
    const workspace = this.workspaces.around(version.file);
    const { revision } = workspace;
    if (version.subject?.workspace !== workspace || version.subject.revision !== revision)
      version.subject = {
        workspace,
        revision,
        value: readSubjects(version.file, workspace, version.sections, withCriteria),
      };
    return version.subject.value;
  }

  /** What the names of the document are held against. */
  workspaceOf(document: LangiumDocument): Workspace {
    return this.workspaces.around(this.fileOf(document));
  }

  /** True when a file that letters are made of has changed since the document's letter was made. */
  isStale(document: LangiumDocument): boolean {
    const version = this.versions.get(document);
    if (!version?.subject) return false;
    const workspace = this.workspaces.around(version.file);
    return version.subject.workspace !== workspace || version.subject.revision !== workspace.revision;
  }

  lintMemoOf(document: LangiumDocument): LintMemo {
    return this.versionOf(document).lint;
  }

  private versionOf(document: LangiumDocument): Version {
    const root = document.parseResult.value as LmnFile;
    const before = this.versions.get(document);
    if (before?.root === root) return before;
    // The text that was parsed: what the editor holds may be a keystroke ahead of it.
    const text = root.$cstNode?.root.fullText ?? document.textDocument.getText();
    const file = readSourceFile({ ...document.parseResult, value: root }, document.uri.toString(), text, before?.file);
    const version = {
      root,
      file,
      sections: before?.sections ?? new SectionMemo(),
      lint: before?.lint ?? new WeakMap(),
    };
    this.versions.set(document, version);
    return version;
  }
}
