import { Component } from '../component';
import { NotImplementedError } from '../not-implemented';
import type { LinksApp } from '../ui/ports';
import { renderFragment } from './reading-view';

/** A component that lives as long as its element is in the page. */
export class MarkdownRenderChild extends Component {
  constructor(readonly containerEl: HTMLElement) {
    super();
  }
}

/** Renders Markdown for plugins. */
export abstract class MarkdownRenderer extends MarkdownRenderChild {
  /** Renders Markdown into an element, after its existing content. */
  static render(
    app: LinksApp,
    markdown: string,
    el: HTMLElement,
    sourcePath: string,
    component: Component,
  ): Promise<void> {
    renderFragment(markdown, el, { app, sourcePath, component });
    return Promise.resolve();
  }

  /** Throws: without `app`, links cannot be resolved. Plugins should use {@link render}. */
  static renderMarkdown(
    _markdown: string,
    _el: HTMLElement,
    _sourcePath: string,
    _component: Component,
  ): Promise<void> {
    throw new NotImplementedError('MarkdownRenderer.renderMarkdown; use MarkdownRenderer.render');
  }
}
