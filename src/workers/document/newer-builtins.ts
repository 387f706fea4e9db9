/**
 * pdf.js calls some functions that only newer JavaScript engines have. This module adds them to older engines
 * (see `build/targets.mjs`), so it has to be imported before pdf.js. pdf.js contains a copy of core-js for
 * this purpose; the build removes that copy (`build/patches.mjs`).
 */

interface Resolvers<Value> {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value | PromiseLike<Value>) => void;
  readonly reject: (reason?: unknown) => void;
}

/** Works like `Promise.withResolvers` (Chromium 119, Safari 17.4). */
export function withResolvers<Value>(): Resolvers<Value> {
  let resolve!: Resolvers<Value>['resolve'];
  let reject!: Resolvers<Value>['reject'];
  const promise = new Promise<Value>((...both) => {
    [resolve, reject] = both;
  });
  return { promise, resolve, reject };
}

/** Works like `Promise.try` (Chromium 128, Safari 18.2). */
export function promiseTry<Value, Given extends unknown[]>(
  call: (...given: Given) => Value | PromiseLike<Value>,
  ...given: Given
): Promise<Value> {
  return new Promise((resolve) => {
    resolve(call(...given));
  });
}

/** Works like `URL.parse` (Chromium 126, Safari 18). */
export function parseUrl(address: string, base?: string): URL | null {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}

function addMissing(owner: object, name: string, value: unknown): void {
  if (!(name in owner)) Object.defineProperty(owner, name, { value, configurable: true, writable: true });
}

addMissing(Promise, 'withResolvers', withResolvers);
addMissing(Promise, 'try', promiseTry);
addMissing(URL, 'parse', parseUrl);
