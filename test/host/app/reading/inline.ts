import type { PhrasingContent } from 'mdast';
import { closedBy, elementOf } from './html';
import { displayOf, embed, internalLink, markdownLink, wikilinkParts, type LinkContext } from './links';
import type { ObsidianInline } from './nodes';

/** The data about a note that is needed to render its inline content. */
export interface InlineContext extends LinkContext {
  /** Addresses of reference links, by identifier. */
  readonly definitions: ReadonlyMap<
    string,
    { readonly url: string; readonly title?: string | null | undefined }
  >;
  /** Returns the number of a footnote, from 1, in the order in which the text refers to the footnotes. */
  footnoteNumber(identifier: string): number;
}

function appendText(parent: Node, text: string): void {
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) parent.createEl('br');
    parent.appendChild(document.createTextNode(line));
  }
}

function isMark(node: PhrasingContent): boolean {
  return node.type === 'obsidianInline' && node.kind === 'mark';
}

/**
 * Returns true when `node` is missing or has white space at this side. A `==` needs text right after it to
 * open a highlight, and text right before it to close one.
 */
function isGap(node: PhrasingContent | undefined, side: 'start' | 'end'): boolean {
  if (node === undefined || node.type === 'break') return true;
  return node.type === 'text' && (side === 'start' ? /^\s/ : /\s$/).test(node.value);
}

/** Returns the index of the `==` that closes the `==` at `from`; -1 when there is none. */
function closingMark(nodes: readonly PhrasingContent[], from: number): number {
  if (isGap(nodes[from + 1], 'start')) return -1;
  return nodes.findIndex(
    (node, index) => index > from + 1 && isMark(node) && !isGap(nodes[index - 1], 'end'),
  );
}

function renderObsidian(node: ObsidianInline, parent: Node, context: InlineContext): void {
  if (node.kind === 'wikilink') {
    const { target, alias } = wikilinkParts(node.value);
    const link = internalLink(target, context);
    link.setText(alias ?? displayOf(target));
    parent.appendChild(link);
  } else if (node.kind === 'embed') {
    parent.appendChild(embed(node.value, context));
  } else if (node.kind === 'math') {
    parent.createSpan({ cls: ['math', 'math-inline'], text: node.value });
  } else if (node.kind === 'tag') {
    parent.createEl('a', {
      cls: 'tag',
      href: node.value,
      text: node.value,
      attr: { rel: 'noopener nofollow', target: '_blank' },
    });
  } else if (node.kind === 'mark') {
    appendText(parent, node.value);
  }
}

function renderFootnote(identifier: string, parent: Node, context: InlineContext): void {
  const number = String(context.footnoteNumber(identifier));
  const sup = parent.createEl('sup', { cls: 'footnote-ref', attr: { id: `fnref-${number}` } });
  sup.createEl('a', { cls: 'footnote-link', href: `#fn-${number}`, text: `[${number}]` });
}

function renderImage(url: string, alt: string, parent: Node, context: InlineContext): void {
  if (/^https?:/i.test(url))
    parent.createEl('img', { attr: { src: url, alt, referrerpolicy: 'no-referrer' } });
  else parent.appendChild(embed(`![[${url}|${alt === '' ? url : alt}]]`, context));
}

function renderNode(node: PhrasingContent, parent: Node, context: InlineContext): void {
  switch (node.type) {
    case 'text':
      return appendText(parent, node.value);
    case 'emphasis':
      return renderInline(node.children, parent.createEl('em'), context);
    case 'strong':
      return renderInline(node.children, parent.createEl('strong'), context);
    case 'delete':
      return renderInline(node.children, parent.createEl('del'), context);
    case 'inlineCode':
      parent.createEl('code', { text: node.value });
      return;
    case 'break':
      parent.createEl('br');
      return;
    case 'link':
      return renderInline(
        node.children,
        parent.appendChild(markdownLink(node.url, node.title ?? undefined, context)),
        context,
      );
    case 'linkReference': {
      const found = context.definitions.get(node.identifier);
      if (found === undefined) return renderInline(node.children, parent, context);
      return renderInline(
        node.children,
        parent.appendChild(markdownLink(found.url, found.title ?? undefined, context)),
        context,
      );
    }
    case 'image':
      return renderImage(node.url, node.alt ?? '', parent, context);
    case 'imageReference':
      return renderImage(
        context.definitions.get(node.identifier)?.url ?? '',
        node.alt ?? '',
        parent,
        context,
      );
    case 'footnoteReference':
      return renderFootnote(node.identifier, parent, context);
    case 'obsidianInline':
      return renderObsidian(node, parent, context);
    case 'html':
      // This case is never reached, because `renderInline` renders all HTML tags with `renderTag`.
      return undefined;
  }
}

const voidTags = new Set(['br', 'img', 'hr', 'wbr', 'input']);

/**
 * Renders inline content. The parser returns `==` and inline HTML tags one by one; pairs of them are joined
 * here.
 */
export function renderInline(nodes: readonly PhrasingContent[], root: Node, context: InlineContext): void {
  const open: { readonly tag: string; readonly el: Node }[] = [];
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index];
    if (node === undefined) continue;
    const parent = open.at(-1)?.el ?? root;
    const markEnd = isMark(node) ? closingMark(nodes, index) : -1;
    if (markEnd > 0) {
      renderInline(nodes.slice(index + 1, markEnd), parent.createEl('mark'), context);
      index = markEnd;
    } else if (node.type === 'html') {
      renderTag(node.value, parent, open);
    } else {
      renderNode(node, parent, context);
    }
  }
}

function renderTag(html: string, parent: Node, open: { readonly tag: string; readonly el: Node }[]): void {
  const closing = closedBy(html);
  if (closing !== undefined) {
    // A closing tag without an opening tag shows nothing, as in a browser.
    const from = open.map(({ tag }) => tag).lastIndexOf(closing);
    if (from >= 0) open.splice(from);
    return;
  }
  const el = elementOf(html);
  if (el === undefined) return;
  parent.appendChild(el);
  const tag = el.tagName.toLowerCase();
  if (!voidTags.has(tag) && !html.endsWith('/>')) open.push({ tag, el });
}
