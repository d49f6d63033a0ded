import { DocumentState, type LangiumDocument, type LangiumSharedCoreServices } from 'langium';
import type { LmnFile } from '../language/generated/ast.js';
import { readSourceFile } from '../language/read-source-file.js';
import type { SourceFile } from '../language/source-file.js';
import { Workspace } from '../language/workspace.js';
import { SectionMemo } from '../letter/resolve-section.js';
import { type FileSubject, readSubjects } from '../letter/subjects.js';
import type { LintMemo } from '../lint/engine.js';

interface Version {
  readonly root: LmnFile;
  readonly file: SourceFile;
  readonly sections: SectionMemo;
  readonly lint: LintMemo;
  subject?: { readonly revision: number; readonly value: FileSubject };
}

/**
 * What the editor knows of each document: its lines as plain data and its letter, made once for each version and shared by all providers.
 * What did not change from the last version is the same object again.
 */
export class OpenLetters {
  readonly workspace = new Workspace();
  private readonly versions = new WeakMap<LangiumDocument, Version>();

  constructor(services: LangiumSharedCoreServices) {
    const { DocumentBuilder: builder, LangiumDocuments: documents } = services.workspace;
    builder.onDocumentPhase(DocumentState.IndexedContent, (document) => {
      this.workspace.set(this.fileOf(document));
    });
    builder.onUpdate((_changed, deleted) => {
      for (const uri of deleted) if (!documents.hasDocument(uri)) this.workspace.remove(uri.toString());
    });
  }

  fileOf(document: LangiumDocument): SourceFile {
    return this.versionOf(document).file;
  }

  /** What rules look at in the document: for a case, its letter. */
  subjectOf(document: LangiumDocument): FileSubject {
    const version = this.versionOf(document);
    const { revision } = this.workspace;
    if (version.subject?.revision !== revision) {
      version.subject = { revision, value: readSubjects(version.file, this.workspace, version.sections) };
    }
    return version.subject.value;
  }

  lintMemoOf(document: LangiumDocument): LintMemo {
    return this.versionOf(document).lint;
  }

  private versionOf(document: LangiumDocument): Version {
    const root = document.parseResult.value as LmnFile;
    const before = this.versions.get(document);
    if (before?.root === root) return before;
    const file = readSourceFile(root, document.uri.toString(), document.textDocument.getText(), before?.file);
    const version = { root, file, sections: before?.sections ?? new SectionMemo(), lint: before?.lint ?? new WeakMap() };
    this.versions.set(document, version);
    return version;
  }
}
