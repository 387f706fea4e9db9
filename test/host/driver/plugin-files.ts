import { copyFile, mkdir, readFile, stat, writeFile, rename } from 'node:fs/promises';
import { watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { Lock } from './lock';
import { manifestData, type ManifestData } from '../protocol';

const regularCheckMs = 300;

/** An installed plugin: its files in the vault and its `data.json`. */
export class PluginFiles {
  readonly folder: string;
  /** The text of `data.json` that the app last wrote or read. Any other text is an external change. */
  #ownData: string | null = null;
  /** Prevents `data.json` from being read for changes while the app is writing it. */
  readonly #lock = new Lock();
  #watcher: FSWatcher | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  private constructor(
    vault: string,
    private readonly source: string,
    readonly manifest: ManifestData,
  ) {
    this.folder = join(vault, '.obsidian', 'plugins', manifest.id);
  }

  /** Reads a built plugin's manifest and copies its files into the vault, like an installation. */
  static async install(source: string, vault: string): Promise<PluginFiles> {
    const text = await readFile(join(source, 'manifest.json'), 'utf8');
    const manifest = v.parse(manifestData, JSON.parse(text));
    const files = new PluginFiles(vault, source, manifest);
    await files.update();
    return files;
  }

  /** Copies the plugin's files again. If there is a newer build, the plugin's next start runs it. */
  async update(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    await copyFile(join(this.source, 'manifest.json'), join(this.folder, 'manifest.json'));
    await copyFile(join(this.source, 'main.js'), join(this.folder, 'main.js'));
    const styles = await readFile(join(this.source, 'styles.css'), 'utf8').catch(() => '');
    await writeFile(join(this.folder, 'styles.css'), styles);
  }

  /**
   * Returns a script for the browser. It passes the plugin's code, as a function, to `window.definePlugin`.
   * The parentheses around the function let the browser compile it at once. Without them, the browser first
   * skips the function, and then reads its code a second time.
   */
  async script(): Promise<Uint8Array> {
    const code = await readFile(join(this.folder, 'main.js'));
    const start = Buffer.from('window.definePlugin((function (require, module, exports) {');
    return Buffer.concat([start, code, Buffer.from('\n}));')]);
  }

  async styles(): Promise<string> {
    return readFile(join(this.folder, 'styles.css'), 'utf8');
  }

  /** Returns the text of `data.json`, or `null` when it does not exist. */
  readData(): Promise<string | null> {
    return this.#lock.run(async () => {
      this.#ownData = await this.#dataOnDisk();
      return this.#ownData;
    });
  }

  writeData(text: string): Promise<void> {
    return this.#lock.run(async () => {
      const file = join(this.folder, 'data.json');
      await writeFile(`${file}.new`, text);
      await rename(`${file}.new`, file);
      this.#ownData = text;
    });
  }

  /** Calls `onChange` when another program has changed `data.json`. */
  watchData(onChange: () => void): void {
    const check = async (): Promise<void> => {
      const text = await this.#dataOnDisk();
      if (text === null || text === this.#ownData || !isJson(text)) return;
      this.#ownData = text;
      onChange();
    };
    const checkInTurn = (): void => void this.#lock.run(check);
    this.#watcher = watch(this.folder, { persistent: false }, checkInTurn);
    this.#timer = setInterval(checkInTurn, regularCheckMs);
  }

  close(): void {
    this.#watcher?.close();
    clearInterval(this.#timer);
  }

  async #dataOnDisk(): Promise<string | null> {
    const file = join(this.folder, 'data.json');
    const there = await stat(file).catch(() => undefined);
    return there === undefined ? null : readFile(file, 'utf8').catch(() => null);
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
