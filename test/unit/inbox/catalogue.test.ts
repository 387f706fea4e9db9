import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { Cancelled } from '../../../src/failure';
import {
  chosen,
  estimateTokens,
  isFew,
  survey,
  type Catalogue,
  type NewPdf,
  type SurveyOptions,
} from '../../../src/inbox/catalogue';
import { FolderJobs, usualChoice } from '../../../src/inbox/folder-jobs';
import { HashMemory } from '../../../src/inbox/identify';
import { LeftOut } from '../../../src/inbox/left-out';
import { mayBeLocked } from '../../../src/inbox/locked';
import type { PdfFile } from '../../../src/inbox/vault';
import { fixture } from '../../fixtures/catalogue';
import { contractLike } from '../../fixtures/small';
import { ManualTimers, MemoryNotes, MemoryVault } from './memory-vault';

const quiet: SurveyOptions = { signal: new AbortController().signal, onProgress: () => undefined };

describe('survey', () => {
  let vault: MemoryVault;
  let notes: MemoryNotes;
  let hashes: HashMemory;
  let leftOut: LeftOut;
  let underWay: Set<PdfFile>;
  let slices: number;

  const look = (folder: string, options = quiet): Promise<Catalogue> =>
    survey(
      folder,
      {
        vault,
        notes,
        hashes,
        leftOut,
        underWay: () => underWay,
        readSlice: () => {
          slices += 1;
          return Promise.resolve('');
        },
      },
      options,
    );

  beforeEach(() => {
    vault = new MemoryVault();
    notes = new MemoryNotes();
    hashes = new HashMemory({ load: () => null, save: () => undefined });
    leftOut = new LeftOut({ load: () => null, save: () => undefined }, new ManualTimers());
    underWay = new Set();
    slices = 0;
  });

  it('the survey distinguishes new, done and waiting PDFs, and reads bytes only from new PDFs', async () => {
    const known = vault.write('Inbox/known.pdf', 'x');
    hashes.remember(known, { size: 1, mtime: 0 }, 'hash of x');
    notes.add({ path: 'Inbox/known.md' }, 'hash of x', 'elsewhere.pdf');
    vault.write('Inbox/by source.pdf', 'y');
    notes.add({ path: 'Inbox/by source.md' }, 'hash of y', 'Inbox/by source.pdf');
    underWay.add(vault.write('Inbox/waits.pdf', 'z'));
    vault.write('Inbox/new.pdf', 'four');
    vault.write('Inbox/sub/below.pdf', 'v');
    const { fresh, done, waiting } = await look('Inbox');
    expect({ done, waiting }).toEqual({ done: 2, waiting: 1 });
    expect(fresh.map(({ file, size, below }) => [file.path, size, below])).toEqual([
      ['Inbox/new.pdf', 4, false],
      ['Inbox/sub/below.pdf', 1, true],
    ]);
    expect(slices).toBe(2);
  });

  it('the survey has a separate count of the PDFs whose notes were deleted', async () => {
    const file = vault.write('Inbox/a.pdf', 'x');
    hashes.remember(file, { size: 1, mtime: 0 }, 'hash of x');
    leftOut.noted('hash of x');
    expect(await look('Inbox')).toMatchObject({ fresh: [], done: 0, leftOut: 1 });
  });

  it('a PDF counts as new if its bytes changed after its note was made', async () => {
    const file = vault.write('Inbox/a.pdf', 'new bytes');
    hashes.remember(file, { size: 9, mtime: 0 }, 'hash of new bytes');
    notes.add({ path: 'Inbox/a.md' }, 'hash of old bytes', 'Inbox/a.pdf');
    expect((await look('/')).fresh).toHaveLength(1);
  });

  it('the survey reports progress, and stops examining PDFs if the caller cancels', async () => {
    for (let index = 0; index < 100; index += 1) vault.write(`Inbox/${index}.pdf`, 'x');
    const cancelling = new AbortController();
    const seen: number[] = [];
    const onProgress = (done: number, of: number): void => {
      seen.push(done);
      expect(of).toBe(100);
      if (done >= 40) cancelling.abort();
    };
    await expect(look('Inbox', { signal: cancelling.signal, onProgress })).rejects.toBeInstanceOf(Cancelled);
    expect(seen[0]).toBe(0);
    expect(slices).toBeLessThan(60);
  });
});

