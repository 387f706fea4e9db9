import type { Plugin } from 'esbuild';

/**
 * Provides `host:icons`: a text with one line for each icon. The line has the icon's name, a space, and its
 * shapes as JSON. A page parses the shapes only of the icons that it shows. So the page starts faster than
 * with code that creates an object for each of the thousands of icons.
 */
export const iconTexts: Plugin = {
  name: 'icon-texts',
  setup(bundling) {
    bundling.onResolve({ filter: /^host:icons$/ }, ({ path }) => ({ path, namespace: 'icons' }));
    bundling.onLoad({ filter: /^/, namespace: 'icons' }, async () => {
      const { icons } = await import('lucide');
      const lines = Object.entries(icons).map(([name, shapes]) => `${name} ${JSON.stringify(shapes)}`);
      return { loader: 'text', contents: lines.join('\n') };
    });
  },
};
