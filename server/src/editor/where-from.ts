/** Where in the program a fault came from, without its message, which could repeat a value. */
export function whereFrom(error: unknown): string {
  if (!(error instanceof Error)) return 'a fault without a trace';
  const trace = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return [error.name, ...trace].join('\n');
}
