import { describe, expect, it } from 'vitest';
import { parseUrl, promiseTry, withResolvers } from '../../../../src/workers/document/newer-builtins';

describe('newer built-in functions', () => {
  it('newer built-in functions exist after the module `newer-builtins` is imported', () => {
    expect(Reflect.has(Promise, 'withResolvers')).toBe(true);
    expect(Reflect.has(Promise, 'try')).toBe(true);
    expect(Reflect.has(URL, 'parse')).toBe(true);
  });

  it('withResolvers returns a promise and the functions that resolve and reject this promise', async () => {
    const one = withResolvers<number>();
    one.resolve(1);
    await expect(one.promise).resolves.toBe(1);
    const two = withResolvers();
    two.reject(new Error('no'));
    await expect(two.promise).rejects.toThrow('no');
  });

  it('promiseTry passes on the result or the error of a synchronous or asynchronous function', async () => {
    await expect(promiseTry((a: number, b: number) => a + b, 1, 2)).resolves.toBe(3);
    await expect(promiseTry(() => Promise.resolve('later'))).resolves.toBe('later');
    await expect(
      promiseTry(() => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
  });

  it('parseUrl returns a URL for a full address or a relative one with a base, else null', () => {
    expect(parseUrl('http://a.test/b?c')?.href).toBe('http://a.test/b?c');
    expect(parseUrl('d', 'http://a.test/b/')?.href).toBe('http://a.test/b/d');
    expect(parseUrl('d')).toBeNull();
    expect(parseUrl('http://')).toBeNull();
  });
});
