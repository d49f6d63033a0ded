/** Where in the program a fault came from, and its code (`ENOENT`), without its message, which could repeat a value. */
export function whereFrom(error: unknown): string {
  if (!(error instanceof Error)) return 'a fault without a trace';
  const code = 'code' in error && /^[\w-]+$/.test(String(error.code)) ? ` ${String(error.code)}` : '';
  // A message of several lines may have one that looks like the trace's.
  const { stack = '', message } = error;
  const afterMessage = message === '' ? stack : stack.slice(stack.indexOf(message) + message.length);
  const trace = afterMessage.split('\n').filter((line) => line.startsWith('    at '));
  return [`${error.name}${code}`, ...trace].join('\n');
}
