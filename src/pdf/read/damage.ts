/**
 * Sent to the worker by our build of pdf.js (`build/patches.mjs`) when content ends in an error or is not in
 * the file.
 */
const BROKEN_STREAM = 'brokenstream';

/** Does what reads a page, and tells whether anything that it needed of the file was damaged. */
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
