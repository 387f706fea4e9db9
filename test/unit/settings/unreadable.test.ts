import { beforeEach, describe, expect, it } from 'vitest';
import type { DeviceKey } from '../../../src/device-store';
import { Approvals } from '../../../src/settings/approvals';
import { SettingsStore } from '../../../src/settings/store';

/** A settings file. `load` parses the text as the app does. */
class TextFile {
  readonly saved: unknown[] = [];

  constructor(public text: string) {}

  load(): Promise<unknown> {
    return new Promise((resolve) => resolve(JSON.parse(this.text)));
  }

  save(data: unknown): Promise<void> {
    this.saved.push(data);
    return Promise.resolve();
  }
}

const online =
  '{"provider":"custom","baseUrl":"https://a.example/v1","inboxFolder":"Scans","settingsVersion":2}';

it.each(['', '{"provider":"cus', '[]', '"text"', online.slice(0, -1)])(
  'the plugin does not overwrite the unreadable settings file %j',
  async (text) => {
    const file = new TextFile(text);
    const store = await SettingsStore.open(file, 'en');
    expect([store.isUnreadable, store.isNew, store.current.provider]).toEqual([true, false, 'offline']);
    await expect(store.change({ inboxFolder: 'Other' })).rejects.toMatchObject({
      kind: 'settings-unreadable',
    });
    expect([store.current.inboxFolder, file.saved]).toEqual(['Inbox', []]);
    file.text = online;
    await store.reload();
    expect([store.isUnreadable, store.current.provider]).toEqual([false, 'custom']);
    await store.change({ model: 'm' });
    expect(file.saved).toMatchObject([{ inboxFolder: 'Scans', model: 'm' }]);
  },
);

it('the settings stay the same while the settings file is half-written', async () => {
  const file = new TextFile(online);
  const store = await SettingsStore.open(file, 'en');
  file.text = online.slice(0, 20);
  await store.reload();
  expect([store.isUnreadable, store.current.inboxFolder]).toEqual([true, 'Scans']);
  file.text = online.replace('Scans', 'Papers');
  await store.reload();
  expect([store.isUnreadable, store.current.inboxFolder]).toEqual([false, 'Papers']);
});

describe('approvals', () => {
  let kept: Map<DeviceKey, unknown>;
  const device = {
    load: (key: DeviceKey) => kept.get(key) ?? null,
    save: (key: DeviceKey, value: unknown) => void kept.set(key, value),
  };

  beforeEach(() => {
    kept = new Map();
  });

  it('the approvals stay the same while the settings file is damaged', async () => {
    const file = new TextFile(online);
    const first = new Approvals(await SettingsStore.open(file, 'en'), device);
    first.approve(first.pending);
    const approved = JSON.stringify(kept.get('pdf-inbox-approved'));
    file.text = '';
    const store = await SettingsStore.open(file, 'en');
    const approvals = new Approvals(store, device);
    expect([approvals.pending, approvals.pendingWith(store.current)]).toEqual([[], []]);
    expect(JSON.stringify(kept.get('pdf-inbox-approved'))).toBe(approved);
    file.text = online;
    await store.reload();
    expect(approvals.pending).toEqual([]);
  });

  it('pending changes from another device stay pending while the settings file is damaged', async () => {
    const file = new TextFile('{"settingsVersion":2}');
    const store = await SettingsStore.open(file, 'en');
    const approvals = new Approvals(store, device);
    file.text = online;
    await store.reload();
    const { pending } = approvals;
    expect(pending.map(({ aspect }) => aspect)).toContain('inboxFolder');
    file.text = online.slice(0, 20);
    await store.reload();
    expect([store.isUnreadable, approvals.pending, approvals.approvesFolder]).toEqual([true, pending, false]);
  });
});
