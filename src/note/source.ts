/** Where the property `source_file` points: a link of the app, or a vault path. */
export type NoteSource = { readonly link: string } | { readonly path: string };

/**
 * Reads the property `source_file`: a wikilink, the Markdown link of notes of earlier versions, or the plain
 * path of a PDF whose name cannot be part of a link. Null for anything else.
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
