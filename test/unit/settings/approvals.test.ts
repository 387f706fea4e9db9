import { describe, expect, it } from 'vitest';
import type { DeviceKey, DeviceStore } from '../../../src/device-store';
import { Approvals } from '../../../src/settings/approvals';
import { SettingsStore } from '../../../src/settings/store';

/** One device with a vault whose settings file others can write to. */
class Desk {
  readonly kept = new Map<DeviceKey, unknown>();
  readonly device: DeviceStore = {
    load: (key) => structuredClone(this.kept.get(key)),
    save: (key, value) => void this.kept.set(key, structuredClone(value)),
  };
  heard = 0;

  private constructor(
    public file: unknown,
    public store: SettingsStore,
    public approvals: Approvals,
  ) {}

  static async open(file: unknown, kept: Partial<Record<DeviceKey, unknown>> = {}): Promise<Desk> {
    const desk = new Desk(file, null as never, null as never);
    for (const key of Object.keys(kept) as DeviceKey[]) desk.kept.set(key, kept[key]);
    await desk.restart();
    return desk;
  }

  /** Starts the app again on the same device. */
  async restart(): Promise<void> {
    const load = (): Promise<unknown> => Promise.resolve(structuredClone(this.file));
    const save = async (data: unknown): Promise<void> => void (this.file = structuredClone(data));
    this.store = await SettingsStore.open({ load, save }, 'en');
    this.approvals = new Approvals(this.store, this.device);
    this.approvals.subscribe(() => (this.heard += 1));
  }

  /** Changes the settings as another device or another user of the vault does. */
  async sync(changes: Record<string, unknown>): Promise<void> {
    this.file = { ...(this.file as object), ...changes };
    await this.store.reload();
  }

  /** The changes that wait for approval, as `aspect: from > to`. */
  get waits(): readonly string[] {
    return this.approvals.pending.map(({ aspect, from, to }) => `${aspect}: ${String(from)} > ${to}`);
  }
}

const online = { provider: 'custom', baseUrl: 'https://a.example/v1', model: 'm', settingsVersion: 2 };

describe('the name of the secret', () => {
  it('stays the approved one until the user approves another, also with the offline engine', async () => {
    const desk = await Desk.open({ provider: 'offline', settingsVersion: 2 });
    await desk.sync({ apiKeySecret: 'github-token' });
    expect(desk.approvals.secretName).toBe('pdf-inbox-api-key');
    await desk.store.change({ apiKeySecret: 'mine' });
    await desk.sync({ apiKeySecret: 'theirs' });
    expect(desk.approvals.secretName).toBe('pdf-inbox-api-key');
    await desk.sync({ provider: 'openai' });
    desk.approvals.approve(desk.approvals.pending);
    expect(desk.approvals.secretName).toBe('theirs');
  });
});

describe('the current settings of a vault', () => {
  it('are approved when the vault is new', async () => {
    expect((await Desk.open(null)).waits).toEqual([]);
  });

  it('are approved once when the first version wrote them', async () => {
    const desk = await Desk.open({ ...online, settingsVersion: 1 });
    expect(desk.waits).toEqual([]);
    await desk.sync({ baseUrl: 'https://evil.example/v1' });
    expect(desk.waits).toEqual(['endpoint: https://a.example/v1 > https://evil.example/v1']);
    await desk.restart();
    expect(desk.waits).toHaveLength(1);
  });

  it('are approved on a device that ran the first version, even if another device was updated first', async () => {
    expect((await Desk.open(online, { 'pdf-inbox-hashes': [] })).waits).toEqual([]);
  });

  it('wait for approval on a device that joins later', async () => {
    const desk = await Desk.open({ ...online, inboxFolder: 'In' });
    expect(desk.waits).toEqual([
      'inboxFolder: Inbox > In',
      'endpoint: null > https://a.example/v1',
      'apiKey: null > pdf-inbox-api-key',
      'model: null > m',
    ]);
    expect(desk.approvals.canUndo).toBe(false);
    desk.approvals.approve(desk.approvals.pending);
    expect(desk.waits).toEqual([]);
    await desk.restart();
    expect(desk.waits).toEqual([]);
  });

  it('need no approval on a device that joins later when that device sends nothing', async () => {
    expect((await Desk.open({ settingsVersion: 2, model: 'm', apiKeySecret: 'x' })).waits).toEqual([]);
  });

  it('wait for approval when the address has a risk', async () => {
    const desk = await Desk.open({ ...online, baseUrl: 'http://a.example/v1', settingsVersion: 1 });
    expect(desk.approvals.pending).toMatchObject([{ aspect: 'endpoint', risk: 'plain' }, {}, {}]);
  });
});

