/**
 * From text items to lines to paragraphs. `layoutPage` works on one page and can run as pages come in;
 * `assembleDocument` looks at all of them: what repeats from page to page, and what goes on over a page
 * break.
 */
export { assembleDocument } from './assemble';
export type { FontStyleInput, PageInput, TextItemInput } from './input';
export { layoutPage, type PageLayout } from './page-layout';
export { FROM_NO_ITEM } from './sourced-text';
export { textBoxes, type TextBox } from './text-box';
