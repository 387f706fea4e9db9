/** Our own sources as engines read them fastest: what is said in `late-expressions.mjs` and `plain-members.mjs`. */
import { readFile } from 'node:fs/promises';
import { withLateExpressions } from './late-expressions.mjs';
import { withPlainMembers } from './plain-members.mjs';

/** @type {import('esbuild').Plugin} */
export const lightSources = {
  name: 'light-sources',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      if (/[\\/]node_modules[\\/]/.test(path)) return undefined;
      return { contents: withLateExpressions(withPlainMembers(await readFile(path, 'utf8'))), loader: 'ts' };
    });
  },
};
