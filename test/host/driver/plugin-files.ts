import { copyFile, mkdir, readFile, stat, writeFile, rename } from 'node:fs/promises';
import { watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { Lock } from './lock';
import { manifestData, type ManifestData } from '../protocol';

const regularLookMs = 300;

/** A plugin as it is installed in a vault: its files, and its `data.json`. */
export class PluginFiles {
  readonly folder: string;
  /** What the app itself last wrote or read; anything else on disk came from outside. */
  #ownData: string | null = null;
  /** Keeps a look at the file from falling between a write of the app's and its end. */
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

  /** Reads a built plugin's manifest and copies its files into the vault, as an installation does. */
  static async install(source: string, vault: string): Promise<PluginFiles> {
    const text = await readFile(join(source, 'manifest.json'), 'utf8');
    const manifest = v.parse(manifestData, JSON.parse(text));
    const files = new PluginFiles(vault, source, manifest);
    await files.update();
    return files;
  }

  /** Copies the plugin's files once more; those of a newer build are in use after the next start. */
  async update(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    await copyFile(join(this.source, 'manifest.json'), join(this.folder, 'manifest.json'));
    await copyFile(join(this.source, 'main.js'), join(this.folder, 'main.js'));
    const styles = await readFile(join(this.source, 'styles.css'), 'utf8').catch(() => '');
    await writeFile(join(this.folder, 'styles.css'), styles);
  }

  /** The plugin's code as a script for the page: evaluated by no one but the browser's own loader. */
  async script(): Promise<string> {
    const code = await readFile(join(this.folder, 'main.js'), 'utf8');
    return `window.definePlugin(function (require, module, exports) {${code}\n});`;
  }

  async styles(): Promise<string> {
    return readFile(join(this.folder, 'styles.css'), 'utf8');
  }

  /** The text of `data.json`; `null` when there is none. */
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

  /** Tells when `data.json` was changed by someone else than the app. */
  watchData(onChange: () => void): void {
    const look = async (): Promise<void> => {
      const text = await this.#dataOnDisk();
      if (text === null || text === this.#ownData || !isJson(text)) return;
      this.#ownData = text;
      onChange();
    };
    const lookInTurn = (): void => void this.#lock.run(look);
    this.#watcher = watch(this.folder, { persistent: false }, lookInTurn);
    this.#timer = setInterval(lookInTurn, regularLookMs);
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
