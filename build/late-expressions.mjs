/** Has regular expressions inside functions made when they are reached, not checked when the file is read. */
import ts from 'typescript';

/**
 * Engines check every literal in a file they read, whether the function around it ever runs or not: twenty
 * microseconds each, a quarter of what our code takes at every start of the app. A call of RegExp is checked when it is
 * reached, and engines know it again the next time. Only in our own sources: in packages, a literal that nobody uses
 * is left out of the bundle, and a call is not.
 * @param {string} source TypeScript.
 * @returns {string}
 */
export function withLateExpressions(source) {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.ESNext, true);
  /** @type {ts.Node[]} */
  const late = [];
  /** @param {ts.Node} node @param {boolean} inFunction */
  const look = (node, inFunction) => {
    if (inFunction && node.kind === ts.SyntaxKind.RegularExpressionLiteral) late.push(node);
    const isFunction = ts.isFunctionLike(node);
    ts.forEachChild(node, (child) => look(child, inFunction || isFunction));
  };
  look(file, false);
  let made = '';
  let end = 0;
  for (const node of late) {
    made += source.slice(end, node.getStart(file)) + asCall(node.getText(file));
    end = node.end;
  }
  return made + source.slice(end);
}

/** @param {string} literal `/…/flags` */
function asCall(literal) {
  const close = literal.lastIndexOf('/');
  return `new RegExp(${JSON.stringify(literal.slice(1, close))}, ${JSON.stringify(literal.slice(close + 1))})`;
}
