/**
 * Prints the digests of the offline engine, so that a person can judge them: `tsx test/bench/offline/read.ts
 * DIR [NAME …]`. DIR is a folder with PDFs. A NAME selects the files whose names contain NAME. With `-` as
 * DIR, the test documents of this repository are read.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOffline } from '../../../src/digest/offline/digest-offline';
import type { Digest } from '../../../src/digest/digest';
import type { Sentence } from '../../../src/text/sentence';
import { fixtures } from '../../fixtures/catalogue';
import { withPdf } from '../../unit/fixtures/open-with-pdfjs';
import { readSentences } from '../../unit/digest/round-trip';

const [folder = '-', ...names] = process.argv.slice(2);
const isWanted = (name: string): boolean => names.length === 0 || names.some((each) => name.includes(each));

for (const { name, bytes, password } of await documents()) {
  try {
    const { sentences, pages } = await withPdf(await bytes(), password, readSentences);
    const { digest } = digestOffline({ sentences, pageCount: pages.length, notRead: [] });
    console.log(printed(name, sentences, digest));
  } catch (thrown) {
    console.log(`=== ${name}: ${String(thrown)}`);
  }
}

interface Source {
  readonly name: string;
  readonly password?: string | undefined;
  readonly bytes: () => Promise<Uint8Array>;
}

async function documents(): Promise<Source[]> {
  if (folder === '-') {
    return fixtures
      .filter(({ name, expected }) => isWanted(name) && expected.opens)
      .map(({ name, make, expected }) => ({
        name,
        password: expected.opens ? expected.password : undefined,
        bytes: async () => new Uint8Array(await make()),
      }));
  }
  const files = (await readdir(folder)).filter((name) => name.toLowerCase().endsWith('.pdf'));
  return files
    .filter(isWanted)
    .sort()
    .map((name) => ({ name, bytes: async () => new Uint8Array(await readFile(join(folder, name))) }));
}

function printed(name: string, sentences: readonly Sentence[], digest: Digest): string {
  const list = (title: string, lines: readonly string[]): string =>
    lines.length === 0 ? '' : `${title}\n${lines.map((line) => `  ${line}`).join('\n')}\n`;
  return [
    `=== ${name} (${String(sentences.length)} sentences)\n`,
    `${digest.documentType} ${digest.language} "${digest.title}" #${digest.tags.join(' #')}\n`,
    list(
      'SUMMARY',
      digest.summary.map(({ text }) => text),
    ),
    list(
      'TO-DOS',
      digest.actions.map(
        ({ text, owner, due }) =>
          `[${owner}] [${due.kind === 'none' ? '' : `${due.text} = ${due.kind === 'absolute' ? due.date : due.kind}`}] ${text}`,
      ),
    ),
    list(
      'POINTS',
      digest.points.map(({ text }) => text),
    ),
    list(
      'FACTS',
      digest.facts.map((fact) => `${fact.name} = ${fact.value}`),
    ),
    list(
      'DOUBTFUL',
      digest.unverified.map(({ section, text, doubt }) => `${section} ${doubt.kind}: ${text}`),
    ),
  ].join('');
}
