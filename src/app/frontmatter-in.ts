import { getFrontMatterInfo, parseYaml } from 'obsidian';

/** The properties in a note's text; null when it has none, or none that can be read. */
export function frontmatterIn(text: string, path: string): unknown {
  const { exists, frontmatter } = getFrontMatterInfo(text);
  try {
    return exists ? parseYaml(frontmatter) : null;
  } catch (cause) {
    // A note whose frontmatter is broken is not one of ours as it stands.
    console.debug('PDF Inbox: unreadable frontmatter', path, cause);
    return null;
  }
}
