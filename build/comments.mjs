import ts from 'typescript';

/**
 * Lists all comments of a script, including their delimiters. The script is parsed, because a string or a
 * regular expression can look like a comment.
 * @param {string} code JavaScript.
 * @returns {string[]}
 */
export function commentsIn(code) {
  const file = ts.createSourceFile('main.js', code, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
  /**
   * The comments by the offset of their first character, because two neighbouring tokens can have the same
   * comment.
   * @type {Map<number, string>}
   */
  const comments = new Map();
  /** @param {ts.Node} node */
  const visit = (node) => {
    const children = node.getChildren(file);
    for (const child of children) visit(child);
    if (children.length > 0) return;
    const before = ts.getLeadingCommentRanges(code, node.pos) ?? [];
    const after = ts.getTrailingCommentRanges(code, node.end) ?? [];
    for (const { pos, end } of [...before, ...after]) comments.set(pos, code.slice(pos, end));
  };
  visit(file);
  return [...comments.values()];
}
