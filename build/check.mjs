/**
 * The last step of the build. It rejects a bundle that must not be released, and prints the size of a valid
 * one.
 */
import { readFile } from 'node:fs/promises';
import { commentsIn } from './comments.mjs';
import { assertNothingForbidden } from './forbidden.mjs';

/**
 * Maximum size of the bundle, in bytes. All of the user's devices sync the whole file, and the app reads it
 * at every start.
 */
export const MAX_BYTES = 1_550_000;

/** Maximum length of a comment, in characters. Reviewers of plugins suspect hidden data in long comments. */
export const MAX_COMMENT = 2_000;

/** @type {import('esbuild').Plugin} */
export const checkBundle = {
  name: 'check-bundle',
  setup(build) {
    build.onEnd(async ({ errors }) => {
      const { outfile } = build.initialOptions;
      if (errors.length > 0 || outfile === undefined) return {};
      const code = await readFile(outfile);
      const problems = problemsOf(code, outfile);
      if (problems.length === 0) {
        console.warn(`${outfile}  ${code.byteLength.toLocaleString('en')} bytes`);
      }
      // The bundler does not print the errors that a plugin returns.
      for (const problem of problems) console.error(problem);
      return { errors: problems.map((text) => ({ text })) };
    });
  },
};

/**
 * Lists the reasons why a bundle must not be released.
 * @param {Uint8Array} code The bundle as UTF-8.
 * @param {string} name The bundle's name, for the messages.
 * @returns {string[]}
 */
export function problemsOf(code, name) {
  const text = Buffer.from(code).toString('utf8');
  return [
    ...sizeProblems(code, name),
    ...characterProblems(text, name),
    ...commentProblems(text, name),
    ...forbiddenProblems(text, name),
  ];
}

/** @param {Uint8Array} code @param {string} name @returns {string[]} */
function sizeProblems(code, name) {
  if (code.byteLength <= MAX_BYTES) return [];
  return [`${name} has ${code.byteLength} bytes; at most ${MAX_BYTES} are allowed.`];
}

/** @param {string} text @param {string} name @returns {string[]} */
function characterProblems(text, name) {
  const at = text.search(/[^\0-\x7f]/);
  if (at < 0) return [];
  return [`${name} has the character ${codeOf(text, at)}; write it as an escape: ${around(text, at)}`];
}

/** @param {string} text @param {string} name @returns {string[]} */
function commentProblems(text, name) {
  return commentsIn(text)
    .filter((comment) => comment.length > MAX_COMMENT)
    .map((comment) => `${name} has a comment of ${comment.length} characters: ${comment.slice(0, 80)}…`);
}

/** @param {string} text @param {string} name @returns {string[]} */
function forbiddenProblems(text, name) {
  try {
    assertNothingForbidden(text, name);
    return [];
  } catch (error) {
    return [String(error)];
  }
}

/** @param {string} text @param {number} at */
function codeOf(text, at) {
  return `U+${(text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** @param {string} text @param {number} at */
function around(text, at) {
  return `…${text.slice(Math.max(0, at - 60), at + 60)}…`;
}
