import { commands, type Disposable, type QuickPickItem, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type PreviewPlace, previewSourceRequest } from '../../server/src/preview-protocol.js';
import { writeSectionCommand } from '../../server/src/protocol/commands.js';
import {
  type GapPlace,
  type SectionChoice,
  sectionsRequest,
  type WriteSectionParams,
  writeSectionRequest,
} from '../../server/src/protocol/letters.js';
import { type Place, showPlace } from './go-to-place.js';

/** A section of a preview's paper, as a click with the right button on it says. */
export interface ShownSection {
  readonly panel: string;
  readonly uri: string;
  readonly section: number;
  /** Shows a place of the case, beside the paper. */
  goTo(place: Place & { readonly uri: string }): Promise<void>;
}

/**
 * *Write a section in my words*: begins a section of the template in the case, with the template's words selected. Which one is asked for, or the one of
 * the paper that was clicked on.
 */
export function registerOwnSection(
  currentClient: () => BaseLanguageClient | undefined,
  shownSection: (clicked: unknown) => ShownSection | undefined,
): Disposable {
  return commands.registerCommand(writeSectionCommand, async (clicked?: unknown) => {
    const client = currentClient();
    if (!client?.isRunning()) return;
    const shown = shownSection(clicked);
    const uri =
      shown?.uri ?? (typeof clicked === 'string' ? clicked : window.activeTextEditor?.document.uri.toString());
    if (uri === undefined) return;
    const section = shown ? await clickedSection(client, shown) : await askSection(client, uri);
    if (!section) return;
    const params: WriteSectionParams = { uri, section };
    const place = await client.sendRequest<GapPlace | null>(writeSectionRequest, params);
    if (!place) {
      window.setStatusBarMessage('LMN: the case writes this section itself already.', 4000);
      return;
    }
    const at = { ...place, uri };
    await (shown ? shown.goTo(at) : showPlace(at));
  });
}

interface SectionItem extends QuickPickItem {
  readonly title: string;
}

async function askSection(client: BaseLanguageClient, uri: string): Promise<WriteSectionParams['section'] | undefined> {
  const sections = await client.sendRequest<readonly SectionChoice[]>(sectionsRequest, { uri });
  if (sections.length === 0) {
    window.setStatusBarMessage('LMN: no section of a template is left to write.', 4000);
    return undefined;
  }
  const items = sections.map(({ title, text }): SectionItem => ({ label: title, detail: text, title }));
  const picked = await window.showQuickPick(items, {
    title: 'Write a Section in My Words',
    placeHolder: 'Which section? The words of the template are put in for you to change.',
  });
  return picked && { title: picked.title };
}

/** Where the template writes what the paper shows. */
async function clickedSection(
  client: BaseLanguageClient,
  { panel, section }: ShownSection,
): Promise<WriteSectionParams['section'] | undefined> {
  const element = { section, block: 0, mark: 0 };
  const place = await client.sendRequest<PreviewPlace | null>(previewSourceRequest, { panel, element });
  return place ? { uri: place.uri, ...place.start } : undefined;
}
