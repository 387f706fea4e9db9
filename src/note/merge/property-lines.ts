/** A property of a note, as the lines in which it is written. */
export interface Property {
  /** The property's name; null for the lines before the first property. */
  readonly name: string | null;
  readonly lines: readonly string[];
}

/** Splits the lines between the frontmatter's rules into properties, in order. */
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

/** Returns the lines of one property; an empty list when it does not exist. */
export function propertyLines(properties: readonly string[], name: string): readonly string[] {
  return toProperties(properties).find((property) => property.name === name)?.lines ?? [];
}
