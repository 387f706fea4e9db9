import { checkSetting, parseSettings, toData, type ParsedSettings, type SettingKey, type Settings } from '.';

/** Where `data.json` is read and written: the plugin's own `loadData` and `saveData`. */
export interface SettingsFile {
  load(): Promise<unknown>;
  save(data: unknown): Promise<void>;
}

/** The settings as they are now. What the file holds beyond them is kept in it. */
export class SettingsStore {
  #settings: Settings;
  /** The last write, so that the next one waits for it and the newest settings win. */
  #saved: Promise<void> = Promise.resolve();

  private constructor(
    private readonly file: SettingsFile,
    private readonly language: string,
    private read: ParsedSettings,
    /** True when there was no file at all. */
    readonly isNew: boolean,
  ) {
    this.#settings = read.settings;
  }

  static async open(file: SettingsFile, language: string): Promise<SettingsStore> {
    const data = await file.load();
    return new SettingsStore(file, language, parseSettings(data, language), data === null || data === undefined);
  }

  get current(): Settings {
    return this.#settings;
  }

  /** Keys whose stored value could not be used and was not changed since. */
  get rejected(): readonly SettingKey[] {
    return this.read.rejected;
  }

  /** Takes in what a sync service or another program wrote. */
  async reload(): Promise<void> {
    let saved: Promise<void>;
    let data: unknown;
    do {
      // What the user types meanwhile is written first, so that an older file never replaces it.
      saved = this.#saved;
      await saved;
      data = await this.file.load();
    } while (saved !== this.#saved);
    this.read = parseSettings(data, this.language);
    this.#settings = this.read.settings;
  }

  /** Changes settings and writes the file once. False when a value cannot be used; then nothing changes. */
  async change(changes: Readonly<Partial<Record<SettingKey, unknown>>>): Promise<boolean> {
    const keys = (Object.keys(changes) as SettingKey[]).filter((key) => key in this.#settings);
    const checked = keys.map((key) => [key, checkSetting(key, changes[key])] as const);
    if (checked.some(([, value]) => value === undefined)) return false;
    this.#settings = { ...this.#settings, ...Object.fromEntries(checked) };
    // What the user set by hand is theirs, even where it happens to be the default.
    this.read = { ...this.read, rejected: this.read.rejected.filter((key) => !keys.includes(key)) };
    const save = (): Promise<void> => this.file.save(toData(this.#settings, this.read));
    // One write after the other; one that failed was its own caller's to hear of.
    const saved = this.#saved.then(save);
    this.#saved = saved.catch(() => undefined);
    await saved;
    return true;
  }
}
