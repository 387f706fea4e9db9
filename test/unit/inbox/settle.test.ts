import { beforeEach, describe, expect, it } from 'vitest';
import { Settler } from '../../../src/inbox/settle';
import { ManualTimers, MemoryVault } from './memory-vault';

describe('Settler', () => {
  let vault: MemoryVault;
  let timers: ManualTimers;
  let settled: string[];
  let settler: Settler;

  beforeEach(() => {
    vault = new MemoryVault();
    timers = new ManualTimers();
    settled = [];
    settler = new Settler(
      vault,
      timers,
      (file, stat) => settled.push(stat === null ? `no ${file.path}` : file.path),
      (thrown) => {
        throw thrown;
      },
    );
  });

  it('Settler reports a file after two seconds without a change', async () => {
    settler.watch(vault.write('a.pdf', 'whole'));
    await timers.pass(1_999);
    expect(settled).toEqual([]);
    await timers.pass(1);
    expect(settled).toEqual(['a.pdf']);
    expect(timers.pending.size).toBe(0);
  });

  it('Settler waits as long as a file grows', async () => {
    const file = vault.write('a.pdf', 'x');
    settler.watch(file);
    for (let second = 0; second < 120; second += 1) {
      file.bytes = new Uint8Array(file.bytes.length + 1);
      settler.watch(file);
      await timers.pass(1_000);
    }
    expect(settled).toEqual([]);
    await timers.pass(70_000);
    expect(settled).toEqual(['a.pdf']);
  });

  it('Settler notices the growth of a file even without events', async () => {
    const file = vault.write('a.pdf', 'x');
    settler.watch(file);
    for (let step = 0; step < 10; step += 1) {
      await timers.pass(1_500);
      file.bytes = new Uint8Array(file.bytes.length + 1);
    }
    expect(settled).toEqual([]);
  });

  it('Settler waits until an empty file has content', async () => {
    const file = vault.write('a.pdf', '');
    settler.watch(file);
    await timers.pass(600_000);
    expect(settled).toEqual([]);
    file.bytes = new Uint8Array(5);
    settler.watch(file);
    await timers.pass(70_000);
    expect(settled).toEqual(['a.pdf']);
  });

  it('Settler waits longer if only the modification time of a file changes', async () => {
    const file = vault.write('a.pdf', 'abc');
    settler.watch(file);
    await timers.pass(1_500);
    file.mtime += 1;
    await timers.pass(600);
    expect(settled).toEqual([]);
    await timers.pass(3_000);
    expect(settled).toEqual(['a.pdf']);
  });

  it('Settler reports the disappearance of a file, and stops watching the file', async () => {
    const file = vault.write('a.pdf', 'abc');
    settler.watch(file);
    await timers.pass(1_000);
    vault.files.delete(file);
    await timers.pass(60_000);
    expect(settled).toEqual(['no a.pdf']);
    expect(timers.pending.size).toBe(0);
  });

  it('a disposed Settler has no timer left and reports no file', async () => {
    settler.watch(vault.write('a.pdf', 'abc'));
    settler.watch(vault.write('b.pdf', ''));
    await timers.pass(500);
    settler.dispose();
    expect(timers.pending.size).toBe(0);
    await timers.pass(60_000);
    expect(settled).toEqual([]);
  });

  it('a file from another device waits an additional random time, unless the user asked for it', async () => {
    const turned = new Settler(
      vault,
      timers,
      (file, stat) => settled.push(stat === null ? `no ${file.path}` : file.path),
      () => undefined,
      {
        unchangedFor: () => 2_000,
        longestPause: 30_000,
        turn: () => 5_000,
      },
    );
    await timers.pass(60_000);
    turned.watch(vault.write('synced.pdf', 'whole', 1_000), 'in-turn');
    turned.watch(vault.write('made here.pdf', 'whole', 59_900), 'in-turn');
    turned.watch(vault.write('asked for.pdf', 'whole', 1_000));
    await timers.pass(2_000);
    expect(settled).toEqual(['made here.pdf', 'asked for.pdf']);
    await timers.pass(5_000);
    expect(settled).toContain('synced.pdf');
  });

  it('while sync brings other files, Settler repeats the random wait a limited number of times', async () => {
    const turned = new Settler(
      vault,
      timers,
      (file) => settled.push(file.path),
      () => undefined,
      { unchangedFor: () => 2_000, longestPause: 30_000, turn: () => 1_000 },
    );
    await timers.pass(60_000);
    turned.watch(vault.write('first.pdf', 'whole', 1_000), 'in-turn');
    for (let second = 0; second < 20; second += 1) {
      turned.appeared({ size: 1, mtime: 1_000 });
      await timers.pass(1_000);
    }
    expect(settled).toEqual([]);
    // A file that the user creates on this device does not prolong the wait.
    turned.appeared({ size: 1, mtime: timers.now() });
    await timers.pass(6_000);
    expect(settled).toEqual(['first.pdf']);
    turned.watch(vault.write('second.pdf', 'whole', 1_000), 'in-turn');
    for (let second = 0; second < 600; second += 1) {
      turned.appeared({ size: 1, mtime: 1_000 });
      await timers.pass(1_000);
    }
    expect(settled).toEqual(['first.pdf', 'second.pdf']);
  });

  it.each([1, 60])('Settler waits %i s if this time is set', async (seconds) => {
    const patient = new Settler(
      vault,
      timers,
      (file) => settled.push(file.path),
      () => undefined,
      {
        unchangedFor: () => seconds * 1_000,
        longestPause: 30_000,
        turn: () => 0,
      },
    );
    patient.watch(vault.write('scan.pdf', 'page 1'));
    await timers.pass(seconds * 1_000 - 1);
    expect(settled).toEqual([]);
    await timers.pass(1);
    expect(settled).toEqual(['scan.pdf']);
  });

  it('Settler waits longer each time a file is tried again, up to a maximum', async () => {
    const file = vault.write('busy.pdf', 'whole');
    const waits: number[] = [];
    for (const round of [1, 2, 3, 4, 5, 9]) {
      const before = timers.now();
      settler.watch(file, 'at-once', round);
      while (settled.length === waits.length) await timers.pass(1_000);
      waits.push(timers.now() - before);
    }
    expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });
});
