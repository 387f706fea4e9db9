import MarkdownIt from 'markdown-it';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import legacyRemarkParse from 'remark-parse-8';
import { unified } from 'unified';
import legacyUnified from 'unified-9';
import { parse as parseYaml } from 'yaml';
import { withoutJoiners } from '../../../src/note/escape/triggers';

/**
 * The structure of a note without its words, as seen by three parsers, and by plugins that use regular
 * expressions.
 */
export interface Structure {
  readonly remark: unknown;
  readonly legacyRemark: unknown;
  readonly markdownIt: unknown;
  readonly app: Readonly<Record<string, number>>;
}

export interface ReadNote {
  readonly structure: Structure;
  /** The words that a reader sees or copies, in order, without HTML tags. */
  readonly text: string;
  /** Names of the frontmatter's properties, in order. */
  readonly properties: readonly string[];
}

const remark = unified().use(remarkParse).use(remarkGfm);
const legacy = legacyUnified().use(function attachLegacyParser() {
  Reflect.apply(legacyRemarkParse, this, [{ footnotes: true }]);
});
const markdownIt = new MarkdownIt({ html: true, linkify: true });
// Like the app and GitHub, this parser does not make links of bare domains. Only the other parsers make links
// of e-mail addresses.
markdownIt.linkify.set({ fuzzyLink: false, fuzzyEmail: false }).add('//', null);

/**
 * Matches a zero-width joiner that joins two emoji into one. Readers can see its effect, so it is not counted
 * as hidden.
 */
const joiner = /(\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?)\u200D(?=\p{Extended_Pictographic})/gu;

export function withoutFrontmatter(note: string): string {
  return note.replace(/^---\n[\s\S]*?\n---\n/, '');
}

/** Undoes the changes that keep plugins from acting on a text of a note. */
export function unbroken(text: string): string {
  return withoutJoiners(text).replaceAll('\uFF5B', '{').replaceAll('\uFF5D', '}');
}

/** Returns the structure of a note, the text that a reader sees, and the names of the properties. */
export function readNote(note: string): ReadNote {
  const body = withoutFrontmatter(note);
  const tree = remark.parse(body);
  return {
    structure: {
      remark: shape(tree),
      legacyRemark: shape(legacy.parse(body)),
      markdownIt: markdownItShape(body),
      app: appMarks(note, body, tree),
    },
    text: unbroken(textOfNode(tree)),
    properties: Object.keys(frontmatterOf(note)),
  };
}

function frontmatterOf(note: string): object {
  const frontmatter: unknown = parseYaml(/^---\n([\s\S]*?\n)---\n/.exec(note)?.[1] ?? '');
  return typeof frontmatter === 'object' && frontmatter !== null ? frontmatter : {};
}

interface TreeNode {
  readonly type: string;
}

/**
 * Returns the type and the fields of each node, but not its words. Inline code is treated as words, because
 * the plugin writes addresses as inline code.
 */
function shape(node: TreeNode): unknown {
  if (node.type === 'text' || node.type === 'inlineCode') return 'words';
  const { type, depth, checked, lang, url, identifier, children }: Readonly<Record<string, unknown>> = {
    ...node,
  };
  const within = Array.isArray(children) ? children.filter(isTreeNode).map(shape) : [];
  return [type, depth, checked, lang, url, identifier, within.filter((child) => child !== 'words')];
}

function isTreeNode(value: unknown): value is TreeNode {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function markdownItShape(body: string): unknown {
  const words = new Set(['text', 'code_inline', 'text_special', 'softbreak']);
  return markdownIt
    .parse(body, {})
    .map((token) => [
      token.type,
      token.tag,
      token.info,
      token.level,
      (token.children ?? [])
        .filter((child) => !words.has(child.type))
        .map((child) => [child.type, child.tag, child.attrs]),
    ]);
}

/**
 * Counts the marks that the app or a plugin interprets. In code, only templates (`<%`) and hidden characters
 * are counted.
 */
function appMarks(note: string, body: string, tree: Nodes): Record<string, number> {
  const raw = without(body, tree, ['code', 'inlineCode']).replace(/&#\d+;/g, '¤');
  const markdown = without(body, tree, ['code', 'inlineCode', 'html']);
  const unescaped = raw.replace(/\\[!-/:-@[-`{-~]/g, '¤');
  const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;
  return {
    template: count(note, /<%/g),
    comment: count(raw, /%%/g),
    field: count(raw, /::/g),
    highlight: count(raw, /==/g),
    math: count(unescaped, /\$/g),
    wikilink: count(raw, /\[\[/g),
    embed: count(raw, /!\[/g),
    footnote: count(unescaped, /\[\^|\^\[/g),
    callout: count(unescaped, /\[!/g),
    task: count(raw, /^\s*(?:>\s*)*(?:[-*+]|\d+[.)])\s+\[.\]/gm),
    tag: count(unescaped, /(?:^|[^\p{L}\p{N}&])#[\p{L}\p{N}_/-]/gmu),
    blockId: count(markdown, /(?:^|\s)\^[A-Za-z0-9-]+\s*$/gm),
    address: count(markdown, /[a-z][a-z0-9+.-]{0,20}:\/\/|www\.\w|\w@\w+\.\w/gi),
    hidden: count(
      withoutJoiners(note).replace(joiner, '$1'),
      /(?!\t|\n)\p{Cc}|\p{Surrogate}|[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|[\u{E0000}-\u{E007F}]/gu,
    ),
    taskSign: count(markdown, /[📅⏳🛫➕✅❌🔁🏁🆔⛔🔺⏫🔼🔽⏬]/gu),
  };
}

function without(body: string, tree: Nodes, types: readonly string[]): string {
  let raw = '';
  let from = 0;
  for (const node of descendants(tree)) {
    if (!types.includes(node.type)) continue;
    raw += `${body.slice(from, node.position?.start.offset ?? from)}¤`;
    from = node.position?.end.offset ?? from;
  }
  return raw + body.slice(from);
}

function* descendants(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* descendants(child);
}

function textOfNode(node: Nodes): string {
  if (node.type === 'html') return htmlText(node.value);
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOfNode).join('') : '';
}

function htmlText(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
