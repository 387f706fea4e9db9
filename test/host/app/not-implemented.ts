/**
 * Thrown when the plugin uses a part of Obsidian that the test host does not have. If a test fails with this
 * error, the host must be extended.
 */
export class NotImplementedError extends Error {
  override readonly name = 'NotImplementedError';

  constructor(what: string) {
    super(`The test host does not implement ${what}.`);
  }
}

/** Names of members that the JavaScript engine or a debugger can read from any object. */
const engineLookups = new Set(['then', 'toJSON', '__esModule', 'nodeType', 'tagName', '$$typeof']);

function refusingUnknown(name: string): ProxyHandler<object> {
  return {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key in target || engineLookups.has(key)) {
        const value: unknown = Reflect.get(target, key, receiver);
        return value;
      }
      throw new NotImplementedError(`${name}.${key}`);
    },
  };
}

/** Returns a proxy of `target` that throws {@link NotImplementedError} when a missing member is read. */
export function strict(target: object, name: string): object {
  return new Proxy(target, refusingUnknown(name));
}

/**
 * Makes every instance of a class throw when a missing member is read. The check is a proxy at the end of the
 * prototype chain, so that private fields, `in` and `instanceof` work as before.
 */
export function refuseUnknownMembers(type: { readonly prototype: object }, name: string): void {
  const parent: object = Reflect.getPrototypeOf(type.prototype) ?? Object.prototype;
  const guard = {};
  Reflect.setPrototypeOf(guard, parent);
  Reflect.setPrototypeOf(type.prototype, new Proxy(guard, refusingUnknown(name)));
}
