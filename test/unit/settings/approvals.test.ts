import { describe, expect, it } from 'vitest';
import type { DeviceKey, DeviceStore } from '../../../src/device-store';
import { Approvals } from '../../../src/settings/approvals';
import { SettingsStore } from '../../../src/settings/store';

/** A device whose settings file other devices can change. */
class TestDevice {
  readonly kept = new Map<DeviceKey, unknown>();
  readonly device: DeviceStore = {
    load: (key) => structuredClone(this.kept.get(key)),
    save: (key, value) => void this.kept.set(key, structuredClone(value)),
  };
  notifications = 0;

  private constructor(
    public file: unknown,
    public store: SettingsStore,
    public approvals: Approvals,
  ) {}

  static async open(file: unknown, kept: Partial<Record<DeviceKey, unknown>> = {}): Promise<TestDevice> {
    const device = new TestDevice(file, null as never, null as never);
    for (const key of Object.keys(kept) as DeviceKey[]) device.kept.set(key, kept[key]);
    await device.restart();
    return device;
  }

  async restart(): Promise<void> {
    const load = (): Promise<unknown> => Promise.resolve(structuredClone(this.file));
    const save = async (data: unknown): Promise<void> => void (this.file = structuredClone(data));
    this.store = await SettingsStore.open({ load, save }, 'en');
    this.approvals = new Approvals(this.store, this.device);
    this.approvals.subscribe(() => (this.notifications += 1));
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
  it('the name of the secret changes only after an approval, even with the offline engine', async () => {
    const device = await TestDevice.open({ provider: 'offline', settingsVersion: 2 });
    await device.sync({ apiKeySecret: 'github-token' });
    expect(device.approvals.secretName).toBe('pdf-inbox-api-key');
    await device.store.change({ apiKeySecret: 'mine' });
    await device.sync({ apiKeySecret: 'theirs' });
    expect(device.approvals.secretName).toBe('pdf-inbox-api-key');
    await device.sync({ provider: 'openai' });
    device.approvals.approve(device.approvals.pending);
    expect(device.approvals.secretName).toBe('theirs');
  });
});

