import type { Page } from 'playwright-core';

/** Functions that are newer than Chromium 106, the oldest version on which the app runs. */
const newer = {
  Array: ['fromAsync'],
  'Array.prototype': ['toReversed', 'toSorted', 'toSpliced', 'with'],
  'ArrayBuffer.prototype': ['detached', 'resize', 'transfer', 'transferToFixedLength'],
  AbortSignal: ['any'],
  globalThis: ['Float16Array', 'Iterator'],
  'Iterator.prototype': [
    ...['drop', 'every', 'filter', 'find', 'flatMap', 'forEach', 'map', 'reduce', 'some', 'take', 'toArray'],
  ],
  Iterator: ['concat', 'from'],
  JSON: ['isRawJSON', 'rawJSON'],
  Map: ['groupBy'],
  Math: ['f16round', 'sumPrecise'],
  Object: ['groupBy'],
  Promise: ['try', 'withResolvers'],
  RegExp: ['escape'],
  'Set.prototype': [
    ...['difference', 'intersection', 'isDisjointFrom', 'isSubsetOf', 'isSupersetOf'],
    ...['symmetricDifference', 'union'],
  ],
  'String.prototype': ['isWellFormed', 'toWellFormed'],
  Uint8Array: ['fromBase64', 'fromHex'],
  'Uint8Array.prototype': ['setFromBase64', 'setFromHex', 'toBase64', 'toHex'],
  URL: ['canParse', 'parse'],
};

function rootOf(owner: string): string {
  return owner.split('.')[0] ?? owner;
}

/**
 * A script that removes the `newer` functions from its own thread. `Iterator` is removed last, because
 * without it, the script cannot reach `Iterator.prototype`.
 */
const removal = Object.entries(newer)
  .sort(([owner], [other]) => Number(owner === 'globalThis') - Number(other === 'globalThis'))
  .flatMap(([owner, names]) =>
    names.map((name) => `if (typeof ${rootOf(owner)} !== 'undefined') delete ${owner}.${name};`),
  )
  .join('\n');

/** Removes the newer functions from every worker that the page starts from now on. */
export async function makeWorkersOlder(page: Page): Promise<void> {
  await page.evaluate((script) => {
    const createObjectURL = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (content) =>
      createObjectURL(content instanceof Blob ? new Blob([`${script}\n`, content]) : content);
  }, removal);
}

/** Lists the newer functions that still exist in a new worker of the page. */
export async function newerInWorkers(page: Page): Promise<string[]> {
  const checks = Object.entries(newer).flatMap(([owner, names]) =>
    names.map((name) => {
      const isThere = `typeof ${rootOf(owner)} !== 'undefined' && '${name}' in ${owner}`;
      return `if (${isThere}) found.push('${owner}.${name}');`;
    }),
  );
  return page.evaluate(
    async (program) => {
      const address = URL.createObjectURL(new Blob([program]));
      const worker = new Worker(address);
      try {
        return await new Promise<string[]>((resolve) => {
          worker.onmessage = ({ data }: MessageEvent<string[]>) => resolve(data);
        });
      } finally {
        worker.terminate();
        URL.revokeObjectURL(address);
      }
    },
    `const found = [];\n${checks.join('\n')}\npostMessage(found);`,
  );
}
