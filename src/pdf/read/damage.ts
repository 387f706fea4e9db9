/**
 * The event that our build of pdf.js (`build/patches.mjs`) sends when a stream of the file ends in an error
 * or is missing.
 */
const BROKEN_STREAM = 'brokenstream';

/**
 * Runs a function that reads a page. `damaged` is true when the function needed a damaged part of the file.
 */
export async function noticingDamage<T>(
  read: () => Promise<T>,
): Promise<{ readonly result: T; readonly damaged: boolean }> {
  let damaged = false;
  const notice = (): void => {
    damaged = true;
  };
  self.addEventListener(BROKEN_STREAM, notice);
  try {
    return { result: await read(), damaged };
  } finally {
    self.removeEventListener(BROKEN_STREAM, notice);
  }
}
