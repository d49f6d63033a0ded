import { DocumentState, type LangiumDocument } from 'langium';
import { createServerRequestHandler } from 'langium/lsp';
import type { CancellationToken, Connection, TextDocumentIdentifier } from 'vscode-languageserver';
import { completenessOf } from '../letter/completeness.js';
import { isShipped } from '../language/shipped-text.js';
import { asWritten, checklistOf } from '../requirements/checklist.js';
import { judgeLetter } from '../requirements/judge-letter.js';
import { libraryOf } from '../requirements/library.js';
import { writingPlaces } from '../fixes/writing-places.js';
import {
  completenessNotification,
  type CompletenessParams,
  type GapParams,
  type GapPlace,
  gapRequest,
} from '../protocol/letters.js';
import {
  type NewCase,
  type NewCaseParams,
  type KindChoice,
  kindsRequest,
  newCaseRequest,
  type NewPolicy,
  type NewPolicyParams,
  newPolicyRequest,
  type TemplateChoice,
  templatesRequest,
} from '../protocol/new-files.js';
import { deadline as deadlineRule } from '../rules/deadline.js';
import { nearDeadline } from './near-deadline.js';
import { newCase } from '../begin/new-case.js';
import { type KindOfTemplates, templatesByKind } from '../begin/template-choices.js';
import type { TemplateInReach } from '../letter/template-kind.js';
import { toSnippet } from '../begin/insertion.js';
import { kindChoices, newPolicy } from './new-policy.js';
import { whereToWrite } from './where-to-write.js';
import type { LmnLanguageServer } from './services.js';
import { whenRead } from './workspace/workspace-manager.js';
import type { Workspaces } from './workspace/workspaces.js';

/** Answers what our own client asks beyond the protocol, and tells it how far each open case has come. */
export function addLetterRequests(connection: Connection, server: LmnLanguageServer): void {
  const { letters } = server.lmn;
  const { DocumentBuilder, WorkspaceManager } = server.shared.workspace;
  const told = new WeakMap<LangiumDocument, string>();
  DocumentBuilder.onDocumentPhase(DocumentState.Validated, async (document) => {
    if (letters.Open.fileOf(document).kind !== 'case') return;
    const { letter, workspace } = letters.Open.subjectOf(document);
    if (!letter) return;
    const library = libraryOf(workspace);
    const { met, total, open } = checklistOf(judgeLetter(letter, library), asWritten);
    const criteria = { met, total, open };
    const uri = document.uri.toString();
    const set = letters.Config.settingsFor(uri).options[deadlineRule.id] ?? {};
    const deadline = nearDeadline(letter, library, letters.Today(), set);
    const params: CompletenessParams = { uri, ...completenessOf(letter), criteria, ...(deadline && { deadline }) };
    const now = JSON.stringify(params);
    if (told.get(document) === now) return;
    told.set(document, now);
    await connection.sendNotification(completenessNotification, params);
  });
  const gap = createServerRequestHandler<GapParams & { textDocument: TextDocumentIdentifier }, GapPlace, never>(
    (_, document, params) => findGap(document, params, server),
    server.shared,
    DocumentState.ComputedScopes,
  );
  connection.onRequest(gapRequest, (params: GapParams, token: CancellationToken) =>
    gap({ ...params, textDocument: { uri: params.uri } }, token),
  );
  /** Of what ships as well as of the folders. */
  const allNames = async (token: CancellationToken): Promise<void> => {
    await DocumentBuilder.waitUntil(DocumentState.IndexedContent, token);
    await whenRead(WorkspaceManager);
  };
  connection.onRequest(templatesRequest, async (token: CancellationToken): Promise<TemplateChoice[]> => {
    await allNames(token);
    return templatesByKind(templatesInReach(letters.Workspaces)).flatMap(toChoices);
  });
  connection.onRequest(
    newCaseRequest,
    async ({ template: name, root }: NewCaseParams, token: CancellationToken): Promise<NewCase | null> => {
      await allNames(token);
      const all = root === undefined ? letters.Workspaces.all() : [letters.Workspaces.of(root)];
      const workspace = all.find(({ templates }) => templates.has(name));
      const template = workspace?.templates.get(name);
      return template && workspace ? { snippet: toSnippet(newCase(template, workspace, letters.Today())) } : null;
    },
  );
  connection.onRequest(kindsRequest, async (token: CancellationToken): Promise<KindChoice[]> => {
    await allNames(token);
    return kindChoices(letters.Workspaces);
  });
  connection.onRequest(newPolicyRequest, (params: NewPolicyParams): NewPolicy => ({
    snippet: toSnippet(newPolicy(params, letters.Today())),
  }));
}

/** A case that is not saved yet can be saved into any workspace: of two templates with one name the first one's counts. */
function templatesInReach(workspaces: Workspaces): TemplateInReach[] {
  const found = new Map<string, TemplateInReach>();
  for (const workspace of workspaces.all())
    for (const template of workspace.templates.values())
      if (!found.has(template.name)) found.set(template.name, { template, workspace });
  return [...found.values()];
}

function toChoices({ kind, title, purpose, templates }: KindOfTemplates): TemplateChoice[] {
  return templates.map(({ template }) => ({
    name: template.name,
    title: template.title,
    kind,
    kindTitle: title,
    purpose,
    shipped: isShipped(template.file.uri),
    uri: template.file.uri,
  }));
}

function findGap(document: LangiumDocument, params: GapParams, server: LmnLanguageServer): GapPlace | null {
  const { textDocument } = document;
  // A closed file without a text is no letter that is only begun: it is not there.
  if (textDocument.getText() === '' && !server.shared.workspace.TextDocuments.get(document.uri)) return null;
  const places = writingPlaces(server.lmn.letters.Open.subjectOf(document));
  const cursor = textDocument.offsetAt(params);
  const place =
    params.direction === 'next'
      ? (places.find(({ start }) => start > cursor) ?? places[0])
      : (places.findLast(({ end }) => end < cursor) ?? places.at(-1));
  return place ? { label: place.label, ...whereToWrite(place, textDocument) } : null;
}
