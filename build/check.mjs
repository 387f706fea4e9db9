/** The build's last step: refuses a bundle that may not be shipped, and prints its size. */
import { readFile } from 'node:fs/promises';
import { assertNothingForbidden } from './forbidden.mjs';

/** Every byte is synced to every device of the user and parsed at every start of the app. */
const maxBytes = 1_800_000;

/** @type {import('esbuild').Plugin} */
export const checkBundle = {
  name: 'check-bundle',
  setup(build) {
    build.onEnd(async ({ errors }) => {
      const { outfile } = build.initialOptions;
      if (errors.length > 0 || outfile === undefined) return {};
      const code = await readFile(outfile);
      const problems = findProblems(code.toString('utf8'), code.byteLength, outfile);
      if (problems.length === 0) {
        console.warn(`${outfile}  ${code.byteLength.toLocaleString('en')} bytes`);
      }
      // What a build's end finds is not printed by the bundler itself.
      for (const problem of problems) console.error(problem);
      return { errors: problems.map((text) => ({ text })) };
    });
  },
};

/**
 * @param {string} code
 * @param {number} bytes
 * @param {string} name
 * @returns {string[]}
 */
function findProblems(code, bytes, name) {
  const problems = [];
  if (bytes > maxBytes) problems.push(`${name} has ${bytes} bytes; at most ${maxBytes} are allowed.`);
  try {
    assertNothingForbidden(code, name);
  } catch (error) {
    problems.push(String(error));
  }
  return problems;
}
