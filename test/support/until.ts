/** Waits until something holds; the test's own time limit ends the wait. */
export async function until(holds: () => boolean, what = 'what was waited for'): Promise<void> {
  const end = Date.now() + 5_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`${what} did not come`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Lets everything that is due now happen. */
export function settle(milliseconds = 30): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
