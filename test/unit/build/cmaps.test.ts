import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCMap, rewriteCMap, writeCMap } from '../../../build/cmap-format.mjs';

type CMap = NonNullable<ReturnType<typeof parseCMap>>;
type Table = Map<number, number>;

const none: Table = new Map();
const empty: CMap = {
  header: 2,
  comments: [],
  uses: undefined,
  codespaces: [],
  cids: [none, none, none, none],
};

describe('the binary format of CMaps', () => {
  /** Each line is one record. The first line is the header of a vertical CMap. */
  const bytes = Uint8Array.from(
    [
      [0x03],
      [0xe0, 2, 0x48, 0x69],
      [0xe1, 1, 0x48],
      // One byte: the codespace 00 to 80; the codes 20 (CID 300) and 23 (CID 7).
      [0x00, 1, 0x00, 0x81, 0x00],
      [0x40, 2, 0x20, 0x82, 0x2c, 2, 0x84, 0x4b],
      // Two bytes: the codespace 8140 to FEFE; the ranges 8140 to 8147 (CID 500) and 8149 to 8158 (CID 1).
      [0x01, 1, 0x81, 0x40, 0x81, 0xfb, 0x3e],
      [0x61, 2, 0x81, 0x40, 7, 0x83, 0x74, 1, 15, 1],
      // Four bytes: the codes D840DC0B (CID 200) and D840DC0D (CID 199).
      [0x43, 2, 0xd8, 0x40, 0xdc, 0x0b, 0x81, 0x48, 1, 3],
    ].flat(),
  );
  const range = (first: number, length: number, cid: number): [number, number][] =>
    Array.from({ length }, (_, more) => [first + more, cid + more]);
  const cmap: CMap = {
    header: 3,
    comments: ['Hi'],
    uses: 'H',
    codespaces: [
      { length: 1, first: 0, last: 0x80 },
      { length: 2, first: 0x8140, last: 0xfefe },
    ],
    cids: [
      new Map([
        [0x20, 300],
        [0x23, 7],
      ]),
      new Map([...range(0x8140, 8, 500), ...range(0x8149, 16, 1)]),
      none,
      new Map([
        [0xd840dc0b, 200],
        [0xd840dc0d, 199],
      ]),
    ],
  };

  it('each record of a CMap file is read', () => {
    expect(parseCMap(bytes)).toEqual(cmap);
  });

  it('writing a CMap gives the bytes from which it was read', () => {
    expect([...writeCMap(cmap)]).toEqual([...bytes]);
  });

  it('a record of successive codes is read, although it contains only the first code', () => {
    const codes = [0x50, 3, 0x20, 5, 2, 0];
    const ranges = [0x71, 2, 0x81, 0x40, 1, 10, 1, 20];
    const cids = parseCMap(Uint8Array.from([2, ...codes, ...ranges]))?.cids;
    expect([...(cids?.[0] ?? [])]).toEqual([
      [0x20, 5],
      [0x21, 7],
      [0x22, 8],
    ]);
    expect([...(cids?.[1] ?? [])]).toEqual([...range(0x8140, 2, 10), ...range(0x8142, 2, 20)]);
  });

  it('ranges of undefined codes are skipped', () => {
    expect(parseCMap(Uint8Array.from([2, 0x20, 1, 0x00, 0x1f, 1]))).toEqual(empty);
  });

  it.each([
    ['single codes', 0x81],
    ['ranges', 0xa1],
  ])('a CMap is not read if its %s map to text', (_, kind) => {
    expect(parseCMap(Uint8Array.from([2, kind]))).toBeUndefined();
  });

  it.each([
    ['ends too early', [2, 0x41, 1, 0x81], 'ends too early'],
    ['has a record of an unknown kind', [2, 0xc1, 0], 'unknown kind 6'],
    ['has codes that are too long', [2, 0x44, 0], '5 bytes'],
  ])('a CMap file is rejected if it %s', (_, damaged, message) => {
    expect(() => parseCMap(Uint8Array.from(damaged))).toThrow(message);
  });

  it('a CMap whose codespace ranges are not in ascending order is not written', () => {
    const codespaces = [0x80, 0x20].map((first) => ({ length: 1, first, last: first }));
    expect(() => writeCMap({ ...empty, codespaces })).toThrow(RangeError);
  });

  it('reading a written CMap gives the same CMap', () => {
    const table = (codes: number): fc.Arbitrary<Table> =>
      fc
        .array(fc.tuple(fc.nat(codes - 1), fc.integer({ min: 1, max: 8 }), fc.nat(0xffff)))
        .map((list) => new Map(list.flatMap(([first, length, cid]) => range(first, length, cid))));
    const tables = fc.tuple(table(0xf0), table(0xff00), table(0xffff00), table(0xffffff00));
    fc.assert(
      fc.property(tables, fc.array(fc.string()), fc.option(fc.string()), (cids, comments, uses) => {
        const written = { ...empty, comments, uses: uses ?? undefined, cids };
        expect(parseCMap(writeCMap(written))).toEqual(written);
      }),
    );
  });
});

describe('rewriteCMap', () => {
  it('a rewritten CMap has the same content', () => {
    const cmap: CMap = {
      ...empty,
      uses: 'H',
      codespaces: [{ length: 2, first: 0x2000, last: 0xffff }],
      cids: [none, new Map([[0x3000, 7]]), none, none],
    };
    expect(parseCMap(rewriteCMap(writeCMap(cmap)))).toEqual(cmap);
  });

  it('a CMap that maps to text stays unchanged', () => {
    const text = Uint8Array.from([4, 0x81, 1, 0, 0x20, 0x4e, 0x00]);
    expect(rewriteCMap(text)).toEqual(text);
  });
});
