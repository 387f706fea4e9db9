import MarkdownIt from 'markdown-it';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parse as parseYaml } from 'yaml';
import {
  triggerExamples,
  type Surface,
  type TriggerExample,
} from '../../../src/note/escape/triggers.examples';
import { withoutFrontmatter } from './structure';

/** The texts in a note that other plugins can read. Some of these texts depend on the renderer. */
export type Surfaces = Readonly<Record<Surface, readonly string[]>>;

type Rendered = Pick<Surfaces, 'text' | 'code' | 'address'>;

export const renderers = ['markdown-it', 'remark'] as const;
export type Renderer = (typeof renderers)[number];

/** The sign that stands for inline code in the surrounding text. */
const codeSign = '\u00A4';

const remark = unified().use(remarkParse).use(remarkGfm);
const markdownIt = new MarkdownIt({ html: true, linkify: true });
markdownIt.linkify.set({ fuzzyLink: false, fuzzyEmail: false }).add('//', null);

export function surfacesOf(note: string): Readonly<Record<Renderer, Surfaces>> {
  const body = withoutFrontmatter(note);
  const source = ofSource(note);
  return {
    'markdown-it': { ...source, ...byMarkdownIt(body) },
    remark: { ...source, ...byRemark(body) },
  };
}

/** The parts of a note that plugins read without rendering it. */
export function ofSource(note: string): Pick<Surfaces, 'source' | 'task' | 'property'> {
  const source = withoutFrontmatter(note).split('\n');
  return {
    source,
    task: source.filter((line) => /^[\s>]*(?:[-*+]|\d+[.)])\s+\[.\]\s/.test(line)),
    property: textsIn(parseYaml(/^---\n([\s\S]*?\n)---\n/.exec(note)?.[1] ?? '')),
  };
}

function textsIn(value: unknown, name = ''): string[] {
  // This property is the link to the PDF. It has no text of the model, and the tests of file names check it.
  if (name === 'source_file') return [];
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => textsIn(one, key));
}

function byRemark(body: string): Rendered {
  const found = { text: [] as string[], code: [] as string[], address: [] as string[] };
  const walk = (node: Nodes): string => {
    if (node.type === 'inlineCode') {
      found.code.push(node.value);
      return codeSign;
    }
    if ('url' in node) found.address.push(node.url);
    if (node.type === 'code') return '';
    if (node.type === 'html') return htmlText(node.value);
    if ('value' in node) return node.value;
    const within = 'children' in node ? node.children.map(walk).join('') : '';
    if (node.type === 'paragraph' || node.type === 'tableCell' || node.type === 'heading')
      found.text.push(withoutWikilinks(within));
    return within;
  };
  const tree = remark.parse(body);
  found.text.push(...tree.children.filter(({ type }) => type === 'html').map(walk));
  walk(tree);
  return found;
}

function byMarkdownIt(body: string): Rendered {
  const found = { text: [] as string[], code: [] as string[], address: [] as string[] };
  for (const token of markdownIt.parse(body, {})) {
    if (token.type === 'html_block') found.text.push(htmlText(token.content));
    if (token.type !== 'inline') continue;
    const children = token.children ?? [];
    found.code.push(...children.filter(({ type }) => type === 'code_inline').map(({ content }) => content));
    found.address.push(
      ...children.flatMap(({ attrs }) => (attrs ?? []).map(([, value]) => decodeURI(String(value)))),
    );
    found.text.push(
      withoutWikilinks(
        children.map(({ type, content }) => (type === 'code_inline' ? codeSign : content)).join(''),
      ),
    );
  }
  return found;
}

/** Replaces the plugin's wikilinks, because these renderers treat them as text. */
function withoutWikilinks(text: string): string {
  return text.replace(/\[\[[^[\]|#^\n]*(?:#page=\d+)?(?:\\?\|p\. \d+)?\]\]/g, 'link');
}

/** Returns the text outside of `pre`, because other plugins treat the content of `pre` as code. */
function htmlText(html: string): string {
  return html
    .replace(/<pre>[\s\S]*?<\/pre>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}

/**
 * Lists the triggers (texts that make a plugin act) that occur more often in `actual` than in `expected`.
 * Both come from the same note, but the texts in the note of `expected` are harmless.
 */
export function activeTriggers(actual: Surfaces, expected: Surfaces): string[] {
  return triggerExamples.flatMap((trigger) => {
    const more = trigger.where.filter(
      (where) => hits(trigger, actual[where]) > hits(trigger, expected[where]),
    );
    return more.map((where) => `${trigger.plugin} reads ${where}: ${firstHit(trigger, actual[where])}`);
  });
}

function hits({ pattern }: TriggerExample, texts: readonly string[]): number {
  return texts.filter((text) => pattern.test(text)).length;
}

function firstHit({ pattern }: TriggerExample, texts: readonly string[]): string {
  return JSON.stringify(texts.find((text) => pattern.test(text))?.slice(0, 300));
}
