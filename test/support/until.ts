/** Waits until something holds; the test's own time limit ends the wait. */
export async function until(holds: () => boolean, what = 'what was waited for'): Promise<void> {
  const end = Date.now() + 20_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`${what} did not come`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const wait = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));
const frame = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

/**
 * Lets everything that is due now happen. Scrolling, sizes and transitions are told with a frame, and on a busy machine
 * a frame may come later than any time: two frames are waited for, unless the page is hidden and has none.
 */
export async function settle(milliseconds = 30): Promise<void> {
  await wait(milliseconds);
  await Promise.race([frame().then(frame), wait(2_000)]);
}
