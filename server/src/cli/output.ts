import type { Output } from './surroundings.js';

const enough = 64 * 1024;

/** Collects small texts: ten thousand small writes to a pipe would take longer than what they tell. */
export function buffered(output: Output): { write(text: string): Promise<void> | void; flush(): Promise<void> | void } {
  let parts: string[] = [];
  let length = 0;
  const flush = (): Promise<void> | void => {
    const text = parts.join('');
    parts = [];
    length = 0;
    return text === '' ? undefined : output.write(text);
  };
  return {
    write(text) {
      parts.push(text);
      length += text.length;
      return length < enough ? undefined : flush();
    },
    flush,
  };
}
