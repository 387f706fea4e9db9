import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { MAX_BYTES, MAX_COMMENT, problemsOf } from '../../../build/check.mjs';
import { readCMaps } from '../../../build/cmaps.mjs';
import { noticesFile, noticesOf } from '../../../build/notices.mjs';
import { packagesIn, softwareIn } from '../../../build/third-party.mjs';
import { unpackedFiles } from '../../../build/unpacked-files.mjs';
import { en } from '../../../src/i18n/en';
import { zhCn } from '../../../src/i18n/zh-cn';
import { bundlePlugin, root, type Bundled } from './bundled';
import { contentOf, pdfjsReader } from './pdfjs-cmaps';

const pdfjs = join(root, 'node_modules/pdfjs-dist');

let bundled: Bundled;
let unpacked: Map<string, Uint8Array>;

beforeAll(async () => {
  bundled = await bundlePlugin();
  unpacked = await unpackedFiles(Buffer.from(bundled.code).toString('utf8'));
});

const unpackedText = (name: string): string => Buffer.from(unpacked.get(name) ?? []).toString('utf8');

describe('main.js', () => {
  it('main.js breaks no rule for a release', () => {
    expect(problemsOf(bundled.code, 'main.js')).toEqual([]);
  });

  it('main.js is the same in every build', async () => {
    const hash = (code: Uint8Array): string => createHash('sha256').update(code).digest('hex');
    expect(hash((await bundlePlugin()).code)).toBe(hash(bundled.code));
  });

  it.each([
    ['too many bytes', `"${'x'.repeat(MAX_BYTES)}"`, `at most ${MAX_BYTES}`],
    ['a Chinese character', "a('\u4e2d')", 'U+4E2D'],
    ['a no-break space', 'a(\u00a0)', 'U+00A0'],
    ['a character beyond the basic plane', "a('\u{1f600}')", 'U+1F600'],
    ['a long comment', `/*${'x'.repeat(MAX_COMMENT)}*/a()`, 'a comment of'],
    ['a long comment at the end of a line', `a();//${'x'.repeat(MAX_COMMENT)}`, 'a comment of'],
    ['a long comment in an empty function', `function a(){/*${'x'.repeat(MAX_COMMENT)}*/}`, 'a comment of'],
    ['a call of eval', 'eval("1")', 'eval('],
  ])('the release check reports %s in main.js', (_, code, problem) => {
    expect(problemsOf(Buffer.from(code), 'main.js')).toEqual([expect.stringContaining(problem)]);
  });

  it('the release check allows short comments, and a long string that looks like a comment', () => {
    const code = `/* short */ a("/*${'x'.repeat(MAX_COMMENT)}*/"); // short`;
    expect(problemsOf(Buffer.from(code), 'main.js')).toEqual([]);
  });
});

describe('the code at the start', () => {
  it('at the start, the app compiles no code that only the workers need', () => {
    const ofWorkers = [
      'src/text/',
      'src/digest/offline/',
      ...['read', 'layout', 'codes', 'hidden', 'forms'].map((folder) => `src/pdf/${folder}/`),
      'src/pdf/recognised-paragraphs.ts',
      'src/llm/wire/',
      'src/llm/presets/error-codes.ts',
      ...['pdfjs-dist', 'openai', 'jsonrepair', 'valibot'].map((name) => `node_modules/${name}/`),
    ];
    for (const path of ofWorkers) expect(existsSync(join(root, path)), path).toBe(true);
    const paths = bundled.atStart.map((path) => relative(root, path).split(sep).join('/'));
    expect(paths).toContain('src/main.ts');
    expect(paths.filter((path) => ofWorkers.some((other) => path.startsWith(other)))).toEqual([]);
  });
});