describe('a change by sync', () => {
  it.each<[string, Record<string, unknown>, readonly string[]]>([
    [
      'address',
      { baseUrl: 'https://b.example/v1' },
      ['endpoint: https://a.example/v1 > https://b.example/v1'],
    ],
    ['path', { baseUrl: 'https://a.example/b' }, ['endpoint: https://a.example/v1 > https://a.example/b']],
    ['secret', { apiKeySecret: 'github-token' }, ['apiKey: pdf-inbox-api-key > github-token']],
    ['folder', { inboxFolder: '/' }, ['inboxFolder: Inbox > /']],
    ['model', { model: 'n' }, ['model: m > n']],
    ['images', { scannedPages: 'vision' }, ['pageImages: null > ']],
    ['second reader', { checkModel: 'c' }, ['secondReader: null > c']],
    ['completion', { completeByItself: true }, ['completion: null > ']],
    ['offline', { provider: 'offline' }, []],
    ['the same address in another spelling', { baseUrl: ' https://A.example/v1/ ' }, []],
    [
      'settings that cause nothing more to be sent',
      { tags: ['x'], prompt: 'p', noteFolder: 'N', secondReading: false },
      [],
    ],
  ])('%s', async (_, change, waits) => {
    const desk = await Desk.open({ ...online, settingsVersion: 1 });
    await desk.sync(change);
    expect(desk.waits).toEqual(waits);
    expect(desk.heard).toBe(1);
    expect(desk.approvals.approvesFolder).toBe(!('inboxFolder' in change));
    expect(desk.approvals.pendingWith(desk.store.current)).toEqual(desk.approvals.pending);
  });

  it('is found at the next start if it arrived while the app was closed', async () => {
    const desk = await Desk.open({ settingsVersion: 1 });
    desk.file = { ...online };
    await desk.restart();
    expect(desk.waits[0]).toBe('endpoint: null > https://a.example/v1');
    expect(desk.approvals.canUndo).toBe(true);
  });

  it('from an endpoint to offline and back waits for approval, because both came from elsewhere', async () => {
    const desk = await Desk.open({ ...online, settingsVersion: 1 });
    await desk.sync({ provider: 'offline', baseUrl: 'https://evil.example' });
    expect(desk.waits).toEqual([]);
    await desk.sync({ provider: 'custom' });
    expect(desk.waits[0]).toBe('endpoint: null > https://evil.example');
  });

  it('is also undone in the settings file', async () => {
    const desk = await Desk.open({ ...online, settingsVersion: 1 });
    await desk.sync({ baseUrl: 'https://evil.example', apiKeySecret: 'other', tags: ['kept'] });
    expect(desk.approvals.canUndo).toBe(true);
    await desk.approvals.undo();
    expect(desk.waits).toEqual([]);
    expect(desk.file).toMatchObject({ ...online, apiKeySecret: 'pdf-inbox-api-key', tags: ['kept'] });
  });

  it('is not approved when the user confirms an earlier version of the question', async () => {
    const desk = await Desk.open({ ...online, settingsVersion: 1 });
    await desk.sync({ baseUrl: 'https://mine.example' });
    const shown = desk.approvals.pending;
    await desk.sync({ baseUrl: 'https://evil.example' });
    desk.approvals.approve(shown);
    expect(desk.waits).toEqual(['endpoint: https://a.example/v1 > https://evil.example']);
  });
});

