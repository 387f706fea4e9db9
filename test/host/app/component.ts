import type { EventRef } from './events';

/** Obsidian's `Component`. What is registered or added here is removed when the component is unloaded. */
export class Component {
  #loaded = false;
  readonly #children = new Set<Component>();
  #cleanups: (() => unknown)[] = [];

  /** Calls `onload`, and then loads the children. Returns the promise of an asynchronous `onload`. */
  load(): void | Promise<void> {
    if (this.#loaded) return;
    this.#loaded = true;
    const result = this.onload();
    if (result instanceof Promise) return result.then(() => this.#loadChildren());
    this.#loadChildren();
  }

  onload(): void | Promise<void> {
    return undefined;
  }

  /** Unloads the children, then calls the registered callbacks (last first) and `onunload`. */
  unload(): void {
    if (!this.#loaded) return;
    this.#loaded = false;
    for (const child of [...this.#children].reverse()) child.unload();
    this.#children.clear();
    const cleanups = this.#cleanups.reverse();
    this.#cleanups = [];
    for (const cleanup of cleanups) {
      try {
        cleanup();
      } catch (error) {
        reportError(error);
      }
    }
    this.onunload();
  }

  onunload(): void {
    return undefined;
  }

  addChild<T extends Component>(component: T): T {
    this.#children.add(component);
    if (this.#loaded) void component.load();
    return component;
  }

  removeChild<T extends Component>(component: T): T {
    if (this.#children.delete(component)) component.unload();
    return component;
  }

  register(cb: () => unknown): void {
    this.#cleanups.push(cb);
  }

  registerEvent(eventRef: EventRef): void {
    this.register(() => {
      eventRef.source.offref(eventRef);
    });
  }

  registerDomEvent(
    el: EventTarget,
    type: string,
    callback: (event: Event) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void {
    const listener = (event: Event): unknown => Reflect.apply(callback, el, [event]);
    el.addEventListener(type, listener, options);
    this.register(() => {
      el.removeEventListener(type, listener, options);
    });
  }

  registerInterval(id: number): number {
    this.register(() => {
      window.clearInterval(id);
    });
    return id;
  }

  #loadChildren(): void {
    for (const child of this.#children) void child.load();
  }
}
