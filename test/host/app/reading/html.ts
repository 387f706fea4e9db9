import createDOMPurify from 'dompurify';

/** Parses HTML to elements, without scripts, event handlers, `<style>`, forms and frames. */
export function sanitizeHTMLToDom(html: string): DocumentFragment {
  const clean = createDOMPurify(window).sanitize(html, {
    RETURN_DOM_FRAGMENT: true,
    FORBID_TAGS: ['style', 'form'],
    ADD_ATTR: ['target'],
  });
  return document.adoptNode(clean);
}

/**
 * Returns the element of an inline opening tag such as `<b>`; `undefined` for closing tags, comments and
 * other HTML.
 */
export function elementOf(openingTag: string): HTMLElement | undefined {
  const first = sanitizeHTMLToDom(openingTag).firstElementChild;
  return first instanceof HTMLElement ? first : undefined;
}

/** Returns the name in a closing tag such as `</b>`; `undefined` for anything else. */
export function closedBy(html: string): string | undefined {
  return /^<\/([a-z][a-z\d-]*)\s*>$/i.exec(html)?.[1]?.toLowerCase();
}
