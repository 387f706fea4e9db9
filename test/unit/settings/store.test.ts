import { describe, expect, it } from 'vitest';
import { SettingsStore, type SettingsFile } from '../../../src/settings/store';

/** A settings file that is written and read with a delay. */
class SlowFile implements SettingsFile {
  writes = 0;

  constructor(public data: unknown) {}

  async load(): Promise<unknown> {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return structuredClone(this.data);
  }

  async save(data: unknown): Promise<void> {
    const written = structuredClone(data);
    await new Promise((resolve) => setTimeout(resolve, 5));
    this.data = written;
    this.writes += 1;
  }
}

describe('the settings store', () => {
  it('the store keeps unknown keys, and keeps an invalid value until the user changes the setting', async () => {
    const file = new SlowFile({ archive: 'sideways', future: { a: 1 } });
    const store = await SettingsStore.open(file, 'en');
    expect(store.current.archive).toBe('callout');
    expect(store.rejected).toEqual(['archive']);
    await store.change({ model: 'm' });
    expect(file.data).toMatchObject({ archive: 'sideways', future: { a: 1 }, model: 'm' });
    await store.change({ archive: 'callout' });
    expect(file.data).toMatchObject({ archive: 'callout', future: { a: 1 } });
  });

  it('the store writes no change that contains an invalid value', async () => {
    const file = new SlowFile({});
    const store = await SettingsStore.open(file, 'en');
    expect(await store.change({ model: 'm', archiveLimit: -1 })).toBe(false);
    expect(store.current.model).toBe('');
    expect(file.writes).toBe(0);
  });

  it('the store loses no change if changes and reloads are faster than the disk', async () => {
    const file = new SlowFile({});
    const store = await SettingsStore.open(file, 'en');
    const changes = Array.from({ length: 20 }, (_, index) => store.change({ archiveLimit: index + 1 }));
    const reloads = [store.reload(), store.change({ model: 'm' }), store.reload()];
    await Promise.all([...changes, ...reloads]);
    expect(store.current).toMatchObject({ archiveLimit: 20, model: 'm' });
    expect(file.data).toMatchObject({ archiveLimit: 20, model: 'm' });
  });

  it('after a failed write, the next write of the store includes the earlier change', async () => {
    const file = new SlowFile({});
    const store = await SettingsStore.open(file, 'en');
    const save = file.save.bind(file);
    file.save = () => Promise.reject(new Error('disk full'));
    await expect(store.change({ model: 'a' })).rejects.toThrow('disk full');
    file.save = save;
    await store.change({ noteFolder: 'Notes' });
    expect(file.data).toMatchObject({ model: 'a', noteFolder: 'Notes' });
  });
});