describe('the packed files', () => {
  it('the packed files of main.js can be unpacked', () => {
    const names = [...unpacked.keys()].filter((name) => !name.includes('/')).sort();
    expect(names).toEqual([
      'document-worker.js',
      'document-worker.min.js',
      'later.js',
      'later.min.js',
      'main.js',
      'model-client.js',
      'model-client.min.js',
      'openjpeg.wasm',
      'words.json',
    ]);
    expect(JSON.parse(unpackedText('words.json'))).toEqual({ en, zh: zhCn });
  });

  it('the code of the windows is in later.min.js and not in main.js', () => {
    const has = (name: string, text: string): boolean => unpackedText(name).includes(text);
    expect(has('later.min.js', 'pdf-inbox-queue-spoken')).toBe(true);
    expect(has('main.js', 'pdf-inbox-queue-spoken')).toBe(false);
    // The packed code must use the same class `Failure` as main.js.
    expect(has('later.min.js', 'require("main:src/failure.ts")')).toBe(true);
  });

  it('the texts for users are in words.json and not in the code', () => {
    const texts = [zhCn.note.noSummary, zhCn.failures['pdf-corrupt'].sentence];
    expect(texts.filter((text) => unpackedText('words.json').includes(text))).toEqual(texts);
    const code = [...unpacked.keys()]
      .filter((name) => name.endsWith('.js'))
      .map(unpackedText)
      .join('\n');
    expect(texts.filter((text) => code.includes(text))).toEqual([]);
  });

  it('the packed files contain the image decoder of pdf.js unchanged', async () => {
    const original = await readFile(join(pdfjs, 'wasm/openjpeg.wasm'));
    expect(original.equals(unpacked.get('openjpeg.wasm') ?? Buffer.of())).toBe(true);
  });

  it('the packed CMaps have the same entries and codespace ranges as those of pdf.js', async () => {
    const originals = new Map(
      (await readCMaps(join(pdfjs, 'cmaps'))).map(({ name, bytes }) => [name, bytes]),
    );
    expect(originals.size).toBeGreaterThan(100);
    const packed = new Map(
      [...unpacked].flatMap(([path, bytes]) => {
        const [, name] = /^cmaps\/(.+)\.bcmap$/.exec(path) ?? [];
        return name === undefined ? [] : [[name, bytes]];
      }),
    );
    expect([...packed.keys()]).toEqual([...originals.keys()]);
    const read = await pdfjsReader();
    for (const name of packed.keys()) {
      // If `toBe` compared the two contents, a failure would print megabytes.
      const same = contentOf(await read(name, packed)) === contentOf(await read(name, originals));
      expect(same, name).toBe(true);
    }
  });

  it('the packed files contain no example of a layout rule', async () => {
    const folder = join(root, 'src/pdf/layout');
    const files = (await readdir(folder)).filter((name) => name.endsWith('.examples.ts'));
    const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
    const reason = /(?:why: |of\(\s*\w+,\s*)'([^'\\]{12,})'/g;
    const reasons = texts.flatMap((text) => [...text.matchAll(reason)].map(([, why]) => why));
    expect(reasons.length).toBeGreaterThan(80);
    const worker = unpackedText('document-worker.min.js');
    expect(reasons.filter((why) => why !== undefined && worker.includes(why))).toEqual([]);
    expect(bundled.inputs.filter((input) => basename(input).includes('example'))).toEqual([]);
  });
});

describe('the third-party notices', () => {
  it('the third-party notices list exactly the packages that are in the bundle', async () => {
    const notices = await readFile(join(root, noticesFile), 'utf8');
    const named = [...notices.matchAll(/^- (\S+) \d[\w.-]* \([^)]*\)$/gm)].map(([, name]) => name);
    expect(named).toEqual(packagesIn(bundled.inputs));
    expect(named).toContain('pdfjs-dist');
  });

  it('all software in the bundle comes with the text of a licence', async () => {
    const software = await softwareIn(root, bundled.inputs);
    for (const { name, texts } of software) {
      expect(texts.join('').length, name).toBeGreaterThan(200);
      expect(texts.join(''), name).toMatch(/copyright|license/i);
    }
    const names = software.map(({ name }) => name).join('\n');
    expect(names).toMatch(/Adobe CMap[^]*OpenJPEG[^]*qcms[^]*neoqs/);
  });

  it('the third-party notices in the repository equal the notices that the build writes', async () => {
    expect(await readFile(join(root, noticesFile), 'utf8')).toBe(await noticesOf(root, bundled.inputs));
    expect(await noticesOf(root, [...bundled.inputs].reverse())).toBe(await noticesOf(root, bundled.inputs));
  });

  it('the beginning of main.js contains the name of the file with third-party notices', () => {
    expect(Buffer.from(bundled.code).toString('utf8').slice(0, 400)).toContain(noticesFile);
  });
});
