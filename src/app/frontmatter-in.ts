import { getFrontMatterInfo, parseYaml } from 'obsidian';
import { logTrouble } from '../log';

/** The properties in a note's text; null when it has none, or when they cannot be read. */
export function frontmatterIn(text: string): unknown {
  const { exists, frontmatter } = getFrontMatterInfo(text);
  try {
    return exists ? parseYaml(frontmatter) : null;
  } catch (cause) {
    // A note whose frontmatter is broken is not one of ours as it stands.
    logTrouble('frontmatter-unreadable', cause);
    return null;
  }
}
