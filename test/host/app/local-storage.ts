/** Maximum length of all keys and values together, in UTF-16 units, as in a browser's local storage. */
const quota = 5 * 1024 * 1024;

/** The store of one vault behind `App.loadLocalStorage` and `saveLocalStorage`. */
export class LocalStorage {
  readonly #texts: Map<string, string>;

  constructor(
    initial: Readonly<Record<string, string>>,
    private readonly keep: (key: string, text: string | null) => void,
  ) {
    this.#texts = new Map(Object.entries(initial));
  }

  load(key: string): unknown {
    const text = this.#texts.get(key);
    return text === undefined ? null : JSON.parse(text);
  }

  /**
   * Stores a value. Null and undefined remove the key. @throws DOMException `QuotaExceededError` when the
   * store is full
   */
  save(key: string, value: unknown): void {
    if (value === null || value === undefined) {
      this.#texts.delete(key);
      this.keep(key, null);
      return;
    }
    const text = JSON.stringify(value);
    const others = [...this.#texts].filter(([name]) => name !== key);
    const used = others.reduce((sum, [name, held]) => sum + name.length + held.length, 0);
    if (used + key.length + text.length > quota) {
      throw new DOMException(`Setting the value of '${key}' exceeded the quota.`, 'QuotaExceededError');
    }
    this.#texts.set(key, text);
    this.keep(key, text);
  }
}
