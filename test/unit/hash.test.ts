import { expect, it } from 'vitest';
import { fnv1a, sha256 } from '../../src/hash';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/**
 * Test vectors of http://www.isthe.com/chongo/tech/comp/fnv/ and of FIPS 180-2. Notes and cached answers
 * contain such hashes, so the functions must not change.
 */
it.each([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['foobar', 0xbf9cf968],
])('fnv1a computes the published hash of %j', (text, hash) => {
  expect(fnv1a(text) >>> 0).toBe(hash);
});

it('fnv1a hashes UTF-16 units, and starts from a given value', () => {
  expect(fnv1a('合同')).toBe(Math.imul(Math.imul(0x811c9dc5 ^ 0x5408, 0x01000193) ^ 0x540c, 0x01000193));
  expect(fnv1a('a', 0x2b5a4c1d)).toBe(Math.imul(0x2b5a4c1d ^ 0x61, 0x01000193));
});

it.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
])('sha256 computes the published hash of %j', async (text, hash) => {
  expect(await sha256(bytes(text))).toBe(hash);
});
