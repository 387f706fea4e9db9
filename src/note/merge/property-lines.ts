/** A property as the lines in which it is written. */
export interface Property {
  /** The property's name; null for the lines before the first property. */
  readonly name: string | null;
  readonly lines: readonly string[];
}

/** Splits the lines of a frontmatter into properties. */
export function toProperties(lines: readonly string[]): Property[] {
  const properties: { name: string | null; lines: string[] }[] = [];
  for (const line of lines) {
    const name = /^(?:"([^"]+)"\s*|'([^']+)'\s*|([^\s#"'-][^:]*)):(?:\s|$)/.exec(line);
    const last = properties.at(-1);
    if (name !== null) properties.push({ name: name[1] ?? name[2] ?? name[3]?.trim() ?? '', lines: [line] });
    else if (last === undefined) properties.push({ name: null, lines: [line] });
    else last.lines.push(line);
  }
  return properties;
}

/** Returns the lines of one property; an empty list when there is none. */
export function propertyLines(properties: readonly string[], name: string): readonly string[] {
  return toProperties(properties).find((property) => property.name === name)?.lines ?? [];
}

/** Returns the lines of a property's value, without its name and comments. */
export function valueLines({ name, lines }: Property): readonly string[] {
  const [first = '', ...more] = lines;
  return [first.slice(endOfName(name, first)), ...more].map((line) => partedAtComment(line)[0]);
}

/** Splits a line of YAML into value and comment. The space before the `#` belongs to the comment. */
export function partedAtComment(line: string): readonly [value: string, comment: string] {
  const [, value = line, comment = ''] = /^((?:[^"'#]|"[^"]*"|'[^']*')*?)(\s#.*)$/.exec(line) ?? [];
  return [value, comment];
}

/**
 * Returns the items of a list as they are written, with their comments; null when the value is not a list of
 * scalars. If the property has no value, the list is empty.
 */
export function itemsOf(property: Property): readonly string[] | null {
  const [own = ''] = valueLines(property);
  const more = property.lines.slice(1);
  const flow = /^\s*\[(.*)\]\s*$/.exec([own, ...more].join(' '))?.[1];
  if (flow !== undefined)
    return more.some((line) => partedAtComment(line)[1] !== '') ? null : flowItems(flow);
  const items = more.filter((line) => line.trim() !== '');
  if (own.trim() !== '' || items.some((line) => !/^\s*- +\S/.test(line))) return null;
  return items.map((line) => line.replace(/^\s*- +/, '').trim());
}

/** Splits a list such as `a, "b, c"`; null when it contains other lists. */
function flowItems(flow: string): readonly string[] | null {
  const items = flow.match(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s,"'[\]{}][^,[\]{}]*/g) ?? [];
  const solid = (text: string): string => text.replace(/\s/g, '').replace(/,$/, '');
  return solid(items.join(',')) === solid(flow) ? items.map((item) => item.trim()) : null;
}

/** Writes a property as a list. The comment after its name is kept. */
export function asList({ name, lines }: Property, items: readonly string[]): Property {
  const [first = ''] = lines;
  const head = first.slice(0, endOfName(name, first)) + partedAtComment(first)[1];
  return { name, lines: [head, ...items.map((item) => `  - ${item}`)] };
}

function endOfName(name: string | null, line: string): number {
  return line.indexOf(':', name?.length ?? 0) + 1;
}
