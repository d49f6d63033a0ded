import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

const folder = fileURLToPath(new URL('../golden/', import.meta.url));

/**
 * Compares a text with the file of that name in `tests/render/golden`, byte for byte. `UPDATE_GOLDEN=1 npx vitest run tests/render` writes the
 * files anew: then look at what `git diff` says before you keep them.
 */
export function expectGolden(name: string, text: string): void {
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(folder + name, text);
    return;
  }
  expect(text).toBe(readFileSync(folder + name, 'utf8'));
}

export function readGoldenInput(name: string): string {
  return readFileSync(folder + name, 'utf8');
}
