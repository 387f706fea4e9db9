import { Failure } from '../failure';
import { logTrouble } from '../log';
import { checkSetting, parseSettings, toData, type ParsedSettings, type SettingKey, type Settings } from '.';

/** Reads and writes `data.json`. The plugin implements it with `loadData` and `saveData`. */
export interface SettingsFile {
  load(): Promise<unknown>;
  save(data: unknown): Promise<void>;
}

/**
 * Called after the settings in memory have changed. `isOwn` is true for changes that are made in this app,
 * and false for those that were read from the file.
 */
export type SettingsListener = (before: Settings, isOwn: boolean) => void;

/** Holds the current settings. Keys that this release does not define stay in the file. */
export class SettingsStore {
  #settings: Settings;
  /** The last write. The next write waits for it, so that the latest settings are written last. */
  #saved: Promise<void> = Promise.resolve();
  readonly #listeners = new Set<SettingsListener>();
  #isUnreadable = false;
  #hasOnlyDefaults = false;

  private constructor(
    private readonly file: SettingsFile,
    private readonly language: string,
    private read: ParsedSettings,
    /** True when there was no settings file. */
    readonly isNew: boolean,
  ) {
    this.#settings = read.settings;
    this.isOfFirstVersion = !isNew && read.version === 1;
  }

  /** True when the file that was opened had format version 1. */
  readonly isOfFirstVersion: boolean;

  static async open(file: SettingsFile, language: string): Promise<SettingsStore> {
    const data = await read(file);
    const store = new SettingsStore(file, language, parseSettings(data, language), data === null);
    store.#isUnreadable = store.#hasOnlyDefaults = data === unreadable;
    return store;
  }

  /**
   * True while the file is empty or damaged, for example because a sync service has written only half of it.
   * The settings are then the defaults, or the settings that were read before. `change` throws and does not
   * write the file.
   */
  get isUnreadable(): boolean {
    return this.#isUnreadable;
  }

  /**
   * True if the settings file exists, but has not been readable since the start of the plugin. The settings
   * are then the defaults. With the defaults, nothing leaves the device.
   */
  get hasOnlyDefaults(): boolean {
    return this.#hasOnlyDefaults;
  }

  get current(): Settings {
    return this.#settings;
  }

  /** Keys whose stored value was invalid and has not been changed since. */
  get rejected(): readonly SettingKey[] {
    return this.read.rejected;
  }

  /** Reads the file again. It is called after a sync service or another program has changed the file. */
  async reload(): Promise<void> {
    let saved: Promise<void>;
    let data: unknown;
    do {
      // Pending writes are finished first, so that an older file never replaces newer changes.
      saved = this.#saved;
      await saved;
      data = await read(this.file);
    } while (saved !== this.#saved);
    const before = this.#settings;
    this.#isUnreadable = data === unreadable;
    if (this.#isUnreadable) return;
    this.#hasOnlyDefaults = false;
    this.read = parseSettings(data, this.language);
    this.#settings = this.read.settings;
    this.#notify(before, false);
  }

  subscribe(listener: SettingsListener): void {
    this.#listeners.add(listener);
  }

  /**
   * Changes settings and writes the file once. If a value is invalid, changes nothing and returns false.
   * @throws Failure `settings-unreadable` when the file is damaged; nothing is changed
   * @throws whatever writing the file throws; the settings in memory stay changed
   */
  async change(changes: Readonly<Partial<Record<SettingKey, unknown>>>): Promise<boolean> {
    const keys = (Object.keys(changes) as SettingKey[]).filter((key) => key in this.#settings);
    const checked = keys.map((key) => [key, checkSetting(key, changes[key])] as const);
    if (checked.some(([, value]) => value === undefined)) return false;
    if (this.#isUnreadable) throw new Failure('settings-unreadable');
    const before = this.#settings;
    this.#settings = { ...before, ...Object.fromEntries(checked) };
    this.#notify(before, true);
    // A value that the user sets replaces the rejected value of the same key in the file, even if the new
    // value is the default.
    this.read = { ...this.read, rejected: this.read.rejected.filter((key) => !keys.includes(key)) };
    const save = (): Promise<void> => this.file.save(toData(this.#settings, this.read));
    // Writes run one after another. A failed write is reported only to the caller that started it.
    const saved = this.#saved.then(save);
    this.#saved = saved.catch(() => undefined);
    await saved;
    return true;
  }

  #notify(before: Settings, isOwn: boolean): void {
    for (const listener of this.#listeners) listener(before, isOwn);
  }
}

/** The result of `read` for a file that exists but contains no settings. */
const unreadable = Symbol('unreadable');

/** Returns the content of the file; null when there is no file. */
async function read(file: SettingsFile): Promise<unknown> {
  try {
    const data = (await file.load()) ?? null;
    return data === null || (typeof data === 'object' && !Array.isArray(data)) ? data : unreadable;
  } catch (cause) {
    logTrouble('settings-unreadable', cause);
    return unreadable;
  }
}
