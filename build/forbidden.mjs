/** What may not stand in shipped code, because a reviewer rejects it or an old engine cannot parse it. */
const forbidden = [
  { pattern: /\bnew\s+Function\s*\(/, name: 'new Function(' },
  { pattern: /(^|[^.\w$])eval\s*\(/, name: 'eval(' },
  { pattern: /\(\?<[=!]/, name: 'regex lookbehind' },
];

/**
 * @param {string} code
 * @param {string} where Named in the error.
 * @throws Error that names each forbidden thing found, with what stands around it.
 */
export function assertNothingForbidden(code, where) {
  const found = forbidden.flatMap(({ pattern, name }) => {
    const at = code.search(pattern);
    return at < 0 ? [] : [`${name} in ${where}: …${code.slice(Math.max(0, at - 60), at + 80)}…`];
  });
  if (found.length > 0) throw new Error(found.join('\n'));
}
