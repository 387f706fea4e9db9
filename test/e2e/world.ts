import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { parse } from 'yaml';
import { en } from '../../src/i18n/en';
import { zhCn } from '../../src/i18n/zh-cn';
import { fixture } from '../fixtures/catalogue';
import { openHost, type Host, type HostOptions } from '../host/index';

export { sharedBrowser } from '../host/shared-browser';

/** A new vault, the app that has opened it, and the steps that tests need. */
export interface World {
  readonly vault: string;
  readonly host: Host;
  /** Paths of all notes in the vault, sorted. */
  notes(): Promise<string[]>;
  /** Waits until the vault holds this many notes, and returns their paths. */
  waitForNotes(count: number, timeout?: number): Promise<string[]>;
  waitForNote(path: string, timeout?: number): Promise<string>;
  read(path: string): Promise<string>;
  /** Writes a file. Creates its folder if it is missing. */
  write(path: string, bytes: Uint8Array | string): Promise<void>;
  /** Writes a file elsewhere and then moves it into the vault, as downloads and sync services do. */
  moveIn(path: string, bytes: Uint8Array): Promise<void>;
  /** Waits until the plugin has nothing to do, but at most `atMostMs` ms. */
  quiet(atMostMs?: number): Promise<void>;
  close(): Promise<void>;
}

export interface WorldOptions extends Omit<HostOptions, 'vault'> {
  /** Files that exist before the app starts. */
  readonly files?: Readonly<Record<string, Uint8Array | string>>;
}

/**
 * Matches the text of the status bar when nothing is in progress: an empty text, `PDF queue paused` or
 * `PDF queue paused · 3 waiting`, in English or Chinese.
 */
const atRest = [en, zhCn]
  .map(({ status: { paused, waiting } }) => `^(${paused}( · ${waiting.replace('{count}', '\\d+')})?)?$`)
  .join('|');

export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'pdf-inbox-'));
  const vault = join(folder, 'vault');
  await mkdir(join(vault, 'Inbox'), { recursive: true });
  const write = async (path: string, bytes: Uint8Array | string): Promise<void> => {
    await mkdir(dirname(join(vault, path)), { recursive: true });
    await writeFile(join(vault, path), bytes);
  };
  for (const [path, bytes] of Object.entries(options.files ?? {})) await write(path, bytes);
  const { files: _files, ...hostOptions } = options;
  const host = await openHost({ device: join(folder, 'device'), pauseShare: 0.2, ...hostOptions, vault });

  const notes = async (): Promise<string[]> => {
    const names = await readdir(vault, { recursive: true });
    return names.filter((name) => name.endsWith('.md') && !name.startsWith('.')).sort();
  };
  return {
    vault,
    host,
    notes,
    waitForNotes: (count, timeout) =>
      until(
        notes,
        (found) => found.length >= count,
        timeout,
        () => `${count} notes`,
        host,
      ),
    waitForNote: async (path, timeout) => {
      await until(
        notes,
        (found) => found.includes(path),
        timeout,
        () => path,
        host,
      );
      return readFile(join(vault, path), 'utf8');
    },
    read: (path) => readFile(join(vault, path), 'utf8'),
    write,
    moveIn: async (path, bytes) => {
      const outside = join(folder, 'arriving');
      await writeFile(outside, bytes);
      await mkdir(dirname(join(vault, path)), { recursive: true });
      await rename(outside, join(vault, path));
    },
    quiet: (atMostMs = 4_500) => host.calm(700, atMostMs, atRest),
    close: async () => {
      await host.close();
      // The last requests of the closed page can still write files. Then the removal fails and is retried.
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * Closes everything that a test has opened.
 * @throws AssertionError when the page had an uncaught error.
 */
export async function closeQuietly(world: World, endpoint?: { close(): Promise<void> }): Promise<void> {
  const { pageErrors } = world.host;
  await world.close();
  await endpoint?.close();
  expect(pageErrors).toEqual([]);
}

async function until<T>(
  look: () => Promise<T>,
  enough: (seen: T) => boolean,
  timeout = 180_000,
  what: () => string,
  host: Host,
): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const seen = await look();
    if (enough(seen)) return seen;
    if (Date.now() > end) {
      const notices = await host.notices();
      const trouble = [...host.pageErrors, ...host.consoleLines].slice(-10);
      throw new Error(
        `Waited for ${what()}; there is ${JSON.stringify(seen)}. ` +
          `Notices: ${JSON.stringify(notices)}. Page: ${JSON.stringify(trouble)}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Returns the bytes of a fixture. */
export async function pdf(name: string): Promise<Uint8Array> {
  return fixture(name).make();
}

/** Returns a note's properties. */
export function properties(note: string): Record<string, unknown> {
  const match = /^---\n([\s\S]*?)\n---\n/.exec(note);
  if (!match) throw new Error(`No frontmatter in ${note.slice(0, 200)}`);
  return parse(match[1] ?? '') as Record<string, unknown>;
}
