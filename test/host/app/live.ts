/** Numbers of the resources that the plugin holds. Each event emitter counts its own listeners. */
export interface LiveResources {
  timers: number;
  workers: number;
  objectUrls: number;
}

export interface LiveTracker {
  counts(): LiveResources;
  /** Returns whether the plugin waits for a timer of less than 10 s. */
  isPausing(): boolean;
  /** Returns the number of messages that the plugin's workers have sent so far. */
  messages(): number;
}

/**
 * Range, in ms, of the plugin's timers that {@link trackLiveResources} shortens. Longer timers only guard
 * against work that hangs, and shorter timers take little time. A timer of exactly one second is not
 * shortened: the plugin waits one second for a lock that only one window can hold, and a busy machine can
 * need this second.
 */
const pauses = { above: 1_000, below: 10_000 };

/** Matches the address of a script of the host or its libraries. Any other script is the plugin's. */
const hostScript = /\/(?:app\.js|npm\/)/;

/**
 * If `f` calls this function, returns whether the plugin called `f`. The plugin and the host share one page,
 * so only the stack shows which of them was the caller.
 */
export function calledByPlugin(): boolean {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 3;
  const stack = new Error().stack ?? '';
  Error.stackTraceLimit = limit;
  // Line 0 is the message, line 1 this function, line 2 `f`, line 3 the caller of `f`.
  const caller = stack.split('\n')[3];
  return caller !== undefined && !hostScript.test(caller);
}

/**
 * Replaces the page's timers, `Worker` and object URLs by versions that count what the plugin creates and
 * releases. Call this once, before the plugin is evaluated. The length of the plugin's timers in the range
 * `pauses` is multiplied by the result of `share`.
 */
export function trackLiveResources(page: Window & typeof globalThis, share: () => number): LiveTracker {
  const timers = trackTimers(page, share);
  const { workers, messages } = trackWorkers(page);
  const objectUrls = trackObjectUrls(page);
  return {
    counts: () => ({ timers: timers.size, workers: workers.size, objectUrls: objectUrls.size }),
    isPausing: () => [...timers.values()].some((delay) => delay < pauses.below),
    messages,
  };
}

/** Returns the plugin's live timers with their delay in ms; the delay of an interval is infinite. */
function trackTimers(page: Window, share: () => number): ReadonlyMap<number, number> {
  const live = new Map<number, number>();
  const setTimeout = page.setTimeout.bind(page);
  const setInterval = page.setInterval.bind(page);
  const clearTimeout = page.clearTimeout.bind(page);
  const clearInterval = page.clearInterval.bind(page);
  const forget = (id: number | undefined): void => {
    if (id !== undefined) live.delete(id);
  };
  Object.assign(page, {
    setTimeout(handler: TimerHandler, delay = 0, ...values: unknown[]): number {
      const tracked = calledByPlugin();
      const run = (): void => {
        live.delete(id);
        if (typeof handler === 'function') Reflect.apply(handler, page, values);
        else throw new TypeError('The host does not support timers with code as text.');
      };
      const isPause = tracked && delay > pauses.above && delay < pauses.below;
      const id = setTimeout(run, isPause ? delay * share() : delay);
      if (tracked) live.set(id, delay);
      return id;
    },
    setInterval(handler: TimerHandler, delay?: number, ...values: unknown[]): number {
      const id = setInterval(handler, delay, ...values);
      if (calledByPlugin()) live.set(id, Infinity);
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

function trackWorkers(page: Window & typeof globalThis): {
  workers: ReadonlySet<Worker>;
  messages: () => number;
} {
  const live = new Set<Worker>();
  let messages = 0;
  page.Worker = class TrackedWorker extends page.Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      if (!calledByPlugin()) return;
      live.add(this);
      this.addEventListener('message', () => {
        messages += 1;
      });
    }

    override terminate(): void {
      live.delete(this);
      super.terminate();
    }
  };
  return { workers: live, messages: () => messages };
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
