import type { Blockquote, BlockContent, DefinitionContent, PhrasingContent } from 'mdast';
import { setIcon } from '../ui/icons';

/** A blockquote that begins with `[!type]`. */
export interface Callout {
  /** The type in lower case. */
  readonly type: string;
  /**
   * `-` for a folded callout, `+` for an open callout that can be folded, an empty text for a callout that
   * cannot be folded.
   */
  readonly fold: '-' | '+' | '';
  readonly title: readonly PhrasingContent[];
  readonly content: readonly (BlockContent | DefinitionContent)[];
}

const icons: Record<string, string> = {
  note: 'lucide-pencil',
  abstract: 'lucide-clipboard-list',
  summary: 'lucide-clipboard-list',
  info: 'lucide-info',
  todo: 'lucide-circle-check',
  tip: 'lucide-flame',
  success: 'lucide-check',
  question: 'lucide-circle-help',
  warning: 'lucide-triangle-alert',
  failure: 'lucide-x',
  danger: 'lucide-zap',
  bug: 'lucide-bug',
  example: 'lucide-list',
  quote: 'lucide-quote',
  cite: 'lucide-quote',
};

function cutAtLineBreak(nodes: readonly PhrasingContent[]): [PhrasingContent[], PhrasingContent[]] {
  for (const [index, node] of nodes.entries()) {
    const at = node.type === 'text' ? node.value.indexOf('\n') : -1;
    if (node.type === 'break') return [nodes.slice(0, index), nodes.slice(index + 1)];
    if (node.type !== 'text' || at < 0) continue;
    const before = { ...node, value: node.value.slice(0, at) };
    const after = { ...node, value: node.value.slice(at + 1) };
    return [
      [...nodes.slice(0, index), before],
      [after, ...nodes.slice(index + 1)],
    ];
  }
  return [[...nodes], []];
}

/**
 * Returns the callout if the blockquote is one, otherwise `undefined`. `\[!x]` does not begin a callout, but
 * the parser also returns it as `[!x]`. So the unparsed text in `source` is read, too.
 */
export function calloutOf(quote: Blockquote, source: string): Callout | undefined {
  const [first, ...rest] = quote.children;
  if (first?.type !== 'paragraph') return undefined;
  const [head, ...others] = first.children;
  if (head?.type !== 'text' || !source.startsWith('[!', head.position?.start.offset ?? 0)) return undefined;
  const match = /^\[!([^\]\n]+)\]([+-]?)[ \t]*/.exec(head.value);
  if (match === null) return undefined;
  const [whole, type = '', fold] = match;
  const [title, below] = cutAtLineBreak([{ ...head, value: head.value.slice(whole.length) }, ...others]);
  const content = below.length > 0 ? [{ ...first, children: below }, ...rest] : rest;
  return { type: type.toLowerCase(), fold: fold === '-' || fold === '+' ? fold : '', title, content };
}

/** Creates the empty elements of a callout. */
export function calloutFrame({ type, fold }: Callout): {
  el: HTMLElement;
  titleEl: HTMLElement;
  contentEl: HTMLElement;
} {
  const el = createDiv({
    cls: 'callout',
    attr: { 'data-callout': type, 'data-callout-fold': fold, 'data-callout-metadata': '' },
  });
  const title = el.createDiv({ cls: 'callout-title', attr: { dir: 'auto' } });
  setIcon(title.createDiv('callout-icon'), icons[type] ?? 'lucide-pencil');
  const titleEl = title.createDiv('callout-title-inner');
  const contentEl = el.createDiv('callout-content');
  if (fold !== '') addFold(el, title, contentEl, fold === '-');
  return { el, titleEl, contentEl };
}

function addFold(el: HTMLElement, title: HTMLElement, contentEl: HTMLElement, folded: boolean): void {
  const arrow = title.createDiv('callout-fold');
  setIcon(arrow, 'lucide-chevron-down');
  const setFolded = (value: boolean): void => {
    el.toggleClass('is-collapsed', value);
    arrow.toggleClass('is-collapsed', value);
    contentEl.toggle(!value);
  };
  el.addClass('is-collapsible');
  setFolded(folded);
  title.addEventListener('click', () => {
    setFolded(!el.hasClass('is-collapsed'));
  });
}
