import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { World } from './world';

/**
 * Returns everything that the app shows, stores and logs, except the secret storage. The result must not
 * contain a secret.
 */
export async function everywhere(world: World): Promise<Readonly<Record<string, string>>> {
  const { host } = world;
  return {
    vault: await textsIn(world.vault),
    'local storage': await readFile(join(host.device, 'local-storage.json'), 'utf8').catch(() => ''),
    databases: await host.page.evaluate(allDatabases),
    'the page': await host.page.evaluate(
      () => `${document.documentElement.outerHTML}${JSON.stringify({ ...window.localStorage })}`,
    ),
    notices: (await host.notices()).join('\n'),
    console: host.consoleLines.join('\n'),
    errors: host.pageErrors.join('\n'),
  };
}

async function textsIn(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.js'))
    .map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1'));
  return (await Promise.all(texts)).join('\n');
}

/** This function runs in the page. */
async function allDatabases(): Promise<string> {
  const request = <T>(pending: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      pending.onsuccess = () => resolve(pending.result);
      pending.onerror = () => reject(new Error('The database could not be read.'));
    });
  const found: unknown[] = [];
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined) continue;
    const database = await request(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const all: unknown = await request(database.transaction(store).objectStore(store).getAll());
      found.push({ name, store, all });
    }
    database.close();
  }
  return JSON.stringify(found);
}