describe('a change on this device', () => {
  it('is approved at once', async () => {
    const desk = await Desk.open(null);
    await desk.store.change({ provider: 'custom', baseUrl: 'https://b.example', inboxFolder: 'In' });
    expect(desk.waits).toEqual([]);
    await desk.restart();
    expect(desk.waits).toEqual([]);
  });

  it('does not approve other changes that came by sync', async () => {
    const desk = await Desk.open({ settingsVersion: 1 });
    await desk.sync({ apiKeySecret: 'github-token', baseUrl: 'https://evil.example' });
    expect(desk.waits).toEqual([]);
    const draft = { ...desk.store.current, provider: 'openai' as const };
    expect(desk.approvals.pendingWith(draft).map(({ aspect }) => aspect)).toEqual(['endpoint', 'apiKey']);
    await desk.store.change({ provider: 'openai' });
    expect(desk.waits).toEqual([
      'endpoint: https://api.openai.com/v1 > https://evil.example',
      'apiKey: pdf-inbox-api-key > github-token',
    ]);
  });

  it('to an address with a risk waits for approval once, and can be undone', async () => {
    const desk = await Desk.open({ ...online, settingsVersion: 1 });
    for (const typed of ['http://192', 'http://192.168.1.5', 'http://192.168.1.5/v1'])
      await desk.store.change({ baseUrl: typed });
    expect(desk.waits).toEqual([]);
    await desk.store.change({ baseUrl: 'http://b.example' });
    expect(desk.approvals.pending).toMatchObject([{ from: 'http://192.168.1.5/v1', risk: 'plain' }]);
    await desk.approvals.undo();
    expect(desk.store.current.baseUrl).toBe('http://192.168.1.5/v1');
    await desk.store.change({ baseUrl: 'http://b.example' });
    desk.approvals.approve(desk.approvals.pending);
    await desk.restart();
    expect(desk.waits).toEqual([]);
  });

  it('does not approve a value of this device that sync has replaced and later restored', async () => {
    const desk = await Desk.open({ ...online, settingsVersion: 1 });
    await desk.store.change({ baseUrl: 'https://b.example' });
    await desk.sync({ baseUrl: 'https://c.example' });
    desk.approvals.approve(desk.approvals.pending);
    await desk.sync({ baseUrl: 'https://b.example' });
    expect(desk.waits).toEqual(['endpoint: https://c.example > https://b.example']);
    expect(desk.approvals.pendingWith(desk.store.current)).toHaveLength(1);
  });
});

it('after forgetting, all values that differ from the defaults wait for approval, even after a restart', async () => {
  const desk = await Desk.open({ ...online, settingsVersion: 1 });
  desk.approvals.forget();
  expect(desk.waits).toHaveLength(3);
  desk.kept.set('pdf-inbox-hashes', []);
  await desk.restart();
  expect(desk.waits).toHaveLength(3);
});

it('an invalid stored record approves nothing', async () => {
  const desk = await Desk.open(online, { 'pdf-inbox-approved': { provider: 7, baseUrl: [], extra: 'x' } });
  expect(desk.waits).toHaveLength(3);
});

describe('additions to requests', () => {
  const extraHeaders = [{ name: 'X-Team', secret: 'github-token' }];
  const extraBody = '{"provider":{"order":["evil"]}}';

  it('wait for approval when they come by sync, because they can send a secret or redirect the text', async () => {
    const desk = await Desk.open({ ...online, settingsVersion: 1 });
    await desk.sync({ extraHeaders, extraBody });
    expect(desk.waits).toEqual(['headers: null > X-Team: github-token', `extraBody: null > ${extraBody}`]);
    await desk.approvals.undo();
    expect(desk.file).toMatchObject({ extraHeaders: [], extraBody: '' });
    expect(desk.waits).toEqual([]);
  });

  it('need no approval when the user adds them on this device, or removes them on any device', async () => {
    const desk = await Desk.open({ ...online, settingsVersion: 1 });
    await desk.store.change({ extraHeaders, extraBody });
    expect(desk.waits).toEqual([]);
    await desk.sync({ extraHeaders: [], extraBody: '' });
    expect(desk.waits).toEqual([]);
  });
});

describe('the folders whose PDFs stay on this device', () => {
  const rules = [{ folder: 'A', localOnly: true }, { folder: 'B' }];

  it('wait for approval when a change by sync removes one of them', async () => {
    const desk = await Desk.open({ ...online, rules, settingsVersion: 1 });
    await desk.sync({ rules: [{ folder: 'A/B', localOnly: true }] });
    expect(desk.waits).toEqual(['onlyHere: A > A/B']);
    await desk.sync({ rules: [] });
    expect(desk.waits).toEqual(['onlyHere: A > ']);
    await desk.approvals.undo();
    expect(desk.file).toMatchObject({ rules });
  });

  it('need no approval when the change keeps more documents on this device', async () => {
    const desk = await Desk.open({ ...online, rules, settingsVersion: 1 });
    await desk.sync({ rules: [{ folder: '/', localOnly: true }] });
    expect(desk.waits).toEqual([]);
  });
});
