/**
 * An XML element. Names have no prefixes or namespaces, because the programs that write the XML use different
 * ones.
 */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The element's own characters, trimmed, without those of its children. */
  readonly text: string;
}

/**
 * Thrown when the document is too large, is not well-formed, or has a document type (which could define
 * entities).
 */
export class XmlError extends Error {
  override readonly name = 'XmlError';
}

/**
 * Maximum number of UTF-16 units, of elements and of nested levels of a document. Invoices are much smaller.
 */
const LIMITS = { length: 4_000_000, elements: 100_000, depth: 64 };

const NAME = '[\\p{L}_][\\p{L}\\p{N}\\p{M}._-]*(?::[\\p{L}_][\\p{L}\\p{N}\\p{M}._-]*)?';
const START = new RegExp(`<(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`, 'uy');
const ATTRIBUTE = new RegExp(`(${NAME})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'gu');
const END = new RegExp(`</(${NAME})\\s*>`, 'uy');

interface OpenElement {
  readonly name: string;
  readonly fullName: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/**
 * Reads a small XML document without a document type. Only the five entities of XML and numeric character
 * references are accepted.
 * @throws XmlError
 */
export function parseXml(source: string): XmlElement {
  if (source.length > LIMITS.length) throw new XmlError('The document is too long.');
  const reader = new Reader(source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'));
  return reader.root();
}

class Reader {
  readonly #source: string;
  #at = 0;
  #elements = 0;

  constructor(source: string) {
    this.#source = source;
  }

  root(): XmlElement {
    const open: OpenElement[] = [];
    let root: XmlElement | undefined;
    while (this.#at < this.#source.length) {
      const text = this.#text();
      const parent = open[open.length - 1];
      if (parent) parent.text += text;
      else if (text.trim() !== '') throw new XmlError('There is text outside of the root element.');
      if (this.#at >= this.#source.length) break;
      const data = this.#skipped();
      if (data !== undefined) {
        if (parent) parent.text += data;
        continue;
      }
      const closed = this.#tag(open, root !== undefined);
      if (closed && open.length === 0) root = closed;
    }
    if (root === undefined || open.length > 0) throw new XmlError('The root element is not closed.');
    return root;
  }

  #text(): string {
    const end = this.#source.indexOf('<', this.#at);
    const text = this.#source.slice(this.#at, end < 0 ? undefined : end);
    this.#at = end < 0 ? this.#source.length : end;
    return decoded(text);
  }

  /**
   * Reads a CDATA section, a comment or an instruction at the current position. Returns the characters of the
   * CDATA section, an empty string for a comment or an instruction, and otherwise undefined.
   */
  #skipped(): string | undefined {
    for (const [begin, end] of [
      ['<!--', '-->'],
      ['<?', '?>'],
      ['<![CDATA[', ']]>'],
    ] as const) {
      if (!this.#source.startsWith(begin, this.#at)) continue;
      const until = this.#source.indexOf(end, this.#at + begin.length);
      if (until < 0) throw new XmlError(`${begin} is not closed.`);
      const data = this.#source.slice(this.#at + begin.length, until);
      this.#at = until + end.length;
      return begin === '<![CDATA[' ? data : '';
    }
    return undefined;
  }

  /** Reads a start tag or an end tag. Returns the element that ends with this tag, if any. */
  #tag(open: OpenElement[], hasRoot: boolean): XmlElement | undefined {
    const end = this.#match(END);
    if (end) {
      const element = open.pop();
      if (element === undefined || element.fullName !== end[1])
        throw new XmlError(`${end[0]} does not close the innermost open element.`);
      return closeElement(element, open);
    }
    const start = this.#match(START);
    if (!start || (hasRoot && open.length === 0))
      throw new XmlError(`There is no tag at offset ${this.#at}.`);
    const [, fullName = '', attributes = '', empty = ''] = start;
    this.#elements += 1;
    if (this.#elements > LIMITS.elements || open.length >= LIMITS.depth)
      throw new XmlError('The document has too many elements or levels.');
    const element = {
      name: localName(fullName),
      fullName,
      attributes: attributesOf(attributes),
      children: [],
      text: '',
    };
    if (empty !== '') return closeElement(element, open);
    open.push(element);
    return undefined;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#source);
    if (match) this.#at += match[0].length;
    return match;
  }
}

function closeElement(
  { name, attributes, children, text }: OpenElement,
  open: readonly OpenElement[],
): XmlElement {
  const element = { name, attributes, children, text: text.trim() };
  open[open.length - 1]?.children.push(element);
  return element;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    Array.from(text.matchAll(ATTRIBUTE), ([, name = '', double, single]) => [
      localName(name),
      decoded(double ?? single ?? ''),
    ]),
  );
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** @throws XmlError for an entity that XML does not define */
function decoded(text: string): string {
  return text.replace(/&([^;\s&]*);?/g, (whole, name: string) => {
    const known = NAMED[name] ?? character(/^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(name));
    if (known === undefined || !whole.endsWith(';')) throw new XmlError(`The entity ${whole} is not known.`);
    return known;
  });
}

function character(match: RegExpExecArray | null): string | undefined {
  if (!match) return undefined;
  const code = match[1] === undefined ? Number(match[2]) : parseInt(match[1], 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/**
 * Returns the descendant at a path of names. At each level, the first child with the name is used.
 */
export function childOf(
  element: XmlElement | undefined,
  ...names: readonly string[]
): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>(
    (found, name) => found?.children.find((child) => child.name === name),
    element,
  );
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** Returns the text of the element that `childOf` finds; undefined when it is missing or empty. */
export function textOf(element: XmlElement | undefined, ...names: readonly string[]): string | undefined {
  const text = childOf(element, ...names)?.text;
  return text === undefined || text === '' ? undefined : text;
}

/** Returns the first element, in document order, that has one of the names; it may be `element` itself. */
export function firstNamed(
  element: XmlElement | undefined,
  ...names: readonly string[]
): XmlElement | undefined {
  if (element === undefined || names.includes(element.name)) return element;
  for (const child of element.children) {
    const found = firstNamed(child, ...names);
    if (found) return found;
  }
  return undefined;
}
