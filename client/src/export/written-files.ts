/** What VS Code keeps for an extension, as far as it is used here. */
export interface Store {
  get(key: string): unknown;
  update(key: string, value: unknown): Thenable<void>;
}

const key = 'lmn.export.written';
/** Older ones are forgotten: then only the save dialog asks. */
const mostRemembered = 500;

/**
 * Remembers what was written to which file, so that a letter which somebody has gone on writing in Word is not replaced unasked. Keeps hashes only: neither an
 * address nor a word of a letter.
 */
export class WrittenFiles {
  constructor(private readonly store: Store) {}

  /** True where the file was written by an export and holds something else by now. */
  async hasChanged(address: string, bytes: Uint8Array): Promise<boolean> {
    const file = await hashOf(new TextEncoder().encode(address));
    const written = this.entries().find(([one]) => one === file)?.[1];
    return written !== undefined && written !== (await hashOf(bytes));
  }

  async remember(address: string, bytes: Uint8Array): Promise<void> {
    const file = await hashOf(new TextEncoder().encode(address));
    const written = await hashOf(bytes);
    const others = this.entries().filter(([one]) => one !== file);
    await this.store.update(key, [...others, [file, written]].slice(-mostRemembered));
  }

  private entries(): (readonly [file: string, written: string])[] {
    const stored = this.store.get(key);
    return Array.isArray(stored) ? stored.filter(isEntry) : [];
  }
}

function isEntry(value: unknown): value is readonly [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
}

async function hashOf(bytes: Uint8Array): Promise<string> {
  // A copy, for what came over a wire may be a view of something larger.
  const digest = await globalThis.crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
