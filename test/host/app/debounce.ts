export interface Debouncer<T extends unknown[], V> {
  (...args: T): this;
  cancel(): this;
  run(): V | undefined;
}

/**
 * Obsidian's `debounce`. The callback runs `timeout` ms after the first call of the returned function, with
 * the arguments of the last call. If `resetTimer` is true, every call starts the time again.
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
