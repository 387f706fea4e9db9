import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const sheets = ['variables', 'layout', 'controls', 'windows', 'settings', 'reading'];

/** Fonts the page brings along, so that pictures are the same on a machine without fonts. */
const fonts = [
  '@fontsource/inter/400.css',
  '@fontsource/inter/600.css',
  '@fontsource/inter/700.css',
  '@fontsource/noto-sans-sc/400.css',
  '@fontsource/noto-sans-sc/700.css',
  '@fontsource/noto-emoji/400.css',
];

const require = createRequire(import.meta.url);

async function fontSheet(name: string, packages: string): Promise<string> {
  const css = await readFile(require.resolve(name), 'utf8');
  const folder = name.slice(0, name.lastIndexOf('/'));
  return css.replaceAll('url(./', `url(${packages}/${folder}/`);
}

/**
 * The host page's styles: the app's look and the fonts. Runs in Node.
 * @param packages the address at which the page finds the files of `node_modules`, without a slash at the end
 */
export async function hostStylesheet(packages: string): Promise<string> {
  const parts = [
    ...fonts.map((name) => fontSheet(name, packages)),
    ...sheets.map((name) => readFile(new URL(`${name}.css`, import.meta.url), 'utf8')),
  ];
  return (await Promise.all(parts)).join('\n');
}
