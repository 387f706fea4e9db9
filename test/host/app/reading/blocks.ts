import type { Blockquote, Code, List, ListItem, Root, RootContent, Table } from 'mdast';
import { setIcon } from '../ui/icons';
import { setTooltip } from '../ui/tooltip';
import { calloutFrame, calloutOf } from './callout';
import { sanitizeHTMLToDom } from './html';
import { renderInline, type InlineContext } from './inline';

/** The data about a note that its blocks need for rendering. */
export interface BlockContext extends InlineContext {
  /** The text that was parsed. */
  readonly source: string;
  /** Called when the user ticks or unticks a task. `line` is its line number in the parsed text, from 0. */
  readonly onTask: ((line: number, done: boolean) => void) | undefined;
}

function renderCode(node: Code, parent: Node): void {
  const pre = parent.createEl('pre');
  const code = pre.createEl('code', { text: `${node.value}\n` });
  const language = node.lang ?? '';
  if (language !== '') {
    pre.addClass(`language-${language.replaceAll(/\s/g, '-')}`);
    code.addClass(`language-${language.replaceAll(/\s/g, '-')}`);
  }
  const copy = pre.createEl('button', 'copy-code-button');
  setIcon(copy, 'lucide-copy');
  setTooltip(copy, 'Copy');
  copy.addEventListener('click', () => void navigator.clipboard.writeText(node.value));
}

function renderQuote(node: Blockquote, parent: Node, context: BlockContext): void {
  const callout = calloutOf(node, context.source);
  if (callout === undefined) {
    renderBlocks(node.children, parent.createEl('blockquote'), context);
    return;
  }
  const { el, titleEl, contentEl } = calloutFrame(callout);
  const untitled = callout.title.every((part) => part.type === 'text' && part.value.trim() === '');
  if (untitled) titleEl.setText(callout.type.charAt(0).toUpperCase() + callout.type.slice(1));
  else renderInline(callout.title, titleEl, context);
  if (callout.content.length === 0) contentEl.remove();
  renderBlocks(callout.content, contentEl, context);
  parent.appendChild(el);
}

function renderTask(item: ListItem, line: HTMLElement, context: BlockContext): void {
  const done = item.checked === true;
  line.addClass('task-list-item');
  line.toggleClass('is-checked', done);
  line.setAttr('data-task', done ? 'x' : '');
  const box = line.createEl('input', { cls: 'task-list-item-checkbox', type: 'checkbox' });
  box.checked = done;
  const at = (item.position?.start.line ?? 1) - 1;
  box.addEventListener('change', () => {
    line.toggleClass('is-checked', box.checked);
    context.onTask?.(at, box.checked);
  });
}

function renderItem(item: ListItem, list: HTMLElement, tight: boolean, context: BlockContext): void {
  const line = list.createEl('li', {
    attr: { dir: 'auto', 'data-line': (item.position?.start.line ?? 1) - 1 },
  });
  if (typeof item.checked === 'boolean') renderTask(item, line, context);
  for (const child of item.children) {
    if (tight && child.type === 'paragraph') renderInline(child.children, line, context);
    else renderBlock(child, line, context);
  }
}

function renderList(node: List, parent: Node, context: BlockContext): void {
  const list = parent.createEl(node.ordered === true ? 'ol' : 'ul');
  if (node.ordered === true && typeof node.start === 'number' && node.start !== 1)
    list.setAttr('start', node.start);
  if (node.ordered !== true) list.addClass('has-list-bullet');
  if (node.children.some((item) => typeof item.checked === 'boolean')) list.addClass('contains-task-list');
  const tight = node.spread !== true && node.children.every((item) => item.spread !== true);
  for (const item of node.children) renderItem(item, list, tight, context);
}

function renderTable(node: Table, parent: Node, context: BlockContext): void {
  const table = parent.createEl('table');
  const [head, ...rows] = node.children;
  const sections = [
    { section: table.createEl('thead'), tag: 'th' as const, rows: head === undefined ? [] : [head] },
    { section: table.createEl('tbody'), tag: 'td' as const, rows },
  ];
  for (const { section, tag, rows: lines } of sections) {
    for (const line of lines) {
      const row = section.createEl('tr');
      for (const [column, cell] of line.children.entries()) {
        const align = node.align?.[column] ?? null;
        renderInline(cell.children, row.createEl(tag, { attr: align === null ? {} : { align } }), context);
      }
    }
  }
}

function renderHeading(depth: 1 | 2 | 3 | 4 | 5 | 6, parent: Node): HTMLElement {
  return parent.createEl(`h${depth}`, { attr: { dir: 'auto' } });
}

/** Renders one block, but not link definitions, comments and footnotes ({@link renderFootnotes}). */
export function renderBlock(node: RootContent, parent: Node, context: BlockContext): void {
  switch (node.type) {
    case 'heading': {
      const heading = renderHeading(node.depth, parent);
      renderInline(node.children, heading, context);
      heading.setAttr('data-heading', heading.textContent);
      return;
    }
    case 'paragraph':
      return renderInline(node.children, parent.createEl('p', { attr: { dir: 'auto' } }), context);
    case 'thematicBreak':
      parent.createEl('hr');
      return;
    case 'blockquote':
      return renderQuote(node, parent, context);
    case 'list':
      return renderList(node, parent, context);
    case 'code':
      return renderCode(node, parent);
    case 'table':
      return renderTable(node, parent, context);
    case 'html':
      parent.appendChild(sanitizeHTMLToDom(node.value));
      return;
    case 'obsidianBlock':
      if (node.kind === 'math') parent.createDiv({ cls: ['math', 'math-block'], text: node.value.trim() });
      return;
    default:
      return undefined;
  }
}

export function renderBlocks(nodes: readonly RootContent[], parent: Node, context: BlockContext): void {
  for (const node of nodes) renderBlock(node, parent, context);
}

/** Renders all footnotes in the order of their numbers. */
export function renderFootnotes(root: Root, parent: Node, context: BlockContext): void {
  const definitions = root.children.filter((node) => node.type === 'footnoteDefinition');
  if (definitions.length === 0) return;
  const numbered = definitions.map((node) => ({ node, number: context.footnoteNumber(node.identifier) }));
  const section = parent.createEl('section', 'footnotes');
  section.createEl('hr');
  const list = section.createEl('ol');
  for (const { node, number } of numbered.sort((a, b) => a.number - b.number)) {
    const line = list.createEl('li', { attr: { id: `fn-${String(number)}` } });
    renderBlocks(node.children, line, context);
    line.createEl('a', {
      cls: ['footnote-backref', 'footnote-link'],
      href: `#fnref-${String(number)}`,
      text: '↩︎',
    });
  }
}
