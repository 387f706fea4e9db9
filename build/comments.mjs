/** The comments of a JavaScript file. */
import ts from 'typescript';

/**
 * Lists every comment of a script, its marks included. It parses the script, because only a parser tells a
 * comment from a string or a regular expression that looks like one.
 * @param {string} code JavaScript.
 * @returns {string[]}
 */
export function commentsIn(code) {
  const file = ts.createSourceFile('main.js', code, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
  /** Comments by their first character: two tokens may have one between them. @type {Map<number, string>} */
  const comments = new Map();
  /** @param {ts.Node} node */
  const look = (node) => {
    const children = node.getChildren(file);
    for (const child of children) look(child);
    if (children.length > 0) return;
    const before = ts.getLeadingCommentRanges(code, node.pos) ?? [];
    const after = ts.getTrailingCommentRanges(code, node.end) ?? [];
    for (const { pos, end } of [...before, ...after]) comments.set(pos, code.slice(pos, end));
  };
  look(file);
  return [...comments.values()];
}
