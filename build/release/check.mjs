/**
 * `npm run release:check -- VERSION [--allow-placeholders]`: compares all places that contain the version,
 * builds twice, and prints the names, sizes and hashes of the three files of a release. It exits with 1 when
 * something must be corrected before the release.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { RELEASE_FILES, releaseProblems } from './versions.mjs';

const PUBLISHED = ['main.js', 'manifest.json', 'styles.css'];

const options = process.argv.slice(2);
const version = options.find((option) => !option.startsWith('--')) ?? '';
const allowPlaceholders = options.includes('--allow-placeholders');

/** @param {string} path */
const hashOf = async (path) =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex');

async function buildTwice() {
  const hashes = [];
  for (let run = 0; run < 2; run += 1) {
    execFileSync(process.execPath, ['esbuild.config.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] });
    hashes.push(await hashOf('main.js'));
  }
  return hashes[0] === hashes[1] ? [] : ['Two builds of main.js have different bytes.'];
}

const texts = await Promise.all(
  RELEASE_FILES.map(async (path) => /** @type {const} */ ([path, await readFile(path, 'utf8')])),
);
const problems = releaseProblems(version, Object.fromEntries(texts), { allowPlaceholders });
if (problems.length === 0) problems.push(...(await buildTwice()));
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
for (const path of PUBLISHED) {
  const { byteLength } = await readFile(path);
  console.log(`${await hashOf(path)}  ${path}  ${byteLength.toLocaleString('en')} bytes`);
}
