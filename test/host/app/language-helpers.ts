import { NotImplementedError } from './not-implemented';

/** Adds Obsidian's non-enumerable methods of built-in objects, and its global functions that need no DOM. */
export function installLanguageHelpers(page: Window & typeof globalThis): void {
  define(page.Array.prototype, {
    first(this: unknown[]) {
      return this[0];
    },
    last(this: unknown[]) {
      return this[this.length - 1];
    },
    contains(this: unknown[], target: unknown) {
      return this.includes(target);
    },
    remove(this: unknown[], target: unknown) {
      for (let at = this.indexOf(target); at >= 0; at = this.indexOf(target)) this.splice(at, 1);
    },
    shuffle(this: unknown[]) {
      for (let at = this.length - 1; at > 0; at--) {
        const other = Math.floor(Math.random() * (at + 1));
        [this[at], this[other]] = [this[other], this[at]];
      }
      return this;
    },
    unique(this: unknown[]) {
      return [...new Set(this)];
    },
  });
  define(page.Array, { combine: (arrays: unknown[][]) => arrays.flat(1) });
  define(page.String.prototype, {
    contains(this: string, target: string) {
      return this.includes(target);
    },
    format(this: string, ...values: string[]) {
      return this.replace(/\{(\d+)\}/g, (whole, index: string) => values[Number(index)] ?? whole);
    },
  });
  define(page.String, { isString: (value: unknown) => typeof value === 'string' });
  define(page.Number, { isNumber: (value: unknown) => typeof value === 'number' });
  define(page.Math, {
    clamp: (value: number, min: number, max: number) => Math.max(min, Math.min(max, value)),
    square: (value: number) => value * value,
  });
  define(page.Object, {
    isEmpty: (object: object) => Object.keys(object).length === 0,
    each: (
      object: Record<string, unknown>,
      callback: (value: unknown, key: string) => unknown,
      context?: unknown,
    ) =>
      Object.entries(object).every(
        ([key, value]) => Reflect.apply(callback, context, [value, key]) !== false,
      ),
  });
  define(page, {
    isBoolean: (value: unknown) => typeof value === 'boolean',
    sleep: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
    nextFrame: () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => {
          resolve();
        }),
      ),
    ready(callback: () => unknown) {
      if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', callback);
      else callback();
    },
    ajax: () => {
      throw new NotImplementedError('ajax');
    },
    ajaxPromise: () => {
      throw new NotImplementedError('ajaxPromise');
    },
  });
}

function define(target: object, members: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(members)) {
    Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
  }
}
