/** Resources that the plugin currently holds. Event emitters count their listeners themselves. */
export interface LiveResources {
  timers: number;
  workers: number;
  objectUrls: number;
}

/** Matches scripts of the host itself and of the app's libraries. Any other caller is the plugin. */
const hostScript = /\/(?:app\.js|npm\/)/;

/**
 * Returns whether the plugin called the function that calls this one. It examines the stack, because the
 * plugin and the host share one page and cannot be distinguished otherwise.
 */
export function calledByPlugin(): boolean {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 3;
  const stack = new Error().stack ?? '';
  Error.stackTraceLimit = limit;
  // Line 0 is the message, line 1 this function, line 2 the traced function, line 3 the caller of that
  // function.
  const caller = stack.split('\n')[3];
  return caller !== undefined && !hostScript.test(caller);
}

/**
 * Replaces the page's timers, `Worker` and object URLs by versions that count what the plugin creates and
 * releases. Call this once, before the plugin is evaluated.
 */
export function trackLiveResources(page: Window & typeof globalThis): () => LiveResources {
  const timers = trackTimers(page);
  const workers = trackWorkers(page);
  const objectUrls = trackObjectUrls(page);
  return () => ({ timers: timers.size, workers: workers.size, objectUrls: objectUrls.size });
}

function trackTimers(page: Window): ReadonlySet<number> {
  const live = new Set<number>();
  const setTimeout = page.setTimeout.bind(page);
  const setInterval = page.setInterval.bind(page);
  const clearTimeout = page.clearTimeout.bind(page);
  const clearInterval = page.clearInterval.bind(page);
  const forget = (id: number | undefined): void => {
    if (id !== undefined) live.delete(id);
  };
  Object.assign(page, {
    setTimeout(handler: TimerHandler, delay?: number, ...values: unknown[]): number {
      const tracked = calledByPlugin();
      const run = (): void => {
        live.delete(id);
        if (typeof handler === 'function') Reflect.apply(handler, page, values);
        else throw new TypeError('The host does not support timers with code as text.');
      };
      const id = setTimeout(run, delay);
      if (tracked) live.add(id);
      return id;
    },
    setInterval(handler: TimerHandler, delay?: number, ...values: unknown[]): number {
      const id = setInterval(handler, delay, ...values);
      if (calledByPlugin()) live.add(id);
      return id;
    },
    clearTimeout(id?: number): void {
      forget(id);
      clearTimeout(id);
    },
    clearInterval(id?: number): void {
      forget(id);
      clearInterval(id);
    },
  });
  return live;
}

function trackWorkers(page: Window & typeof globalThis): ReadonlySet<Worker> {
  const live = new Set<Worker>();
  page.Worker = class TrackedWorker extends page.Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      if (calledByPlugin()) live.add(this);
    }

    override terminate(): void {
      live.delete(this);
      super.terminate();
    }
  };
  return live;
}

function trackObjectUrls(page: Window & typeof globalThis): ReadonlySet<string> {
  const live = new Set<string>();
  const createObjectURL = page.URL.createObjectURL.bind(page.URL);
  const revokeObjectURL = page.URL.revokeObjectURL.bind(page.URL);
  Object.assign(page.URL, {
    createObjectURL(object: Blob | MediaSource): string {
      const url = createObjectURL(object);
      if (calledByPlugin()) live.add(url);
      return url;
    },
    revokeObjectURL(url: string): void {
      live.delete(url);
      revokeObjectURL(url);
    },
  });
  return live;
}
