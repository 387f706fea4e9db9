import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { bundleOptions } from '../../../build/bundle.mjs';
import { assertNothingForbidden } from '../../../build/forbidden.mjs';
import { joinFiles, separateFiles } from '../../../build/join-files.mjs';
import { pack } from '../../../build/pack.mjs';
import { packedLiterals } from '../../../build/packed-literals.mjs';
import { applyPatches } from '../../../build/patch-dependencies.mjs';
import { en } from '../../../src/i18n/en';
import { zhCn } from '../../../src/i18n/zh-cn';
import { splitFiles, unpack } from '../../../src/packed';

const root = fileURLToPath(new URL('../../..', import.meta.url));

describe('applyPatches', () => {
  const patch = { file: 'some/file.mjs', reason: 'A reason.', anchor: 'old()', replacement: 'changed()' };

  it('a patch replaces its anchor', () => {
    expect(applyPatches('a; old(); b', [patch])).toBe('a; changed(); b');
  });

  it('several patches are applied one after the other', () => {
    const shorter = { ...patch, anchor: '“changed()”', replacement: 'ü' };
    expect(applyPatches('é; “old()”; 中', [patch, shorter])).toBe('é; ü; 中');
  });

  it.each([
    ['gone', 'a; b'],
    ['there twice', 'old(); old()'],
  ])('a patch fails if its anchor is %s', (_, text) => {
    expect(() => applyPatches(text, [patch])).toThrow('A reason.');
  });
});

describe('removing a part of a dependency', () => {
  const cut = {
    file: 'some/file.mjs',
    reason: 'A reason.',
    from: '// from',
    upTo: '// to',
    replacement: 'stub',
  };

  it('the text before and after the removed part stays', () => {
    expect(applyPatches('a\n// from\nb\n// to\nc', [cut])).toBe('a\nstub\n// to\nc');
    expect(applyPatches('a\n// from\nb', [{ ...cut, upTo: '' }])).toBe('a\nstub\n');
  });

  it.each([
    ['has no beginning', 'a // to'],
    ['has no end', 'a // from'],
    ['ends before it begins', '// to // from'],
  ])('the removal fails if the part %s', (_, text) => {
    expect(() => applyPatches(text, [cut])).toThrow('Patch of some/file.mjs');
  });
});

describe('forbidden code', () => {
  it.each([
    ['x = new Function("return 1")', 'new Function('],
    ['x = eval ("1")', 'eval('],
    [`/(?${'<='}a)b/`, 'lookbehind'],
    [`/(?${'<!'}a)b/`, 'lookbehind'],
  ])('the build refuses the code %s', (code, name) => {
    expect(() => assertNothingForbidden(code, 'main.js')).toThrow(name);
  });

  it.each(['medieval(1)', 'page.$eval(1)', 'new Functional()', '/(?<name>a)/'])(
    'the build accepts the code %s',
    (code) => {
      expect(() => assertNothingForbidden(code, 'main.js')).not.toThrow();
    },
  );
});

describe('the texts of the interface', () => {
  it('one packed file in the bundle contains the words of all languages', async () => {
    const options = bundleOptions({ root, entry: 'src/i18n/messages.ts', outfile: 'out/messages.js' });
    const { outputFiles } = await build({ ...options, write: false });
    const code = outputFiles?.[0]?.text ?? '';
    const globals = { atob, Blob, DecompressionStream, Response, TextDecoder };
    const made: unknown = await runInNewContext(
      `const module = {}; ${code}; module.exports.loadWords().then(() => ['en', 'zh'].map(module.exports.messagesFor))`,
      globals,
    );
    expect(JSON.parse(JSON.stringify(made))).toEqual([en, zhCn]);
    const literals = packedLiterals(code);
    expect(literals.map(({ name }) => name)).toEqual(['words.json']);
    const inLiterals = literals.reduce((sum, { start, end }) => sum + end - start, 0);
    expect(code.length - inLiterals).toBeLessThan(2_500);
  });
});

describe('packed files', () => {
  it('a packed file is an ASCII text and begins with the name of the file', async () => {
    expect(await pack('a.bin', Uint8Array.of(0, 255, 10))).toMatch(/^a\.bin;gzip;base64,[\w+/]+=*$/);
  });

  it('a packed file does not depend on the time of packing', async () => {
    const bytes = Buffer.from('the same bytes '.repeat(1_000));
    const first = await pack('a.bin', bytes);
    vi.useFakeTimers({ now: Date.UTC(2031, 4, 5), toFake: ['Date'] });
    try {
      expect(await pack('a.bin', bytes)).toBe(first);
    } finally {
      vi.useRealTimers();
    }
  });

  it('unpacking restores the original bytes of a packed file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
        expect(new Uint8Array(await unpack(await pack('a.bin', bytes)))).toEqual(bytes);
      }),
      { numRuns: 30 },
    );
  });

  it('separating joined files restores the original files', () => {
    // The files consist of few different pieces, so that many pieces occur several times.
    const piece = fc.oneof(
      fc.uint8Array(),
      fc.constantFrom('A', 'BC').map((text) => Buffer.from(text.repeat(40))),
    );
    const content = fc.array(piece).map((pieces) => Uint8Array.from(Buffer.concat(pieces)));
    const files = fc.uniqueArray(fc.tuple(fc.string(), content), { selector: ([name]) => name });
    fc.assert(
      fc.property(files, (entries) => {
        const joined = Uint8Array.from(joinFiles(entries));
        const split = splitFiles(joined.buffer);
        expect([...split.keys()].sort()).toEqual(entries.map(([name]) => name).sort());
        for (const [name, bytes] of entries) expect(split.get(name)).toEqual(bytes);
        const separate = [...separateFiles(joined)].map(
          ([name, bytes]) => [name, Uint8Array.from(bytes)] as const,
        );
        expect(new Map(separate)).toEqual(new Map(entries));
      }),
    );
  });

  it('joined files contain only one copy of a shared piece', () => {
    const table = Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * at) % 251));
    const files = ['a', 'b'].map((name) => [name, Buffer.concat([Buffer.from(name), table])] as const);
    expect(joinFiles(files).length).toBeLessThan(table.length + 100);
  });
});
