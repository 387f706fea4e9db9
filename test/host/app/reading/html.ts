import createDOMPurify from 'dompurify';

/** HTML as elements, without scripts, event handlers, styles and frames. */
export function sanitizeHTMLToDom(html: string): DocumentFragment {
  const clean = createDOMPurify(window).sanitize(html, {
    RETURN_DOM_FRAGMENT: true,
    FORBID_TAGS: ['style', 'form'],
    ADD_ATTR: ['target'],
  });
  return document.adoptNode(clean);
}

/** The element that an inline opening tag such as `<b>` makes; `undefined` for a closing tag, a comment and the like. */
export function elementOf(openingTag: string): HTMLElement | undefined {
  const first = sanitizeHTMLToDom(openingTag).firstElementChild;
  return first instanceof HTMLElement ? first : undefined;
}

/** The name in `</b>`; `undefined` when it is no closing tag. */
export function closedBy(html: string): string | undefined {
  return /^<\/([a-z][a-z\d-]*)\s*>$/i.exec(html)?.[1]?.toLowerCase();
}
