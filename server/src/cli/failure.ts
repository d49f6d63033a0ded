/** A reason why a command could not run: said in one line, and the exit code is 2. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** The starter and the program are two bundles, each with its own class: the name is what they share. */
export function isFailure(error: unknown): error is Failure {
  return error instanceof Error && error.name === 'Failure';
}
