import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contractLike } from '../fixtures/small';

/** Numbers of files: notes, files of other kinds, and PDFs in the inbox. */
export interface VaultSize {
  readonly notes: number;
  readonly others: number;
  readonly pdfs: number;
}

const FILES_PER_FOLDER = 250;
const CONCURRENT_WRITES = 64;

/** Writes a vault into a folder. Every tenth note has properties and links. */
export async function makeVault(vault: string, { notes, others, pdfs }: VaultSize): Promise<void> {
  const files: (() => readonly [path: string, bytes: string | Uint8Array])[] = [];
  const folderOf = (kind: string, index: number): string =>
    `${kind}/${String(Math.floor(index / FILES_PER_FOLDER))}`;
  for (let index = 0; index < notes; index += 1)
    files.push(() => [`${folderOf('Notes', index)}/Note ${String(index)}.md`, noteText(index)]);
  for (let index = 0; index < others; index += 1)
    files.push(() => [`${folderOf('Files', index)}/File ${String(index)}.png`, 'x']);
  for (let index = 0; index < pdfs; index += 1)
    files.push(() => [`Inbox/Document ${String(index)}.pdf`, contractLike(String(index))]);
  const folders = new Set(files.map((file) => file()[0].replace(/\/[^/]*$/, '')));
  for (const folder of folders) await mkdir(join(vault, folder), { recursive: true });
  for (let start = 0; start < files.length; start += CONCURRENT_WRITES) {
    await Promise.all(
      files.slice(start, start + CONCURRENT_WRITES).map(async (file) => {
        const [path, bytes] = file();
        await writeFile(join(vault, path), bytes);
      }),
    );
  }
}

function noteText(index: number): string {
  if (index % 10 > 0) return `# Note ${String(index)}\n\nSome text.\n`;
  return `---\ntags: [note]\nstatus: open\n---\n# Note ${String(index)}\n\nSee [[Note ${String(index + 1)}]] and #tag.\n`;
}
