import { calledByPlugin } from './live';

export type EventCallback = (...data: never[]) => unknown;

/** The handle that `on` returns and `offref` takes. */
export interface EventRef {
  readonly source: Events;
  readonly name: string;
  readonly callback: EventCallback;
  readonly context: unknown;
  /** True if the plugin registered the callback, false if this imitation of the app did. */
  readonly fromPlugin: boolean;
}

/** Obsidian's event emitter. A listener that throws does not stop the other listeners. */
export class Events {
  readonly #listeners = new Map<string, EventRef[]>();

  on(name: string, callback: EventCallback, ctx?: unknown): EventRef {
    const ref: EventRef = { source: this, name, callback, context: ctx, fromPlugin: calledByPlugin() };
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), ref]);
    return ref;
  }

  off(name: string, callback: EventCallback): void {
    this.#keep(name, (ref) => ref.callback !== callback);
  }

  offref(ref: EventRef): void {
    this.#keep(ref.name, (known) => known !== ref);
  }

  trigger(name: string, ...data: unknown[]): void {
    for (const ref of this.#listeners.get(name) ?? []) this.tryTrigger(ref, data);
  }

  /** Calls one listener. Its errors become uncaught errors of the page, as in the app. */
  tryTrigger(ref: EventRef, data: unknown[]): void {
    try {
      Reflect.apply(ref.callback, ref.context, data);
    } catch (error) {
      reportError(error);
    }
  }

  /** Returns the number of this emitter's listeners that the plugin has registered and not removed. */
  liveListeners(): number {
    return [...this.#listeners.values()].flat().filter((ref) => ref.fromPlugin).length;
  }

  #keep(name: string, wanted: (ref: EventRef) => boolean): void {
    const kept = (this.#listeners.get(name) ?? []).filter(wanted);
    if (kept.length > 0) this.#listeners.set(name, kept);
    else this.#listeners.delete(name);
  }
}