describe('the settings of a vault', () => {
  it('the settings of a new vault are approved', async () => {
    expect((await TestDevice.open(null)).waits).toEqual([]);
  });

  it('settings from the plugin’s first version are approved, but later changes wait', async () => {
    const device = await TestDevice.open({ ...online, settingsVersion: 1 });
    expect(device.waits).toEqual([]);
    await device.sync({ baseUrl: 'https://evil.example/v1' });
    expect(device.waits).toEqual(['endpoint: https://a.example/v1 > https://evil.example/v1']);
    await device.restart();
    expect(device.waits).toHaveLength(1);
  });

  it('the settings of an updated device are approved if this device ran the first version', async () => {
    expect((await TestDevice.open(online, { 'pdf-inbox-hashes': [] })).waits).toEqual([]);
  });

  it('the settings wait for approval on a device that joins later', async () => {
    const device = await TestDevice.open({ ...online, inboxFolder: 'In' });
    expect(device.waits).toEqual([
      'inboxFolder: Inbox > In',
      'endpoint: null > https://a.example/v1',
      'apiKey: null > pdf-inbox-api-key',
      'model: null > m',
    ]);
    expect(device.approvals.canUndo).toBe(false);
    device.approvals.approve(device.approvals.pending);
    expect(device.waits).toEqual([]);
    await device.restart();
    expect(device.waits).toEqual([]);
  });

  it('the settings need no approval while the offline engine is chosen', async () => {
    expect((await TestDevice.open({ settingsVersion: 2, model: 'm', apiKeySecret: 'x' })).waits).toEqual([]);
  });

  it('an address without encryption waits for approval', async () => {
    const device = await TestDevice.open({ ...online, baseUrl: 'http://a.example/v1', settingsVersion: 1 });
    expect(device.approvals.pending).toMatchObject([{ aspect: 'endpoint', risk: 'plain' }, {}, {}]);
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
    ['treatment of scanned pages', { scannedPages: 'vision' }, ['pageImages: null > ']],
    ['model for the second reading', { checkModel: 'c' }, ['secondReader: null > c']],
    ['completion of digests', { completeByItself: true }, ['completion: null > ']],
    ['sending of tags', { tagsToModel: true }, ['tags: null > ']],
    ['provider to the offline engine', { provider: 'offline' }, []],
    ['spelling of the address', { baseUrl: ' https://A.example/v1/ ' }, []],
    [
      'harmless settings',
      { tags: ['x'], prompt: 'p', noteFolder: 'N', secondReading: false, tagsToModel: false, ownFields: [] },
      [],
    ],
  ])(
    'a change of the %s by sync waits for approval only if it exposes more data',
    async (_, change, waits) => {
      const device = await TestDevice.open({ ...online, settingsVersion: 1 });
      await device.sync(change);
      expect(device.waits).toEqual(waits);
      expect(device.notifications).toBe(1);
      expect(device.approvals.approvesFolder).toBe(!('inboxFolder' in change));
      expect(device.approvals.pendingWith(device.store.current)).toEqual(device.approvals.pending);
    },
  );

  it('a change by sync waits for approval even if it came while the app was closed', async () => {
    const device = await TestDevice.open({ settingsVersion: 1 });
    device.file = { ...online };
    await device.restart();
    expect(device.waits[0]).toBe('endpoint: null > https://a.example/v1');
    expect(device.approvals.canUndo).toBe(true);
  });

  it('a changed address waits for approval only while an endpoint is chosen', async () => {
    const device = await TestDevice.open({ ...online, settingsVersion: 1 });
    await device.sync({ provider: 'offline', baseUrl: 'https://evil.example' });
    expect(device.waits).toEqual([]);
    await device.sync({ provider: 'custom' });
    expect(device.waits[0]).toBe('endpoint: null > https://evil.example');
  });

  it('a changed provider waits for approval if it has other default models', async () => {
    const models = { model: '', visionModel: '', scannedPages: 'vision' };
    const device = await TestDevice.open({ ...online, ...models, provider: 'openai', settingsVersion: 1 });
    await device.sync({ provider: 'dashscope' });
    expect(device.waits.map((change) => change.replace(/:.*/, ''))).toEqual(['model', 'pageImages']);
    await device.approvals.undo();
    expect(device.file).toMatchObject({ provider: 'openai', model: '', visionModel: '' });
    expect(device.waits).toEqual([]);
  });

  it('an undo restores the approved values in the settings file', async () => {
    const device = await TestDevice.open({ ...online, settingsVersion: 1 });
    await device.sync({ baseUrl: 'https://evil.example', apiKeySecret: 'other', tags: ['kept'] });
    expect(device.approvals.canUndo).toBe(true);
    await device.approvals.undo();
    expect(device.waits).toEqual([]);
    expect(device.file).toMatchObject({ ...online, apiKeySecret: 'pdf-inbox-api-key', tags: ['kept'] });
  });

  it('the answer to an earlier question does not approve a later change', async () => {
    const device = await TestDevice.open({ ...online, settingsVersion: 1 });
    await device.sync({ baseUrl: 'https://mine.example' });
    const shown = device.approvals.pending;
    await device.sync({ baseUrl: 'https://evil.example' });
    device.approvals.approve(shown);
    expect(device.waits).toEqual(['endpoint: https://a.example/v1 > https://evil.example']);
  });
});

describe('a change on this device', () => {
  it('a change on this device is approved at once', async () => {
    const device = await TestDevice.open(null);
    await device.store.change({ provider: 'custom', baseUrl: 'https://b.example', inboxFolder: 'In' });
    expect(device.waits).toEqual([]);
    await device.restart();
    expect(device.waits).toEqual([]);
  });

  it('a change on this device does not approve changes by sync', async () => {
    const device = await TestDevice.open({ settingsVersion: 1 });
    await device.sync({ apiKeySecret: 'github-token', baseUrl: 'https://evil.example' });
    expect(device.waits).toEqual([]);
    const draft = { ...device.store.current, provider: 'openai' as const };
    expect(device.approvals.pendingWith(draft).map(({ aspect }) => aspect)).toEqual(['endpoint', 'apiKey']);
    await device.store.change({ provider: 'openai' });
    expect(device.waits).toEqual([
      'endpoint: https://api.openai.com/v1 > https://evil.example',
      'apiKey: pdf-inbox-api-key > github-token',
    ]);
  });

  it('a change to a risky address waits for approval, and the user can undo the change', async () => {
    const device = await TestDevice.open({ ...online, settingsVersion: 1 });
    for (const typed of ['http://192', 'http://192.168.1.5', 'http://192.168.1.5/v1'])
      await device.store.change({ baseUrl: typed });
    expect(device.waits).toEqual([]);
    await device.store.change({ baseUrl: 'http://b.example' });
    expect(device.approvals.pending).toMatchObject([{ from: 'http://192.168.1.5/v1', risk: 'plain' }]);
    await device.approvals.undo();
    expect(device.store.current.baseUrl).toBe('http://192.168.1.5/v1');
    await device.store.change({ baseUrl: 'http://b.example' });
    device.approvals.approve(device.approvals.pending);
    await device.restart();
    expect(device.waits).toEqual([]);
  });

  it('a value needs a new approval if sync restores it after the approval of another value', async () => {
    const device = await TestDevice.open({ ...online, settingsVersion: 1 });
    await device.store.change({ baseUrl: 'https://b.example' });
    await device.sync({ baseUrl: 'https://c.example' });
    device.approvals.approve(device.approvals.pending);
    await device.sync({ baseUrl: 'https://b.example' });
    expect(device.waits).toEqual(['endpoint: https://c.example > https://b.example']);
    expect(device.approvals.pendingWith(device.store.current)).toHaveLength(1);
  });
});

