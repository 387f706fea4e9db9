import { getFrontMatterInfo, parseYaml } from 'obsidian';
import { logTrouble } from '../log';

/** Returns the properties in a note's text; null when it has none, or when they cannot be parsed. */
export function frontmatterIn(text: string): unknown {
  const { exists, frontmatter } = getFrontMatterInfo(text);
  try {
    return exists ? parseYaml(frontmatter) : null;
  } catch (cause) {
    // A note whose frontmatter cannot be parsed is not treated as a note of the plugin.
    logTrouble('frontmatter-unreadable', cause);
    return null;
  }
}
