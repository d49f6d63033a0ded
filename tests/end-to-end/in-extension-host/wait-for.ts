/** What `look` finds, once it finds something; throws with `what` after 40 seconds. For what VS Code tells by no event. */
export async function waitFor<T>(what: string, look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  for (const deadline = Date.now() + 40_000; Date.now() < deadline;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`Waited in vain for ${what}.`);
}
