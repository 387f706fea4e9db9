import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/hash';
import type { DeviceStore } from '../../../src/device-store';
import { HashMemory } from '../../../src/inbox/identify';
import { looksComplete } from '../../../src/inbox/whole';

const bytes = (text: string): ArrayBuffer => new TextEncoder().encode(text).slice().buffer;

it('sha256 computes the published value for "abc"', async () => {
  // FIPS 180-2, appendix B.1.
  expect(await sha256(bytes('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

it('looksComplete looks for the end marker only near the end of a file', () => {
  expect(looksComplete(bytes('%PDF-1.7 … %%EOF\n'))).toBe(true);
  expect(looksComplete(bytes(`%%EOF${' '.repeat(2_000)}`))).toBe(false);
  expect(looksComplete(bytes(''))).toBe(false);
});

describe('HashMemory', () => {
  const memoryStore = (initial?: unknown): DeviceStore & { value: unknown } => ({
    value: initial,
    load() {
      return this.value;
    },
    save(_key, value) {
      this.value = structuredClone(value);
    },
  });
  const file = { path: 'Inbox/a.pdf', name: 'a.pdf' };

  it('HashMemory remembers the most recent hashes of a path even after the file has changed', () => {
    const store = memoryStore();
    const memory = new HashMemory(store);
    ['one', 'two', 'three', 'two'].forEach((hash, mtime) => memory.remember(file, { size: 5, mtime }, hash));
    memory.flush();
    const later = new HashMemory(store);
    const had = (hash: string, path = file.path): boolean => later.everHad(path, hash);
    expect(['one', 'two', 'three', 'four'].map((hash) => had(hash))).toEqual([true, true, true, false]);
    expect(had('one', 'Inbox/b.pdf')).toBe(false);
    for (let mtime = 0; mtime < 20; mtime += 1) later.remember(file, { size: 5, mtime }, String(mtime));
    expect([had('one'), had('18')]).toEqual([false, true]);
  });

  it('after a restart, HashMemory returns a hash only if the file’s size and time are unchanged', () => {
    const store = memoryStore();
    const memory = new HashMemory(store);
    memory.remember(file, { size: 5, mtime: 10 }, 'abc');
    memory.flush();
    const later = new HashMemory(store);
    expect(later.recall(file, { size: 5, mtime: 10 })).toBe('abc');
    expect(later.recall(file, { size: 6, mtime: 10 })).toBeUndefined();
    expect(later.recall(file, { size: 5, mtime: 11 })).toBeUndefined();
  });

  it('HashMemory keeps only a limited number of entries, and drops the oldest first', () => {
    const memory = new HashMemory(memoryStore());
    for (let index = 0; index < 5_001; index += 1) {
      memory.remember({ path: `${index}`, name: '' }, { size: 1, mtime: 1 }, 'x');
    }
    expect(memory.recall({ path: '0', name: '' }, { size: 1, mtime: 1 })).toBeUndefined();
    expect(memory.recall({ path: '5000', name: '' }, { size: 1, mtime: 1 })).toBe('x');
  });

  it.each([null, 'rubbish', [1, ['a']], [['path', 'x', 1, 'y']], {}])(
    'HashMemory starts empty if the stored value is %j',
    (stored) => {
      expect(new HashMemory(memoryStore(stored)).recall(file, { size: 1, mtime: 1 })).toBeUndefined();
    },
  );
});
