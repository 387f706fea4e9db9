type DelegatedListener = (event: Event, delegateTarget: HTMLElement) => unknown;

interface Delegation {
  readonly type: string;
  readonly selector: string;
  readonly listener: DelegatedListener;
  readonly handler: (event: Event) => void;
}

/** Adds Obsidian's `on` and `off` to elements and documents. Both methods take a selector. */
export function installDelegation(page: Window & typeof globalThis): void {
  const delegations = new WeakMap<EventTarget, Delegation[]>();
  const methods = {
    on(
      this: Node,
      type: string,
      selector: string,
      listener: DelegatedListener,
      options?: boolean | AddEventListenerOptions,
    ) {
      const handler = (event: Event): void => {
        const from = event.target instanceof Element ? event.target.closest(selector) : null;
        if (from instanceof HTMLElement && this.contains(from)) Reflect.apply(listener, this, [event, from]);
      };
      delegations.set(this, [...(delegations.get(this) ?? []), { type, selector, listener, handler }]);
      this.addEventListener(type, handler, options);
    },
    off(
      this: Node,
      type: string,
      selector: string,
      listener: DelegatedListener,
      options?: boolean | AddEventListenerOptions,
    ) {
      const isThis = (known: Delegation): boolean =>
        known.type === type && known.selector === selector && known.listener === listener;
      const known = delegations.get(this) ?? [];
      for (const delegation of known.filter(isThis))
        this.removeEventListener(type, delegation.handler, options);
      delegations.set(
        this,
        known.filter((delegation) => !isThis(delegation)),
      );
    },
  };
  for (const prototype of [page.HTMLElement.prototype, page.Document.prototype]) {
    for (const [name, value] of Object.entries(methods)) {
      Object.defineProperty(prototype, name, {
        value,
        writable: true,
        configurable: true,
        enumerable: false,
      });
    }
  }
}
