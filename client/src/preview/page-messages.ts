import type { FromPage, PaperBlock, PaperElement, SavedPanel } from '../../../server/src/preview-protocol.js';

/** A page's message, when it is one: whatever else reaches the extension from a webview is dropped. */
export function readMessage(message: unknown): FromPage | undefined {
  if (!isRecord(message)) return undefined;
  const { type } = message;
  switch (type) {
    case 'ready':
    case 'copy-text':
    case 'menu':
    case 'export':
      return { type };
    case 'shown':
    case 'pages':
      return isCount(message['version']) ? { type, version: message['version'] } : undefined;
    case 'gap':
      return isCount(message['gap']) ? { type, gap: message['gap'] } : undefined;
    case 'ask': {
      const { ask, to } = message;
      return isCount(ask) && (to === 'letter' || to === 'clause') ? { type, ask, to } : undefined;
    }
    case 'mask':
    case 'lock':
    case 'fold':
      return typeof message['on'] === 'boolean' ? { type, on: message['on'] } : undefined;
    case 'source': {
      const element = readElement(message['element']);
      return element && { type, element };
    }
    case 'scrolled': {
      const first = readBlock(message['first']);
      const last = readBlock(message['last']);
      return first && last && { type, first, last };
    }
    default:
      return undefined;
  }
}

/** What a page kept of its panel while VS Code was closed. */
export function readSaved(state: unknown): SavedPanel | undefined {
  if (!isRecord(state) || typeof state['uri'] !== 'string') return undefined;
  return { uri: state['uri'], locked: state['locked'] === true, masked: state['masked'] === true };
}

function readBlock(value: unknown): PaperBlock | undefined {
  if (!isRecord(value)) return undefined;
  const { section, block } = value;
  return isCount(section) && isCount(block) ? { section, block } : undefined;
}

function readElement(value: unknown): PaperElement | undefined {
  const place = readBlock(value);
  const mark = isRecord(value) ? value['mark'] : undefined;
  return place && isCount(mark) ? { ...place, mark } : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
