/**
 * A rule for the linter. In an ordered list of folders and modules, each entry imports only from earlier
 * entries.
 */
import { relative } from 'node:path';
import { importsIn, locationOf } from './imports.mjs';

/**
 * @param {string} path Relative to the root.
 */
function entryOf(path) {
  return (path.split('/')[0] ?? '').replace(/\.ts$/, '');
}

/**
 * The options are the absolute path of the root, and the ordered list of its folders and modules (without
 * extension). The rule also reports a folder or module that is missing from the list. It checks imports of
 * types, too.
 * @type {import('eslint').Rule.RuleModule}
 */
export const importOrder = {
  meta: {
    type: 'problem',
    docs: { description: 'forbid imports of folders and modules that come later in the list' },
    messages: {
      later: 'src/{{from}} cannot import src/{{to}}, which comes later in the list of eslint.config.mjs.',
      unlisted: 'src/{{from}} is missing from the list in eslint.config.mjs.',
    },
    schema: [
      {
        type: 'object',
        properties: { root: { type: 'string' }, order: { type: 'array', items: { type: 'string' } } },
        required: ['root', 'order'],
        additionalProperties: false,
      },
    ],
  },
  create({ options, filename, sourceCode, report }) {
    /** @type {{ root: string, order: readonly string[] }} */
    const { root, order } = options[0];
    const path = relative(root, filename).replaceAll('\\', '/');
    if (path.startsWith('..')) return {};
    const from = entryOf(path);
    return {
      Program(node) {
        const place = order.indexOf(from);
        if (place < 0) report({ node, messageId: 'unlisted', data: { from } });
        for (const target of importsIn(sourceCode.text, root, path)) {
          const to = entryOf(target.to);
          if (order.indexOf(to) <= place) continue;
          const loc = locationOf(target, sourceCode);
          report({ loc, messageId: 'later', data: { from, to } });
        }
      },
    };
  },
};
