/**
 * The name of the event that our build of pdf.js (`build/patches.mjs`) sends when content ends in an error or
 * is not in the file.
 */
const BROKEN_STREAM = 'brokenstream';

/**
 * Runs a function that reads a page. The result also states whether any part of the file that it needed was
 * damaged.
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
