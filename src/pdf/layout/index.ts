/**
 * Joins text items to lines, and lines to paragraphs. `layoutPage` reads one page, so it can run while pages
 * arrive. `assembleDocument` needs all pages, because it removes repeated headers and joins paragraphs across
 * pages.
 */
export { assembleDocument } from './assemble';
export type { FontStyleInput, PageInput, TextItemInput } from './input';
export { layoutPage, type PageLayout } from './page-layout';
export { FROM_NO_ITEM } from './sourced-text';
export { isFullWidth } from './script';
export { textBoxes, type TextBox } from './text-box';