it('all values except the defaults wait for approval after the approvals are forgotten', async () => {
  const device = await TestDevice.open({ ...online, settingsVersion: 1 });
  device.approvals.forget();
  expect(device.waits).toHaveLength(3);
  device.kept.set('pdf-inbox-hashes', []);
  await device.restart();
  expect(device.waits).toHaveLength(3);
});

it('an invalid stored record approves nothing', async () => {
  const device = await TestDevice.open(online, {
    'pdf-inbox-approved': { provider: 7, baseUrl: [], extra: 'x' },
  });
  expect(device.waits).toHaveLength(3);
});

describe('additions to requests', () => {
  const extraHeaders = [{ name: 'X-Team', secret: 'github-token' }];
  const extraBody = '{"provider":{"order":["evil"]}}';

  it('additions to requests wait for approval if they come by sync', async () => {
    const device = await TestDevice.open({ ...online, settingsVersion: 1 });
    await device.sync({ extraHeaders, extraBody });
    expect(device.waits).toEqual(['headers: null > X-Team: github-token', `extraBody: null > ${extraBody}`]);
    await device.approvals.undo();
    expect(device.file).toMatchObject({ extraHeaders: [], extraBody: '' });
    expect(device.waits).toEqual([]);
  });

  it('additions to requests need no approval if they are made on this device or removed by sync', async () => {
    const device = await TestDevice.open({ ...online, settingsVersion: 1 });
    await device.store.change({ extraHeaders, extraBody });
    expect(device.waits).toEqual([]);
    await device.sync({ extraHeaders: [], extraBody: '' });
    expect(device.waits).toEqual([]);
  });
});

describe('replaced values', () => {
  it('a change of the replaced values waits for approval only if it removes a value', async () => {
    const device = await TestDevice.open({ ...online, redact: ['phone', 'Ann'], settingsVersion: 1 });
    await device.sync({ redact: ['Ann', 'email', 'phone'] });
    expect(device.waits).toEqual([]);
    await device.sync({ redact: ['Ann'] });
    expect(device.waits).toEqual(['redaction: phone, Ann > Ann']);
    await device.approvals.undo();
    expect(device.file).toMatchObject({ redact: ['phone', 'Ann'] });
    await device.sync({ redact: [] });
    expect(device.waits).toEqual(['redaction: phone, Ann > ']);
  });
});

describe('folders with `localOnly`', () => {
  const rules = [{ folder: 'A', localOnly: true }, { folder: 'B' }];

  it('the removal of a folder with `localOnly` waits for approval', async () => {
    const device = await TestDevice.open({ ...online, rules, settingsVersion: 1 });
    await device.sync({ rules: [{ folder: 'A/B', localOnly: true }] });
    expect(device.waits).toEqual(['onlyHere: A > A/B']);
    await device.sync({ rules: [] });
    expect(device.waits).toEqual(['onlyHere: A > ']);
    await device.approvals.undo();
    expect(device.file).toMatchObject({ rules });
  });

  it('the folders `A` and `B` wait for approval if they replace the folder `A, B`', async () => {
    const one = [{ folder: 'A, B', localOnly: true }];
    const device = await TestDevice.open({
      ...online,
      inboxFolder: 'A, B',
      rules: one,
      settingsVersion: 1,
    });
    const two = ['A', 'B'].map((folder) => ({ folder, localOnly: true }));
    await device.sync({ inboxFolder: 'A', moreInboxFolders: ['B'], rules: two });
    expect(device.waits).toEqual(['inboxFolder: A, B > A, B', 'onlyHere: A, B > A, B']);
  });

  it('a change needs no approval if it keeps more documents on this device', async () => {
    const device = await TestDevice.open({ ...online, rules, settingsVersion: 1 });
    await device.sync({ rules: [{ folder: '/', localOnly: true }] });
    expect(device.waits).toEqual([]);
  });
});
