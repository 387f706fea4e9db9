export interface Debouncer<T extends unknown[], V> {
  (...args: T): this;
  cancel(): this;
  run(): V | undefined;
}

/**
 * Obsidian's `debounce`. The returned function runs the callback `timeout` ms after its first call, with the
 * arguments of its last call. If `resetTimer` is true, every call starts the time again.
 */
export function debounce<T extends unknown[], V>(
  callback: (...args: T) => V,
  timeout = 0,
  resetTimer = false,
): Debouncer<T, V> {
  let timer: number | undefined;
  let waiting: T | undefined;
  const stop = (): void => {
    if (timer !== undefined) window.clearTimeout(timer);
    timer = undefined;
  };
  const run = (): V | undefined => {
    stop();
    const args = waiting;
    waiting = undefined;
    return args === undefined ? undefined : callback(...args);
  };
  const debounced: Debouncer<T, V> = Object.assign(
    (...args: T): Debouncer<T, V> => {
      waiting = args;
      if (resetTimer) stop();
      timer ??= window.setTimeout(run, timeout);
      return debounced;
    },
    {
      cancel(): Debouncer<T, V> {
        stop();
        waiting = undefined;
        return debounced;
      },
      run,
    },
  );
  return debounced;
}
