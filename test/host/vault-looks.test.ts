import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { VaultDisk } from './driver/vault-disk';

const count = 300;
let root: string;
let disk: VaultDisk;
let log: string[];
const errors: unknown[] = [];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'vault-looks-'));
  log = [];
  disk = new VaultDisk({
    root,
    syncDelayMs: 0,
    onChange: (change) => {
      if (change.kind === 'upsert') log.push(`create ${change.entry.path}`);
      if (change.kind === 'remove') log.push(`delete ${change.path}`);
    },
    onError: (error) => errors.push(error),
  });
});
afterEach(async () => {
  await disk.close();
  await rm(root, { recursive: true, force: true });
  expect(errors).toEqual([]);
});

/** Renames files while the disk is being scanned. Returns the events of each file, by the file's number. */
async function renameEach(
  from: (number: number) => string,
  to: (number: number) => string,
): Promise<Map<number, string[]>> {
  const numbers = Array.from({ length: count }, (_, number) => number);
  await mkdir(join(root, 'In'));
  for (const number of numbers) await writeFile(join(root, from(number)), 'x');
  await disk.start();
  for (const number of numbers) {
    await rename(join(root, from(number)), join(root, to(number)));
    if (number % 3 === 0) await wait(number % 7);
  }
  await expect.poll(() => log.length).toBe(2 * count);
  return new Map(
    numbers.map((number) => [
      number,
      log.filter((line) => line.endsWith(` ${from(number)}`) || line.endsWith(` ${to(number)}`)),
    ]),
  );
}

it('the disk reports a move to another folder as delete, then create, even during a scan', async () => {
  const logs = await renameEach(
    (number) => `${number}.pdf`,
    (number) => `In/${number}.pdf`,
  );
  for (const [number, lines] of logs)
    expect(lines).toEqual([`delete ${number}.pdf`, `create In/${number}.pdf`]);
});

it('the disk reports a rename within a folder as create, then delete, even during a scan', async () => {
  const logs = await renameEach(
    (number) => `${number}.pdf.part`,
    (number) => `${number}.pdf`,
  );
  for (const [number, lines] of logs)
    expect(lines).toEqual([`create ${number}.pdf`, `delete ${number}.pdf.part`]);
});
