/** Waits until the app has had an opportunity to draw. */
export function nextSlice(): Promise<void> {
  return new Promise((resolve) => {
    window.setTimeout(resolve, 0);
  });
}
