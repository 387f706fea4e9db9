/**
 * Code that must not be released: reviewers of plugins reject it, or old JavaScript engines cannot parse it.
 */
const forbidden = [
  { pattern: /\bnew\s+Function\s*\(/, name: 'new Function(' },
  { pattern: /(^|[^.\w$])eval\s*\(/, name: 'eval(' },
  { pattern: /\(\?<[=!]/, name: 'regex lookbehind' },
];

/**
 * Rejects code that must not be released.
 * @param {string} code
 * @param {string} where The code's name, for the error.
 * @throws Error that lists each forbidden construct with the code around it.
 */
export function assertNothingForbidden(code, where) {
  const found = forbidden.flatMap(({ pattern, name }) => {
    const at = code.search(pattern);
    return at < 0 ? [] : [`${name} in ${where}: …${code.slice(Math.max(0, at - 60), at + 80)}…`];
  });
  if (found.length > 0) throw new Error(found.join('\n'));
}