describe('the choice of PDFs', () => {
  const pdf = fc
    .record({ size: fc.nat(200_000_000), locked: fc.boolean(), below: fc.boolean() })
    .map((some): NewPdf => ({ file: { path: 'a.pdf', name: 'a.pdf' }, ...some }));

  it('`chosen` leaves out exactly the PDFs that the user’s choice excludes', () => {
    const choice = fc.record({
      subfolders: fc.boolean(),
      locked: fc.boolean(),
      large: fc.boolean(),
      limit: fc.nat(200),
    });
    fc.assert(
      fc.property(fc.array(pdf), choice, (fresh, wanted) => {
        const taken = new Set(chosen(fresh, wanted));
        for (const one of fresh) {
          const out =
            (one.below && !wanted.subfolders) ||
            (one.locked && !wanted.locked) ||
            (one.size > wanted.limit * 1e6 && !wanted.large);
          expect(taken.has(one)).toBe(!out);
        }
      }),
    );
  });

  it('five small PDFs count as few, but six small PDFs or one large PDF do not', () => {
    const small: NewPdf = { file: { path: 'a.pdf', name: 'a.pdf' }, size: 1, locked: false, below: false };
    const of = (fresh: readonly NewPdf[]): boolean => isFew({ fresh });
    expect(of(Array<NewPdf>(5).fill(small))).toBe(true);
    expect(of(Array<NewPdf>(6).fill(small))).toBe(false);
    expect(of([{ ...small, size: 60_000_000 }])).toBe(false);
  });

  it('the estimate is a range of tokens, or one number if both ends are equal', () => {
    expect(estimateTokens([1_000], false)).toEqual({ low: 1_000 });
    expect(estimateTokens([1_900_000, 1_900_000], false)).toEqual({ low: 22_000, high: 110_000 });
    expect(estimateTokens([], false)).toEqual({ low: 0 });
  });

  it('the estimate includes the tokens of the second reading, and also states them separately', () => {
    expect(estimateTokens([1_000], true)).toEqual({ low: 1_500, reading: 500 });
    const two = { low: 24_000, high: 110_000, reading: 4_300 };
    expect(estimateTokens([1_900_000, 1_900_000], true)).toEqual(two);
    expect(estimateTokens([], true)).toEqual({ low: 0 });
  });
});

describe('FolderJobs', () => {
  const jobs = (stored: unknown): FolderJobs => new FolderJobs({ load: () => stored, save: () => undefined });

  it('FolderJobs stores a job until the job is finished', () => {
    const device = new Map<string, unknown>();
    const store = {
      load: (key: string) => device.get(key) ?? null,
      save: (key: string, value: unknown) => void device.set(key, value),
    };
    const job = { folder: 'Old', choice: { ...usualChoice, subfolders: false } };
    new FolderJobs(store).save(job);
    expect(new FolderJobs(store).load()).toEqual(job);
    new FolderJobs(store).save(null);
    expect(new FolderJobs(store).load()).toBe(null);
  });

  it.each([
    null,
    7,
    'x',
    {},
    { folder: 7, choice: usualChoice },
    { folder: 'a', choice: null },
    { folder: 'a', choice: { limit: 1 } },
  ])('FolderJobs loads no job if the device stores %j', (stored) => {
    expect(jobs(stored).load()).toBe(null);
  });
});

describe('mayBeLocked', () => {
  const of = (bytes: Uint8Array): Promise<boolean> =>
    mayBeLocked(bytes.length, (from, to) =>
      Promise.resolve(new TextDecoder('latin1').decode(bytes.subarray(from, to))),
    );

  it.each(['password-user', 'password-user-aes-128', 'password-owner', 'public-key'])(
    'mayBeLocked finds the encryption of the fixture %s',
    async (name) => {
      expect(await of(await fixture(name).make())).toBe(true);
    },
  );

  it.each(['contract-en', 'image-only'])(
    'mayBeLocked finds no encryption in the fixture %s',
    async (name) => {
      expect(await of(await fixture(name).make())).toBe(false);
    },
  );

  it('mayBeLocked returns false if a file is unreadable, not a PDF, or not encrypted', async () => {
    expect(await mayBeLocked(5_000, () => Promise.resolve(null))).toBe(false);
    expect(await of(new TextEncoder().encode('startxref 99999999999'))).toBe(false);
    expect(await of(contractLike('a'))).toBe(false);
  });

  it('mayBeLocked follows startxref to an encryption entry far from the end of the file', async () => {
    const dictionary = '1 0 obj << /Type /XRef /Encrypt 5 0 R >> stream';
    const file = `%PDF-1.5\n${dictionary}${'x'.repeat(10_000)}\nstartxref\n9\n%%EOF\n`;
    expect(await of(new TextEncoder().encode(file))).toBe(true);
  });
});
