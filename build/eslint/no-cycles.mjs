import { relative } from 'node:path';
import { importsBelow, importsIn, locationOf } from './imports.mjs';

/**
 * Converts two paths to entries of the innermost folder that contains both. For example, `llm/wire/chat.ts`
 * and `llm/model.ts` become the entries `wire` and `model.ts` of `llm`.
 * @param {string} path
 * @param {string} other
 */
function entries(path, other) {
  const [steps, otherSteps] = [path.split('/'), other.split('/')];
  let depth = 0;
  while (steps[depth] === otherSteps[depth]) depth += 1;
  return { folder: steps.slice(0, depth).join('/'), from: steps[depth] ?? '', to: otherSteps[depth] ?? '' };
}

/**
 * Finds the shortest path from one entry of a folder to another.
 * @param {ReadonlyMap<string, ReadonlySet<string>>} graph The imports between the folder's entries.
 * @param {string} start
 * @param {string} goal
 * @returns {readonly string[] | undefined}
 */
function wayBetween(graph, start, goal) {
  const seen = new Set([start]);
  /** @type {string[][]} */
  const ways = [[start]];
  for (const way of ways) {
    const last = way.at(-1) ?? start;
    if (last === goal) return way;
    for (const next of graph.get(last) ?? []) {
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return undefined;
}

/**
 * Returns the imports between the entries of every folder.
 * @param {Iterable<readonly [string, readonly import('./imports.mjs').Import[]]>} imports
 */
function graphsOf(imports) {
  /** @type {Map<string, Map<string, Set<string>>>} */
  const graphs = new Map();
  for (const [path, targets] of imports) {
    for (const target of targets) {
      if (target.to === path) continue;
      const { folder, from, to } = entries(path, target.to);
      const graph = graphs.get(folder) ?? new Map();
      graphs.set(folder, graph.set(from, (graph.get(from) ?? new Set()).add(to)));
    }
  }
  return graphs;
}

/**
 * Reports cycles of imports. In each folder, the files and folders must not import each other in a cycle;
 * imports of types are included. A cycle of files is found in the innermost folder that contains all of them.
 * @type {import('eslint').Rule.RuleModule}
 */
export const noCycles = {
  meta: {
    type: 'problem',
    docs: { description: 'forbid cycles of imports between files and between folders' },
    messages: { cycle: 'This import closes a cycle in {{folder}}: {{way}}.' },
    schema: [
      {
        type: 'object',
        properties: { root: { type: 'string' } },
        required: ['root'],
        additionalProperties: false,
      },
    ],
  },
  create({ options, filename, sourceCode, report }) {
    const { root } = options[0];
    const path = relative(root, filename).replaceAll('\\', '/');
    if (path.startsWith('..')) return {};
    return {
      Program() {
        const own = importsIn(sourceCode.text, root, path);
        const graphs = graphsOf(new Map([...importsBelow(root), [path, own]]));
        for (const target of own) {
          const { folder, from, to } = entries(path, target.to);
          const way = target.to === path ? [] : wayBetween(graphs.get(folder) ?? new Map(), to, from);
          if (way === undefined) continue;
          const loc = locationOf(target, sourceCode);
          const data = { folder: `src/${folder}`, way: [from, ...way].join(' → ') };
          report({ loc, messageId: 'cycle', data });
        }
      },
    };
  },
};
