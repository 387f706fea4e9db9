/** HTML blocks that end at their own end tag. All other HTML blocks end at a blank line. */
const rawHtml = /^ {0,3}<(pre|script|style|textarea)\b/i;
const otherHtml =
  /^ {0,3}<\/?(?:address|article|aside|blockquote|body|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|html|iframe|li|link|main|menu|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|title|tr|ul|video)(?:[\s/>]|$)/i;

type Inside =
  | { kind: 'text' }
  | { kind: 'fence'; mark: string; length: number; depth: number }
  | { kind: 'html'; end: RegExp };

/**
 * Replaces code, HTML blocks and comments by blanks. Offsets stay the same, so the result can be searched for
 * links, tags and headings.
 */
export function maskCode(text: string): string {
  let inside: Inside = { kind: 'text' };
  const lines = text.split('\n').map((line) => {
    const wasInside = inside;
    inside = afterLine(line, inside);
    const isCode = wasInside.kind !== 'text' || inside.kind !== 'text';
    return isCode ? blank(line) : line;
  });
  return maskInline(lines.join('\n'));
}

function afterLine(line: string, inside: Inside): Inside {
  const quote = /^(?: {0,3}>)*/.exec(line)?.[0] ?? '';
  const depth = quote.split('>').length - 1;
  const content = line.slice(quote.length);
  if (inside.kind === 'fence' && depth >= inside.depth) {
    const close = /^\s*(`{3,}|~{3,})\s*$/.exec(content)?.[1];
    return close?.startsWith(inside.mark) === true && close.length >= inside.length
      ? { kind: 'text' }
      : inside;
  }
  if (inside.kind === 'html') return inside.end.test(line) ? { kind: 'text' } : inside;
  return opened(content.replace(/^ /, ''), depth);
}

function opened(content: string, depth: number): Inside {
  const fence = /^\s*(?:[-*+] |\d+[.)] )?\s*(`{3,}(?=[^`]*$)|~{3,})/.exec(content)?.[1];
  if (fence !== undefined) return { kind: 'fence', mark: fence.charAt(0), length: fence.length, depth };
  const raw = rawHtml.exec(content)?.[1];
  if (raw !== undefined) {
    const end = new RegExp(`</${raw}>`, 'i');
    return end.test(content) ? { kind: 'text' } : { kind: 'html', end };
  }
  return otherHtml.test(content) ? { kind: 'html', end: /^[\s>]*$/ } : { kind: 'text' };
}

function maskInline(text: string): string {
  return text
    .replace(/(`+)(?!`)([^\n]*?[^`\n])\1(?!`)/g, blank)
    .replace(/%%[\s\S]*?%%/g, blank)
    .replace(/<!--[\s\S]*?-->/g, blank)
    .replace(/\\[[\]#]/g, '  ');
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
