import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { parse } from 'yaml';
import type { AppDriver, OpenOptions } from './driver';

/** A running app with a new vault, and functions that use only the vault's folder. */
export interface OpenedApp extends AppDriver {
  readonly vault: string;
  drop(path: string, bytes: Uint8Array): Promise<void>;
  /** Copies a file to another vault, as a sync service does. */
  copyTo(other: OpenedApp, path: string): Promise<void>;
  /** Paths of all notes, sorted. */
  notes(): Promise<string[]>;
  note(path: string): Promise<Record<string, unknown>>;
  /** The contents of the plugin's settings file; null when there is none. */
  data(): Promise<unknown>;
}

/**
 * Opens our imitation of the app (the host) if the environment variable `APP_HOST` is `own`. Otherwise, opens
 * the real app. With `APP_MOBILE=1`, the app behaves as on a phone.
 */
export async function openApp(options: Partial<OpenOptions> = {}): Promise<OpenedApp> {
  const folder = await mkdtemp(join(tmpdir(), 'pdf-inbox-app-'));
  const vault = join(folder, 'vault');
  await mkdir(join(vault, 'Inbox'), { recursive: true });
  const mobile = process.env['APP_MOBILE'] === '1';
  const driver = await openDriver({ vault, enable: 'at-start', mobile, ...options });
  const notes = async (): Promise<string[]> => {
    const paths = (await readdir(vault, { recursive: true })).map((path) => path.replaceAll('\\', '/'));
    return paths.filter((path) => path.endsWith('.md') && !path.startsWith('.')).sort();
  };
  const parts: Omit<OpenedApp, keyof AppDriver> = {
    vault,
    async drop(path, bytes) {
      await mkdir(dirname(join(vault, path)), { recursive: true });
      await writeFile(join(vault, path), bytes);
    },
    async copyTo(other, path) {
      await cp(join(vault, path), join(other.vault, path));
    },
    notes,
    async note(path) {
      await expect.poll(notes, { timeout: 60_000 }).toContain(path);
      const text = await readFile(join(vault, path), 'utf8');
      return parse(text.split('---\n')[1] ?? '') as Record<string, unknown>;
    },
    async data() {
      const file = join(vault, '.obsidian', 'plugins', 'pdf-inbox', 'data.json');
      return JSON.parse(await readFile(file, 'utf8').catch(() => 'null')) as unknown;
    },
  };
  const close = async (): Promise<void> => {
    await driver.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  // A copy of the driver would read each of the driver's getters only once. So the new object inherits them.
  return Object.assign(Object.create(driver) as AppDriver, parts, { close });
}

async function openDriver(options: OpenOptions): Promise<AppDriver> {
  // Each driver imports much, so only one is loaded.
  if (process.env['APP_HOST'] === 'own') return (await import('./own-host')).openOwnHost(options);
  return (await import('./real-app')).openRealApp(options);
}
