import { parse } from 'yaml';

/** A note, split into frontmatter and body. */
export interface NoteParts {
  /** The text between the `---` lines; `undefined` when there is none. */
  readonly frontmatter: string | undefined;
  readonly body: string;
  /** The number of lines before the body. */
  readonly bodyLine: number;
}

/** Separates the frontmatter from the body. The frontmatter must be at the very start. */
export function splitNote(markdown: string): NoteParts {
  const match = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)/.exec(markdown);
  if (match === null) return { frontmatter: undefined, body: markdown, bodyLine: 0 };
  const [whole, inside = ''] = match;
  return { frontmatter: inside, body: markdown.slice(whole.length), bodyLine: whole.split('\n').length - 1 };
}

/** Returns the properties of a frontmatter in order; `undefined` when it is not a YAML mapping. */
export function propertiesOf(frontmatter: string): Map<string, unknown> | undefined {
  try {
    const value: unknown = parse(frontmatter);
    if (value === null) return new Map();
    if (typeof value !== 'object' || Array.isArray(value)) return undefined;
    return new Map(Object.entries(value));
  } catch (error) {
    // Invalid YAML is shown as text with a marker, as in the app.
    if (error instanceof Error) return undefined;
    throw error;
  }
}
