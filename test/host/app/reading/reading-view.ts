import type { Root } from 'mdast';
import type { Component } from '../component';
import { renderBlock, renderBlocks, renderFootnotes, type BlockContext } from './blocks';
import { propertiesOf, splitNote } from './frontmatter';
import type { LinkContext } from './links';
import { parseMarkdown } from './parse';
import { renderProperties } from './properties';

/** The data for rendering a note. */
export interface ReadingContext extends LinkContext {
  /** When this component is unloaded, the rendered content is removed. */
  readonly component: Pick<Component, 'register'>;
  /** Called when the user ticks or unticks a task. `line` is its line number in the note, from 0. */
  readonly onTask?: (line: number, done: boolean) => void;
}

function footnoteCounter(): (identifier: string) => number {
  const numbers = new Map<string, number>();
  return (identifier) => {
    const number = numbers.get(identifier) ?? numbers.size + 1;
    numbers.set(identifier, number);
    return number;
  };
}

function contextOf(root: Root, source: string, context: ReadingContext, firstLine: number): BlockContext {
  const definitions = root.children.filter((node) => node.type === 'definition');
  const { onTask } = context;
  return {
    app: context.app,
    sourcePath: context.sourcePath,
    source,
    definitions: new Map(definitions.map((node) => [node.identifier, node])),
    footnoteNumber: footnoteCounter(),
    onTask: onTask === undefined ? undefined : (line, done) => onTask(firstLine + line, done),
  };
}

function sectionClass(root: Root['children'][number]): string {
  if (root.type === 'heading') return `el-h${String(root.depth)}`;
  if (root.type === 'list') return root.ordered === true ? 'el-ol' : 'el-ul';
  const names: Record<string, string> = {
    paragraph: 'el-p',
    code: 'el-pre',
    blockquote: 'el-blockquote',
    thematicBreak: 'el-hr',
    table: 'el-table',
  };
  return names[root.type] ?? 'el-div';
}

/** Renders Markdown without frontmatter into an element, after its existing content. */
export function renderFragment(markdown: string, el: HTMLElement, context: ReadingContext): void {
  const root = parseMarkdown(markdown);
  const blocks = contextOf(root, markdown, context, 0);
  renderBlocks(root.children, el, blocks);
  renderFootnotes(root, el, blocks);
}

/** Renders a whole note like the app's reading view: properties, then the body block by block. */
export function renderReadingView(
  markdown: string,
  container: HTMLElement,
  context: ReadingContext,
): Promise<void> {
  const { frontmatter, body, bodyLine } = splitNote(markdown);
  const view = container.createDiv('markdown-reading-view');
  context.component.register(() => {
    view.remove();
  });
  const preview = view.createDiv({
    cls: [
      'markdown-preview-view',
      'markdown-rendered',
      'node-insert-event',
      'is-readable-line-width',
      'show-properties',
    ],
    attr: { tabindex: -1 },
  });
  const sections = preview.createDiv({ cls: ['markdown-preview-sizer', 'markdown-preview-section'] });
  if (frontmatter !== undefined) {
    const properties = propertiesOf(frontmatter);
    const holder = sections.createDiv('mod-header');
    if (properties !== undefined) renderProperties(properties, holder, context);
    else holder.createEl('pre', { cls: ['frontmatter', 'mod-invalid'], text: frontmatter });
  }
  const root = parseMarkdown(body);
  const blocks = contextOf(root, body, context, bodyLine);
  for (const node of root.children) renderBlock(node, sections.createDiv(sectionClass(node)), blocks);
  renderFootnotes(root, sections, blocks);
  return Promise.resolve();
}
