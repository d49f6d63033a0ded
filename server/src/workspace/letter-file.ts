/** Whether a file's name, or its path, says that it is ours. */
export function isLmnFile(name: string): boolean {
  return name.toLowerCase().endsWith('.lmn');
}
