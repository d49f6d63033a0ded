const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs something short to its end though the user stops the program meanwhile; then the program ends as it was told to. `act` must not
 * wait for anything.
 */
export async function undisturbed(act: () => void): Promise<void> {
  let told: NodeJS.Signals | undefined;
  const remember = (signal: NodeJS.Signals) => void (told = signal);
  for (const signal of signals) process.on(signal, remember);
  try {
    act();
    // Signals are only heard between turns.
    await new Promise((resolve) => setImmediate(resolve));
  } finally {
    for (const signal of signals) process.off(signal, remember);
  }
  if (told) process.kill(process.pid, told);
}
