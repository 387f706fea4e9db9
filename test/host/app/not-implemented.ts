/** Raised for every part of Obsidian that the host does not have. A test that meets it has found a gap in the host. */
export class NotImplementedError extends Error {
  override readonly name = 'NotImplementedError';

  constructor(what: string) {
    super(`The test host does not implement ${what}.`);
  }
}

/** Names that the language itself or a debugger asks an object for; asking is no use of a missing feature. */
const askedByTheLanguage = new Set(['then', 'toJSON', '__esModule', 'nodeType', 'tagName', '$$typeof']);

function refusingUnknown(name: string): ProxyHandler<object> {
  return {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key in target || askedByTheLanguage.has(key)) {
        const value: unknown = Reflect.get(target, key, receiver);
        return value;
      }
      throw new NotImplementedError(`${name}.${key}`);
    },
  };
}

/** A view of `target` that throws, naming what was asked for, where `target` has no such member. */
export function strict(target: object, name: string): object {
  return new Proxy(target, refusingUnknown(name));
}

/**
 * Makes every instance of a class throw when asked for a member it does not have, instead of giving `undefined`.
 * Works at the end of the prototype chain, so that private fields, `in` and `instanceof` stay as they are.
 */
export function refuseUnknownMembers(type: { readonly prototype: object }, name: string): void {
  const parent: object = Reflect.getPrototypeOf(type.prototype) ?? Object.prototype;
  const guard = {};
  Reflect.setPrototypeOf(guard, parent);
  Reflect.setPrototypeOf(type.prototype, new Proxy(guard, refusingUnknown(name)));
}
