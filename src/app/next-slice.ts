/** Waits until the app had the opportunity to draw. */
export function nextSlice(): Promise<void> {
  return new Promise((resolve) => {
    window.setTimeout(resolve, 0);
  });
}
