/** The PDF in the property `source_file`: the target of a wikilink, or a vault path. */
export type NoteSource = { readonly link: string } | { readonly path: string };

/**
 * Reads the property `source_file`: a wikilink, a Markdown link (in notes of earlier versions), or a plain
 * path for a PDF whose name cannot be part of a link. Null for other values.
 */
export function readSource(value: unknown): NoteSource | null {
  if (typeof value !== 'string' || value.trim() === '') return null;
  const text = value.trim();
  const link = /^\[\[([^[\]|]+)(?:\|[^[\]]*)?\]\]$/.exec(text)?.[1];
  if (link !== undefined) return { link };
  const encoded = /^\[[^\]]*\]\(<?([^()<>]+)>?\)$/.exec(text)?.[1];
  return { path: encoded === undefined ? text : decoded(encoded) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (thrown) {
    if (thrown instanceof URIError) return text;
    throw thrown;
  }
}
