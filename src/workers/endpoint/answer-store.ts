import type { AnswerStore } from '../../llm/memory/answer-memory';

/** Maximum number of stored answers. It is enough for a few long documents that were interrupted. */
const MOST_ANSWERS = 2_000;
/** Maximum size of all stored answers, in bytes. */
const MOST_BYTES = 32 * 1024 * 1024;
/** Age at which an answer expires, in ms. */
const LONGEST = 14 * 24 * 3_600_000;
/** Number of writes from one deletion of old answers to the next. The first write deletes them, too. */
const CLEARED_EVERY = 50;

const STORE = 'answers';
/** The keys of this index are [time in ms, bytes], so that old answers are found without reading them. */
const BY_AGE = 'by-age';

interface Kept {
  readonly key: string;
  readonly at: number;
  readonly size: number;
  readonly value: string;
}

function isKept(value: unknown): value is Kept {
  return (
    typeof value === 'object' &&
    value !== null &&
    'value' in value &&
    typeof value.value === 'string' &&
    'at' in value &&
    typeof value.at === 'number'
  );
}

/**
 * Stores answers in an IndexedDB database. If there are too many, the oldest ones are deleted. The database
 * is opened when it is first needed. After {@link close}, every call rejects.
 */
export class AppAnswerStore implements AnswerStore {
  readonly #name: string;
  #database: Promise<IDBDatabase> | null = null;
  #written = 0;
  #closed = false;

  /** @param vault name of the vault; each vault has its own database */
  constructor(vault: string) {
    this.#name = nameFor(vault);
  }

  async get(key: string): Promise<string | undefined> {
    const store = await this.#store('readonly');
    const request: IDBRequest<unknown> = store.get(key);
    const kept = await result(request);
    return isKept(kept) && Date.now() - kept.at <= LONGEST ? kept.value : undefined;
  }

  async put(key: string, value: string): Promise<void> {
    const kept: Kept = { key, at: Date.now(), size: value.length * 2, value };
    const store = await this.#store('readwrite');
    store.put(kept);
    this.#written += 1;
    if (this.#written % CLEARED_EVERY === 1) dropOldest(store);
    await completed(store.transaction);
  }

  async delete(keys: readonly string[]): Promise<void> {
    const store = await this.#store('readwrite');
    for (const key of keys) store.delete(key);
    await completed(store.transaction);
  }

  close(): void {
    this.#closed = true;
    // If the database could not be opened, there is nothing to close.
    this.#database?.then((database) => database.close()).catch(() => undefined);
  }

  async #store(mode: IDBTransactionMode): Promise<IDBObjectStore> {
    if (this.#closed) throw new Error('The store is closed.');
    this.#database ??= this.#open();
    const database = await this.#database;
    return database.transaction(STORE, mode).objectStore(STORE);
  }

  async #open(): Promise<IDBDatabase> {
    const forget = (): void => {
      this.#database = null;
    };
    try {
      const request = indexedDB.open(this.#name, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore(STORE, { keyPath: 'key' }).createIndex(BY_AGE, ['at', 'size']);
      };
      const database = await result(request);
      // An open database cannot be upgraded or deleted. So it is closed when a later version of the plugin
      // upgrades it, or when the user clears the storage.
      database.onversionchange = () => {
        database.close();
        forget();
      };
      database.onclose = forget;
      return database;
    } catch (thrown) {
      forget();
      throw thrown;
    }
  }
}

function nameFor(vault: string): string {
  return `pdf-inbox-answers ${vault}`;
}

/**
 * Deletes all answers, or only those that are too old. Never creates the database.
 * @returns the number of deleted answers
 * @throws DOMException when the database cannot be opened
 */
export async function dropAnswers(vault: string, which: 'old' | 'all'): Promise<number> {
  const database = await openExisting(nameFor(vault));
  if (database === null) return 0;
  try {
    const store = database.transaction(STORE, 'readwrite').objectStore(STORE);
    let dropped = 0;
    if (which === 'all') {
      dropped = await result(store.count());
      store.clear();
    } else {
      const old = IDBKeyRange.upperBound([Date.now() - LONGEST]);
      const walk = store.index(BY_AGE).openKeyCursor(old);
      walk.onsuccess = () => {
        const cursor = walk.result;
        if (cursor === null) return;
        store.delete(cursor.primaryKey);
        dropped += 1;
        cursor.continue();
      };
    }
    await completed(store.transaction);
    return dropped;
  } finally {
    database.close();
  }
}

/** Opens a database. If it does not exist, returns null and creates nothing. */
async function openExisting(name: string): Promise<IDBDatabase | null> {
  const request = indexedDB.open(name);
  let isNew = false;
  request.onupgradeneeded = () => {
    isNew = true;
    request.transaction?.abort();
  };
  try {
    return await result(request);
  } catch (thrown) {
    if (isNew) return null;
    throw thrown;
  }
}

/**
 * Deletes the answers that are too old. If there are still too many, deletes the oldest ones. Must be called
 * while the transaction of `store` is open.
 */
function dropOldest(store: IDBObjectStore): void {
  const oldest = Date.now() - LONGEST;
  let answers = 0;
  let bytes = 0;
  const walk = store.index(BY_AGE).openKeyCursor(null, 'prev');
  walk.onsuccess = () => {
    const cursor = walk.result;
    if (cursor === null) return;
    const [at, size] = Array.isArray(cursor.key) ? cursor.key : [];
    answers += 1;
    bytes += typeof size === 'number' ? size : MOST_BYTES;
    const isBeyond = answers > MOST_ANSWERS || bytes > MOST_BYTES;
    if (typeof at !== 'number' || at < oldest || isBeyond) store.delete(cursor.primaryKey);
    cursor.continue();
  };
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The request failed.'));
  });
}

function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('The transaction was aborted.'));
  });
}
