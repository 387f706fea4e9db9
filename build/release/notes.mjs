/** `node build/release/notes.mjs VERSION`: prints the changelog's section of a version. */
import { readFile } from 'node:fs/promises';
import { releaseNotes } from './versions.mjs';

const version = process.argv[2] ?? '';
const notes = releaseNotes(version, await readFile('CHANGELOG.md', 'utf8'));
if (notes === '') {
  console.error(`CHANGELOG.md has no section "## ${version}" with text.`);
  process.exit(1);
}
console.log(notes);
