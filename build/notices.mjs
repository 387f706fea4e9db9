/** Writes `THIRD-PARTY-NOTICES.txt`, which lists all third-party software in `main.js` with its licences. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundledInputs } from './bundled-inputs.mjs';
import { softwareIn } from './third-party.mjs';

export const noticesFile = 'THIRD-PARTY-NOTICES.txt';

const line = '='.repeat(80);

/**
 * Writes the file after each build, if its content has changed.
 * @param {string} root The folder of the project.
 * @param {ReadonlyMap<string, readonly string[]>} packed The files in each packed module.
 * @returns {import('esbuild').Plugin}
 */
export function writeNotices(root, packed) {
  return {
    name: 'write-notices',
    setup(build) {
      build.initialOptions.metafile = true;
      build.onEnd(async ({ errors, metafile }) => {
        if (errors.length > 0 || metafile === undefined) return;
        const inputs = [...bundledInputs(root, metafile), ...[...packed.values()].flat()];
        const notices = await noticesOf(root, inputs);
        const path = join(root, noticesFile);
        const present = await readFile(path, 'utf8').catch(() => undefined);
        if (notices !== present) await writeFile(path, notices);
      });
    },
  };
}

/**
 * Returns the content of `THIRD-PARTY-NOTICES.txt`.
 * @param {string} root The folder of the project.
 * @param {readonly string[]} inputs Absolute paths of the files in the bundle and in its packed parts, in any
 * order.
 * @returns {Promise<string>}
 * @throws Error when a licence cannot be found.
 */
export async function noticesOf(root, inputs) {
  const software = await softwareIn(root, inputs);
  const contents = software.map(({ name, licence }) => `- ${name} (${licence})`);
  const sections = software.map(({ name, licence, texts }) =>
    [line, `${name} (${licence})`, line, '', ...texts.map(tidy)].join('\n'),
  );
  return [introduction, ...contents, '', ...sections].join('\n');
}

const introduction = `Third-party notices

The file main.js of PDF Inbox contains the following third-party software. The build writes this file; it
finds the software by the files that are in main.js and in the programs packed in it.
`;

/**
 * Normalises a text: line feeds only, no white space at the ends of lines, one empty line at the end.
 * @param {string} text
 */
function tidy(text) {
  return `${text
    .replaceAll('\r\n', '\n')
    .replace(/[ \t]+$/gm, '')
    .trim()}\n`;
}
