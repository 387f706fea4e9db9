export { sanitizeHTMLToDom } from './html';
export { MarkdownRenderChild, MarkdownRenderer } from './markdown-renderer';
export { renderFragment, renderReadingView, type ReadingContext } from './reading-view';
