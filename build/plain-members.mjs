/** Has private members of classes (`#name`) be plain ones in the bundle. */
import ts from 'typescript';

/**
 * For each private name engines make a symbol when they reach its class, and look through the classes around each of its
 * uses when they read the file: a twelfth of what our code takes at every start of the app. The type checker has seen by
 * then that nobody else uses them. The `$` keeps them apart from the members of the app's own classes that ours extend;
 * ours extend none of each other that has private members.
 * @param {string} source TypeScript.
 * @returns {string}
 * @throws Error for `#name in object`, which has no plain form.
 */
export function withPlainMembers(source) {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.ESNext, true);
  let made = '';
  let end = 0;
  /** @param {ts.Node} node */
  const look = (node) => {
    if (ts.isPrivateIdentifier(node)) {
      if (ts.isBinaryExpression(node.parent)) throw new Error(`${node.text} is looked for with "in": a plain member cannot be.`);
      made += `${source.slice(end, node.getStart(file))}$${node.text.slice(1)}`;
      end = node.end;
    }
    ts.forEachChild(node, look);
  };
  look(file);
  return made + source.slice(end);
}
