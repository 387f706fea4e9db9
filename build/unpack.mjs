/**
 * `npm run unpack [-- FILE]` writes the files that are packed in FILE to `out/unpacked/`. FILE is `main.js`
 * by default, and can be a released `main.js`.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unpackedFiles } from './unpacked-files.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'out/unpacked');

const [source = join(root, 'main.js')] = process.argv.slice(2);
const files = await unpackedFiles(await readFile(source, 'utf8'));
await rm(folder, { recursive: true, force: true });
for (const [name, bytes] of files) {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}

const bytesIn = new Map();
for (const [name, bytes] of files) {
  const shown = name.includes('/') ? `${dirname(name)}/` : name;
  bytesIn.set(shown, (bytesIn.get(shown) ?? 0) + bytes.length);
}
console.warn(`Wrote ${files.size} files to ${folder}:`);
for (const [shown, bytes] of bytesIn) {
  console.warn(`  ${shown.padEnd(28)} ${bytes.toLocaleString('en').padStart(10)} bytes`);
}
