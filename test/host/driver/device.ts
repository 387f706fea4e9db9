import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Lock } from './lock';

/** The two stores of a device. */
export type DeviceStore = 'local-storage' | 'secrets';

type Values = Record<string, string>;

/** The data that the app stores outside the vault. Each store is a file in the folder of the device. */
export class Device {
  readonly #lock = new Lock();

  private constructor(
    readonly folder: string,
    private readonly values: Readonly<Record<DeviceStore, Values>>,
  ) {}

  static async open(folder: string): Promise<Device> {
    await mkdir(folder, { recursive: true });
    const stores = {
      'local-storage': await read(folder, 'local-storage'),
      secrets: await read(folder, 'secrets'),
    };
    return new Device(folder, stores);
  }

  get(store: DeviceStore): Readonly<Values> {
    return this.values[store];
  }

  /** Resolves when all values are on disk. */
  settled(): Promise<void> {
    return this.#lock.run(() => Promise.resolve());
  }

  /** Sets a value, or removes it if it is null. Resolves when the change is on disk. */
  async set(store: DeviceStore, key: string, value: string | null): Promise<void> {
    const values = this.values[store];
    if (value === null) Reflect.deleteProperty(values, key);
    else values[key] = value;
    await this.#lock.run(async () => {
      const file = fileOf(this.folder, store);
      await writeFile(`${file}.new`, JSON.stringify(values, null, 2));
      await rename(`${file}.new`, file);
    });
  }
}

function fileOf(folder: string, store: DeviceStore): string {
  return join(folder, `${store}.json`);
}

async function read(folder: string, store: DeviceStore): Promise<Values> {
  const text = await readFile(fileOf(folder, store), 'utf8').catch(() => '{}');
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== 'object' || parsed === null)
    throw new Error(`${fileOf(folder, store)} does not contain an object`);
  return Object.fromEntries(Object.entries(parsed).map(([key, value]) => [key, String(value)]));
}
